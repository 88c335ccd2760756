"""A journey as the things that can be added, moved or renamed, each with its place. Walks the declarations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, cast

from cjm.model import Figure, Identified, Journey, Part, Target, Touchpoint
from cjm.model.changes import CHANNELS, Value
from cjm.model.fields import Kind, Many, One, Spec
from cjm.model.plain import keys_of, plain

Key: TypeAlias = "tuple[Any, ...]"
Below: TypeAlias = "Mapping[tuple[Key, str], Sequence[Record]]"
LOCAL: dict[type[Part], str] = {Target: "metric", Figure: "metric"}
"""Parts without an id that one tells apart by another key, among those of one owner."""
ORDERED = frozenset({"stages", "touchpoints", "paths", "personas", "lanes"})
"""Lists whose order says something: what comes first, and whose curve it is."""


class Slot(NamedTuple):
    """A key under which things stand: a list of them, or one alone."""

    spec: Spec
    part: type[Part]
    family: str
    many: bool


class Record(NamedTuple):
    """A thing with its place. `key` is its own in the journey; `at` is its place in its list, from 0."""

    key: Key
    part: Part
    family: str
    path: str
    parent: Key | None
    slot: Slot | None
    at: int

    @property
    def id(self) -> str:
        """Its id, or what stands for one."""
        return id_of(self.part)

    @property
    def label(self) -> str:
        """What people call it."""
        return label_of(self.part)


def id_of(part: Part) -> str:
    """An id, or the key that stands for one."""
    return part.id if isinstance(part, Identified) else str(getattr(part, LOCAL[type(part)]))


def label_of(part: Part) -> str:
    """A name or a sentence; the id where there is none."""
    if not isinstance(part, Identified):
        return id_of(part)
    return cast("str | None", getattr(part, part.label)) or part.id


_SLOTS: dict[type[Part], tuple[Slot, ...]] = {}


def slots(part: type[Part]) -> tuple[Slot, ...]:
    """The keys of a part under which things stand that have a life of their own."""
    if part not in _SLOTS:
        _SLOTS[part] = tuple(found for spec in keys_of(part) if (found := _slot(spec)))
    return _SLOTS[part]


def _slot(spec: Spec) -> Slot | None:
    inner = spec.kind.item if isinstance(spec.kind, Many) else spec.kind
    if not isinstance(inner, One):
        return None
    if issubclass(inner.part, Identified):
        family = inner.part.family or spec.key.removesuffix("s")
        return Slot(spec, inner.part, family, isinstance(spec.kind, Many))
    if inner.part in LOCAL and isinstance(spec.kind, Many):
        return Slot(spec, inner.part, inner.part.__name__.lower(), many=True)
    return None


def own_keys(part: type[Part]) -> tuple[Spec, ...]:
    """The keys of a part that are values of its own."""
    things = {slot.spec.key for slot in slots(part)}
    return tuple(spec for spec in keys_of(part) if spec.key not in things)


def own_values(part: Part) -> Iterator[tuple[str, Kind, Any]]:
    """Each key of its own with its value; `channel: web` is `channels: [web]`, whichever is written."""
    for spec in own_keys(type(part)):
        if isinstance(part, Touchpoint) and spec.key in CHANNELS:
            if spec.key == "channels":
                yield spec.key, spec.kind, part.met_in
            continue
        yield spec.key, spec.kind, getattr(part, spec.attribute)


def records(journey: Journey) -> dict[Key, Record]:
    """Everything in a journey, itself first, each before what it holds."""
    found: dict[Key, Record] = {}
    seen: Counter[Key] = Counter()
    root = Record((Journey.family,), journey, Journey.family, "", None, None, 0)
    _gather(root, found, seen)
    return found


def _gather(record: Record, found: dict[Key, Record], seen: Counter[Key]) -> None:
    found[record.key] = record
    for slot in slots(type(record.part)):
        for index, part in enumerate(held(record.part, slot)):
            base: Key = (slot.family, id_of(part))
            if not isinstance(part, Identified):
                base = (*base, record.key)
            key = (*base, seen[base])
            seen[base] += 1
            path = place(record.path, slot, index)
            _gather(Record(key, part, slot.family, path, record.key, slot, index), found, seen)


def held(part: Part, slot: Slot) -> tuple[Part, ...]:
    """What stands under a key."""
    value = getattr(part, slot.spec.attribute)
    if slot.many:
        return cast("tuple[Part, ...]", value)
    return () if value is None else (value,)


def place(path: str, slot: Slot, index: int) -> str:
    """The path of what stands under a key of a part: `stages[1].touchpoints[0]`."""
    step = f"{slot.spec.key}[{index}]" if slot.many else slot.spec.key
    return f"{path}.{step}" if path else step


def below(every: Iterable[Record]) -> dict[tuple[Key, str], list[Record]]:
    """What stands in each thing under each key, in order."""
    found: dict[tuple[Key, str], list[Record]] = {}
    for each in every:
        if each.parent is not None and each.slot is not None:
            found.setdefault((each.parent, each.slot.spec.key), []).append(each)
    return found


def whole(record: Record, held_too: Callable[[Record], bool], under: Below) -> dict[str, Value]:
    """A thing as plain data, with those of the things in it that are `held_too`."""
    data = plain(record.part)
    for slot in slots(type(record.part)):
        data.pop(slot.spec.key, None)
        kept = [each for each in under.get((record.key, slot.spec.key), ()) if held_too(each)]
        said: list[Value] = [whole(each, held_too, under) for each in kept]
        if said:
            data[slot.spec.key] = said if slot.many else said[0]
    return data


def heading(part: Part) -> dict[str, Value]:
    """What a thing is known by: its id, those that it had, and its name."""
    if not isinstance(part, Identified):
        return {"id": id_of(part)}
    found: dict[str, Value] = {"id": part.id}
    if getattr(part, part.label) is not None:
        found[part.label] = getattr(part, part.label)
    if part.was:
        found["was"] = list(part.was)
    return found
