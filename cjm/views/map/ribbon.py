"""The stages of a map as a ribbon of arrows."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.views.map.columns import Columns, Span
from cjm.views.pen import Pen
from cjm.views.picture import Group, Line, Mark, Words
from cjm.views.shapes import Box, Point, Style
from cjm.views.teller import Teller
from cjm.views.typeset import NOTE, SMALL, STAGE
from cjm.views.wording import HUES

TIP = 12.0
_TOP = 12.0
_LEFT = TIP + 8.0
_RIGHT = 8.0


def ribbon_height(columns: Columns, teller: Teller, pen: Pen) -> float:
    """How high the ribbon is for its longest texts."""
    return max((_depth(span, teller, pen) for span in columns.spans), default=0.0) + 2 * _TOP


def ribbon(columns: Columns, top: float, height: float, teller: Teller, pen: Pen) -> Iterator[Group]:
    """An arrow for each stage."""
    for number, span in enumerate(columns.spans):
        box = Box(span.x, top, span.width, height)
        y = top + (height - _depth(span, teller, pen)) / 2
        marks: list[Mark] = [Line(f"ribbon hue{number % HUES}", _arrow(box, first=number == 0), closed=True)]
        for text, style, role in _texts(span, teller):
            marks.append(Words(role, pen.set(text, style, span.x + _LEFT, y, _room(span))))
            y += pen.depth(text, style, _room(span)) + 1
        yield Group("stage", box, tuple(marks), ("stage", span.stage.id), span.stage.name, f"s{number + 1}")


def _texts(span: Span, teller: Teller) -> list[tuple[str, Style, str]]:
    stage = span.stage
    said = stage.customer_goal or stage.description or ""
    found = [(stage.name, STAGE, "ink"), (said, NOTE, "quiet"), (teller.span(stage.lasts), SMALL, "quiet")]
    return [each for each in found if each[0]]


def _depth(span: Span, teller: Teller, pen: Pen) -> float:
    return sum(pen.depth(text, style, _room(span)) + 1 for text, style, _ in _texts(span, teller))


def _room(span: Span) -> float:
    return span.width - _LEFT - _RIGHT


def _arrow(box: Box, *, first: bool) -> tuple[Point, ...]:
    """Its tip reaches into the notch of the next one."""
    middle, tip = box.middle[1], box.right + TIP - 4
    end = ((box.right - 4, box.y), (tip, middle), (box.right - 4, box.bottom))
    notch = () if first else ((box.x + TIP, middle),)
    return ((box.x, box.y), *end, (box.x, box.bottom), *notch)
