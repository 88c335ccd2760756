"""Is it somebody's journey: do we know who she is, what she wants and what she expects?"""

from __future__ import annotations

from cjm.checks.score.question import Answer, Facts, Question, Side, share, whether
from cjm.diagnostics import counted, msg
from cjm.model import Persona, Stage


def _personas(facts: Facts) -> list[Persona]:
    """Those that the journey is of: its own, and the one of the catalogue that it names."""
    journey = facts.journey
    return [each for each in journey.known_personas if each in journey.personas or each.id == journey.persona]


def _persona(facts: Facts) -> Answer:
    return whether(facts.journey.main_persona)


def _wants(facts: Facts) -> Answer:
    return whether([each for each in _personas(facts) if each.needs or each.goals])


def _face(facts: Facts) -> Answer:
    return whether([each for each in _personas(facts) if each.summary or each.quote or each.frustrations])


def _goals(facts: Facts) -> Answer:
    return share(facts.journey.stages, lambda stage: stage.customer_goal or stage.needs)


def _expected(stage: Stage) -> bool:
    return bool(stage.expectations) or any(touchpoint.expectation for touchpoint in stage.touchpoints)


def _expectations(facts: Facts) -> Answer:
    return share(facts.journey.stages, _expected)


def _entries(facts: Facts) -> Answer:
    return share(facts.journey.stages, lambda stage: stage.enters_when)


SIDE = Side(
    "customer",
    msg("customer"),
    msg("is it clear who she is, what she wants and what she expects?"),
    15,
    (
        Question(30, msg("the persona"), _persona, lambda *_: msg("say whose journey it is: `persona: …`")),
        Question(
            15,
            msg("what the persona needs"),
            _wants,
            lambda *_: msg("write what she must have or wants to reach: `personas: [{name: …, needs: […]}]`"),
        ),
        Question(
            10,
            msg("who the persona is"),
            _face,
            lambda *_: msg("say who she is in a line: `summary: …`, or a sentence that she said: `quote: …`"),
        ),
        Question(
            20,
            msg("what the customer wants in each stage"),
            _goals,
            lambda lacking, of: counted(
                "say what the customer wants in {count} of {total} stages: `customer_goal: …`",
                "say what the customer wants in {count} of {total} stages: `customer_goal: …`",
                lacking,
                total=of,
            ),
        ),
        Question(
            15,
            msg("what the customer expects in each stage"),
            _expectations,
            lambda lacking, of: counted(
                "say what the customer expects in {count} of {total} stages: `expectations: […]`",
                "say what the customer expects in {count} of {total} stages: `expectations: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            10,
            msg("what moves the customer into each stage"),
            _entries,
            lambda lacking, of: counted(
                "say what moves the customer into {count} of {total} stages: `enters_when: …`",
                "say what moves the customer into {count} of {total} stages: `enters_when: …`",
                lacking,
                total=of,
            ),
        ),
    ),
)
