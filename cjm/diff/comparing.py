"""Two journeys side by side: their things, which of them are the same, and what of that happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cjm.diff.matching import Matching, match
from cjm.diff.order import moved
from cjm.diff.records import ORDERED, Below, Key, Record, Slot, below, heading, held, id_of, records, slots, whole
from cjm.diff.references import Renames
from cjm.diff.values import differing
from cjm.model import Identified, Journey
from cjm.model.changes import Kind, Value


class Event(NamedTuple):
    """What happened, before it is weighed and said. `before` and `after` are the thing on either side."""

    kind: Kind
    before: Record | None
    after: Record | None
    field: str = ""
    old: Value = None
    new: Value = None


class Pair(NamedTuple):
    """Two journeys with their things and what is known of which is which."""

    old_journey: Journey
    new_journey: Journey
    old: dict[Key, Record]
    new: dict[Key, Record]
    old_below: Below
    new_below: Below
    matching: Matching
    renames: Renames

    def after(self, record: Record) -> Record | None:
        """A thing of the old journey in the new one."""
        key = self.matching.pairs.get(record.key)
        return self.new[key] if key is not None else None

    def before(self, record: Record) -> Record | None:
        """A thing of the new journey in the old one."""
        key = self.matching.back.get(record.key)
        return self.old[key] if key is not None else None

    def same(self) -> Iterator[tuple[Record, Record]]:
        """Every thing that both have, in the order of the new journey."""
        return ((self.old[self.matching.back[key]], record) for key, record in self.new.items() if self.before(record))

    def added(self) -> Iterator[Record]:
        """What only the new journey has, in its order."""
        return (each for each in self.new.values() if each.key not in self.matching.back)

    def removed(self) -> Iterator[Record]:
        """What only the old journey has."""
        return (each for each in self.old.values() if each.key not in self.matching.pairs)


def side_by_side(old: Journey, new: Journey) -> Pair:
    """The things of two journeys, matched."""
    ours, theirs = records(old), records(new)
    matching = match(ours, theirs)
    return Pair(
        old, new, ours, theirs, below(ours.values()), below(theirs.values()), matching, _renames(ours, theirs, matching)
    )


def _renames(old: dict[Key, Record], new: dict[Key, Record], matching: Matching) -> Renames:
    found: dict[str, dict[str, str]] = {}
    pairs = [*matching.pairs.items(), *((one, key) for key, each in matching.merges.items() for one in each[1:])]
    for one, other in pairs:
        before, after = old[one], new[other]
        if before.id != after.id and isinstance(before.part, Identified):
            found.setdefault(before.family, {}).setdefault(before.id, after.id)
    return found


def events(pair: Pair) -> Iterator[Event]:
    """All that happened, in the order of the new journey; what is gone comes last."""
    divided = {part for parts in pair.matching.splits.values() for part in parts[1:]}
    swallowed = {part for parts in pair.matching.merges.values() for part in parts[1:]}
    moves = _moves(pair)
    for after in pair.new.values():
        before = pair.before(after)
        if before is not None:
            yield from _of_both(before, after, pair, has_moved=after.key in moves)
        elif after.key not in divided and not _goes_with(after, pair.new, pair.matching.back, divided):
            yield Event("added", None, after, new=_whole_new(after, pair, divided))
    for before in pair.removed():
        if before.key not in swallowed and not _goes_with(before, pair.old, pair.matching.pairs, swallowed):
            yield Event("removed", before, None, old=_whole_old(before, pair, swallowed))


def _goes_with(record: Record, side: dict[Key, Record], known: dict[Key, Key], apart: set[Key]) -> bool:
    """Whether it came or went in one with what holds it, which is told of by itself."""
    parent = record.parent
    return parent is not None and parent not in known and parent in side and parent not in apart


def _whole_new(record: Record, pair: Pair, divided: set[Key]) -> Value:
    return whole(record, _alone(pair.matching.back, divided), pair.new_below)


def _whole_old(record: Record, pair: Pair, swallowed: set[Key]) -> Value:
    return whole(record, _alone(pair.matching.pairs, swallowed), pair.old_below)


def _alone(known: dict[Key, Key], apart: set[Key]) -> Callable[[Record], bool]:
    """Whether a thing comes or goes with what holds it: it has no other of its own, and nothing else speaks of it."""
    return lambda record: record.key not in known and record.key not in apart


def _of_both(before: Record, after: Record, pair: Pair, *, has_moved: bool) -> Iterator[Event]:
    yield from _identity(before, after, pair)
    if has_moved:
        yield Event("moved", before, after, "", before.path, after.path)
    for each in differing(before.part, after.part, pair.renames):
        kind: Kind = "shipped" if _is_shipped(after, each.field, each.new) else each.happened
        yield Event(kind, before, after, each.field, each.old, each.new)
    for slot in slots(type(after.part)):
        yield from _order(before, after, slot, pair)


def _is_shipped(after: Record, field: str, new: Value) -> bool:
    return after.family == "opportunity" and field == "status" and new == "done"


def _identity(before: Record, after: Record, pair: Pair) -> Iterator[Event]:
    """Split, merged, renamed, or only noted that it had been."""
    parts, olds = pair.matching.splits.get(before.key), pair.matching.merges.get(after.key)
    if parts:
        new = [_part_of_new(pair.new[key], pair, set(parts[1:])) for key in parts]
        yield Event("split", before, after, "", heading(before.part), sorted(new, key=_path_of))
    if olds:
        old = [_part_of_old(pair.old[key], pair, set(olds[1:])) for key in olds]
        yield Event("merged", before, after, "", old, heading(after.part))
    if parts or olds or not isinstance(before.part, Identified) or not isinstance(after.part, Identified):
        return
    ours, theirs = heading(before.part), heading(after.part)
    if ours == theirs or _follows(before.part, after.part):
        return
    label = before.part.label
    if {key for key in (*ours, *theirs) if ours.get(key) != theirs.get(key)} == {"was"}:
        yield Event("changed", before, after, "was", ours.get("was"), theirs.get("was"))
    else:
        yield Event("renamed", before, after, label if ours.get(label) != theirs.get(label) else "id", ours, theirs)


def _follows(before: Identified, after: Identified) -> bool:
    """Whether only an id differs that cjm made from the same name: something else now has that name too."""
    made = before.generated and after.generated
    return made and before.was == after.was and getattr(before, before.label) == getattr(after, after.label)


def follows(pair: Pair) -> Iterator[tuple[str, str, str, str]]:
    """The ids that were made otherwise, as `Changes.follows` has them."""
    for before, after in pair.same():
        old, new = before.part, after.part
        if (
            isinstance(old, Identified)
            and isinstance(new, Identified)
            and old.id != new.id
            and _follows(old, new)
            and before.key not in pair.matching.splits
            and after.key not in pair.matching.merges
        ):
            yield after.path, after.family, old.id, new.id


def _path_of(part: Value) -> tuple[int, str]:
    said = str(part["path"]) if isinstance(part, dict) else ""
    return len(said), said


def _part_of_new(record: Record, pair: Pair, divided: set[Key]) -> Value:
    value = {"value": _whole_new(record, pair, {*pair.new})} if record.key in divided else {}
    return {**heading(record.part), "path": record.path, **value}


def _part_of_old(record: Record, pair: Pair, swallowed: set[Key]) -> Value:
    value = {"value": _whole_old(record, pair, {*pair.old})} if record.key in swallowed else {}
    return {**heading(record.part), "path": record.path, **value}


def _moves(pair: Pair) -> set[Key]:
    """What stands in another thing or list, or in another place of a list whose order says something."""
    found = {after.key for before, after in pair.same() if not _stays(before, after, pair)}
    for parent, key in pair.new_below:
        if key in ORDERED and parent in pair.matching.back:
            found |= {*moved(*_staying(pair, parent, key))}
    return found


def _stays(before: Record, after: Record, pair: Pair) -> bool:
    if before.slot is None or after.slot is None or after.parent is None:
        return True
    return before.parent in _holders(after.parent, pair) and before.slot.spec.key == after.slot.spec.key


def _holders(parent: Key, pair: Pair) -> tuple[Key, ...]:
    """The old things that a new one was; several where it is made of them."""
    if parent in pair.matching.merges:
        return pair.matching.merges[parent]
    return (pair.matching.back[parent],) if parent in pair.matching.back else ()


def _staying(pair: Pair, parent: Key, key: str) -> tuple[list[Key], list[Key]]:
    """The new keys of what stands under a key on both sides, in the old order and in the new one."""
    there = [each.key for each in pair.new_below.get((parent, key), ())]
    old = (each for holder in _holders(parent, pair) for each in pair.old_below.get((holder, key), ()))
    known = {*there}
    ours = [other for each in old if (other := pair.matching.pairs.get(each.key)) in known and other is not None]
    stay = {*ours}
    return ours, [each for each in there if each in stay]


def _order(before: Record, after: Record, slot: Slot, pair: Pair) -> Iterator[Event]:
    """One change for a list whose order says little."""
    if not slot.many or slot.spec.key in ORDERED or not held(after.part, slot):
        return
    ours, theirs = _staying(pair, after.key, slot.spec.key)
    if ours != theirs:
        old, new = ([id_of(pair.new[key].part) for key in keys] for keys in (ours, theirs))
        yield Event("reordered", before, after, slot.spec.key, list(old), list(new))
