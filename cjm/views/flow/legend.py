"""The legend of the flow: only the signs that occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.diagnostics import Message, msg
from cjm.views.metrics import text_width
from cjm.views.shapes import Box, Card, Edge, Entry
from cjm.views.typeset import LEGEND, set_text
from cjm.views.wording import KINDS, MOODS, Say

SIGN = 26.0
ROW_HEIGHT = 24.0
MARGIN = 20.0
_BETWEEN = 20.0


def place_legend(
    cards: Iterable[Card], edges: Iterable[Edge], top: float, right: float, tell: Say
) -> tuple[Entry, ...]:
    """Signs with their meanings, in rows between the left margin and `right`."""
    entries: list[Entry] = []
    x, y = MARGIN, top
    for sign, message in _signs(tuple(cards), tuple(edges)):
        text = tell(message)
        taken = SIGN + 6 + text_width(text, LEGEND.size)
        if x > MARGIN and x + taken > right:
            x, y = MARGIN, y + ROW_HEIGHT
        block = set_text(text, LEGEND, x + SIGN + 6, y + (ROW_HEIGHT - LEGEND.leading) / 2, taken)
        entries.append(Entry(sign, Box(round(x, 2), y, SIGN, ROW_HEIGHT), block))
        x += taken + _BETWEEN
    return tuple(entries)


def _signs(cards: tuple[Card, ...], edges: tuple[Edge, ...]) -> Iterator[tuple[str, Message]]:
    if any(edge.main for edge in edges):
        yield "main", msg("Main path")
    if any(not edge.main for edge in edges):
        yield "other", msg("Other paths")
    if any(card.star for card in cards):
        yield "star", msg("Moment of truth")
    for kind in ("action", "wait"):
        if any(card.kind == kind for card in cards):
            yield kind, KINDS[kind]
    moods = {card.mood for card in cards}
    for mood in (2, 1, 0, -1, -2):
        if mood in moods:
            yield f"mood{mood}", MOODS[mood]
