"""One order of two that were made from a third."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

Idents = Sequence[Hashable]


def merged_order(old: Idents, ours: Idents, theirs: Idents, kept: Collection[Hashable]) -> list[Hashable] | None:
    """What is kept, in an order that both sides would know again; None when both moved the same thing.

    What one side added or moved follows what it follows there; of two additions at one place, ours comes first.
    """
    common = {*old} & {*ours} & {*theirs}
    before, mine, its = ([each for each in side if each in common] for side in (old, ours, theirs))
    if its in (before, mine):
        return _with_added(ours, theirs, kept, old)
    if mine == before:
        return _with_added(theirs, ours, kept, old, first=True)
    moved, moved_too = _moved(before, mine), _moved(before, its)
    if not moved.isdisjoint(moved_too):
        return None
    placed = _with_added(ours, theirs, kept, old)
    for each in its:
        if each in moved_too and each in placed:
            placed.remove(each)
            placed.insert(_after(each, theirs, placed), each)
    return placed


def _with_added(
    base: Idents, other: Idents, kept: Collection[Hashable], old: Idents, *, first: bool = False
) -> list[Hashable]:
    """The order of the base, with what only the other has; `first` puts that before what the base added there."""
    placed = [each for each in base if each in kept]
    known = {*placed}
    added = known - {*old} - {*other}
    for each in other:
        if each in kept and each not in known:
            place = _after(each, other, placed)
            while not first and place < len(placed) and placed[place] in added:
                place += 1
            placed.insert(place, each)
            known.add(each)
    return placed


def _after(each: Hashable, side: Idents, placed: Idents) -> int:
    """The place behind the nearest one that stands before it."""
    before = side[: side.index(each)]
    return next((placed.index(one) + 1 for one in reversed(before) if one in placed), 0)


def _moved(before: Idents, after: Idents) -> set[Hashable]:
    """What is not part of the longest sequence that kept its order."""
    rank = {each: number for number, each in enumerate(before)}
    best: list[list[Hashable]] = []
    for each in after:
        longest = max((one for one in best if rank[one[-1]] < rank[each]), key=len, default=[])
        best.append([*longest, each])
    stayed = max(best, key=len, default=[])
    return {*after} - {*stayed}
