"""What a journey's life is told from: the little that is kept of each version, so that hundreds can be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from cjm.checks.score import score
from cjm.history.pieces import Pieces
from cjm.model import Journey, ProjectFile, Stage, Touchpoint
from cjm.model.answers import answers
from cjm.model.build import build_journey
from cjm.project import NAME
from cjm.project.config import build
from cjm.source import read


class Felt(NamedTuple):
    """How a version feels on the whole, from −2 to 2, and where it feels worst."""

    mean: float
    lowest: float
    where: str


class Thing(NamedTuple):
    """A pain point or an opportunity. `place` is the name of what it stands at; `answered` is for pain points."""

    id: str
    was: tuple[str, ...]
    generated: bool
    text: str
    place_id: str
    place: str
    severity: int | None = None
    status: str = ""
    answered: bool = False


class Snapshot(NamedTuple):
    """One version of a journey; `completeness` is its score from 0 to 100."""

    id: str
    title: str
    language: str
    felt: Felt | None
    completeness: int
    pains: tuple[Thing, ...]
    ideas: tuple[Thing, ...]


def take(content: bytes, project: bytes | None, day: date, pieces: Pieces) -> Snapshot | None:
    """The snapshot of a journey under a project file on a day; None when there is no journey in it."""
    document = pieces.read(content)
    settings = project_settings(project) if project is not None else None
    catalogue, language = (settings.catalogue, settings.language) if settings else (None, None)
    journey = build_journey(document, catalogue, language).part
    if journey is None:
        return None
    answered = answers(journey)
    return Snapshot(
        journey.id,
        journey.title,
        journey.language or "",
        felt(journey),
        score(journey, day).overall,
        tuple(each._replace(answered=each.id in answered) for each in _pains(journey)),
        tuple(_ideas(journey)),
    )


@lru_cache(maxsize=64)
def project_settings(content: bytes) -> ProjectFile:
    """What a project file says; the same text is read once."""
    return build(read(content, NAME), Path()).settings


def felt(journey: Journey) -> Felt | None:
    """How a journey feels: its touchpoints, and the mood of stages whose touchpoints say nothing."""
    scores: list[tuple[float, str]] = []
    for stage in journey.stages:
        said = [(each.score, each.name) for each in stage.touchpoints if each.score is not None]
        if not said and stage.emotion and stage.emotion.score is not None:
            said = [(stage.emotion.score, stage.name)]
        scores += said
    if not scores:
        return None
    lowest, where = min(scores, key=lambda each: each[0])
    return Felt(fmean(value for value, _ in scores), lowest, where)


def _pains(journey: Journey) -> Iterator[Thing]:
    for place in journey.places:
        for each in place.pain_points:
            yield Thing(each.id, each.was, each.generated, each.text, place.id, _named(place), severity=each.severity)


def _ideas(journey: Journey) -> Iterator[Thing]:
    for place in journey.places:
        for each in place.opportunities:
            yield Thing(each.id, each.was, each.generated, each.text, place.id, _named(place), status=each.status)


def _named(place: Journey | Stage | Touchpoint) -> str:
    return place.title if isinstance(place, Journey) else place.name
