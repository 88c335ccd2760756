"""Whatever two journeys hold: what happened leads from one to the other, and an edit is told as that edit."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cjm.diagnostics import say
from cjm.diff.applying import apply
from cjm.diff.compare import compare
from cjm.diff.nouns import FIELDS, LISTS, THINGS
from cjm.diff.records import LOCAL, ORDERED, own_keys, slots
from cjm.model import Journey
from cjm.model.fields import One
from cjm.model.parts import Identified
from cjm.model.plain import built, plain
from tests.diff.strategies import journeys, lists, places, some_values, things, value

calm = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def made(data: dict[str, Any]) -> Journey:
    return built(Journey, data)


@calm
@given(journeys())
def test_nothing_happened_to_a_journey_that_is_the_same(data: dict[str, Any]) -> None:
    assert not list(compare(made(data), made(deepcopy(data))))
    assert made(plain(made(data))) == made(data)


@calm
@given(journeys(), journeys())
def test_what_happened_leads_from_any_journey_to_any_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    old, new = made(one), made(other)
    changes = compare(old, new)
    assert apply(changes, old) == new
    assert all(say(each.text) and 0 <= each.weight <= 100 for each in changes)


def edited(data: dict[str, Any], draw: Any) -> dict[str, Any]:
    """The journey after a few edits of any sort."""
    new = deepcopy(data)
    for _ in range(draw(st.integers(1, 4))):
        edit = draw(st.sampled_from((change, remove, add, move, rename, split, merge)))
        edit(new, draw)
    return new


def change(data: dict[str, Any], draw: Any) -> tuple[Any, ...] | None:
    thing, part = draw(st.sampled_from(list(places(data))))
    key, kind = draw(st.sampled_from(some_values(part)))
    before = thing.get(key)
    thing[key] = value(kind, draw(st.integers(0, 20)))
    if made(data) == made({**data}) and before == thing[key]:
        return None
    return ("of", key, thing)


def remove(data: dict[str, Any], draw: Any) -> Any:
    every = list(lists(data))
    assume(every)
    found, slot = draw(st.sampled_from(every))
    return slot.family, found.pop(draw(st.integers(0, len(found) - 1))) if found else None


def add(data: dict[str, Any], draw: Any) -> Any:
    every = list(lists(data))
    assume(every)
    found, slot = draw(st.sampled_from(every))
    new = draw(things(slot.part, count(1000 + len(found) + draw(st.integers(0, 5)) * 500), 2))
    found.insert(draw(st.integers(0, len(found))), new)
    return slot.family, new


def move(data: dict[str, Any], draw: Any) -> Any:
    every = [each for each in lists(data) if each[1].spec.key in ORDERED and len(each[0]) > 1]
    assume(every)
    found, slot = draw(st.sampled_from(every))
    thing = found.pop(draw(st.integers(0, len(found) - 1)))
    found.insert(draw(st.integers(0, len(found))), thing)
    return slot.family, thing


def rename(data: dict[str, Any], draw: Any) -> Any:
    thing, _ = draw(st.sampled_from([each for each in places(data) if issubclass(each[1], Identified)]))
    old = thing["id"]
    thing["id"], thing["was"] = f"{old}-new", [old]
    return old, thing


def split(data: dict[str, Any], draw: Any) -> Any:
    every = [each for each in lists(data) if issubclass(each[1].part, Identified)]
    assume(every)
    found, slot = draw(st.sampled_from(every))
    place = draw(st.integers(0, len(found) - 1))
    old = found[place]["id"]
    label = slot.part.label
    parts = [{"id": f"{old}-{name}", "was": [old], label: f"{name} of it"} for name in ("a", "b")]
    found[place : place + 1] = parts
    return slot.family, old, [each["id"] for each in parts]


def merge(data: dict[str, Any], draw: Any) -> Any:
    every = [each for each in lists(data) if issubclass(each[1].part, Identified) and len(each[0]) > 1]
    assume(every)
    found, slot = draw(st.sampled_from(every))
    place = draw(st.integers(0, len(found) - 2))
    olds = [found[place]["id"], found[place + 1]["id"]]
    found[place : place + 2] = [{**found[place], "id": f"{olds[0]}-one", "was": olds}]
    return slot.family, olds, f"{olds[0]}-one"


@calm
@given(st.data())
def test_any_edits_can_be_told_and_made_again(data: Any) -> None:
    old = data.draw(journeys())
    new = edited(old, data.draw)
    changes = compare(made(old), made(new))
    assert apply(changes, made(old)) == made(new)
    assert not list(compare(made(new), apply(changes, made(old))))


@calm
@given(st.data())
def test_another_value_is_told_as_that_value_alone(data: Any) -> None:
    old = data.draw(journeys())
    new = deepcopy(old)
    done = change(new, data.draw)
    assume(done and made(old) != made(new))
    _, key, thing = done or ("", "", {})
    found = list(compare(made(old), made(new)))
    assert {each.field.partition(".")[0] for each in found} == {key}
    names = {thing.get("id"), *(thing.get(name) for name in LOCAL.values())}
    assert {each.id for each in found} <= names


@calm
@given(st.data())
def test_what_is_added_or_removed_is_told_as_one_change(data: Any) -> None:
    old = data.draw(journeys())
    for edit, kind in ((add, "added"), (remove, "removed")):
        new = deepcopy(old)
        family, _ = edit(new, data.draw)
        (only,) = compare(made(old), made(new))
        assert (only.kind, only.of) == (kind, family)


@calm
@given(st.data())
def test_what_is_moved_is_told_as_one_move(data: Any) -> None:
    old = data.draw(journeys())
    new = deepcopy(old)
    family, _ = move(new, data.draw)
    found = list(compare(made(old), made(new)))
    assert [(each.kind, each.of) for each in found] in ([], [("moved", family)])
    assert bool(found) == (old != new)


@calm
@given(st.data())
def test_a_new_id_with_the_former_one_is_told_as_a_renaming(data: Any) -> None:
    old = data.draw(journeys())
    new = deepcopy(old)
    former, thing = rename(new, data.draw)
    (only,) = compare(made(old), made(new))
    assert (only.kind, only.id) == ("renamed", thing["id"])
    assert isinstance(only.old, dict)
    assert only.old["id"] == former


@calm
@given(st.data())
def test_two_that_were_one_are_told_as_a_split(data: Any) -> None:
    old = data.draw(journeys())
    new = deepcopy(old)
    family, _, parts = split(new, data.draw)
    found = [each for each in compare(made(old), made(new)) if each.kind == "split"]
    assert [(each.of, [part["id"] for part in each.new]) for each in found] == [(family, parts)]  # type: ignore[union-attr, index, call-overload]


@calm
@given(st.data())
def test_one_that_was_two_is_told_as_a_merge(data: Any) -> None:
    old = data.draw(journeys())
    new = deepcopy(old)
    family, olds, name = merge(new, data.draw)
    found = [each for each in compare(made(old), made(new)) if each.kind == "merged"]
    assert [(each.of, each.id) for each in found] == [(family, name)]
    assert {part["id"] for part in found[0].old} == set(olds)  # type: ignore[union-attr, index, call-overload]


def test_every_key_of_the_format_takes_part() -> None:
    base: dict[str, Any] = {"cjm": 1, "id": "j", "title": "J", "stages": [{"id": "s", "name": "S"}]}
    for part, data, place in every_part(base):
        for key, kind in some_values(part):
            old, new = deepcopy(data), deepcopy(data)
            at(old, place)[key] = value(kind, 1)
            at(new, place)[key] = next(each for salt in range(2, 9) if (each := value(kind, salt)) != value(kind, 1))
            found = list(compare(made(old), made(new)))
            assert found, f"{part.__name__}.{key} does not take part"
            assert {each.field.partition(".")[0] for each in found} == {key}
    channels = [
        {"cjm": 1, "title": "J", "stages": [{"name": "S", "touchpoints": [{"name": "T", **said}]}]}
        for said in ({"channel": "web"}, {"channels": ["web"]}, {"channel": "app"})
    ]
    assert not list(compare(made(channels[0]), made(channels[1])))
    (only,) = compare(made(channels[0]), made(channels[2]))
    assert (only.field, only.old, only.new) == ("channel", "web", "app")


def test_every_key_and_every_kind_of_thing_has_a_noun() -> None:
    def keys(part: Any) -> set[str]:
        found = {spec.key for spec in own_keys(part) if spec.key not in ("id", "name", "title", "text", "*")}
        inner = [spec.kind.part for spec in own_keys(part) if isinstance(spec.kind, One)]
        return found.union(*map(keys, inner), *(keys(slot.part) for slot in slots(part)))

    def kinds(part: Any) -> set[Any]:
        return {(slot.family, slot.spec.key) for slot in slots(part)}.union(*(kinds(slot.part) for slot in slots(part)))

    assert keys(Journey) <= {*FIELDS}
    assert {family for family, _ in kinds(Journey)} <= {*THINGS}
    assert {key for _, key in kinds(Journey)} - {"expectation"} == {*LISTS}


def every_part(data: dict[str, Any], part: Any = Journey, place: tuple[Any, ...] = ()) -> Any:
    """Every class of things, with a journey that has one of it, and the way there."""
    yield part, data, place
    if len(place) > 6:
        return
    for slot in slots(part):
        new = deepcopy(data)
        inner: dict[str, Any] = {"id": "x"} if issubclass(slot.part, Identified) else {LOCAL[slot.part]: "csat"}
        if issubclass(slot.part, Identified):
            inner[slot.part.label] = "X"
        inner |= {"value": 1} if slot.family == "figure" else {}
        at(new, place)[slot.spec.key] = [inner] if slot.many else inner
        yield from every_part(new, slot.part, (*place, slot.spec.key, *([0] if slot.many else [])))


def at(data: Any, place: tuple[Any, ...]) -> Any:
    for step in place:
        data = data[step]
    return data
