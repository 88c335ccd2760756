"""A journey narrowed to what one persona, one path or one channel meets, before it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from cjm.diagnostics import msg
from cjm.model import Emotion, Journey, PainPoint, Stage, Touchpoint
from cjm.views.choice import Choice
from cjm.views.lookup import PickError, channel_called, path_called, persona_called

__all__ = ["PickError", "by_id", "pick"]

Test = Callable[[Touchpoint], bool]
Place = TypeVar("Place", Journey, Stage, Touchpoint)


def pick(journey: Journey, choice: Choice) -> Journey:
    """The journey as the choice leaves it. Raises PickError, also where it would be compared with itself."""
    if choice.compared == journey:
        raise PickError(msg("it would be compared with itself"), hint=msg("name another journey after `--compare`"))
    named = by_id(journey, choice)
    persona, path, channel = named.persona, named.path, named.channel
    if not persona and not path and not channel:
        return journey
    picked = _for_persona(journey, persona) if persona else journey
    picked = _for_path(picked, path) if path else picked
    picked = _for_channel(picked, channel) if channel else picked
    if journey.touchpoints and not picked.touchpoints:
        raise PickError(msg("the journey has no touchpoint that fits all of it"), hint=msg("pick out less at a time"))
    return _without_loose_ends(picked)


def by_id(journey: Journey, choice: Choice) -> Choice:
    """The choice with the ids of what it may call by name. Raises PickError."""
    return replace(
        choice,
        persona=persona_called(choice.persona, journey) if choice.persona else "",
        path=path_called(choice.path, journey) if choice.path else "",
        channel=channel_called(choice.channel, journey) if choice.channel else "",
    )


def _for_persona(journey: Journey, persona: str) -> Journey:
    """What she meets, felt as she feels it, with what hurts her and what would help."""
    kept = _kept(journey, lambda touchpoint: not touchpoint.personas or persona in touchpoint.personas)
    pains = kept.every_pain_point
    others = {each.id for each in pains} - {each.id for each in _pains(pains, persona)}
    hers = _everywhere(kept, partial(_hers, persona=persona, others=others))
    felt = hers if persona == journey.main_persona else _felt_by(hers, persona)
    return replace(felt, persona=persona, paths=tuple(each for each in felt.paths if each.persona in {None, persona}))


def _hers(place: Place, persona: str, others: set[str]) -> Place:
    """A place without the pain points of others, and without what would help these alone."""
    chances = tuple(each for each in place.opportunities if not each.addresses or set(each.addresses) - others)
    return replace(place, pain_points=_pains(place.pain_points, persona), opportunities=chances)


def _pains(pains: tuple[PainPoint, ...], persona: str) -> tuple[PainPoint, ...]:
    return tuple(each for each in pains if not each.felt_by or persona in each.felt_by)


def _felt_by(journey: Journey, persona: str) -> Journey:
    stages = tuple(
        replace(
            stage,
            emotion=_felt(stage.emotion, persona),
            touchpoints=tuple(replace(each, emotion=_felt(each.emotion, persona)) for each in stage.touchpoints),
        )
        for stage in journey.stages
    )
    return replace(journey, stages=stages)


def _felt(emotion: Emotion | None, persona: str) -> Emotion | None:
    """Where another persona feels otherwise, the main one's word for it is left out."""
    scores = dict(emotion.by) if emotion else {}
    return replace(emotion, score=scores[persona], feeling=None) if emotion and persona in scores else emotion


def _for_path(journey: Journey, path: str) -> Journey:
    routes = tuple(each for each in journey.paths if each.id == path)
    steps = {step.to for route in routes for step in route.steps}
    return replace(_kept(journey, lambda touchpoint: touchpoint.id in steps), paths=routes)


def _for_channel(journey: Journey, channel: str) -> Journey:
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


def _without_loose_ends(journey: Journey) -> Journey:
    """Nothing names a pain point or an end that has been left out."""
    pains = {each.id for each in journey.every_pain_point}
    scope, names = journey.scope, {each.id for each in journey.touchpoints}
    if scope and scope.ends_at not in names:
        scope = replace(scope, ends_at=None)
    return replace(_everywhere(journey, partial(_answering, pains=pains)), scope=scope)


def _answering(place: Place, pains: set[str]) -> Place:
    chances = (
        replace(each, addresses=tuple(pain for pain in each.addresses if pain in pains)) for each in place.opportunities
    )
    return replace(place, opportunities=tuple(chances))


def _everywhere(journey: Journey, change: Callable[[Any], Any]) -> Journey:
    """The journey with its stages, touchpoints and itself changed alike."""
    stages = (replace(stage, touchpoints=tuple(map(change, stage.touchpoints))) for stage in journey.stages)
    changed: Journey = change(replace(journey, stages=tuple(map(change, stages))))
    return changed
