"""The service blueprint: what the customer does, and under three lines who and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Message, msg
from cjm.model import Journey
from cjm.views.choice import ALL, Choice
from cjm.views.map import bands
from cjm.views.map.cards import INSET
from cjm.views.map.lanes import TITLES, lanes
from cjm.views.map.layout import card_signs, counts, measured_signs
from cjm.views.map.sheet import Band, Place, Sheet, fill, make_sheet, side_note
from cjm.views.picture import Group, Picture, Words
from cjm.views.shapes import Box
from cjm.views.typeset import BODY

CUSTOMER = ("actions",)
PARTS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (msg("Line of interaction"), ("frontstage",)),
    (msg("Line of visibility"), ("backstage",)),
    (msg("Line of internal interaction"), ("support", "systems", "owners")),
)
"""The lines, and what stands under each (Shostack 1984; Bitner, Ostrom and Morgan 2008)."""


def lay_out(journey: Journey, choice: Choice = ALL) -> Picture:
    """The blueprint of a journey."""
    sheet = make_sheet(journey, choice)
    said = sheet.teller.say(msg("Service blueprint: {stages}, {touchpoints}", **counts(sheet.teller)))
    return fill(sheet, "blueprint", _bands(sheet), (*card_signs(sheet), *measured_signs(sheet)), said)


def _bands(sheet: Sheet) -> Iterator[Place]:
    yield bands.stages
    measured = lanes(sheet.teller, ("measured",), sheet.choice.measured) if sheet.choice.measured else ()
    held = (*lanes(sheet.teller, CUSTOMER), *measured)
    yield from _unruled_last(bands.touchpoints, *(bands.lane(each) for each in held))
    for line, names in PARTS:
        yield _line(line)
        under = [bands.lane(each) for each in lanes(sheet.teller, names)] or [_gap(names[0])]
        yield from under if line is PARTS[-1][0] else _unruled_last(*under)


def _unruled_last(*places: Place) -> Iterator[Place]:
    """Bands of which the last has no rule under it: a line of the blueprint follows."""
    *before, last = places

    def place(sheet: Sheet, y: float) -> Band | None:
        band = last(sheet, y)
        return band._replace(rule="", room=0.0) if band else None

    yield from (*before, place)


def _line(name: Message) -> Place:
    """One of the three lines, named where it begins."""

    def place(sheet: Sheet, y: float) -> Band:
        return Band("", (), 0.0, rule="boundary", room=8.0, beside=(side_note(sheet, sheet.teller.say(name), y),))

    return place


def _gap(name: str) -> Place:
    """A quiet word where nobody has written anything."""

    def place(sheet: Sheet, y: float) -> Band:
        columns, text = sheet.columns, sheet.teller.say(msg("Not written down yet"))
        box = Box(columns.left + INSET, y, columns.right - columns.left - 2 * INSET, BODY.leading)
        words = sheet.pen.set(text, BODY, box.x, y, box.width)
        return Band(sheet.teller.say(TITLES[name]), (Group("gap", box, (Words("quiet", words),)),), BODY.leading)

    return place
