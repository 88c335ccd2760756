"""Is the map of today: is it looked at again, and are its facts recent?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cjm.checks.score.question import Answer, Facts, Question, Side, whether
from cjm.diagnostics import msg
from cjm.model import uses

EVIDENCE_DAYS = 548
"""Eighteen months, as in the rule `stale-evidence`."""
FIGURE_DAYS = 90
"""As in the rule `metric-stale`."""


def _reviewed(facts: Facts) -> Answer:
    return whether(facts.journey.reviewed)


def _interval(facts: Facts) -> Answer:
    return whether(facts.journey.review_every)


def _in_time(facts: Facts) -> Answer:
    """Without an interval nobody can tell."""
    reviewed, every = facts.journey.reviewed, facts.journey.review_every
    return whether(reviewed and every and (facts.today - reviewed).days <= every.days)


def _recent(facts: Facts) -> Answer:
    return _within(facts.today, EVIDENCE_DAYS, (each.date for each in facts.cited))


def _measured(facts: Facts) -> Answer:
    journey = facts.journey
    said = {use.said for use in (*uses.targets(journey), *uses.observed(journey))}
    metrics = [each for each in journey.known_metrics if each in journey.metrics or each.id in said]
    days = (*(each.measured for each in metrics), *(each.measured for each in uses.figures(journey)))
    return _within(facts.today, FIGURE_DAYS, days)


def _within(today: date, days: int, found: Iterable[date | None]) -> Answer:
    """Whether one of the days is not longer ago."""
    return whether([each for each in found if each and (today - each).days <= days])


SIDE = Side(
    "freshness",
    msg("freshness"),
    msg("is it of today?"),
    5,
    (
        Question(
            25,
            msg("the day of the last review"),
            _reviewed,
            lambda *_: msg("write when the map was last held against reality: `reviewed: …`"),
        ),
        Question(
            15,
            msg("how often it is reviewed"),
            _interval,
            lambda *_: msg("say how often that should happen: `review_every: 90d`"),
        ),
        Question(
            25,
            msg("a review in time"),
            _in_time,
            lambda *_: msg("hold the map against reality, and write the day and the interval: `reviewed: …`"),
        ),
        Question(
            20,
            msg("evidence of the last eighteen months"),
            _recent,
            lambda *_: msg("cite evidence of the last eighteen months, with its `date`"),
        ),
        Question(
            15,
            msg("a figure of the last three months"),
            _measured,
            lambda *_: msg("write a figure of the last three months: `figures: [{metric: …, value: …, measured: …}]`"),
        ),
    ),
)
