"""A measurement from the places of its JSON: what must be there is asked for, what nobody knows is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cjm.diagnostics import msg
from cjm.model.json_place import Place
from cjm.model.measurement import (
    Basis,
    Coverage,
    Figures,
    Gap,
    Level,
    Levels,
    Measured,
    Measurement,
    Newcomer,
    Outcome,
    Passage,
    Period,
    Segment,
    SetAside,
    Spot,
    Tally,
    Verdict,
    Walk,
)
from cjm.model.measures import FIGURES, unit_of

_LOWEST, _HIGHEST = -2, 2
_LEVELS: dict[str, Level] = {"journey": "journey", "stage": "stage", "touchpoint": "touchpoint"}
_OUTCOMES: dict[str, Outcome] = {"met": "met", "missed": "missed", "unmeasurable": "unmeasurable"}
_KINDS: dict[str, Literal["events", "survey"]] = {"events": "events", "survey": "survey"}


def read_measurement(place: Place) -> Measurement:
    """The whole of it. Raises JsonError, which names the place."""
    journey, drift, trend = place["journey"], place["drift"], place["trend"]
    return Measurement(
        journey["id"].name(),
        place["window"]["from"].time(),
        place["window"]["to"].time(),
        place["engine"].text(),
        tuple(map(_basis, place["sources"].each())),
        _coverage(place["coverage"]),
        Levels(_figures(journey), _spots(place["stages"]), _spots(place["touchpoints"])),
        passages=tuple(map(_passage, place["transitions"].each())),
        walks=tuple(map(_walk, journey["paths"].each())),
        paths=journey["path_count"].count() or 0,
        first=tuple(map(_tally, journey["first"].each())),
        last=tuple(map(_tally, journey["last"].each())),
        new=tuple(map(_newcomer, drift["new"].each())),
        silent=tuple(each.name() for each in drift["silent"].each()),
        gaps=tuple(map(_gap, place["perception"].each())),
        targets=tuple(map(_verdict, place["targets"].each())),
        window=trend["window"].text(),
        trend=tuple(map(_period, trend["periods"].each())),
        segments=tuple(map(_segment, place["segments"].each())),
        min_cases=place["min_cases"].count() or 1,
    )


def _figures(place: Place) -> Figures:
    held = {each.name() for each in place["withheld"].each()}
    found = dict(_named(place))
    return {name: _measured(name, value, place, name in held) for name, value in found.items()}


def _named(place: Place) -> Iterator[tuple[str, Place]]:
    for name in (*FIGURES, "events"):
        outer, _, inner = name.partition(".")
        if outer in place and (not inner or inner in place[outer]):
            yield name, place[outer][inner] if inner else place[outer]
    yield from place["columns"].items()


def _measured(name: str, value: Place, place: Place, withheld: bool) -> Measured:  # noqa: FBT001 - it is the value
    bounds = tuple(place["intervals"][name].each())
    low, high = (bounds[0], bounds[1]) if len(bounds) == 2 else (Place(None), Place(None))  # noqa: PLR2004 - a pair
    return Measured(_value(name, value), place["n"][name].count(), _value("", low), _value("", high), withheld)


def _value(name: str, place: Place) -> float | None:
    unit = "count" if name == "events" else unit_of(name)
    if unit == "count":
        return place.count()
    if unit == "share":
        return place.share()
    return place.number(0) if unit == "duration" else place.number()


def _spots(place: Place) -> tuple[Spot, ...]:
    return tuple(map(_spot, place.each()))


def _spot(place: Place) -> Spot:
    channels = {name: share.share() or 0.0 for name, share in place["channels"].items()}
    return Spot(place["id"].name(), _figures(place), channels, place["stage"].text())


def _levels(place: Place) -> Levels:
    return Levels(_figures(place["journey"]), _spots(place["stages"]), _spots(place["touchpoints"]))


def _passage(place: Place) -> Passage:
    return Passage(
        place["source"].name(),
        place["target"].name(),
        place["count"].count(),
        place["share"].share(),
        place["cases"].share(),
        place["wait"]["median"].number(0),
        place["wait"]["p90"].number(0),
        place["declared"].truth(otherwise=True),
        place["withheld"].truth(),
    )


def _walk(place: Place) -> Walk:
    return Walk(
        tuple(each.name() for each in place["steps"].each()),
        place["count"].count() or 0,
        place["share"].share() or 0.0,
        place["duration"]["median"].number(0),
        place["declared"].text() or None,
    )


def _tally(place: Place) -> Tally:
    return Tally(place["touchpoint"].name(), place["count"].count() or 0, place["share"].share() or 0.0)


def _newcomer(place: Place) -> Newcomer:
    return Newcomer(
        place["activity"].text(),
        place["events"].count() or 0,
        place["cases"].count() or 0,
        place["share"].share() or 0.0,
        place["first_seen"].time(),
    )


def _gap(place: Place) -> Gap:
    return Gap(
        place["touchpoint"].name(),
        place["declared"].number(_LOWEST, _HIGHEST),
        place["measured"].number(_LOWEST, _HIGHEST),
        place["gap"].number(2 * _LOWEST, 2 * _HIGHEST),
        place["n"].count(),
        place["company"].number(1, 5),
        place["customer"].number(1, 5),
    )


def _verdict(place: Place) -> Verdict:
    interval = tuple(each.number() for each in place["interval"].each())
    low, high = interval if len(interval) == 2 else (None, None)  # noqa: PLR2004 - a pair
    figure = Measured(place["value"].number(), place["n"].count(), low, high, place["withheld"].truth())
    return Verdict(
        _LEVELS.get(place["level"].text()) or place["level"].refuse(msg("one of {names}", names=tuple(_LEVELS))),
        place["id"].text(),
        place["metric"].name(),
        place["at_least"].number(),
        place["at_most"].number(),
        _OUTCOMES.get(place["outcome"].text())
        or place["outcome"].refuse(msg("one of {names}", names=tuple(_OUTCOMES))),
        figure if "value" in place else None,
        place["why"].text(),
        place["objective"].truth(),
    )


def _period(place: Place) -> Period:
    since, until = place["from"].time(), place["to"].time()
    if since is None or until is None:
        place.refuse(msg("a window with `from` and `to`"))
    return Period(since, until, _levels(place))


def _segment(place: Place) -> Segment:
    return Segment(place["column"].text(), place["value"].text(), _levels(place), place["withheld"].truth())


def _basis(place: Place) -> Basis:
    return Basis(
        place["name"].text(),
        _KINDS.get(place["kind"].text()) or place["kind"].refuse(msg("one of {names}", names=tuple(_KINDS))),
        place["fingerprint"].text(),
        place["rows"].count() or 0,
        place["used"].count() or 0,
        tuple(map(_set_aside, place["set_aside"].each())),
    )


def _set_aside(place: Place) -> SetAside:
    examples = tuple(each.text() for each in place["examples"].each())
    return SetAside(place["reason"].text(), place["rows"].count() or 0, examples)


def _coverage(place: Place) -> Coverage:
    counts = [place[key].count() or 0 for key in ("events", "mapped", "activities", "mapped_activities")]
    return Coverage(*counts)
