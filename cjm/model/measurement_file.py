"""The measurement file: a journey's measurement as JSON, version 1, and back without loss.

A figure stands under its dotted name as nested objects (`dwell.median` is `"dwell": {"median": …}`), a survey's own
column under `columns`. A null is a figure that is withheld, and then named in `withheld`, or that could not be had.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from cjm.diagnostics import msg
from cjm.model.json_place import JsonError, Place, parse
from cjm.model.measurement import (
    VERSION,
    Basis,
    Figures,
    Gap,
    Levels,
    Measured,
    Measurement,
    Newcomer,
    Passage,
    Period,
    Segment,
    Spot,
    Tally,
    Verdict,
    Walk,
)
from cjm.model.measurement_reading import read_measurement
from cjm.model.measures import FIGURES

LARGEST = 64_000_000
"""Characters of a file that is read."""
_OURS = frozenset({*FIGURES, "events"})

MeasurementError = JsonError
"""What is wrong with a measurement file: a `message` and a `hint`."""

Json = dict[str, Any]


def read(text: str | bytes) -> Measurement:
    """The measurement that a file holds. Raises MeasurementError for what is none, or one of another version."""
    try:
        place = parse(text, LARGEST)
        _check_version(place)
        return read_measurement(place)
    except JsonError as error:
        hint = error.hint or msg("make it anew with `cjm measure --format json`")
        raise MeasurementError(error.message, hint) from error


def _check_version(place: Place) -> None:
    if not isinstance(place.value, dict) or "cjm_measurement" not in place:
        raise JsonError(msg("it is no measurement: it has no `cjm_measurement`"))
    version = place["cjm_measurement"].value
    if version != VERSION or isinstance(version, bool):
        said = msg("it is of version `{version}`; this cjm reads version {known}", version=str(version), known=VERSION)
        raise JsonError(said, msg("measure again, or use the cjm that made it"))


def write(measurement: Measurement) -> str:
    """The text of the file, which ends in a line break; equal measurements give equal texts."""
    parts = (f"{json.dumps(key)}: {_laid_out(key, value)}" for key, value in _measurement(measurement).items())
    return "{\n  " + ",\n  ".join(parts) + "\n}\n"


def _laid_out(key: str, value: object) -> str:
    """A transition stands on one line: there may be thousands, and what changes is seen at once."""
    if key == "transitions" and isinstance(value, list) and value:
        lines = (json.dumps(each, ensure_ascii=False, allow_nan=False) for each in value)
        return "[\n    " + ",\n    ".join(lines) + "\n  ]"
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False).replace("\n", "\n  ")


def _measurement(each: Measurement) -> Json:
    return {
        "cjm_measurement": VERSION,
        "journey": _journey(each),
        "window": {"from": _time(each.since), "to": _time(each.until)},
        "min_cases": each.min_cases,
        "engine": each.engine,
        "sources": [_basis(source) for source in each.sources],
        "coverage": {
            "events": each.coverage.events,
            "mapped": each.coverage.mapped,
            "share": each.coverage.share,
            "activities": each.coverage.activities,
            "mapped_activities": each.coverage.mapped_activities,
        },
        "stages": [_spot(spot) for spot in each.whole.stages],
        "touchpoints": [_spot(spot) for spot in each.whole.touchpoints],
        "transitions": [_passage(passage) for passage in each.passages],
        "drift": {
            "new": [_newcomer(new) for new in each.new],
            "silent": list(each.silent),
            "off_path": [
                {"source": passage.source, "target": passage.target, "count": passage.count, "share": passage.cases}
                for passage in each.off_path
            ],
        },
        "perception": [_gap(gap) for gap in each.gaps],
        "targets": [_verdict(target) for target in each.targets],
        "trend": {"window": each.window, "periods": [_period(period) for period in each.trend]},
        "segments": [_segment(segment) for segment in each.segments],
    }


def _journey(each: Measurement) -> Json:
    return {
        "id": each.journey_id,
        **_figures(each.whole.journey),
        "paths": [_walk(walk) for walk in each.walks],
        "path_count": each.paths,
        "first": [_tally(tally) for tally in each.first],
        "last": [_tally(tally) for tally in each.last],
    }


def _figures(figures: Figures) -> Json:
    """The figures under their names, in the order of their list, and what they rest on."""
    found: Json = {}
    for name in (*FIGURES, "events"):
        if name in figures:
            outer, _, inner = name.partition(".")
            if inner:
                found.setdefault(outer, {})[inner] = figures[name].value
            else:
                found[outer] = figures[name].value
    own = sorted(name for name in figures if name not in _OURS)
    rest = {
        "columns": {name: figures[name].value for name in own},
        "n": {name: figure.n for name, figure in _sorted(figures) if figure.n is not None},
        "intervals": {name: [figure.low, figure.high] for name, figure in _sorted(figures) if _has_interval(figure)},
        "withheld": [name for name, figure in _sorted(figures) if figure.withheld],
    }
    return found | {key: value for key, value in rest.items() if value}


def _sorted(figures: Figures) -> Iterator[tuple[str, Measured]]:
    order = {name: number for number, name in enumerate(FIGURES)}
    for name in sorted(figures, key=lambda name: (order.get(name, len(order)), name)):
        yield name, figures[name]


def _has_interval(figure: Measured) -> bool:
    return figure.low is not None or figure.high is not None


def _levels(levels: Levels) -> Json:
    return {
        "journey": _figures(levels.journey),
        "stages": [_spot(spot) for spot in levels.stages],
        "touchpoints": [_spot(spot) for spot in levels.touchpoints],
    }


def _spot(spot: Spot) -> Json:
    where = {"stage": spot.stage} if spot.stage else {}
    channels = dict(sorted(spot.channels.items(), key=lambda item: (-item[1], item[0])))
    return {"id": spot.id, **where, **_figures(spot.figures), **({"channels": channels} if channels else {})}


def _walk(walk: Walk) -> Json:
    return {
        "steps": list(walk.steps),
        "count": walk.count,
        "share": walk.share,
        "duration": {"median": walk.duration_median},
        "declared": walk.declared,
    }


def _tally(tally: Tally) -> Json:
    return {"touchpoint": tally.touchpoint, "count": tally.count, "share": tally.share}


def _passage(passage: Passage) -> Json:
    return {
        "source": passage.source,
        "target": passage.target,
        "count": passage.count,
        "share": passage.share,
        "cases": passage.cases,
        "wait": {"median": passage.wait_median, "p90": passage.wait_p90},
        "declared": passage.declared,
        **({"withheld": True} if passage.withheld else {}),
    }


def _newcomer(new: Newcomer) -> Json:
    return {
        "activity": new.activity,
        "events": new.events,
        "cases": new.cases,
        "share": new.share,
        "first_seen": _time(new.first_seen),
    }


def _gap(gap: Gap) -> Json:
    found = {"touchpoint": gap.touchpoint, "declared": gap.declared, "measured": gap.measured, "gap": gap.gap}
    rest = {"n": gap.n, "company": gap.company, "customer": gap.customer}
    return found | {key: value for key, value in rest.items() if value is not None}


def _verdict(verdict: Verdict) -> Json:
    return {
        "level": verdict.level,
        "id": verdict.id,
        "metric": verdict.metric,
        "at_least": verdict.at_least,
        "at_most": verdict.at_most,
        **(_compared(verdict.figure) if verdict.figure else {}),
        "outcome": verdict.outcome,
        **({"why": verdict.why} if verdict.why else {}),
        **({"objective": True} if verdict.objective else {}),
    }


def _compared(figure: Measured) -> Json:
    interval = {"interval": [figure.low, figure.high]} if _has_interval(figure) else {}
    held = {"withheld": True} if figure.withheld else {}
    return {"value": figure.value, **({} if figure.n is None else {"n": figure.n}), **interval, **held}


def _period(period: Period) -> Json:
    return {"from": _time(period.since), "to": _time(period.until), **_levels(period.levels)}


def _segment(segment: Segment) -> Json:
    held = {"withheld": True} if segment.withheld else {}
    return {"column": segment.column, "value": segment.value, **held, **_levels(segment.levels)}


def _basis(basis: Basis) -> Json:
    aside: list[Mapping[str, Any]] = [
        {"reason": each.reason, "rows": each.rows, "examples": list(each.examples)} for each in basis.set_aside
    ]
    return {
        "name": basis.name,
        "kind": basis.kind,
        "fingerprint": basis.fingerprint,
        "rows": basis.rows,
        "used": basis.used,
        "set_aside": aside,
    }


def _time(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.isoformat().replace("+00:00", "Z")
