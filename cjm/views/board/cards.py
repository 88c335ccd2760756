"""Opportunities as cards, with a circle as large as the share of customers that they touch."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from cjm.diagnostics import msg
from cjm.views.board.chances import Chance
from cjm.views.pages.labels import PROGRESS
from cjm.views.pages.teller import Teller
from cjm.views.pen import Pen
from cjm.views.picture import Dot, Group, Mark, Rect, Sign, Words
from cjm.views.shapes import Box, Style
from cjm.views.typeset import LABEL, SMALL

WIDTH = 216.0
LARGEST = 28.0
"""The radius of a circle for all customers; its area goes with the share."""
SMALLEST = 8.5
_PAD = 9.0
_LEFT = 2 * LARGEST + 2 * _PAD - 4
_TEXT = WIDTH - _LEFT - _PAD

Text = tuple[str, Style, str]


def radius(share: float | None) -> float:
    """Of the circle for a share."""
    return round(max(SMALLEST, LARGEST * sqrt(min(1.0, max(0.0, share or 0.0)))), 2)


def card_height(chance: Chance, tell: Teller, pen: Pen) -> float:
    """How high its card is."""
    texts = sum(pen.depth(text, style, _TEXT) for text, style, _ in _texts(chance, tell))
    return max(2 * radius(chance.share), texts) + 2 * _PAD


def place_card(chance: Chance, x: float, y: float, tell: Teller, pen: Pen) -> Group:
    """The card from its upper left corner on."""
    opportunity = chance.opportunity
    box = Box(x, y, WIDTH, card_height(chance, tell, pen))
    center = (x + _PAD + LARGEST - 2, y + box.height / 2)
    unknown = " unknown" if chance.share is None else ""
    marks: list[Mark] = [
        Rect(f"plate {opportunity.status}", box, 8),
        Dot(f"bubble {opportunity.status}{unknown}", center, radius(chance.share)),
        Sign(opportunity.status, center),
    ]
    at = y + _PAD
    for text, style, role in _texts(chance, tell):
        marks.append(Words(role, pen.set(text, style, x + _LEFT, at, _TEXT)))
        at += pen.depth(text, style, _TEXT)
    return Group("chance", box, tuple(marks), ("opportunity", opportunity.id), opportunity.text)


def _texts(chance: Chance, tell: Teller) -> Iterator[Text]:
    opportunity = chance.opportunity
    yield opportunity.text, LABEL, "ink"
    parts = (
        tell.say(PROGRESS[opportunity.status]),
        tell.team(opportunity.owner),
        tell.day(opportunity.shipped or opportunity.due),
    )
    yield " · ".join(part for part in parts if part), SMALL, "ink"
    reach = tell.say(msg("{share} of customers", share=tell.share(chance.share))) if chance.share is not None else ""
    said = " · ".join(part for part in (chance.place, reach, *_rated(chance, tell)) if part)
    if said:
        yield said, SMALL, "quiet"


def _rated(chance: Chance, tell: Teller) -> Iterator[str]:
    """What one half of the rating is, where the other one is missing."""
    impact, effort = chance.opportunity.impact, chance.opportunity.effort
    if impact is not None and effort is None:
        yield tell.say(msg("impact {level} of 5", level=tell.number(impact)))
    if effort is not None and impact is None:
        yield tell.say(msg("effort {level} of 5", level=tell.number(effort)))
