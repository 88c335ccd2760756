"""Two journeys held side by side: which touchpoints they share, and which only one of them has, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cjm.model import Emotion, Journey, Stage, Touchpoint


class Slot(NamedTuple):
    """A touchpoint as each journey has it."""

    ours: Touchpoint | None
    theirs: Touchpoint | None = None


class Leg(NamedTuple):
    """A stage, ours where we have it, with the touchpoints of both; a stage without any has one empty slot."""

    stage: Stage
    ours: Stage | None
    theirs: Stage | None
    slots: tuple[Slot, ...]


def legs(journey: Journey, other: Journey | None) -> tuple[Leg, ...]:
    """The stages of both journeys: ours in our order, what only they have behind what stands before it with them."""
    if other is None:
        return tuple(_whole(Leg(stage, stage, None, tuple(map(Slot, stage.touchpoints)))) for stage in journey.stages)
    return tuple(_whole(leg) for leg in _merged(journey, other) if leg.ours or leg.slots)


def _whole(leg: Leg) -> Leg:
    return leg if leg.slots else leg._replace(slots=(Slot(None),))


def _merged(journey: Journey, other: Journey) -> list[Leg]:
    """Ours, with what is theirs put in between."""
    found = [Leg(stage, stage, _stage_in(other, stage), _matched(stage, other)) for stage in journey.stages]
    shared = {slot.theirs.id for leg in found for slot in leg.slots if slot.theirs}
    at = 0
    for stage in other.stages:
        place = next((number for number, leg in enumerate(found) if leg.theirs is stage), None)
        if place is None:
            found.insert(at, Leg(stage, None, stage, ()))
            place = at
        found[place] = found[place]._replace(slots=tuple(_filled(found[place].slots, stage, shared)))
        at = place + 1
    return found


def _matched(stage: Stage, other: Journey) -> tuple[Slot, ...]:
    def match(touchpoint: Touchpoint) -> Touchpoint | None:
        return next((one for one in other.touchpoints if _same(touchpoint, one)), None)

    return tuple(Slot(each, match(each)) for each in stage.touchpoints)


def _filled(slots: tuple[Slot, ...], stage: Stage, shared: set[str]) -> list[Slot]:
    """A leg with the touchpoints of their stage that we lack."""
    found, at = list(slots), 0
    for each in stage.touchpoints:
        place = next((number for number, slot in enumerate(found) if slot.theirs is each), None)
        if place is not None:
            at = place + 1
        elif each.id not in shared:
            found.insert(at, Slot(None, each))
            at += 1
    return found


def _stage_in(other: Journey, stage: Stage) -> Stage | None:
    held = (one for one in other.stages if _same(stage, one))
    return next(held, None) or next((one for one in other.stages if one.name == stage.name), None)


def _same(one: Stage | Touchpoint, other: Stage | Touchpoint) -> bool:
    """By their ids, or those that they had."""
    return not {one.id, *one.was}.isdisjoint({other.id, *other.was})


def felt_as(journey: Journey, persona: str) -> Journey:
    """The journey as another persona feels it: her scores where said, no emotion where she never comes."""
    stages = (
        replace(each, emotion=_hers(each, persona), touchpoints=tuple(_as_met(each.touchpoints, persona)))
        for each in journey.stages
    )
    return replace(journey, stages=tuple(stages))


def _as_met(touchpoints: tuple[Touchpoint, ...], persona: str) -> Iterator[Touchpoint]:
    for each in touchpoints:
        meets = not each.personas or persona in each.personas
        yield replace(each, emotion=_hers(each, persona) if meets else None)


def _hers(place: Stage | Touchpoint, persona: str) -> Emotion | None:
    emotion = place.emotion
    scores = dict(emotion.by) if emotion else {}
    return replace(emotion, score=scores[persona]) if emotion and persona in scores else emotion
