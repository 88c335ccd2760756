"""`cjm merge-driver`: two edited journeys made one, for git."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave, refuse
from cjm.cli.options import Lang, language
from cjm.diagnostics import Message, Translate, counted, msg, say
from cjm.project import refusal

if TYPE_CHECKING:
    from cjm.merge.marks import Labels
    from cjm.merge.merging import Conflict

ABOUT = (
    "What each side changed is taken, with its comments; where both changed the same, git's marks are left, and the "
    "exit code is 1. Put `*.journey.yaml merge=cjm` into .gitattributes, and run once: "
    "git config merge.cjm.driver 'cjm merge-driver %O %A %B --path %P'"
)
EXAMPLE = "cjm merge-driver base.yaml ours.yaml theirs.yaml"

Text = Optional[str]  # noqa: UP045 - typer reads it


def run(  # noqa: PLR0913 - every option is one
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The version that both began with: git's %O.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version, which the merge is written to: %A.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="Their version: %B.")],
    *,
    path: Annotated[Text, typer.Option(metavar="NAME", help="What the file is called: %P.", show_default=False)] = None,
    marker_size: Annotated[int, typer.Option(min=1, max=100, help="Signs in a mark: %L.")] = 7,
    our_label: Annotated[str, typer.Option(metavar="TEXT", help="Our side's name at the marks: %X.")] = "",
    their_label: Annotated[str, typer.Option(metavar="TEXT", help="Their side's name at the marks: %Y.")] = "",
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.writing import write_whole  # noqa: PLC0415 - `--help` needs none of it
    from cjm.merge.files import merge_files  # noqa: PLC0415 - as above
    from cjm.merge.marks import Labels  # noqa: PLC0415 - as above

    labels = Labels(our_label or "ours", their_label or _head_name() or "theirs", marker_size)
    old, mine, its = (_bytes(file, translate) for file in (base, ours, theirs))
    shown = Path(path or ours.name)
    merged = merge_files(old, mine, its, labels)
    if merged is None:
        _tell(msg("`{file}` could not be merged by ids, so its lines were merged as git does", file=shown), translate)
        data, is_clean = _lines_merged(base, ours, theirs, labels, translate)
    else:
        data, is_clean = merged.data, not merged.conflicts
        _tell_conflicts(shown, merged.conflicts, translate)
        for problem in merged.problems:
            _tell(msg("`{file}` was merged, and holds an error now: {problem}", file=shown, problem=problem), translate)
    try:
        write_whole(ours, data)
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be written: {reason}", file=ours, reason=refusal(error)), None, translate
        ) from error
    if not is_clean:
        raise Leave(FINDINGS)


def _bytes(file: Path, translate: Translate) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be read: {reason}", file=file, reason=refusal(error)),
            msg("name three versions of a journey: the old one, yours, and the other"),
            translate,
        ) from error


def _lines_merged(base: Path, ours: Path, theirs: Path, labels: Labels, translate: Translate) -> tuple[bytes, bool]:
    from cjm.diff.git import GitTrouble, merge_lines  # noqa: PLC0415 - few merges need it

    try:
        merged = merge_lines(base, ours, theirs, (labels.ours, labels.theirs), labels.size)
    except GitTrouble as trouble:
        raise refuse(trouble.message, trouble.hint, translate) from None
    return merged if merged is not None else (ours.read_bytes(), False)


def _tell_conflicts(file: Path, conflicts: tuple[Conflict, ...], translate: Translate) -> None:
    if not conflicts:
        return
    about = counted(
        "`{file}`: {count} thing was changed on both sides",
        "`{file}`: {count} things were changed on both sides",
        len(conflicts),
        file=file,
    )
    _tell(about, translate)
    for each in conflicts:
        print(f"     {say(_about(each), translate)}", file=sys.stderr)


def _about(conflict: Conflict) -> Message:
    *above, last = conflict.way
    where = above[-1] if above else ""
    if last == "#":
        return msg("a comment at `{where}`", where=where)
    if conflict.gone:
        return msg("`{what}` was taken out on one side and changed on the other", what=last)
    return msg("`{what}` of `{where}`", what=last, where=where) if where else msg("`{what}`", what=last)


def _tell(message: Message, translate: Translate) -> None:
    print(f"cjm: {say(message, translate)}", file=sys.stderr)


def _head_name() -> str:
    """The branch that is being merged, which git tells its drivers in this way."""
    names = [value for name, value in os.environ.items() if name.startswith("GITHEAD_")]
    return names[0] if len(names) == 1 else ""
