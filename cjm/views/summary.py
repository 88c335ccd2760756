"""The journey in a few sentences that a manager can quote."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Message, counted, msg
from cjm.model import Journey, Touchpoint
from cjm.views.wording import Say, named, score_text

SEVERE = 4


def summarise(journey: Journey, tell: Say) -> tuple[str, ...]:
    """Who goes through what; where it is best and worst; what hurts and what is being done."""
    return tuple(tell(sentence) for sentence in (_course(journey), *_heights(journey), _work(journey)))


def _course(journey: Journey) -> Message:
    stages = counted("{count} stage", "{count} stages", len(journey.stages))
    touchpoints = counted("{count} touchpoint", "{count} touchpoints", sum(1 for _ in journey.touchpoints))
    persona = journey.main_persona
    if persona is None:
        return msg("The journey has {stages} and {touchpoints}.", stages=stages, touchpoints=touchpoints)
    return msg(
        "{persona} goes through {stages} and {touchpoints}.",
        persona=named(persona, journey.known_personas),
        stages=stages,
        touchpoints=touchpoints,
    )


def _heights(journey: Journey) -> Iterator[Message]:
    scored = [touchpoint for touchpoint in journey.touchpoints if touchpoint.score is not None]
    if not scored:
        yield msg("How it feels has not been said yet.")
        return
    best, worst = max(scored, key=_score), min(scored, key=_score)
    if _score(best) == _score(worst):
        yield msg("It feels the same all along ({score}).", score=score_text(_score(best)))
        return
    yield msg(
        "It is best at “{best}” ({high}) and worst at “{worst}” ({low}).",
        best=best.name,
        high=score_text(_score(best)),
        worst=worst.name,
        low=score_text(_score(worst)),
    )


def _score(touchpoint: Touchpoint) -> float:
    return touchpoint.score or 0.0


def _work(journey: Journey) -> Message:
    pains = list(journey.every_pain_point)
    chances = list(journey.every_opportunity)
    severe = sum(1 for pain in pains if (pain.severity or 0) >= SEVERE)
    return msg(
        "{pains}, {severe}; {opportunities}, {moving} and {done}.",
        pains=counted("{count} pain point", "{count} pain points", len(pains)),
        severe=counted("{count} of them severe", "{count} of them severe", severe),
        opportunities=counted("{count} opportunity", "{count} opportunities", len(chances)),
        moving=msg("{count} in progress", count=sum(1 for chance in chances if chance.status == "in_progress")),
        done=msg("{count} done", count=sum(1 for chance in chances if chance.status == "done")),
    )
