"""Is this one journey, for something, of somebody's, from somewhere to somewhere?"""

from __future__ import annotations

from cjm.checks.score.question import Answer, Facts, Question, Side, up_to, whether
from cjm.diagnostics import counted, msg

STAGES = 3
"""Before, during and after."""
AREAS = 2


def _objective(facts: Facts) -> Answer:
    return whether(facts.journey.objective)


def _figure(facts: Facts) -> Answer:
    """A target of the whole journey will do, as in the rule `objective-without-target`."""
    journey = facts.journey
    objective = journey.objective
    own = objective and objective.metric and (objective.at_least or objective.at_most)
    return whether(own or journey.targets)


def _start(facts: Facts) -> Answer:
    return whether(facts.journey.scope and facts.journey.scope.starts_when)


def _end(facts: Facts) -> Answer:
    scope = facts.journey.scope
    return whether(scope and (scope.ends_when or scope.ends_at))


def _stages(facts: Facts) -> Answer:
    return up_to(len(facts.journey.stages), STAGES)


def _owner(facts: Facts) -> Answer:
    return whether(facts.journey.owner)


def _areas(facts: Facts) -> Answer:
    return up_to(len({*facts.journey.participants}), AREAS)


SIDE = Side(
    "scope",
    msg("scope"),
    msg("is it clear what the map is for, where it begins and ends, and whose it is?"),
    15,
    (
        Question(25, msg("the objective"), _objective, lambda *_: msg("say what the company wants: `objective: …`")),
        Question(
            20,
            msg("stages"),
            _stages,
            lambda lacking, _: counted(
                "add {count} stage: what comes before, and what comes after",
                "add {count} stages: what comes before, and what comes after",
                lacking,
            ),
        ),
        Question(
            15,
            msg("a figure for the objective"),
            _figure,
            lambda *_: msg("give the objective a figure to reach: `metric: …` and `at_least: …`"),
        ),
        Question(10, msg("the start"), _start, lambda *_: msg("say what begins it: `scope: {starts_when: …}`")),
        Question(10, msg("the end"), _end, lambda *_: msg("say what ends it: `scope: {ends_when: …}`")),
        Question(10, msg("an owner"), _owner, lambda *_: msg("name the team that keeps the map true: `owner: …`")),
        Question(
            10,
            msg("areas that took part"),
            _areas,
            lambda lacking, _: counted(
                "name {count} more area that took part: `participants: […]`",
                "name {count} more areas that took part: `participants: […]`",
                lacking,
            ),
        ),
    ),
)
