"""What a score is made of: questions about a journey, and what they are asked of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from cjm.diagnostics import Message
from cjm.model import Evidence, Journey, PainPoint, Stage, Touchpoint, uses

Asked = TypeVar("Asked")
Answer = tuple[int, int]
"""How many there are, and of how many."""


class Facts(NamedTuple):
    """A journey on a day. `sources` are what its claims rest on, by id or in words; assumptions are none."""

    journey: Journey
    today: date
    sources: frozenset[str]

    @property
    def cited(self) -> list[Evidence]:
        """The defined evidence that claims rest on."""
        said = {use.said for use in uses.evidence(self.journey)} & self.sources
        return [each for each in self.journey.known_evidence if each.id in said]


class Question(NamedTuple):
    """What may earn points. `advice` takes how many are lacking, and of how many."""

    points: int
    label: Message
    answer: Callable[[Facts], Answer]
    advice: Callable[[int, int], Message]


class Side(NamedTuple):
    """One side of a journey; `about` is what it asks, in a sentence."""

    id: str
    name: Message
    about: Message
    weight: int
    questions: tuple[Question, ...]


def sources(journey: Journey) -> frozenset[str]:
    """What claims of the journey rest on, without assumptions. Where no evidence is defined, it is free text."""
    known = journey.known_evidence
    said = frozenset(use.said for use in uses.evidence(journey))
    return said & {each.id for each in known if each.kind != "assumption"} if known else said


def whether(found: object) -> Answer:
    """There or not."""
    return int(bool(found)), 1


def up_to(found: int, wanted: int) -> Answer:
    """As many as are wanted; more earn nothing more."""
    return min(found, wanted), wanted


def share(parts: Sequence[Asked], holds: Callable[[Asked], object]) -> Answer:
    """How many of the parts it holds for."""
    return sum(1 for each in parts if holds(each)), len(parts)


def met(journey: Journey) -> list[tuple[Stage, Touchpoint]]:
    """Every touchpoint with its stage."""
    return [(stage, touchpoint) for stage in journey.stages for touchpoint in stage.touchpoints]


def rests(cited: Iterable[str], facts: Facts) -> bool:
    """Whether one of what is cited is no assumption."""
    return any(each in facts.sources for each in cited)


def pains(facts: Facts) -> tuple[PainPoint, ...]:
    """Every pain point."""
    return facts.journey.every_pain_point
