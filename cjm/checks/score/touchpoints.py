"""Does the map say what happens: where, what the customer does, and who answers for it?"""

from __future__ import annotations

from cjm.checks.score.question import Answer, Facts, Question, Side, share
from cjm.diagnostics import counted, msg


def _stages(facts: Facts) -> Answer:
    return share(facts.journey.stages, lambda stage: stage.touchpoints or stage.skipped)


def _channels(facts: Facts) -> Answer:
    """A wait and what the customer does alone happen in no channel."""
    return share(facts.journey.touchpoints, lambda each: each.met_in or each.kind != "contact")


def _actions(facts: Facts) -> Answer:
    return share(facts.journey.touchpoints, lambda each: each.actions or each.kind == "wait")


def _owners(facts: Facts) -> Answer:
    return share(facts.journey.touchpoints, lambda each: each.owner or each.kind == "wait")


SIDE = Side(
    "touchpoints",
    msg("touchpoints"),
    msg("is it clear what happens, where, and who answers for it?"),
    15,
    (
        Question(
            30,
            msg("touchpoints in each stage"),
            _stages,
            lambda lacking, of: counted(
                "say what happens in {count} of {total} stages: `touchpoints: […]`",
                "say what happens in {count} of {total} stages: `touchpoints: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            25,
            msg("channels of touchpoints"),
            _channels,
            lambda lacking, of: counted(
                "say where {count} of {total} touchpoints happens: `channel: …`",
                "say where {count} of {total} touchpoints happen: `channel: …`",
                lacking,
                total=of,
            ),
        ),
        Question(
            20,
            msg("what the customer does at touchpoints"),
            _actions,
            lambda lacking, of: counted(
                "say what the customer does at {count} of {total} touchpoints: `actions: […]`",
                "say what the customer does at {count} of {total} touchpoints: `actions: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            25,
            msg("owners of touchpoints"),
            _owners,
            lambda lacking, of: counted(
                "name an owner for {count} of {total} touchpoints: `owner: …`",
                "name an owner for {count} of {total} touchpoints: `owner: …`",
                lacking,
                total=of,
            ),
        ),
    ),
)
