"""The legend of a picture: only the signs that occur, in rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.views.metrics import text_width
from cjm.views.pen import Pen
from cjm.views.picture import Dot, Face, Group, Line, Mark, Rect, Sign, Words
from cjm.views.shapes import Box
from cjm.views.typeset import LEGEND

_SIGN = 26.0
_ROW = 24.0
_BETWEEN = 20.0


class Legend(NamedTuple):
    """The placed legend, and where it ends."""

    groups: tuple[Group, ...]
    bottom: float


def legend(entries: Iterable[tuple[str, str]], left: float, top: float, right: float, pen: Pen) -> Legend:
    """Signs with their meanings.

    A sign is `line …` with its roles, `plate …`, `face 2`, `bubble` and a status, `sizes`, or a sign's own name.
    """
    groups: list[Group] = []
    x, y = left, top
    for sign, text in entries:
        taken = min(_SIGN + 6 + text_width(text, LEGEND.size) + 1, right - left)
        if x > left and x + taken > right:
            x, y = left, y + _ROW
        words = pen.set(text, LEGEND, x + _SIGN + 6, y + (_ROW - LEGEND.leading) / 2, taken - _SIGN - 6)
        high = max(_ROW, len(words.lines) * LEGEND.leading + _ROW - LEGEND.leading)
        groups.append(Group("legend", Box(x, y, taken, high), (*_marks(sign, x, y + _ROW / 2), Words("quiet", words))))
        x += taken + _BETWEEN
        if high > _ROW:
            x, y = left, y + high
    bottom = max((group.box.bottom for group in groups), default=top)
    return Legend(tuple(groups), bottom)


def _marks(sign: str, x: float, y: float) -> Iterator[Mark]:
    kind, _, role = sign.partition(" ")
    if kind == "line":
        yield Line(role, ((x, y), (x + _SIGN, y)))
    elif kind == "plate":
        yield Rect(f"plate {role}", Box(x + 2, y - 7, _SIGN - 4, 14), 0.0 if role == "action" else 4.0)
    elif kind == "bubble":
        yield Dot(sign, (x + 14, y), 9)
        if role != "unknown":
            yield Sign(role, (x + 14, y))
    elif kind == "sizes":
        yield from (Dot("bubble", (x + at, y), radius) for at, radius in ((3, 3), (10, 4.5), (20, 6.5)))
    elif kind == "face":
        yield Face(int(role), (x + 14, y), 8)
    elif kind == "rect":
        yield Rect(role, Box(x + 4, y - 7, _SIGN - 8, 14), 2)
    else:
        yield Sign(sign, (x + 14, y))
