"""What happened at each touchpoint and stage in a word or two with a sign: never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.model import Journey, Touchpoint
from cjm.model.changes import Change, Changes

MOST = 4
"""On one card."""
MOST_OF_STAGE = 2
_STAGE = re.compile(r"stages\[(\d+)\](?!\.touchpoints\[)")
_PLACE = re.compile(r"stages\[(\d+)\]\.touchpoints\[(\d+)\]")


class Badge(NamedTuple):
    """A sign, its word, and its role: `alert` for worse, `good` for better, `quiet` for neither."""

    sign: str
    word: Message
    role: str


FELL = Badge("↓", msg("Feels worse"), "alert")
ROSE = Badge("↑", msg("Feels better"), "good")
CAME = Badge("+", msg("New touchpoint"), "ink")
WENT = Badge("−", msg("Gone"), "ink")
MOVED = Badge("→", msg("Moved"), "ink")
SPLIT = Badge("÷", msg("Split"), "ink")
MERGED = Badge("=", msg("Merged"), "ink")
NAMED = Badge("=", msg("Renamed"), "ink")
CHANNELS = Badge("~", msg("Other channels"), "ink")
PAIN = Badge("+", msg("Pain point"), "alert")
WORSE = Badge("↑", msg("Hurts more"), "alert")
RELIEF = Badge("−", msg("Pain point"), "good")
BETTER = Badge("↓", msg("Hurts less"), "good")
SHIPPED = Badge("+", msg("Opportunity shipped"), "good")
CHANCE = Badge("+", msg("Opportunity"), "good")
LOST_CHANCE = Badge("−", msg("Opportunity"), "alert")
OTHER = Badge("~", msg("Changed"), "ink")

_BY_KIND = {
    ("touchpoint", "added"): CAME,
    ("touchpoint", "removed"): WENT,
    ("touchpoint", "moved"): MOVED,
    ("touchpoint", "split"): SPLIT,
    ("touchpoint", "merged"): MERGED,
    ("touchpoint", "renamed"): NAMED,
    ("stage", "moved"): MOVED,
    ("stage", "split"): SPLIT,
    ("stage", "merged"): MERGED,
    ("stage", "renamed"): NAMED,
    ("pain_point", "added"): PAIN,
    ("pain_point", "removed"): RELIEF,
    ("opportunity", "added"): CHANCE,
    ("opportunity", "removed"): LOST_CHANCE,
    ("opportunity", "shipped"): SHIPPED,
}
_BY_FIELD = {
    ("emotion.score", "fell"): FELL,
    ("emotion.score", "rose"): ROSE,
    ("severity", "rose"): WORSE,
    ("severity", "fell"): BETTER,
    ("channel", "changed"): CHANNELS,
    ("channels", "changed"): CHANNELS,
}


def badges(old: Journey, new: Journey, changes: Changes) -> dict[str, tuple[Badge, ...]]:
    """By the id of the touchpoint, the gravest first. The old journey has the ids of the new one."""
    found: dict[str, dict[Badge, None]] = {}
    for change in changes:
        touchpoint = _touchpoint(change, old if change.kind == "removed" else new)
        if touchpoint is not None:
            found.setdefault(touchpoint.id, {})[_badge(change)] = None
            for part in _parts(change, new):
                found.setdefault(part.id, {})[SPLIT] = None
    return {name: _chosen(tuple(each)) for name, each in found.items()}


def stage_badges(old: Journey, new: Journey, changes: Changes) -> dict[str, tuple[Badge, ...]]:
    """What happened to stages as such, by their ids; what only one journey has is said otherwise, and so are cards."""
    found: dict[str, dict[Badge, None]] = {}
    for change in changes:
        place = _STAGE.match(change.path)
        stages = old.stages if change.kind == "removed" else new.stages
        if place and int(place[1]) < len(stages):
            found.setdefault(stages[int(place[1])].id, {})[_badge(change)] = None
    return {name: _chosen(tuple(each), MOST_OF_STAGE) for name, each in found.items()}


def _chosen(each: tuple[Badge, ...], most: int = MOST) -> tuple[Badge, ...]:
    told = tuple(badge for badge in each if badge is not OTHER)
    return told[:most] or each[:1]


def _badge(change: Change) -> Badge:
    return _BY_KIND.get((change.of, change.kind)) or _BY_FIELD.get((change.field, change.kind), OTHER)


def _touchpoint(change: Change, journey: Journey) -> Touchpoint | None:
    return _at(change.path, journey)


def _at(path: str, journey: Journey) -> Touchpoint | None:
    place = _PLACE.match(path)
    if place is None:
        return None
    stage, number = int(place[1]), int(place[2])
    held = journey.stages[stage].touchpoints if stage < len(journey.stages) else ()
    return held[number] if number < len(held) else None


def _parts(change: Change, new: Journey) -> Iterator[Touchpoint]:
    """What else a touchpoint was split into."""
    if change.kind == "split" and change.of == "touchpoint" and isinstance(change.new, list):
        for each in change.new:
            part = _at(str(each["path"]), new) if isinstance(each, dict) else None
            if part is not None:
                yield part
