"""The map: what happens from left to right, why from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import counted, msg
from cjm.model import Journey
from cjm.views.choice import ALL, Choice
from cjm.views.labels import WORDS
from cjm.views.map import bands
from cjm.views.map.emotion import borrowed, declared, heard
from cjm.views.map.lanes import lanes
from cjm.views.map.sheet import Sheet, fill, make_sheet
from cjm.views.picture import Picture
from cjm.views.teller import Teller
from cjm.views.wording import KINDS


def lay_out(journey: Journey, choice: Choice = ALL) -> Picture:
    """The map of a journey."""
    sheet = make_sheet(journey, choice)
    chosen = (bands.lane(each) for each in lanes(sheet.teller, choice.lanes, choice.measured))
    stacked = (bands.stages, bands.touchpoints, bands.emotion, *chosen)
    signs = (*felt_signs(sheet), *card_signs(sheet), *measured_signs(sheet))
    return fill(sheet, "map", stacked, signs, said(sheet.teller))


def felt_signs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The lines of the curve that need a word."""
    say, felt = sheet.teller.say, declared(sheet.columns, sheet.journey)
    if any(each.founded for each in felt) and not all(each.founded for each in felt):
        yield "line line", say(msg("rests on evidence"))
    if any(not each.founded for each in felt):
        yield "line line assumed", say(msg("assumed: no evidence yet"))
    if sheet.choice.compared is not None and borrowed(sheet.columns, sheet.choice.compared):
        yield "line line line1 other", sheet.choice.compared.title
    if sheet.choice.measured is not None and heard(sheet.columns, sheet.choice.measured):
        yield "line line measured", say(msg("measured: what customers say"))


def measured_signs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """What the bars of the measured lane mean."""
    if sheet.choice.measured is not None and sheet.choice.measured.whole.touchpoints:
        yield "rect bar", sheet.teller.say(msg("share of customers who come here; ↓ who come no further"))


def card_signs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The signs of the cards that need a word."""
    say, journey = sheet.teller.say, sheet.journey
    if any(each.moment_of_truth for each in journey.touchpoints):
        yield "star", say(WORDS["truth"])
    for kind in ("action", "wait"):
        if any(each.kind == kind for each in journey.touchpoints):
            yield f"plate {kind}", say(KINDS[kind])


def said(teller: Teller) -> str:
    """What the map shows, for somebody who cannot see it."""
    return teller.say(msg("Map of the journey: {stages}, {touchpoints}", **counts(teller)))


def counts(teller: Teller) -> dict[str, str]:
    """How many stages and touchpoints there are, in words."""
    journey = teller.journey
    return {
        "stages": teller.say(counted("{count} stage", "{count} stages", len(journey.stages))),
        "touchpoints": teller.say(counted("{count} touchpoint", "{count} touchpoints", len(journey.touchpoints))),
    }
