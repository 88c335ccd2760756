"""What other journeys need to know of one: enough for the rules that look across files, small enough to be cached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.diagnostics import Span
from cjm.model.journey import Journey
from cjm.model.part import PathStep

Path = tuple[PathStep, ...]


class Mention(NamedTuple):
    """Another journey's id, or a file of the project, that a journey names."""

    path: Path
    target: str
    span: Span


class Said(NamedTuple):
    """A pain point or a touchpoint, to be found again in other journeys by its `gist`.

    `mark` is what settles it: the pain point's `ref`, the touchpoint's owner.
    """

    path: Path
    text: str
    gist: str
    span: Span
    mark: str = ""


class Outline(NamedTuple):
    """A journey as its neighbours see it. `id_span` is where its id is written, or its title.

    `personas` are those that it speaks of, by id; `contacts` its touchpoints, without waits and lonely actions.
    """

    file: str
    id: str
    title: str
    status: str
    id_span: Span
    details: tuple[Mention, ...] = ()
    compares_to: tuple[Mention, ...] = ()
    files: tuple[Mention, ...] = ()
    personas: tuple[str, ...] = ()
    pains: tuple[Said, ...] = ()
    contacts: tuple[Said, ...] = ()


def named_journeys(journey: Journey) -> Iterator[tuple[Path, str]]:
    """Every `details`: the path of the key, and the journey it names."""
    return (((*each.path, "details"), each.details) for each in journey.touchpoints if each.details)


def named_files(journey: Journey) -> Iterator[tuple[Path, str]]:
    """Every path of the project that the journey names: images and local links."""
    for touchpoint in journey.touchpoints:
        if touchpoint.image:
            yield (*touchpoint.path, "image"), touchpoint.image
        for link in touchpoint.links:
            yield (*link.path, "link"), link.link
    for persona in journey.personas:
        if persona.image:
            yield (*persona.path, "image"), persona.image
    for opportunity in journey.every_opportunity:
        if opportunity.link:
            yield (*opportunity.path, "link"), opportunity.link
    for evidence in journey.evidence:
        if evidence.link:
            yield (*evidence.path, "link"), evidence.link
