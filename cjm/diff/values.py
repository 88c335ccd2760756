"""The values of two versions of one thing, key by key: which differ, and whether they rose or fell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from cjm.diff.records import own_values
from cjm.diff.references import Renames, followed
from cjm.model import Identified, Part, Touchpoint
from cjm.model.changes import CHANNELS, Value, items
from cjm.model.changes import Kind as Happened
from cjm.model.fields import Kind, Level, Number, One, Quantity, Share, Table
from cjm.model.plain import built_value, keys_of, plain_value
from cjm.model.values import Amount, read_amount

MEASURED = (Level, Number, Share, Quantity)
"""Kinds of which one value is more than another."""
_RANKS = frozenset({"priority"})
"""Numbers of which the lower one comes first."""


class Differing(NamedTuple):
    """A key with its two values; of parts within, with dots: `emotion.score`, `lanes.legal`."""

    field: str
    old: Value
    new: Value
    kind: Kind

    @property
    def happened(self) -> Happened:
        """Whether it is more or less than it was, where that can be said."""
        if self.old is None or self.new is None or self.field in _RANKS or not isinstance(self.kind, MEASURED):
            return "changed"
        before, after = amount_of(self.old), amount_of(self.new)
        if before is None or after is None or before.unit != after.unit:
            return "changed"
        return "rose" if after.value > before.value else "fell"


def amount_of(value: Value) -> Amount | None:
    """A plain number, share or duration as what it counts."""
    if isinstance(value, int | float):
        return Amount(float(value))
    return read_amount(value) if isinstance(value, str) else None


def differing(old: Part, new: Part, renames: Renames) -> Iterator[Differing]:
    """What differs in the values of a thing's own; its id and name are not among them."""
    passing = {"id", "was", old.label} if isinstance(old, Identified) else set()
    theirs = {key: (kind, value) for key, kind, value in own_values(new)}
    for key, kind, value in own_values(old):
        if key not in passing:
            found = _differing(key, kind, (value, theirs[key][1]), renames)
            yield from map(_as_written(old, new), found) if key in CHANNELS else found


def _as_written(old: Part, new: Part) -> Callable[[Differing], Differing]:
    """A value that has two keys under the one that is written now, each side in its own form."""
    before, after = (isinstance(each, Touchpoint) and each.channel and not each.channels for each in (old, new))

    def written(found: Differing) -> Differing:
        was, now = items(found.old), items(found.new)
        short = after or (before and not now)
        return Differing(
            "channel" if short else "channels",
            was[0] if before and was else found.old,
            now[0] if after and now else found.new,
            found.kind,
        )

    return written


def _differing(field: str, kind: Kind, values: tuple[Any, Any], renames: Renames) -> Iterator[Differing]:
    old, new = values
    if isinstance(kind, One) and old is not None and new is not None:
        for spec in keys_of(kind.part):
            pair = getattr(old, spec.attribute), getattr(new, spec.attribute)
            yield from _differing(f"{field}.{spec.key}", spec.kind, pair, renames)
        return
    before, after = followed(kind, plain_value(kind, old), renames), plain_value(kind, new)
    if isinstance(kind, Table):
        yield from _entries(field, kind, before, after)
    elif before != after and built_value(kind, before, ()) != new:  # `60m` is `1h`
        yield Differing(field, _none(before), _none(after), kind)


def _entries(field: str, kind: Table, old: Value, new: Value) -> Iterator[Differing]:
    """Each key that the author chose; their order says nothing."""
    before, after = (each if isinstance(each, dict) else {} for each in (old, new))
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield Differing(f"{field}.{key}", before.get(key), after.get(key), kind.value)


def _none(value: Value) -> Value:
    return None if value == [] else value
