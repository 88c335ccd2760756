"""Where things stand on the page, and which of them a finding's path leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.model import Evidence, Journey, Opportunity, PainPoint, Part, Persona, Route, Stage, Touchpoint
from cjm.model.part import PathStep
from cjm.views.page import Place

Placed = Journey | Stage | Touchpoint

TOP = "top"


def anchor_of(part: Placed | PainPoint | Opportunity | Persona | Evidence | Route) -> str:
    """The id of a part's place on the page."""
    return TOP if isinstance(part, Journey) else f"{part.family.replace('_', '-')}-{part.id}"


def places(journey: Journey, whole: str) -> dict[str, Place]:
    """Places by the path of what stands there; `whole` is what the journey's own is called."""
    return {dotted(path): Place(anchor_of(part), _name(part, whole)) for path, part in _parts(journey)}


def place_of(path: str, known: dict[str, Place]) -> Place:
    """The place nearest above a path."""
    while path and path not in known:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return known[path]


def dotted(path: Iterable[PathStep]) -> str:
    """`stages[2].touchpoints[0]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _parts(journey: Journey) -> Iterator[tuple[tuple[PathStep, ...], Placed | Persona | Evidence | Route]]:
    yield (), journey
    for key, group in (("personas", journey.personas), ("evidence", journey.evidence), ("paths", journey.paths)):
        for number, part in enumerate(group):
            yield _path(part, (key, number)), part
    for number, stage in enumerate(journey.stages):
        path = _path(stage, ("stages", number))
        yield path, stage
        for place, touchpoint in enumerate(stage.touchpoints):
            yield _path(touchpoint, (*path, "touchpoints", place)), touchpoint


def _path(part: Part, otherwise: tuple[PathStep, ...]) -> tuple[PathStep, ...]:
    return part.path or otherwise


def _name(part: Placed | Persona | Evidence | Route, whole: str) -> str:
    if isinstance(part, Journey):
        return whole
    name = part.title if isinstance(part, Evidence) else part.name
    return name or part.id
