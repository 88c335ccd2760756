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
_EDGES = {
    "main": msg("Main path"),
    "other": msg("Other paths"),
    "drawn": msg("Other paths"),
    "strays": msg("Taken by customers, on no path"),
}
_ABOVE = (ROW_HEIGHT - LEGEND.leading) / 2


def place_legend(  # noqa: PLR0913 - what the signs are of, and where they may stand
    cards: Iterable[Card], edges: Iterable[Edge], top: float, right: float, tell: Say, notes: Iterable[str] = ()
) -> tuple[Entry, ...]:
    """Notes, then signs with their meanings, in rows between the left margin and `right`."""
    entries = list(_notes(notes, top, right, tell.language))
    x, y = MARGIN, max((entry.box.bottom for entry in entries), default=top)
    for sign, message in _signs(tuple(cards), tuple(edges)):
        text = tell(message)
        taken = SIGN + 6 + text_width(text, LEGEND.size)
        if x > MARGIN and x + taken > right:
            x, y = MARGIN, y + ROW_HEIGHT
        block = set_text(text, LEGEND, x + SIGN + 6, y + _ABOVE, taken)
        entries.append(Entry(sign, Box(round(x, 2), y, SIGN, ROW_HEIGHT), block))
        x += taken + _BETWEEN
    return tuple(entries)


def _notes(notes: Iterable[str], top: float, right: float, language: str) -> Iterator[Entry]:
    """Sentences, each in rows of its own: they may be long."""
    y, left = top, MARGIN + SIGN + 6
    for note in notes:
        block = set_text(note, LEGEND, left, y + _ABOVE, right - left, language=language)
        height = len(block.lines) * LEGEND.leading + 2 * _ABOVE
        yield Entry("note", Box(MARGIN, y, SIGN, height), block)
        y += height


def _signs(cards: tuple[Card, ...], edges: tuple[Edge, ...]) -> Iterator[tuple[str, Message]]:
    roles = {"main" if edge.main else edge.role or "other" for edge in edges}
    yield from ((role, message) for role, message in _EDGES.items() if role in roles)
    if roles & {"drawn", "strays"}:
        yield "note", msg("Share of the steps from there, and the median time until then")
    if any(card.star for card in cards):
        yield "star", msg("Moment of truth")
    for kind in ("action", "wait"):
        if any(card.kind == kind for card in cards):
            yield kind, KINDS[kind]
    moods = {card.mood for card in cards}
    for mood in (2, 1, 0, -1, -2):
        if mood in moods:
            yield f"mood{mood}", MOODS[mood]
