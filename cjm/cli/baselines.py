"""`--baseline` and `--write-baseline`: the file of known findings, read or written once a project is judged."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from cjm.checks.validate import Validated
from cjm.cli.journeys import Excerpt
from cjm.cli.leaving import refuse
from cjm.cli.writing import write_whole
from cjm.diagnostics import Message, Translate, counted, msg, say
from cjm.project import STDIN_LABEL, refusal
from cjm.reports.baseline import Known, Unreadable, as_known, parse, sift, written

Lines = tuple[Known, ...]


def settle(  # noqa: PLR0913 - a run has these parts
    validated: Validated,
    baseline: Path | None,
    write_to: Path | None,
    translate: Translate,
    excerpt: Excerpt,
    *,
    every_rule: bool,
    quiet: bool,
) -> tuple[Validated, int]:
    """What is new, and how many findings are known; where a baseline is written, everything is known from now on.

    What has been mended is said only where `every_rule` was applied.
    """
    if write_to is not None:
        lines = _write(validated, write_to, translate, excerpt, quiet=quiet)
    elif baseline is not None:
        lines = read_known(baseline, translate)
    else:
        return validated, 0
    file = write_to or baseline or Path()
    named = _Naming(file, validated.names)
    sifted = sift(validated.diagnostics, lines, excerpt, named.name, named.was_looked_at)
    if sifted.mended and every_rule and not quiet:
        _tell(
            counted(
                "{count} known finding has been mended since `{file}` was written",
                "{count} known findings have been mended since `{file}` was written",
                sifted.mended,
                file=str(file),
            ),
            msg("write it anew, so that none comes back unseen: `--write-baseline {file}`", file=str(file)),
            translate,
        )
    return replace(validated, diagnostics=sifted.new), sifted.known


def read_known(file: Path, translate: Translate) -> Lines:
    """The lines of a baseline; ends the command when the file is none."""
    try:
        found = parse(file.read_bytes(), str(file))
    except OSError as error:
        raise refuse(
            msg("the baseline `{file}` cannot be read: {reason}", file=str(file), reason=refusal(error)),
            msg("write it first: `cjm validate --write-baseline {file}`", file=str(file)),
            translate,
        ) from error
    if isinstance(found, Unreadable):
        raise refuse(found.message, found.hint, translate)
    return found


def _write(validated: Validated, file: Path, translate: Translate, excerpt: Excerpt, *, quiet: bool) -> Lines:
    """Write the present findings, and keep what the file knows of journeys that were not judged now."""
    named = _Naming(file, validated.names)
    kept = [each for each in _before(file, translate) if not named.was_looked_at(each.file)]
    lines = (*as_known(validated.diagnostics, excerpt, named.name), *kept)
    try:
        write_whole(file, written(lines).encode())
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be written: {reason}", file=str(file), reason=refusal(error)), None, translate
        ) from error
    if not quiet:
        total = sum(each.count for each in lines)
        _tell(
            counted("`{file}` holds {count} finding", "`{file}` holds {count} findings", total, file=str(file)),
            msg("from now on `cjm validate --baseline {file}` speaks of new ones alone", file=str(file)),
            translate,
        )
    return lines


def _before(file: Path, translate: Translate) -> Lines:
    """What stands in the file to be written; refuses to write over anything but a baseline."""
    if not os.path.lexists(file):
        return ()
    try:
        found = parse(file.read_bytes(), str(file))
    except OSError:
        found = None
    if isinstance(found, tuple) and not isinstance(found, Unreadable):
        return found
    raise refuse(
        msg("`{file}` is not a baseline, and would be written over", file=str(file)),
        msg("give the baseline another name, or take the file away"),
        translate,
    )


def _tell(message: Message, hint: Message, translate: Translate) -> None:
    print(f"cjm: {say(message, translate)}\n     {say(hint, translate)}", file=sys.stderr)


class _Naming:
    """Files as a baseline calls them: from its own folder, so that it serves wherever cjm is started."""

    def __init__(self, file: Path, names: tuple[str, ...]) -> None:
        self._folder = file.resolve().parent
        self._looked_at = {self.name(name) for name in names}

    def name(self, label: str) -> str:
        """The file of a finding, from the baseline's folder."""
        if label == STDIN_LABEL:
            return label
        try:
            return os.path.relpath(Path(label).resolve(), self._folder).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return label

    def was_looked_at(self, name: str) -> bool:
        """Whether the journey was judged now, or is there no more."""
        return name in self._looked_at or (name != STDIN_LABEL and not (self._folder / name).exists())
