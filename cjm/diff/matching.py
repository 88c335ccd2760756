"""Which thing of the new journey is which of the old: by ids, by the ids that it had, else by a unique likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cjm.diff.likeness import ENOUGH, ENOUGH_OF_WRITTEN, TELLING, content, likeness
from cjm.diff.records import Key, Record
from cjm.model import Identified

MOST_PAIRS = 2500
"""Of things that could be each other; beyond it only equal names and contents are looked for."""

Records = Mapping[Key, Record]


@dataclass(slots=True)
class Matching:
    """New keys by old ones. `splits` name the parts of an old thing, `merges` what a new one is made of."""

    pairs: dict[Key, Key] = field(default_factory=dict)
    back: dict[Key, Key] = field(default_factory=dict)
    splits: dict[Key, tuple[Key, ...]] = field(default_factory=dict)
    merges: dict[Key, tuple[Key, ...]] = field(default_factory=dict)
    spent: set[Key] = field(default_factory=set)
    """New parts of what was split, and old parts of what was merged, that are paired with nothing."""

    def pair(self, old: Key, new: Key) -> None:
        """Take two things for one."""
        self.pairs[old] = new
        self.back[new] = old


class _Family:
    """The things of one family that are still without their other."""

    def __init__(self, old: Sequence[Record], new: Sequence[Record], found: Matching) -> None:
        self.whole_old, self.whole_new, self.found = old, new, found

    @property
    def old(self) -> list[Record]:
        """Those of the old journey."""
        known, spent = self.found.pairs, self.found.spent
        return [each for each in self.whole_old if each.key not in known and ("old", *each.key) not in spent]

    @property
    def new(self) -> list[Record]:
        """Those of the new one."""
        known, spent = self.found.back, self.found.spent
        return [each for each in self.whole_new if each.key not in known and ("new", *each.key) not in spent]


def match(old: Records, new: Records) -> Matching:
    """The matching of two journeys, family by family, those that hold others first."""
    found = Matching()
    for name in _families(old, new):
        ours, theirs = ([each for each in side.values() if each.family == name] for side in (old, new))
        family = _Family(ours, theirs, found)
        _by_id(family)
        if any(isinstance(each.part, Identified) for each in (*ours, *theirs)):
            _by_former_ids(family)
            for key in (_by_name, _by_name_there(found), _by_content):
                _by_unique(family, key)
            _by_likeness(family)
    return found


def _families(old: Records, new: Records) -> list[str]:
    """Those that stand deepest come later, and parts without ids last: what holds them is known by then."""
    depths: dict[str, tuple[bool, int]] = {}
    for each in (*old.values(), *new.values()):
        rank = not isinstance(each.part, Identified), each.path.count(".")
        depths[each.family] = max(rank, depths.get(each.family, rank))
    return sorted(depths, key=lambda name: depths[name])


def _by_id(family: _Family) -> None:
    """The same key; parts without ids are looked for in what holds them, which has been matched before."""
    found = family.found
    new = {each.key: each for each in family.whole_new}
    for each in family.whole_old:
        if isinstance(each.part, Identified):
            key = each.key
        else:
            metric = found.pairs.get(("metric", each.id, 0), each.key)[1]
            key = (each.family, metric, found.pairs.get(each.parent or ()), each.key[3])
        if key in new:
            found.pair(each.key, key)


def _by_former_ids(family: _Family) -> None:
    """`was`: renamed, split, or merged."""
    found = family.found
    old = {each.id: each for each in reversed(family.whole_old)}
    claims = {each.key: _claims(each, old, found) for each in family.whole_new}
    claimants: defaultdict[Key, list[Record]] = defaultdict(list)
    for each in family.whole_new:
        for one in claims[each.key]:
            claimants[one.key].append(each)
    for one in family.whole_old:
        _split(one, claimants.get(one.key, ()), found, claims)
    for each in family.whole_new:
        _take(each, [one for one in claims[each.key] if one.key not in found.pairs], found)


def _claims(new: Record, old: Mapping[str, Record], found: Matching) -> list[Record]:
    """The old things that a new one says it was. One that is there already can only have swallowed others."""
    names = new.part.was if isinstance(new.part, Identified) else ()
    said = [old[name] for name in dict.fromkeys(names) if name in old and old[name].id != new.id]
    return [each for each in said if new.key not in found.back or each.key not in found.pairs]


def _split(one: Record, claimants: Sequence[Record], found: Matching, claims: Mapping[Key, Sequence[Record]]) -> None:
    fresh = [each for each in claimants if each.key not in found.back and ("new", *each.key) not in found.spent]
    goes_on = found.pairs.get(one.key)
    if not fresh or (goes_on is None and len(fresh) == 1):
        return
    parts = fresh
    if goes_on is None:
        alone = [each for each in fresh if len(claims[each.key]) == 1] or fresh
        first = _likest(one, alone)
        found.pair(one.key, first.key)
        parts = [each for each in fresh if each is not first]
        goes_on = first.key
    found.spent |= {("new", *each.key) for each in parts}
    found.splits[one.key] = (goes_on, *(each.key for each in parts))


def _take(new: Record, olds: Sequence[Record], found: Matching) -> None:
    free = [each for each in olds if ("old", *each.key) not in found.spent]
    if not free or ("new", *new.key) in found.spent:
        return
    if new.key not in found.back:
        first = _likest(new, free)
        found.pair(first.key, new.key)
        free = [each for each in free if each is not first]
    if free:
        found.spent |= {("old", *each.key) for each in free}
        found.merges[new.key] = (found.back[new.key], *(each.key for each in free))


def _likest(one: Record, others: Sequence[Record]) -> Record:
    ours = content(one.part)
    return max(others, key=lambda each: likeness(one, each, ours, content(each.part)))


def _by_name(record: Record) -> Hashable:
    return record.label.casefold().strip()


def _by_name_there(found: Matching) -> Callable[[Record], Hashable]:
    """The name in the same holder, which has the old one's key on both sides."""

    def key(record: Record) -> Hashable:
        holder = record.parent or ()
        return _by_name(record), found.back.get(holder, holder)

    return key


