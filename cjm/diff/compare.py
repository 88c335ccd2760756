"""What happened to a journey between two versions. Pure: no file, no clock, no git."""

from __future__ import annotations

from cjm.diff.comparing import Event, Pair, events, follows, side_by_side
from cjm.diff.weights import CONSEQUENCE, weigh
from cjm.diff.wording import is_answered, word
from cjm.model import Journey, PainPoint
from cjm.model.changes import Change, Changes, Value, items

_REFERRING = {"evidence": "evidence", "emotion.evidence": "evidence", "addresses": "pain_point", "steps": "touchpoint"}
"""Keys that list ids, and of what."""


def compare(old: Journey, new: Journey) -> Changes:
    """All changes of meaning, what matters most to the customer first; none where nothing of meaning changed."""
    return changes_of(side_by_side(old, new))


def changes_of(pair: Pair) -> Changes:
    """The changes of two journeys whose things are matched already."""
    ids = tuple({(each.family, each.id) for each in side.values()} for side in (pair.old, pair.new))
    found = [_change(event, pair, is_consequence=_is_consequence(event, *ids)) for event in events(pair)]
    return Changes(tuple(sorted(found, key=lambda change: -change.weight)), follows=tuple(follows(pair)))


def _is_consequence(event: Event, old: set[tuple[str, str]], new: set[tuple[str, str]]) -> bool:
    """Whether a list only no longer names what is gone, or names what is new: that is told of by itself."""
    family = _REFERRING.get(event.field)
    if family is None:
        return False
    before, after = _ids(event.old), _ids(event.new)
    lost, got = {(family, each) for each in before - after}, {(family, each) for each in after - before}
    return bool(lost or got) and not lost & new and not got & old and (family == "touchpoint" or not got)


def _ids(value: Value) -> set[str]:
    return {str(each["to"] if isinstance(each, dict) else each) for each in items(value)}


def _change(event: Event, pair: Pair, *, is_consequence: bool) -> Change:
    record = event.before if event.kind == "removed" or event.after is None else event.after
    if record is None:
        raise ValueError("nothing happened to nothing")
    journey = pair.new_journey if record is event.after else pair.old_journey
    answered = isinstance(record.part, PainPoint) and is_answered(record.part.id, journey)
    return Change(
        event.kind,
        record.family,
        record.id,
        record.path,
        event.field,
        event.old,
        event.new,
        CONSEQUENCE if is_consequence else weigh(event, is_answered=answered),
        word(event, pair),
    )
