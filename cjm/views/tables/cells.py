"""Values of a table that are put together from several fields of the journey, as texts in its language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cjm.model import Figure, Journey, Opportunity, PainPoint, Stage, Target, Touchpoint
from cjm.model.parts import Identified
from cjm.model.values import Duration
from cjm.views.pages.labels import EXPERIENCES, NOTES, SIDES, WORDS
from cjm.views.pages.measures import target_text
from cjm.views.pages.teller import Teller

Texts: TypeAlias = tuple[str, ...]
Place: TypeAlias = Journey | Stage | Touchpoint
Placed: TypeAlias = Callable[[PainPoint | Opportunity], Place]

_HOUR = 3600


def hours(value: Duration | None) -> float | None:
    """A length of time as a number that can be sorted."""
    return round(value.seconds / _HOUR, 4) if value else None


def side(touchpoint: Touchpoint, teller: Teller) -> str:
    """Who begins it."""
    return teller.say(SIDES[touchpoint.initiator]) if touchpoint.initiator in SIDES else ""


def experiences(touchpoint: Touchpoint, teller: Teller) -> Texts:
    """What it asks of the customer."""
    return tuple(teller.say(EXPERIENCES[each]) for each in touchpoint.experience if each in EXPERIENCES)


def others(touchpoint: Touchpoint, teller: Teller) -> Texts:
    """What other personas feel."""
    scores = touchpoint.emotion.by if touchpoint.emotion else ()
    return tuple(teller.labelled(teller.persona(name).text, teller.score(score)) for name, score in scores)


def expectation(touchpoint: Touchpoint, _teller: Teller) -> str:
    """What the customer expects."""
    said = touchpoint.expectation
    return _referred(said.text, said) if said else ""


def notes(touchpoint: Touchpoint, teller: Teller) -> Texts:
    """`Risk: …`."""
    return tuple(teller.labelled(teller.say(NOTES[each.kind]), _referred(each.text, each)) for each in touchpoint.notes)


def events(touchpoint: Touchpoint, _teller: Teller) -> Texts:
    """Names in the event log; a regular expression stands between strokes."""
    written = ((each.name, f"/{each.regex}/" if each.regex else "") for each in touchpoint.events)
    return tuple(text for pair in written for text in pair if text)


def links(touchpoint: Touchpoint, _teller: Teller) -> Texts:
    """Titles with their addresses, as texts."""
    return tuple(f"{each.title}: {each.link}" if each.title else each.link for each in touchpoint.links)


def targets(touchpoint: Touchpoint, teller: Teller) -> Texts:
    """`Conversion: at least 40%`."""
    return tuple(_target(each, teller) for each in touchpoint.targets)


def figures(touchpoint: Touchpoint, teller: Teller) -> Texts:
    """`Conversion: 21%, n = 12,480, 30 Sep 2026, Analytics of September`."""
    return tuple(_figure(each, teller) for each in touchpoint.figures)


def stage_name(place: Place, journey: Journey) -> str:
    """The stage that something stands in, empty for the whole journey."""
    if isinstance(place, Stage):
        return place.name
    found = (stage.name for stage in journey.stages if any(each is place for each in stage.touchpoints))
    return next(found, "")


def place_name(place: Place, teller: Teller) -> str:
    """Where something stands: a touchpoint, a stage, or all along."""
    return teller.say(WORDS["all_along"]) if isinstance(place, Journey) else place.name


def _referred(text: str, part: Identified) -> str:
    """A sentence, and what other systems call it."""
    return f"{text} ({part.ref})" if part.ref else text


def _target(aim: Target, teller: Teller) -> str:
    bounds = target_text(aim, teller)
    return teller.labelled(teller.metric(aim.metric), bounds) if bounds else teller.metric(aim.metric)


def _figure(figure: Figure, teller: Teller) -> str:
    size = f"n = {teller.number(figure.n)}" if figure.n is not None else ""
    proofs = (each.text for each in teller.proofs(figure.evidence))
    said = (teller.amount(figure.value), size, teller.day(figure.measured), *proofs)
    return teller.labelled(teller.metric(figure.metric), ", ".join(each for each in said if each))
