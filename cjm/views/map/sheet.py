"""The sheet that a map is laid out on: bands from top to bottom, each with its label in the first column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cjm.model import Journey
from cjm.views.choice import Choice
from cjm.views.framing import MARGIN, framed
from cjm.views.heading import heading
from cjm.views.legend import legend
from cjm.views.map.columns import LABELS, Columns, make_columns
from cjm.views.pen import Pen
from cjm.views.picture import Group, Line, Picture, Words
from cjm.views.shapes import Box
from cjm.views.teller import Teller, teller
from cjm.views.typeset import LABEL, LEGEND

ROOM = 14.0
"""Above and below what a band holds."""
_WIDTH = LABELS - 14.0
"""How wide a label may be."""


class Sheet(NamedTuple):
    """What every band is placed with."""

    journey: Journey
    choice: Choice
    teller: Teller
    columns: Columns
    pen: Pen


class Band(NamedTuple):
    """A row of the sheet: its title, how high it is, and what it holds; a `boundary` is the line under it."""

    title: str
    groups: tuple[Group, ...]
    height: float
    rule: str = "rule"
    room: float = ROOM
    beside: tuple[Group, ...] = ()
    """What stands in the first column, under the title."""


Place = Callable[[Sheet, float], Band | None]
"""Places a band whose contents begin at a y; None for one that holds nothing."""


def make_sheet(journey: Journey, choice: Choice) -> Sheet:
    """The sheet of a journey, with its columns."""
    return Sheet(journey, choice, teller(journey), make_columns(journey), Pen(journey.language or ""))


def fill(sheet: Sheet, view: str, bands: Iterable[Place], signs: Iterable[tuple[str, str]], said: str) -> Picture:
    """The whole picture: heading, bands, legend."""
    columns = sheet.columns
    head = heading(sheet.teller, sheet.choice, MARGIN, MARGIN, columns.width - 2 * MARGIN, sheet.pen)
    groups, y = [*head.groups], head.bottom
    for place in bands:
        more, y = _stack(sheet, place, y)
        groups += more
    key = legend(signs, columns.left, y + ROOM, columns.right, sheet.pen)
    groups += key.groups
    return framed(sheet.journey, view, said, groups, columns.width, key.bottom, columns.left)


def _stack(sheet: Sheet, place: Place, y: float) -> tuple[list[Group], float]:
    band = place(sheet, y)
    if band is None:
        return [], y
    title = _title(sheet, band, y)
    depth = max(band.height, title.box.height if title else 0.0, *(each.box.bottom - y for each in band.beside), 0.0)
    bottom = y + depth + band.room
    found = [*([title] if title else ()), *band.beside, *band.groups]
    return [*found, *_rules(sheet, band.rule, bottom)], bottom + (band.room if band.rule else 0.0)


def _title(sheet: Sheet, band: Band, y: float) -> Group | None:
    if not band.title:
        return None
    words = sheet.pen.set(band.title, LABEL, MARGIN, y, _WIDTH)
    return Group("label", Box(MARGIN, y, _WIDTH, label_height(sheet, band.title)), (Words("ink", words),))


def label_height(sheet: Sheet, title: str) -> float:
    """How high the title of a band is."""
    return sheet.pen.depth(title, LABEL, _WIDTH)


def side_note(sheet: Sheet, text: str, y: float) -> Group:
    """A small text in the first column."""
    words = sheet.pen.set(text, LEGEND, MARGIN, y, _WIDTH)
    return Group("label", Box(MARGIN, y, _WIDTH, sheet.pen.depth(text, LEGEND, _WIDTH)), (Words("quiet", words),))


def _rules(sheet: Sheet, role: str, y: float) -> Iterator[Group]:
    """A line under the band, in two pieces: the first column may stand still while the rest scrolls."""
    left, right = sheet.columns.left, sheet.columns.right
    for start, end in ((MARGIN, left), (left, right)) if role else ():
        yield Group("rule", Box(start, y, end - start, 0.0), (Line(role, ((start, y), (end, y))),))
