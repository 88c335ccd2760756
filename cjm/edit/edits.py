"""Texts put in the places of others. Knows lines and columns, and nothing of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cjm.diagnostics import Edit, Fix, Span
from cjm.source.lines import Lines

_BREAK = re.compile(r"\r\n|\r|\n")


def apply(text: str, edits: Iterable[Edit]) -> str | None:
    """The text with every edit made, and with its own line ends; None when two edits want the same place."""
    lines, newline = Lines(text), line_end(text)
    done: list[str] = []
    last = 0
    for place, edit in sorted((_offsets(edit.span, lines), edit) for edit in dict.fromkeys(edits)):
        if place[0] < last:
            return None
        done += (text[last : place[0]], edit.text.replace("\n", newline))
        last = place[1]
    return "".join((*done, text[last:]))


def line_end(text: str) -> str:
    """How the text ends its first line."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def rows(text: str) -> list[str]:
    """The lines of a text without their ends; the last is empty where the text ends its last line."""
    return _BREAK.split(text)


def apart(fixes: Sequence[Fix], text: str) -> list[Fix]:
    """The fixes that can be made at once: of two that touch, the first."""
    lines = Lines(text)
    taken: list[tuple[int, int]] = []
    chosen: list[Fix] = []
    for fix in fixes:
        places = [_offsets(edit.span, lines) for edit in fix.edits]
        if not any(_touch(place, other) for place in places for other in taken):
            taken += places
            chosen.append(fix)
    return chosen


def touched(place: Span, edits: Iterable[Edit]) -> bool:
    """Whether an edit changes something between the beginning and the end of a place."""
    return any(edit.span[2:] >= place[:2] and edit.span[:2] <= place[2:] for edit in edits)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _offsets(span: Span, lines: Lines) -> tuple[int, int]:
    return lines.offset(*span[:2]), lines.offset(*span[2:])
