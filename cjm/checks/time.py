"""Is the map still held against reality, and are its figures of this season?"""

from __future__ import annotations

from datetime import date

from cjm.checks.registry import ERROR, INFO, WARNING, Finding, Findings, Path, Rule, Setting, at, once, rule, together
from cjm.diagnostics import counted, msg
from cjm.model import Journey, uses


@rule(INFO, agreed=WARNING)
def missing_review(journey: Journey, _: Setting) -> Findings:
    """Nothing says when the map was last held against reality, or how often that should happen.

    Services change every month. A map that nobody looks at again is wrong within the year, and does not say since when.
    A draft is asked once it says one of the two.

    Bad:
        cjm: 1
        title: Adopting a cat
        persona: Couple in a small flat
        objective: Fewer cats come back
        review_every: 180d
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Good:
        cjm: 1
        title: Adopting a cat
        persona: Couple in a small flat
        objective: Fewer cats come back
        reviewed: 2026-10-01
        review_every: 180d
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on maps as living documents.
    """
    if journey.status != "agreed" and not (journey.reviewed or journey.review_every):
        return
    if not journey.reviewed:
        yield at(
            journey,
            "reviewed",
            msg("the map does not say when it was last held against reality"),
            msg("write the day of the last review: `reviewed: 2026-10-01`"),
        )
    elif not journey.review_every:
        yield at(
            journey,
            "review_every",
            msg("the map does not say how often it is held against reality"),
            msg("write how long it may go without: `review_every: 90d`"),
        )


@rule(WARNING)
def review_overdue(journey: Journey, setting: Setting) -> Findings:
    """The map has not been held against reality for longer than it promised itself.

    Somebody will decide something by it, and believe that it is of today. After twice the interval it is an error.

    Bad:
        cjm: 1
        title: Adopting a cat
        persona: Couple in a small flat
        objective: Fewer cats come back
        reviewed: 2026-04-01
        review_every: 180d
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Good:
        cjm: 1
        title: Adopting a cat
        persona: Couple in a small flat
        objective: Fewer cats come back
        reviewed: 2026-10-01
        review_every: 180d
        stages: [{name: Looking}, {name: Meeting}, {name: First week}]

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on maps as living documents.
    """
    if not journey.reviewed or not journey.review_every or journey.status == "retired":
        return
    age, most = (setting.today - journey.reviewed).days, journey.review_every
    if age > most.days:
        yield Finding(
            ("reviewed",),
            counted(
                "the last review was {count} day ago, and one is due every `{interval}`",
                "the last review was {count} days ago, and one is due every `{interval}`",
                age,
                interval=most.text,
            ),
            msg("go through the map with those who know, mend it, and write the day"),
            related=((("review_every",), msg("how often the map promises it")),),
            severity=ERROR if age > 2 * most.days else None,
        )


@rule(WARNING, metric_age="90d")
def metric_stale(journey: Journey, setting: Setting) -> Findings:
    """A figure was measured long ago.

    It stands on the map like one of today, and somebody will decide by it. Figures of stages and touchpoints are asked,
    and metrics: the journey's own, and those of the catalogue that it speaks of. A measurement is asked for its last day.

    Bad:
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking, figures: [{metric: conversion, value: 71%, measured: 2026-03-31}]}
          - {name: Riding}
          - {name: Bringing it back}

    Good:
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking, figures: [{metric: conversion, value: 74%, measured: 2026-10-31}]}
          - {name: Riding}
          - {name: Bringing it back}

    Options:
        metric_age: how old a figure may be

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013), on continuous measuring.
    """
    if journey.status == "retired":
        return
    most = setting.days("metric_age")
    old = [path for path, measured in _measured(journey) if (setting.today - measured).days > most]
    age = str(setting.options["metric_age"])
    until = setting.measurement.until if setting.measurement else None
    if until and (setting.today - until.date()).days > most:
        yield Finding(
            ("title",),
            msg("what is known of its customers ends more than {age} ago, on `{day}`", age=age, day=str(until.date())),
            msg("measure again: `cjm measure`"),
            on_key=True,
        )
    yield from together(
        old,
        counted(
            "this was measured more than {age} ago",
            "{count} figures were measured more than {age} ago",
            len(old),
            age=age,
        ),
        msg("measure again, and write the value and the day"),
        msg("this is as old"),
    )


@rule(INFO, agreed=WARNING)
def metric_without_source(journey: Journey, _: Setting) -> Findings:
    """A metric does not say where it is kept, what it counts, or how it is worked out.

    Two people look it up and find two values. `source`, `unit` and `formula` together make it one figure. A draft is
    asked where another metric has all three.

    Bad:
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        metrics:
          - {name: One-way rides, unit: share, formula: rides to another station / rides, source: Stations, value: 62%}
          - {name: Broken bicycles, unit: share, value: 9%}
        stages: [{name: Unlocking}, {name: Riding}, {name: Bringing it back}]

    Good:
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        metrics:
          - {name: One-way rides, unit: share, formula: rides to another station / rides, source: Stations, value: 62%}
          - {name: Broken bicycles, unit: share, formula: in repair / all bicycles, source: Workshop, value: 9%}
        stages: [{name: Unlocking}, {name: Riding}, {name: Bringing it back}]

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016), on measures.
    """
    lacking = [metric for metric in journey.metrics if not (metric.source and metric.unit and metric.formula)]
    yield from once(
        journey,
        lacking,
        len(journey.metrics),
        "",
        counted(
            "{count} of {total} metrics has no source, no unit or no formula",
            "{count} of {total} metrics have no source, no unit or no formula",
            len(lacking),
            total=len(journey.metrics),
        ),
        msg("write where it is kept, what it counts and how it is worked out: `source`, `unit`, `formula`"),
        msg("this lacks one of them too"),
    )


def _measured(journey: Journey) -> list[tuple[Path, date]]:
    """The day of every figure and metric that has one, with its place; a shared metric's is where it is first used."""
    found = [((*metric.path, "measured"), metric.measured) for metric in journey.metrics]
    found += [((*figure.path, "measured"), figure.measured) for figure in uses.figures(journey)]
    if journey.catalogue.metrics:
        used: dict[str, Path] = {}
        for use in (*uses.targets(journey), *uses.observed(journey)):
            used.setdefault(use.said, use.path)
        own = {metric.id for metric in journey.metrics}
        shared = [each for each in journey.catalogue.metrics if each.id in used and each.id not in own]
        found += [(used[metric.id], metric.measured) for metric in shared]
    return [(path, measured) for path, measured in found if measured]


RULES: tuple[Rule, ...] = (
    missing_review,
    review_overdue,
    metric_stale,
    metric_without_source,
)
