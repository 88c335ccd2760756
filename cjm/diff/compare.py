"""What happened to a journey between two versions. Pure: no file, no clock, no git."""

from __future__ import annotations

from cjm.diff.comparing import Event, Pair, events, follows, side_by_side
from cjm.diff.weights import weigh
from cjm.diff.wording import is_answered, word
from cjm.model import Journey, PainPoint
from cjm.model.changes import Change, Changes


def compare(old: Journey, new: Journey) -> Changes:
    """All changes of meaning, what matters most to the customer first; none where nothing of meaning changed."""
    return changes_of(side_by_side(old, new))


def changes_of(pair: Pair) -> Changes:
    """The changes of two journeys whose things are matched already."""
    found = [_change(event, pair) for event in events(pair)]
    return Changes(tuple(sorted(found, key=lambda change: -change.weight)), follows=tuple(follows(pair)))


def _change(event: Event, pair: Pair) -> Change:
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
        weigh(event, is_answered=answered),
        word(event, pair),
    )
