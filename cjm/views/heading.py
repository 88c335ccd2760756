"""The head of a picture: what journey it is, whose, what for, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cjm.diagnostics import Message, msg
from cjm.views.choice import Choice
from cjm.views.labels import STATES, STATUSES
from cjm.views.pen import Pen
from cjm.views.picture import Group, Mark, Words
from cjm.views.shapes import Box, Style
from cjm.views.teller import Teller
from cjm.views.typeset import LEAD, NOTE, TITLE

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

WIDEST = 1240.0
"""Longer lines are hard to read."""


class Heading(NamedTuple):
    """The placed head, and where what follows may begin."""

    groups: tuple[Group, ...]
    bottom: float


def heading(teller: Teller, choice: Choice, left: float, top: float, width: float, pen: Pen) -> Heading:  # noqa: PLR0913 - a place is three numbers
    """Title, persona and objective, state and review. Nothing where the page says it already."""
    if not choice.headed:
        return Heading((), top)
    marks: list[Mark] = []
    y, room = top, min(width, WIDEST)
    for text, style, role in _texts(teller, choice):
        marks.append(Words(role, pen.set(text, style, left, y, room)))
        y += pen.depth(text, style, room) + 3
    return Heading((Group("heading", Box(left, top, room, y - top), tuple(marks)),), y + 12)


def _texts(teller: Teller, choice: Choice) -> Iterator[tuple[str, Style, str]]:
    journey = teller.journey
    yield journey.title, TITLE, "ink"
    who = " · ".join(part for part in (*_persona(teller), _objective(teller)) if part)
    if who:
        yield who, LEAD, "quiet"
    said = " · ".join(part for part in (*_standing(teller), *chosen(teller, choice)) if part)
    if said:
        yield said, NOTE, "quiet"


def _persona(teller: Teller) -> Iterator[str]:
    journey = teller.journey
    main = journey.main_persona
    if main:
        yield teller.persona_name(main)
        yield next((each.summary or "" for each in journey.known_personas if each.id == main), "")


def _objective(teller: Teller) -> str:
    objective = teller.journey.objective
    return (
        teller.say.whole(msg("Objective: {text}", text=objective.statement))
        if objective and objective.statement
        else ""
    )


def _standing(teller: Teller) -> Iterator[str]:
    journey = teller.journey
    yield teller.say(STATES[journey.state]) if journey.state else ""
    yield teller.say(STATUSES[journey.status])
    yield teller.say(msg("reviewed on {day}", day=teller.day(journey.reviewed))) if journey.reviewed else ""
    yield teller.say.whole(msg("kept by {team}", team=teller.team(journey.owner))) if journey.owner else ""


def chosen(teller: Teller, choice: Choice) -> Iterator[str]:
    """What has been picked out, so that nobody takes a part for the whole."""
    known = {each.id: each.name or each.id for each in teller.journey.paths}
    if choice.path:
        yield teller.say.whole(msg("only the path “{name}”", name=known.get(choice.path, choice.path)))
    if choice.persona:
        yield teller.say.whole(msg("only what {name} meets", name=teller.persona_name(choice.persona)))
    if choice.channel:
        yield teller.say.whole(msg("only the channel “{name}”", name=teller.channel(choice.channel)))
    if choice.measured is not None:
        yield teller.say(_basis(teller, choice.measured))
    if choice.compared is not None:
        yield teller.say.whole(msg("compared with “{title}”", title=choice.compared.title))


def _basis(teller: Teller, measurement: Measurement) -> Message:
    from cjm.views.measured.figures import basis_said  # noqa: PLC0415 - few pictures are measured

    return basis_said(measurement, teller)
