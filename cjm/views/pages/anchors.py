"""The places of the page: an anchor for each part of the journey that others speak of, the nearest one to a path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm.model import Evidence, Journey, Metric, Part, Persona, uses
from cjm.model.parts import Identified
from cjm.model.reading import say_path

_LETTERS = {
    "stage": "s",
    "touchpoint": "t",
    "pain_point": "p",
    "opportunity": "o",
    "note": "n",
    "persona": "u",
    "path": "r",
    "metric": "m",
    "evidence": "e",
}


@dataclass(frozen=True, slots=True)
class Anchors:
    """`of_part` is keyed by identity, for a hurried file may define an id twice; `ids` by family and id.

    `names` says what stands at an anchor.
    """

    of_part: dict[int, str]
    ids: dict[tuple[str, str], str]
    paths: dict[str, str]
    names: dict[str, str]

    def of(self, part: Part) -> str:
        """The anchor of a part."""
        return self.of_part[id(part)]

    def to(self, family: str, reference: str) -> str:
        """A link to what an id refers to, empty where the page does not hold it."""
        anchor = self.ids.get((family, reference))
        return f"#{anchor}" if anchor else ""

    def nearest(self, path: str) -> str:
        """The anchor of the smallest part around a place of the file: `stages[2].lasts`; empty when there is none."""
        while path:
            if path in self.paths:
                return self.paths[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return ""


def give_anchors(journey: Journey) -> Anchors:
    """An anchor for each part, none given twice."""
    anchors = Anchors({}, {}, {}, {})
    taken: set[str] = set()
    for part in _parts(journey):
        anchor = _unused(f"{_LETTERS[part.family]}-{'-'.join(part.id.split())}", taken)
        taken.add(anchor)
        anchors.of_part[id(part)] = anchor
        anchors.ids.setdefault((part.family, part.id), anchor)
        anchors.names[anchor] = _name(part)
        if part.path:
            anchors.paths[say_path(part.path)] = anchor
    return anchors


def shown_personas(journey: Journey) -> tuple[Persona, ...]:
    """The journey's own, and the project's that it speaks of."""
    said = {use.said for use in uses.personas(journey)}
    return tuple(each for each in journey.known_personas if each in journey.personas or each.id in said)


def shown_metrics(journey: Journey) -> tuple[Metric, ...]:
    """The journey's own, and the project's that it speaks of."""
    said = {use.said for use in (*uses.targets(journey), *uses.observed(journey))}
    return tuple(each for each in journey.known_metrics if each in journey.metrics or each.id in said)


def shown_evidence(journey: Journey) -> tuple[Evidence, ...]:
    """The journey's own, and the project's that it speaks of."""
    said = {use.said for use in uses.evidence(journey)}
    return tuple(each for each in journey.known_evidence if each in journey.evidence or each.id in said)


def _parts(journey: Journey) -> Iterator[Identified]:
    for place in journey.places:
        if place is not journey:
            yield place
        yield from _each(place.pain_points, place.opportunities, place.notes)
    yield from _each(shown_personas(journey), journey.paths, shown_metrics(journey), shown_evidence(journey))


def _each(*several: Iterable[Identified]) -> Iterator[Identified]:
    return (part for parts in several for part in parts)


def _name(part: Part) -> str:
    said = (getattr(part, key, None) for key in ("name", "title", "text", "id"))
    return next((each for each in said if each), "")


def _unused(anchor: str, taken: set[str]) -> str:
    number, found = 1, anchor
    while found in taken:
        number += 1
        found = f"{anchor}-{number}"
    return found