def _by_content(record: Record) -> Hashable:
    said = content(record.part)
    return said if len(said) >= TELLING else None


def _by_unique(family: _Family, key: Callable[[Record], Hashable]) -> None:
    """Pair what only one on either side has; None is nobody's."""
    sides = [_alone(side, key) for side in (family.old, family.new)]
    for said, one in sides[0].items():
        if said in sides[1]:
            family.found.pair(one.key, sides[1][said].key)


def _alone(side: Iterable[Record], key: Callable[[Record], Hashable]) -> dict[Hashable, Record]:
    groups: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for each in side:
        groups[key(each)].append(each)
    return {said: each[0] for said, each in groups.items() if len(each) == 1 and said is not None}


def _by_likeness(family: _Family) -> None:
    """The two that are most alike, then the next two; none where another is as much alike."""
    old, new = family.old, family.new
    if not old or not new or len(old) * len(new) > MOST_PAIRS:
        return
    said = {each.key: content(each.part) for each in (*old, *new)}
    scores = {
        (one.key, other.key): score + 0.05 * _same_holder(one, other, family.found)
        for one in old
        for other in new
        if (score := likeness(one, other, said[one.key], said[other.key])) >= _enough(one, other)
    }
    for (ours, theirs), score in sorted(scores.items(), key=lambda item: -item[1]):
        if _is_free(ours, theirs, family.found) and not any(
            rival >= score and _is_free(one, other, family.found) and (one == ours) != (other == theirs)
            for (one, other), rival in scores.items()
        ):
            family.found.pair(ours, theirs)


def _is_free(old: Key, new: Key, found: Matching) -> bool:
    return old not in found.pairs and new not in found.back


def _enough(one: Record, other: Record) -> float:
    written = (isinstance(each.part, Identified) and not each.part.generated for each in (one, other))
    return ENOUGH_OF_WRITTEN if all(written) else ENOUGH


def _same_holder(one: Record, other: Record, found: Matching) -> bool:
    return found.pairs.get(one.parent or ()) == other.parent
