"""Files that a command changes: written whole, or shown as differences."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.cli.leaving import refuse
from cjm.cli.writing import write_whole
from cjm.diagnostics import Translate, msg
from cjm.project import JourneyFile, refusal
from cjm.reports.cells import safe


class Change(NamedTuple):
    """A file with its old bytes and its new ones."""

    file: JourneyFile
    old: bytes
    new: bytes


def write_changes(changes: Iterable[Change], translate: Translate) -> None:
    """Write each file, whole or not at all; a link stays one. What came from standard input goes to standard output."""
    for change in changes:
        path = change.file.path
        if path is None:
            continue
        try:
            write_whole(path.resolve(), change.new)
        except OSError as error:
            message = msg("`{file}` cannot be written: {reason}", file=change.file.label, reason=refusal(error))
            raise refuse(message, None, translate) from error


def print_diff(changes: Iterable[Change]) -> None:
    """What would change, as a unified diff."""
    for change in changes:
        sys.stdout.writelines(_difference(change))


def _difference(change: Change) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - only `--diff` needs it

    old, new = (_lines(data) for data in (change.old, change.new))
    name = safe(change.file.label)
    shown = safe if sys.stdout.isatty() else str
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm=""):
        yield f"{shown(line)}\n"


def _lines(data: bytes) -> list[str]:
    """The lines without their ends; a carriage return stays, so that the difference can be applied."""
    return data.decode("utf-8", "replace").removesuffix("\n").split("\n")


def print_text(data: bytes) -> None:
    """A whole text on standard output, byte by byte as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def tell(words: str) -> None:
    """Words about the results."""
    print(words, file=sys.stderr)
