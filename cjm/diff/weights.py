"""How much a change matters to the customer, from 0 to 100: first what is felt, then what hurts, then our work."""

from __future__ import annotations

from cjm.diff.comparing import Event
from cjm.diff.values import amount_of
from cjm.model import Opportunity, PainPoint, Touchpoint

SEVERE = 4
"""The severity from which on a pain point without an opportunity is a reason to worry."""
CONSEQUENCE = 21
"""Of what follows from another change."""

_CAME = {
    "stage": 74,
    "touchpoint": 64,
    "opportunity": 47,
    "path": 44,
    "persona": 45,
    "expectation": 37,
    "need": 36,
    "goal": 35,
    "frustration": 40,
    "target": 30,
    "figure": 30,
    "evidence": 34,
    "channel": 24,
    "team": 12,
    "metric": 14,
    "lane": 8,
    "note": 16,
}
_WENT = _CAME | {"stage": 76, "touchpoint": 68, "opportunity": 52, "path": 46, "persona": 48, "evidence": 56}
_PAIN = {5: 78, 4: 73, 3: 58, 2: 45, 1: 35}
_RELIEF = 8
"""How much less it matters that a pain point is gone, or is answered."""
_FIELDS = {
    "channel": 66,
    "channels": 66,
    "moment_of_truth": 66,
    "severity": 55,
    "emotion": 58,
    "emotion.feeling": 35,
    "emotion.evidence": 50,
    "evidence": 50,
    "status": 48,
    "share": 43,
    "importance": 41,
    "state": 44,
    "due": 40,
    "persona": 42,
    "addresses": 42,
    "personas": 41,
    "felt_by": 40,
    "steps": 40,
    "at_least": 38,
    "at_most": 38,
    "objective": 38,
    "value": 37,
    "lasts": 37,
    "time_limit": 39,
    "views": 36,
    "impact": 33,
    "priority": 33,
    "owner": 34,
    "effort": 31,
    "shipped": 30,
    "text": 30,
    "name": 28,
    "title": 28,
    "kind": 27,
    "customer_goal": 30,
    "outcome": 26,
    "skipped": 28,
    "experience": 22,
    "tags": 8,
    "ref": 6,
    "cjm": 6,
    "image": 10,
    "links": 10,
    "link": 10,
    "events": 12,
    "sources": 10,
    "language": 9,
    "version": 7,
    "was": 2,
}
_ANY_FIELD = 20
_FELT, _A_STEP, _GLADLY, _AT_TRUTH = 74, 2, 12, 16


def weigh(event: Event, *, is_answered: bool) -> int:  # noqa: PLR0911 - a line for each kind
    """The weight of an event. `is_answered` says of a pain point that an opportunity takes it up."""
    if event.kind in ("added", "removed"):
        return _of_whole(event, is_answered=is_answered)
    if event.kind in ("rose", "fell") and event.field.startswith("emotion"):
        return _of_feeling(event)
    if event.kind == "shipped":
        return 72
    if event.kind == "moved":
        return _of_move(event)
    if event.kind in ("split", "merged"):
        return 50
    if event.kind == "reordered":
        return 1
    return _of_field(event, is_answered=is_answered)


def _of_whole(event: Event, *, is_answered: bool) -> int:
    record = event.after or event.before
    part = record.part if record else None
    came = event.kind == "added"
    if isinstance(part, PainPoint):
        return _PAIN.get(part.severity or 0, 50) - _RELIEF * (is_answered or not came)
    weight = (_CAME if came else _WENT).get(record.family if record else "", 20)
    return weight + 24 if isinstance(part, Touchpoint) and part.moment_of_truth else weight


def _of_feeling(event: Event) -> int:
    old, new = amount_of(event.old), amount_of(event.new)
    steps = min(4.0, abs(new.value - old.value)) if old and new else 0.0
    weight = _FELT + int(_A_STEP * steps) + _AT_TRUTH * is_moment_of_truth(event)
    if event.kind == "rose":
        weight -= _AT_TRUTH // 2 if is_moment_of_truth(event) else _GLADLY
    return weight - 8 * (event.field != "emotion.score")


def is_moment_of_truth(event: Event) -> bool:
    """Whether it happened where the relation is won or lost, then or now."""
    sides = (event.before, event.after)
    return any(each is not None and isinstance(each.part, Touchpoint) and each.part.moment_of_truth for each in sides)


def _of_move(event: Event) -> int:
    if event.after is None or event.after.family not in ("stage", "touchpoint"):
        return 22
    return 42 if event.before and event.before.parent != event.after.parent else 32


def _of_field(event: Event, *, is_answered: bool) -> int:
    first = event.field.partition(".")[0]
    part = event.after.part if event.after else None
    if isinstance(part, PainPoint) and event.field == "severity" and event.kind == "rose":
        return _PAIN.get(part.severity or 0, 55) - _RELIEF * is_answered
    if isinstance(part, Opportunity) and event.new == "rejected":
        return 58
    return _FIELDS.get(event.field, _FIELDS.get(first, _ANY_FIELD))
