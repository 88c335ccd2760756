"""The old journey with the ids that its touchpoints and stages have now, so that both stand in the same columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cjm.model import Journey, Stage, Touchpoint
from cjm.model.changes import Change, Changes, Value

Ids = dict[tuple[str, str], str]


def aligned(old: Journey, new: Journey, changes: Changes) -> tuple[Journey, Journey]:
    """Both journeys, matched by ids alone. By their states, what only one has is called new, or no longer there."""
    ids = {(family, before): after for _, family, before, after in changes.follows}
    ids |= {pair: after for change in changes for pair, after in _renamed(change)}
    return replace(_with_ids(old, ids), state="current"), replace(_with_ids(new, {}), state="future")


def _renamed(change: Change) -> Iterator[tuple[tuple[str, str], str]]:
    if change.kind in ("renamed", "merged"):
        for each in _each(change.old):
            if "value" not in each:
                yield (change.of, str(each["id"])), change.id
    elif change.kind == "split":
        goes_on = next((each for each in _each(change.new) if "value" not in each), None)
        if goes_on is not None:
            yield (change.of, change.id_before), str(goes_on["id"])


def _each(value: Value) -> list[dict[str, Value]]:
    found = value if isinstance(value, list) else [value]
    return [each for each in found if isinstance(each, dict)]


def _with_ids(journey: Journey, ids: Ids) -> Journey:
    return replace(journey, stages=tuple(_stage(each, ids) for each in journey.stages))


def _stage(stage: Stage, ids: Ids) -> Stage:
    held = tuple(_touchpoint(each, ids) for each in stage.touchpoints)
    return replace(stage, id=ids.get(("stage", stage.id), stage.id), was=(), touchpoints=held)


def _touchpoint(touchpoint: Touchpoint, ids: Ids) -> Touchpoint:
    return replace(touchpoint, id=ids.get(("touchpoint", touchpoint.id), touchpoint.id), was=())
