"""A project at once: what its journeys have, whom they serve, who owns what, where it hurts and what is done about it.

Counts, and judges nothing. Channels, teams and personas that no list defines count by what is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cjm.checks.score import score
from cjm.model import Evidence, Identified, Journey, Opportunity, PainPoint, uses
from cjm.model.answers import CLOSED, answers
from cjm.model.definitions import EVIDENCE_KINDS
from cjm.model.touchpoint import OPPORTUNITY_STATUSES

HALF_A_YEAR, EIGHTEEN_MONTHS = 183, 548
AGES = ("fresh", "older", "stale", "undated")
"""Evidence up to half a year old, up to eighteen months, older, and without a date."""
HIGHEST = 5


class JourneyLine(NamedTuple):
    """One journey; `stages` and `touchpoints` are numbers, `score` is from 0 to 100."""

    id: str
    title: str
    status: str
    stages: int
    touchpoints: int
    score: int


class Share(NamedTuple):
    """What journeys share: in how many of them it is, at how many touchpoints, with how many opportunities."""

    id: str
    name: str
    journeys: int
    touchpoints: int = 0
    opportunities: int = 0


class Pains(NamedTuple):
    """Pain points by severity, 5 first, then 0 for those that have none; and those without an opportunity."""

    total: int
    by_severity: tuple[tuple[int, int], ...]
    without_opportunity: int


class Chances(NamedTuple):
    """Opportunities by status; overdue ones, and open ones that nobody owns."""

    total: int
    by_status: tuple[tuple[str, int], ...]
    overdue: int
    without_owner: int


class Proof(NamedTuple):
    """Evidence, each piece of the catalogue once, by kind (`""` without one) and by age (see AGES)."""

    total: int
    by_kind: tuple[tuple[str, int], ...]
    by_age: tuple[tuple[str, int], ...]


class Stats(NamedTuple):
    """The whole project."""

    journeys: tuple[JourneyLine, ...]
    personas: tuple[Share, ...]
    channels: tuple[Share, ...]
    teams: tuple[Share, ...]
    pain_points: Pains
    opportunities: Chances
    evidence: Proof


def stats(journeys: Sequence[Journey], today: date) -> Stats:
    """Count everything in journeys of one project."""
    return Stats(
        tuple(_line(each, today) for each in journeys),
        _personas(journeys),
        _channels(journeys),
        _teams(journeys),
        _pains(journeys),
        _chances(journeys, today),
        _proof(journeys, today),
    )


def _line(journey: Journey, today: date) -> JourneyLine:
    total = score(journey, today).overall
    return JourneyLine(journey.id, journey.title, journey.status, len(journey.stages), len(journey.touchpoints), total)


def _personas(journeys: Sequence[Journey]) -> tuple[Share, ...]:
    served = [{each.main_persona, *(use.said for use in uses.personas(each))} - {None} for each in journeys]
    names = _names(part for each in journeys for part in each.known_personas)
    counts = Counter(name for each in served for name in each if name)
    return tuple(Share(name, names.get(name, name), counts[name]) for name in _every(names, counts))


def _channels(journeys: Sequence[Journey]) -> tuple[Share, ...]:
    names = _names(part for each in journeys for part in each.known_channels)
    touched = Counter(name for each in journeys for touchpoint in each.touchpoints for name in touchpoint.met_in)
    met = Counter(
        name for each in journeys for name in {name for touchpoint in each.touchpoints for name in touchpoint.met_in}
    )
    return tuple(Share(name, names.get(name, name), met[name], touched[name]) for name in _every(names, touched))


def _teams(journeys: Sequence[Journey]) -> tuple[Share, ...]:
    names = _names(part for each in journeys for part in each.known_teams)
    own = Counter(each.owner for each in journeys if each.owner)
    touched = Counter(touchpoint.owner for each in journeys for touchpoint in each.touchpoints if touchpoint.owner)
    chances = Counter(chance.owner for each in journeys for chance in each.every_opportunity if chance.owner)
    return tuple(
        Share(name, names.get(name, name), own[name], touched[name], chances[name])
        for name in _every(names, own + touched + chances)
    )


def _names(parts: Iterable[Identified]) -> dict[str, str]:
    """Names by id, the first that is met."""
    found: dict[str, str] = {}
    for part in parts:
        found.setdefault(part.id, getattr(part, part.label) or part.id)
    return found


def _every(defined: dict[str, str], counts: Counter[str]) -> list[str]:
    """What is defined and what is only said: the most used first, then in the order of the files."""
    return sorted(dict.fromkeys((*defined, *sorted(counts))), key=lambda name: -counts[name])


def _pains(journeys: Sequence[Journey]) -> Pains:
    every: list[PainPoint] = []
    unanswered = 0
    for journey in journeys:
        found = answers(journey)
        every += journey.every_pain_point
        unanswered += sum(1 for pain in journey.every_pain_point if pain.id not in found)
    counts = Counter(pain.severity or 0 for pain in every)
    return Pains(len(every), tuple((level, counts[level]) for level in range(HIGHEST, -1, -1)), unanswered)


def _chances(journeys: Sequence[Journey], today: date) -> Chances:
    every: list[Opportunity] = [chance for each in journeys for chance in each.every_opportunity]
    counts = Counter(chance.status for chance in every)
    still = [chance for chance in every if chance.status not in CLOSED]
    return Chances(
        len(every),
        tuple((status, counts[status]) for status in OPPORTUNITY_STATUSES),
        sum(1 for chance in still if chance.due and chance.due < today),
        sum(1 for chance in still if not chance.owner),
    )


def _proof(journeys: Sequence[Journey], today: date) -> Proof:
    shared = {id(each): each for journey in journeys for each in journey.catalogue.evidence}
    every = [*shared.values(), *(each for journey in journeys for each in journey.evidence)]
    kinds = Counter(each.kind or "" for each in every)
    ages = Counter(_age(each, today) for each in every)
    return Proof(
        len(every),
        tuple((kind, kinds[kind]) for kind in (*EVIDENCE_KINDS, "") if kinds[kind]),
        tuple((age, ages[age]) for age in AGES),
    )


def _age(piece: Evidence, today: date) -> str:
    if piece.date is None:
        return "undated"
    days = (today - piece.date).days
    return "fresh" if days <= HALF_A_YEAR else "older" if days <= EIGHTEEN_MONTHS else "stale"
