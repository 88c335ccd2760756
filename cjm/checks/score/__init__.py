"""How complete and how well founded a journey is: seven sides of it, each from 0 to 100.

Each side is a module: a list of questions, each with the points it can earn, which sum up to 100. A question that is
answered for four of six opportunities earns four sixths of its points; one about what the map does not have yet earns
none. The smallest journey has 0, and nothing that is added to a part ever lowers a score.

A score says how much of a map is there, not whether it is true: what contradicts itself is found by the rules.
"""

from __future__ import annotations

from datetime import date

from cjm.checks.score import action, customer, emotion, evidence, freshness, scope, touchpoints
from cjm.checks.score.question import Facts, Side, sources
from cjm.model import Journey
from cjm.model.score import Dimension, Mark, Score

SIDES: tuple[Side, ...] = (
    scope.SIDE,
    customer.SIDE,
    touchpoints.SIDE,
    emotion.SIDE,
    evidence.SIDE,
    action.SIDE,
    freshness.SIDE,
)
"""The sides of a journey, in the order in which a team meets them; their weights sum up to 100."""


def score(journey: Journey, today: date, file: str = "") -> Score:
    """The score of a journey on a day."""
    facts = Facts(journey, today, sources(journey))
    return Score(journey.id, journey.title, journey.status, file, tuple(_judged(side, facts) for side in SIDES))


def _judged(side: Side, facts: Facts) -> Dimension:
    marks = []
    for question in side.questions:
        have, of = question.answer(facts)
        marks.append(Mark(question.points, question.label, have, of, question.advice(max(of - have, 0), of)))
    return Dimension(side.id, side.name, side.about, side.weight, tuple(marks))
