"""Where a journey speaks of what it or its catalogue defines, and everything in it that has an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cjm.model.journey import Journey
from cjm.model.kept import Kept
from cjm.model.part import Part, PathStep
from cjm.model.parts import Figure, Identified, Statement
from cjm.model.stage import Stage
from cjm.model.touchpoint import Emotion, Touchpoint

Path = tuple[PathStep, ...]


class Use(NamedTuple):
    """What is said, and where; `on_key` when it is said as a key."""

    path: Path
    said: str
    on_key: bool = False


@Kept
def personas(journey: Journey) -> Iterator[Use]:
    """The main persona, who meets a touchpoint, who feels otherwise, who suffers, who goes a path."""
    yield from _one(journey, "persona", journey.persona)
    for touchpoint in journey.touchpoints:
        yield from _each(touchpoint, "personas", touchpoint.personas)
    for emotion in _emotions(journey):
        for name, _ in emotion.by:
            yield Use((*emotion.path, "by", name), name, on_key=True)
    for pain in journey.every_pain_point:
        yield from _each(pain, "felt_by", pain.felt_by)
    for route in journey.paths:
        yield from _one(route, "persona", route.persona)


@Kept
def channels(journey: Journey) -> Iterator[Use]:
    """Where touchpoints happen."""
    for touchpoint in journey.touchpoints:
        yield from _one(touchpoint, "channel", touchpoint.channel)
        yield from _each(touchpoint, "channels", touchpoint.channels)


@Kept
def teams(journey: Journey) -> Iterator[Use]:
    """Owners of the journey, its objective, touchpoints and opportunities, and who took part."""
    yield from _one(journey, "owner", journey.owner)
    yield from _each(journey, "participants", journey.participants)
    if journey.objective:
        yield from _one(journey.objective, "owner", journey.objective.owner)
    for touchpoint in journey.touchpoints:
        yield from _one(touchpoint, "owner", touchpoint.owner)
    for opportunity in journey.every_opportunity:
        yield from _one(opportunity, "owner", opportunity.owner)


@Kept
def evidence(journey: Journey) -> Iterator[Use]:
    """What emotions, touchpoints, pain points, figures, needs and expectations rest on."""
    for emotion in _emotions(journey):
        yield from _each(emotion, "evidence", emotion.evidence)
    for touchpoint in journey.touchpoints:
        yield from _each(touchpoint, "evidence", touchpoint.evidence)
    for pain in journey.every_pain_point:
        yield from _each(pain, "evidence", pain.evidence)
    for figure in figures(journey):
        yield from _each(figure, "evidence", figure.evidence)
    for _, statement in _statements(journey):
        yield from _each(statement, "evidence", statement.evidence)


def targets(journey: Journey) -> Iterator[Use]:
    """The metrics of targets; the objective's is one when it has a value to reach."""
    objective = journey.objective
    if objective and (objective.at_least or objective.at_most):
        yield from _one(objective, "metric", objective.metric)
    for place in journey.places:
        for target in place.targets:
            yield from _one(target, "metric", target.metric)


def observed(journey: Journey) -> Iterator[Use]:
    """The metrics of figures written by hand, and of an objective that has no value to reach."""
    objective = journey.objective
    if objective and not (objective.at_least or objective.at_most):
        yield from _one(objective, "metric", objective.metric)
    for figure in figures(journey):
        yield from _one(figure, "metric", figure.metric)


def lanes(journey: Journey) -> Iterator[Use]:
    """The lanes that stages and touchpoints have text for."""
    for place in stages_and_touchpoints(journey):
        for name, _ in place.lanes:
            yield Use((*place.path, "lanes", name), name, on_key=True)


def touchpoints(journey: Journey) -> Iterator[Use]:
    """The touchpoint that completes the journey, and the steps of its paths."""
    if journey.scope:
        yield from _one(journey.scope, "ends_at", journey.scope.ends_at)
    for route in journey.paths:
        for step in route.steps:
            yield Use((*step.path, "to"), step.to)


def pain_points(journey: Journey) -> Iterator[Use]:
    """What opportunities answer."""
    for opportunity in journey.every_opportunity:
        yield from _each(opportunity, "addresses", opportunity.addresses)


def figures(journey: Journey) -> Iterator[Figure]:
    """Every figure written by hand."""
    return (figure for place in stages_and_touchpoints(journey) for figure in place.figures)


def stages_and_touchpoints(journey: Journey) -> Iterator[Stage | Touchpoint]:
    """Each stage, followed by its touchpoints."""
    for stage in journey.stages:
        yield stage
        yield from stage.touchpoints


@Kept
def named_parts(journey: Journey) -> Iterator[tuple[str, Identified]]:
    """Every part that others may hold on to, with its kind; needs, expectations and notes are not among them."""
    defined: tuple[Sequence[Identified], ...] = (
        journey.personas,
        journey.channels,
        journey.teams,
        journey.evidence,
        journey.metrics,
        journey.lanes,
    )
    for parts in defined:
        yield from _of_family(parts)
    for place in journey.places:
        if place is not journey:
            yield place.family, place
        yield from _of_family(place.pain_points)
        yield from _of_family(place.opportunities)
    yield from _of_family(journey.paths)


@Kept
def identified_parts(journey: Journey) -> Iterator[tuple[str, Identified]]:
    """Everything that may have an id, with what its id is unique among."""
    yield from named_parts(journey)
    yield from _statements(journey)
    for place in journey.places:
        yield from _of_family(place.notes)


def _of_family(parts: Iterable[Identified]) -> Iterator[tuple[str, Identified]]:
    return ((part.family, part) for part in parts)


def _statements(journey: Journey) -> Iterator[tuple[str, Statement]]:
    for persona in journey.personas:
        for kind, said in (("need", persona.needs), ("goal", persona.goals), ("frustration", persona.frustrations)):
            for statement in said:
                yield kind, statement
    for stage in journey.stages:
        for kind, said in (("need", stage.needs), ("expectation", stage.expectations)):
            for statement in said:
                yield kind, statement
        for touchpoint in stage.touchpoints:
            if touchpoint.expectation:
                yield "expectation", touchpoint.expectation


def _emotions(journey: Journey) -> Iterator[Emotion]:
    return (place.emotion for place in stages_and_touchpoints(journey) if place.emotion)


def _one(part: Part, key: str, said: str | None) -> Iterator[Use]:
    if said:
        yield Use((*part.path, key), said)


def _each(part: Part, key: str, said: Sequence[str]) -> Iterator[Use]:
    for number, name in enumerate(said):
        yield Use((*part.path, key, number), name)
