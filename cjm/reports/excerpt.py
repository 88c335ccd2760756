"""The line that a finding is about, cut to the room there is, and where the underline stands below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cjm.diagnostics import Span
from cjm.reports.cells import Cluster, clusters

_BREAK = re.compile("\r\n|\r|\n")
_CUT = "…"
_SLACK = 4


class Excerpt(NamedTuple):
    """A line as it can be shown, and the underline: `offset` cells to the right, `length` cells long."""

    number: int
    text: str
    offset: int
    length: int


Quote = Callable[[str, Span, int], Excerpt | None]


def quoting(read: Callable[[str], str | None]) -> Quote:
    """Quotes lines from files, each read and cut into lines once."""

    @cache
    def lines(file: str) -> list[str]:
        text = read(file)
        plain = (text or "").removeprefix("\ufeff")
        return [] if text is None else _BREAK.split(plain) if "\r" in plain else plain.split("\n")

    def quote(file: str, span: Span, room: int) -> Excerpt | None:
        known = lines(file)
        return excerpt(known[span.line - 1], span, room) if 0 < span.line <= len(known) else None

    return quote


def excerpt(line: str, span: Span, room: int) -> Excerpt | None:
    """The part of a line around a span in at most `room` cells; None when the line is blank."""
    if not line.strip():
        return None
    first = min(max(span.column - 1, 0), len(line))
    last = span.end_column - 1 if span.end_line <= span.line else len(line.rstrip())
    if len(line) < room and line.isascii() and line.isprintable():
        return Excerpt(span.line, line, first, max(1, min(last, len(line)) - first))
    begin, end = max(0, first - _SLACK * room), first + _SLACK * room
    signs = clusters(line[begin:end], begin)
    before = sum(sign.width for sign in signs if sign.end <= first)
    after = sum(sign.width for sign in signs if sign.end > first)
    if begin == 0 and end >= len(line) and before + after < room:
        return Excerpt(span.line, "".join(sign.text for sign in signs), before, _underlined(signs, first, last))
    kept = _from(signs, first, max(room // 4, room - 2 - after))
    left = _CUT if kept and kept[0].start > 0 else ""
    kept = _up_to(kept, room - 1 - len(left))
    right = _CUT if kept and kept[-1].end < len(line) else ""
    offset = len(left) + sum(sign.width for sign in kept if sign.end <= first)
    text = left + "".join(sign.text for sign in kept) + right
    return Excerpt(span.line, text, offset, _underlined(kept, first, last))


def _underlined(signs: list[Cluster], first: int, last: int) -> int:
    return max(1, sum(sign.width for sign in signs if sign.end > first and sign.start < last))


def _from(signs: list[Cluster], first: int, context: int) -> list[Cluster]:
    """The signs from at most `context` cells before the code point `first` on."""
    before = sum(sign.width for sign in signs if sign.end <= first)
    for index, sign in enumerate(signs):
        if before <= context:
            return signs[index:]
        before -= sign.width
    return signs[-1:]


def _up_to(signs: list[Cluster], room: int) -> list[Cluster]:
    """The signs that fit into `room` cells."""
    for index, sign in enumerate(signs):
        room -= sign.width
        if room < 0:
            return signs[:index]
    return signs
