"""A journey narrowed to what one persona, one path or one channel meets, before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cjm.diagnostics import Message, msg
from cjm.model import Emotion, Journey, PainPoint, Stage, Touchpoint, uses
from cjm.views.choice import Choice

Test = Callable[[Touchpoint], bool]


class PickError(Exception):
    """The journey has no such persona, path or channel; `known` are those that it has."""

    def __init__(self, message: Message, known: tuple[str, ...]) -> None:
        super().__init__(message.template)
        self.message = message
        self.known = known


def pick(journey: Journey, choice: Choice) -> Journey:
    """The journey as the choice leaves it. Raises PickError."""
    picked = journey
    if choice.persona:
        picked = _for_persona(picked, choice.persona)
    if choice.path:
        picked = _for_path(picked, choice.path)
    if choice.channel:
        picked = _for_channel(picked, choice.channel)
    return picked


def _for_persona(journey: Journey, wanted: str) -> Journey:
    """What she meets, felt as she feels it, with what hurts her."""
    persona = _found(_personas(journey), wanted, msg("the journey has no persona `{name}`", name=wanted))
    kept = _kept(journey, lambda touchpoint: not touchpoint.personas or persona in touchpoint.personas)
    is_main = persona == journey.main_persona
    stages = tuple(_hers(stage, persona, is_main=is_main) for stage in kept.stages)
    return replace(kept, persona=persona, stages=stages, pain_points=_pains(kept.pain_points, persona))


def _hers(stage: Stage, persona: str, *, is_main: bool) -> Stage:
    touchpoints = tuple(
        replace(each, emotion=_felt(each.emotion, persona, is_main), pain_points=_pains(each.pain_points, persona))
        for each in stage.touchpoints
    )
    emotion = _felt(stage.emotion, persona, is_main)
    return replace(stage, emotion=emotion, touchpoints=touchpoints, pain_points=_pains(stage.pain_points, persona))


def _felt(emotion: Emotion | None, persona: str, is_main: bool) -> Emotion | None:  # noqa: FBT001 - a fact, no switch
    """Where another persona feels otherwise, the main one's word for it is left out."""
    scores = dict(emotion.by) if emotion and not is_main else {}
    return replace(emotion, score=scores[persona], feeling=None) if emotion and persona in scores else emotion


def _pains(pains: tuple[PainPoint, ...], persona: str) -> tuple[PainPoint, ...]:
    return tuple(each for each in pains if not each.felt_by or persona in each.felt_by)


def _personas(journey: Journey) -> dict[str, str]:
    """Ids and names of personas, and what the journey calls them where none are defined."""
    said = {use.said for use in uses.personas(journey)} | {journey.main_persona or ""} - {""}
    known = {name: each.id for each in journey.known_personas for name in (each.name, each.id)}
    return {**{name: name for name in sorted(said)}, **known}


def _for_path(journey: Journey, wanted: str) -> Journey:
    known = {name: each.id for each in journey.paths for name in (each.name or each.id, each.id)}
    path = _found(known, wanted, msg("the journey has no path `{name}`", name=wanted))
    route = next(each for each in journey.paths if each.id == path)
    steps = {step.to for step in route.steps}
    return replace(_kept(journey, lambda touchpoint: touchpoint.id in steps), paths=(route,))


def _for_channel(journey: Journey, wanted: str) -> Journey:
    used = tuple(dict.fromkeys(channel for each in journey.touchpoints for channel in each.met_in))
    names = {each.id: each.name for each in journey.known_channels}
    known = {name: each for each in used for name in (names.get(each, each), each)}
    channel = _found(known, wanted, msg("no touchpoint of the journey has the channel `{name}`", name=wanted))
    return _kept(journey, lambda touchpoint: channel in touchpoint.met_in)


def _kept(journey: Journey, test: Test) -> Journey:
    """Only the touchpoints that pass, and the stages that keep one; paths go through what is left."""
    stages = tuple(
        replace(stage, touchpoints=kept)
        for stage in journey.stages
        if (kept := tuple(filter(test, stage.touchpoints))) or not stage.touchpoints
    )
    names = {each.id for stage in stages for each in stage.touchpoints}
    routes = tuple(
        replace(route, steps=tuple(step for step in route.steps if step.to in names)) for route in journey.paths
    )
    return replace(journey, stages=stages, paths=tuple(route for route in routes if route.steps))


def _found(known: Mapping[str, str], wanted: str, missing: Message) -> str:
    """The id of the part that is called so, by id or by name."""
    if wanted not in known:
        raise PickError(missing, tuple(dict.fromkeys(known.values())))
    return known[wanted]
