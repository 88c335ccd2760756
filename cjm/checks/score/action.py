"""Does something follow from the map: for what hurts, by whom, and by when?"""

from __future__ import annotations

from cjm.checks.score.question import Answer, Facts, Question, Side, pains, share, whether
from cjm.diagnostics import counted, msg
from cjm.model import Opportunity
from cjm.model.answers import answers


def _chances(facts: Facts) -> list[Opportunity]:
    return [each for each in facts.journey.every_opportunity if each.status != "rejected"]


def _pains(facts: Facts) -> Answer:
    return whether(pains(facts))


def _severities(facts: Facts) -> Answer:
    return share(pains(facts), lambda pain: pain.severity)


def _answered(facts: Facts) -> Answer:
    found = answers(facts.journey)
    return share(pains(facts), lambda pain: pain.id in found)


def _owners(facts: Facts) -> Answer:
    return share(_chances(facts), lambda each: each.owner or each.status == "done")


def _weighed(facts: Facts) -> Answer:
    return share(_chances(facts), lambda each: each.impact and each.effort)


def _begun(facts: Facts) -> Answer:
    return whether([each for each in _chances(facts) if each.status != "idea"])


def _dated(facts: Facts) -> Answer:
    return whether([each for each in _chances(facts) if each.due or each.shipped])


SIDE = Side(
    "action",
    msg("action"),
    msg("does something follow from it, by whom and by when?"),
    15,
    (
        Question(
            15,
            msg("where it hurts"),
            _pains,
            lambda *_: msg("write where it hurts: `pain_points: […]`"),
        ),
        Question(
            10,
            msg("how much pain points hurt"),
            _severities,
            lambda lacking, of: (
                counted(
                    "say how much {count} of {total} pain points hurts: `severity: …`, from 1 to 5",
                    "say how much {count} of {total} pain points hurt: `severity: …`, from 1 to 5",
                    lacking,
                    total=of,
                )
                if of
                else msg("write where it hurts and how much: `pain_points: [{text: …, severity: …}]`")
            ),
        ),
        Question(
            30,
            msg("pain points with an opportunity"),
            _answered,
            lambda lacking, of: (
                counted(
                    "write what could change for {count} of {total} pain points: `opportunities: […]`",
                    "write what could change for {count} of {total} pain points: `opportunities: […]`",
                    lacking,
                    total=of,
                )
                if of
                else msg("write where it hurts, and beside it what could change: `opportunities: […]`")
            ),
        ),
        Question(
            20,
            msg("owners of opportunities"),
            _owners,
            lambda lacking, of: (
                counted(
                    "name an owner for {count} of {total} opportunities: `owner: …`",
                    "name an owner for {count} of {total} opportunities: `owner: …`",
                    lacking,
                    total=of,
                )
                if of
                else msg("write what could change, and who will do it: `opportunities: [{text: …, owner: …}]`")
            ),
        ),
        Question(
            10,
            msg("impact and effort of opportunities"),
            _weighed,
            lambda lacking, of: (
                counted(
                    "weigh {count} of {total} opportunities: `impact: …` and `effort: …`, from 1 to 5",
                    "weigh {count} of {total} opportunities: `impact: …` and `effort: …`, from 1 to 5",
                    lacking,
                    total=of,
                )
                if of
                else msg("write what could change, and weigh it: `impact: …` and `effort: …`, from 1 to 5")
            ),
        ),
        Question(
            10,
            msg("an opportunity that is more than an idea"),
            _begun,
            lambda *_: msg("plan the first opportunity: `status: planned`"),
        ),
        Question(
            5,
            msg("a date for an opportunity"),
            _dated,
            lambda *_: msg("say by when an opportunity should be done: `due: …`"),
        ),
    ),
)
