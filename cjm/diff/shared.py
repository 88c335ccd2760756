"""A journey with the definitions of its catalogue that it uses, as if they were its own: where one stands is layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from cjm.model import Identified, Journey, uses
from cjm.model.uses import Use

Defined = TypeVar("Defined", bound=Identified)


def with_shared(journey: Journey) -> Journey:
    """The journey with every definition that it refers to; paths into its own are still right."""
    if not any((*_shared(journey),)):
        return journey
    measured = (*uses.targets(journey), *uses.observed(journey))
    return replace(
        journey,
        personas=_used(journey.personas, journey.known_personas, uses.personas(journey)),
        channels=_used(journey.channels, journey.known_channels, uses.channels(journey)),
        teams=_used(journey.teams, journey.known_teams, uses.teams(journey)),
        evidence=_used(journey.evidence, journey.known_evidence, uses.evidence(journey)),
        metrics=_used(journey.metrics, journey.known_metrics, measured),
    )


def _shared(journey: Journey) -> tuple[Sequence[Identified], ...]:
    shared = journey.catalogue
    return shared.personas, shared.channels, shared.teams, shared.evidence, shared.metrics


def _used(own: tuple[Defined, ...], known: tuple[Defined, ...], said: Iterable[Use]) -> tuple[Defined, ...]:
    names = {each.said for each in said}
    return (*own, *(each for each in known[len(own) :] if each.id in names))
