"""`cjm fmt`: lay journeys out as everybody's are."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.leaving import FINDINGS, Leave, refuse
from cjm.cli.options import Lang, Paths, Quiet, language
from cjm.diagnostics import Message, Translate, counted, msg, say

if TYPE_CHECKING:
    from cjm.edit.formatting import Formatted
    from cjm.project import JourneyFile

ABOUT = (
    "Puts keys in the order of the format and settles indents and empty lines. Comments stay with what they speak of, "
    "and quotes, line ends and every word stay as they are."
)
EXAMPLE = "cjm fmt --check"


def run(
    paths: Paths = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; leave with 1 if a file would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing.")] = False,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.changing import Change, print_diff, print_text, tell, write_changes  # noqa: PLC0415 - `--help` needs none
    from cjm.cli.journeys import gathered_or_refused  # noqa: PLC0415 - as above

    done = _formatted(gathered_or_refused(paths or (), translate).files, translate)
    changes = [Change(file, old, new.data) for file, old, new in done if new.outcome == "changed"]
    if diff:
        print_diff(changes)
    elif not check:
        write_changes(changes, translate)
        for file, _, new in done:
            if file.path is None:
                print_text(new.data)
    settled = sum(new.outcome == "same" for *_, new in done)
    words = [*_troubles(done), *(() if quiet else _said(changes, settled, would=check or diff))]
    for word in words:
        tell(f"cjm: {say(word, translate)}")
    unreadable = any(new.outcome == "unreadable" for *_, new in done)
    if unreadable or (changes and (check or diff)):
        raise Leave(FINDINGS)


def _formatted(files: Iterable[JourneyFile], translate: Translate) -> list[tuple[JourneyFile, bytes, Formatted]]:
    """Each file with what it holds and what it should hold."""
    from cjm.edit.formatting import format_journey  # noqa: PLC0415 - `--help` needs none of it
    from cjm.project import bytes_of, refusal  # noqa: PLC0415 - as above

    done = []
    for file in files:
        try:
            data = bytes_of(file)
        except OSError as error:
            message = msg("`{file}` cannot be read: {reason}", file=file.label, reason=refusal(error))
            raise refuse(message, None, translate) from error
        done.append((file, data, format_journey(data)))
    return done


def _troubles(done: Iterable[tuple[JourneyFile, bytes, Formatted]]) -> Iterable[Message]:
    """Why files were left as they are."""
    for file, _, new in done:
        if new.outcome == "unreadable" and new.trouble:
            place = f"{file.label}:{new.trouble.span.line}"
            yield msg(
                "`{place}` cannot be read, and is left as it is: {reason}", place=place, reason=new.trouble.message
            )
        elif new.outcome == "unusual":
            yield msg("`{file}` is left as it is: it has anchors, tabs or another rare way of writing", file=file.label)


def _said(changes: Sized, settled: int, *, would: bool) -> Iterable[Message]:
    """How many files are new, or were as they should be."""
    count = len(changes)
    if not count:
        if settled:
            yield counted("{count} file is in order", "{count} files are in order", settled)
    elif would:
        yield counted("{count} file would be laid out anew", "{count} files would be laid out anew", count)
    else:
        yield counted("{count} file laid out anew", "{count} files laid out anew", count)
