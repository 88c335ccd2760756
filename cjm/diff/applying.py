"""The new journey from the old one and what happened: `compare` the other way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from cjm.diff.records import LOCAL, Slot, place, slots
from cjm.diff.references import Renames, followed_part
from cjm.model import Journey, Part, Touchpoint
from cjm.model.changes import CHANNELS, Change, Changes, Value
from cjm.model.fields import One
from cjm.model.plain import built, keys_of, plain


@dataclass(slots=True, eq=False)
class _Thing:
    """A thing while it is being changed: its own values as plain data, and what stands in it."""

    part: type[Part]
    data: dict[str, Any]
    below: dict[str, list[_Thing]] = field(default_factory=dict)


def apply(changes: Changes, old: Journey) -> Journey:
    """The journey that `old` became. Raises KeyError for changes of another journey."""
    places: dict[str, _Thing] = {}
    root = _thing(Journey, plain(old), "", places)
    renames = _renames(changes)
    for each in places.values():
        each.data = followed_part(each.part, each.data, renames)
    found: dict[str, _Thing] = {}
    _rebuild(root, "", _Plan(changes, places, renames), found)
    for path, _, _, new in changes.follows:
        found[path].data["id"] = new
    for change in changes:
        _fill_in(change, found)
    return replace(built(Journey, _data(root)), catalogue=old.catalogue)


def _thing(part: type[Part], data: Mapping[str, Any], path: str, places: dict[str, _Thing]) -> _Thing:
    """A thing of plain data, and its place and those of what stands in it."""
    made = places[path] = _Thing(part, dict(data))
    for slot in slots(part):
        value = made.data.pop(slot.spec.key, None)
        items = value if slot.many else [value]
        if value is not None:
            made.below[slot.spec.key] = [
                _thing(slot.part, item, place(path, slot, index), places) for index, item in enumerate(items)
            ]
    return made


def _renames(changes: Changes) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for change in changes:
        for old, new in _ids(change):
            found.setdefault(change.of, {}).setdefault(old, new)
    for _, family, old, new in changes.follows:
        found.setdefault(family, {}).setdefault(old, new)
    return {family: {old: new for old, new in ids.items() if old != new} for family, ids in found.items()}


def _ids(change: Change) -> list[tuple[str, str]]:
    """Old ids with the new ones that stand in their place."""
    if change.kind == "renamed":
        return [(_id(change.old), _id(change.new))]
    if change.kind == "merged":
        return [(_id(each), _id(change.new)) for each in _list(change.old)]
    if change.kind == "split":
        goes_on = next(each for each in _list(change.new) if "value" not in each)
        return [(_id(change.old), _id(goes_on))]
    return []


def _id(value: Value) -> str:
    return str(cast("dict[str, Value]", value)["id"])


def _list(value: Value) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", value)


class _Plan:
    """What goes, what comes and where to, and the lists that have another order."""

    def __init__(self, changes: Changes, places: dict[str, _Thing], renames: Renames) -> None:
        self.places, self.renames = places, renames
        self.gone: set[int] = set()
        self.come: dict[str, _Thing] = {}
        self.orders: dict[tuple[str, str], list[str]] = {}
        self.joined: dict[int, list[_Thing]] = {}
        for change in changes:
            self._note(change)

    def _note(self, change: Change) -> None:
        if change.kind == "added":
            self._expect(change.path, change.new)
        elif change.kind == "removed":
            self.gone.add(id(self.places[change.path]))
        elif change.kind == "moved":
            thing = self.places[str(change.old)]
            self.gone.add(id(thing))
            self.come[str(change.new)] = thing
        elif change.kind == "split":
            for each in _list(change.new):
                if "value" in each:
                    self._expect(each["path"], each["value"])
        elif change.kind == "merged":
            first, *others = sorted(_list(change.old), key=lambda each: "value" in each)
            self.gone |= {id(self.places[each["path"]]) for each in others}
            self.joined[id(self.places[first["path"]])] = [self.places[each["path"]] for each in others]
        elif change.kind == "reordered":
            self.orders[change.path, change.field] = [str(each) for each in cast("list[Value]", change.new)]

    def _expect(self, path: str, value: Value) -> None:
        self.come[path] = _thing(_part_at(path), cast("dict[str, Any]", value), "", {})

    def held(self, thing: _Thing, path: str, slot: Slot) -> list[_Thing]:
        """What stands in a thing in the end, in its order."""
        key = slot.spec.key
        before = [each for one in (thing, *self.joined.get(id(thing), ())) for each in one.below.get(key, ())]
        stays = self._ordered([each for each in before if id(each) not in self.gone], path, slot)
        found: list[_Thing] = []
        while (new := self.come.get(place(path, slot, len(found)))) or stays:
            found.append(new or stays.pop(0))
            if not slot.many:
                break
        return found

    def _ordered(self, things: list[_Thing], path: str, slot: Slot) -> list[_Thing]:
        order = self.orders.get((path, slot.spec.key))
        if order is None:
            return things
        waiting: dict[str, list[_Thing]] = {}
        known = self.renames.get(slot.family, {})
        for each in things:
            said = str(each.data.get("id") or each.data.get(LOCAL.get(slot.part, "id")))
            waiting.setdefault(known.get(said, said), []).append(each)
        return [waiting[name].pop(0) for name in order]


def _part_at(path: str) -> type[Part]:
    """What stands at a path, by the declarations."""
    part: type[Part] = Journey
    for step in path.split("."):
        key = step.partition("[")[0]
        part = next(slot.part for slot in slots(part) if slot.spec.key == key)
    return part


def _rebuild(thing: _Thing, path: str, plan: _Plan, found: dict[str, _Thing]) -> None:
    """Put what stands in a thing in its place, then what stands in that; `found` gets all by their new paths."""
    found[path] = thing
    for slot in slots(thing.part):
        thing.below[slot.spec.key] = plan.held(thing, path, slot)
        for index, each in enumerate(thing.below[slot.spec.key]):
            _rebuild(each, place(path, slot, index), plan, found)


def _fill_in(change: Change, found: dict[str, _Thing]) -> None:
    """The values that a change gives to what stands at its path."""
    if change.kind in ("renamed", "merged"):
        _name(found[change.path], change.new)
    elif change.kind == "split":
        for each in _list(change.new):
            if "value" not in each:
                _name(found[each["path"]], each)
    elif change.kind in ("rose", "fell", "changed", "shipped"):
        thing = found[change.path]
        _set(thing.part, thing.data, change.field, change.new)


def _name(thing: _Thing, heading: Value) -> None:
    """Its id, the ids that it had, and its name."""
    said = cast("dict[str, Value]", heading)
    label = cast("Any", thing.part).label
    for key in ("id", "was", label):
        thing.data.pop(key, None)
    thing.data |= {key: said[key] for key in ("id", "was", label) if key in said}


def _set(part: type[Part], data: dict[str, Any], field: str, value: Value) -> None:
    """A value at a key, or with dots at a key of what stands under it."""
    if part is Touchpoint and field in CHANNELS:
        for form in CHANNELS:
            data.pop(form, None)
    key, _, rest = field.partition(".")
    if rest:
        inner = data.setdefault(key, {})
        kind = next(spec.kind for spec in keys_of(part) if spec.key == key)
        if isinstance(kind, One):
            _set(kind.part, inner, rest, value)
        else:
            _put(inner, rest, value)
        if not inner and not isinstance(kind, One):
            del data[key]
    else:
        _put(data, key, value)


def _put(data: dict[str, Any], key: str, value: Value) -> None:
    if value is None:
        data.pop(key, None)
    else:
        data[key] = value


def _data(thing: _Thing) -> dict[str, Any]:
    """A thing with all that stands in it as plain data."""
    data = dict(thing.data)
    for slot in slots(thing.part):
        said = [_data(each) for each in thing.below.get(slot.spec.key, ())]
        if said:
            data[slot.spec.key] = said if slot.many else said[0]
    return data
