"""Journeys and edits of every shape that the declarations allow, with an id for whatever may have one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from hypothesis import strategies as st

from cjm.diff.records import LOCAL, Slot, slots
from cjm.model import Journey, Part
from cjm.model.fields import (
    Choice,
    Day,
    Flag,
    Kind,
    Lapse,
    Length,
    Level,
    Many,
    Number,
    One,
    Quantity,
    Share,
    Table,
    Version,
)
from cjm.model.parts import Identified
from cjm.model.plain import keys_of

WORDS = ("Ficha", "Compra como invitado", "¿Llega hoy?", "a.b", "注文", "<b>", "x" * 90, "*", "Correo", "Pago")


def value(kind: Kind, salt: int = 0) -> Any:  # noqa: C901, PLR0911, PLR0912 - a line for each kind
    """A plain value of a kind; another salt gives another value."""
    if isinstance(kind, Many):
        return [value(kind.item, salt + number) for number in range(1 + salt % 2)]
    if isinstance(kind, Table):
        return {f"k.{salt % 3}": value(kind.value, salt)}
    if isinstance(kind, One):
        return {
            spec.key: value(spec.kind, salt)
            for spec in keys_of(kind.part)
            if spec.key not in ("id", "was", "*") and (spec.required or salt % 2)
        } or {keys_of(kind.part)[0].key: value(keys_of(kind.part)[0].kind, salt)}
    if isinstance(kind, Choice):
        return kind.names[salt % len(kind.names)]
    if isinstance(kind, Flag):
        return bool(salt % 2)
    if isinstance(kind, Version):
        return 1 + salt
    if isinstance(kind, Level):
        return 1 + salt % 5
    if isinstance(kind, Share):
        return (salt % 11) / 10
    if isinstance(kind, Number):
        low = int(kind.low or 0)
        return low + salt % (int(kind.high) - low + 1 if kind.high is not None else 50)
    if isinstance(kind, Day):
        return f"2026-{1 + salt % 12:02}-{1 + salt % 28:02}"
    if isinstance(kind, Length):
        return f"{1 + salt}m"
    if isinstance(kind, Lapse):
        return f"{1 + salt}h" if salt % 2 else {"from": "1h", "to": f"{2 + salt}d"}
    if isinstance(kind, Quantity):
        return (salt, f"{salt}%", f"{salt + 1}d")[salt % 3]
    return f"{WORDS[salt % len(WORDS)]} {salt}"


def some_values(part: type[Part]) -> list[tuple[str, Kind]]:
    """The keys of a part's own that an edit may change."""
    things = {slot.spec.key for slot in slots(part)}
    label = part.label if issubclass(part, Identified) else LOCAL.get(part, "")
    passing = {*things, "id", "was", label, "cjm", "channel", "*"}
    return [(spec.key, spec.kind) for spec in keys_of(part) if spec.key not in passing]


@st.composite
def things(draw: st.DrawFn, part: type[Part], numbers: Iterator[int], depth: int = 0) -> dict[str, Any]:
    """A part as plain data, with what stands in it, each with an id of its own."""
    number = next(numbers)
    data: dict[str, Any] = {}
    if issubclass(part, Identified):
        data = {"id": f"{part.__name__.lower()}-{number}", part.label: f"{draw(st.sampled_from(WORDS))} {number}"}
    else:
        data = {LOCAL[part]: f"metric-{number}"}
        data |= {spec.key: value(spec.kind, number) for spec in keys_of(part) if spec.required and spec.key not in data}
    for key, kind in draw(st.lists(st.sampled_from(some_values(part)), max_size=4, unique_by=lambda each: each[0])):
        data[key] = value(kind, draw(st.integers(0, 20)))
    for slot in slots(part):
        most = 0 if depth > 2 else 2 if slot.spec.key in ("stages", "touchpoints", "pain_points", "paths") else 1
        held = [draw(things(slot.part, numbers, depth + 1)) for _ in range(draw(st.integers(0, most)))]
        if held:
            data[slot.spec.key] = held if slot.many else held[0]
    return data


@st.composite
def journeys(draw: st.DrawFn) -> dict[str, Any]:
    """A journey as plain data."""
    return {"cjm": 1, **draw(things(Journey, count()))}


def places(data: dict[str, Any], part: type[Part] = Journey) -> Iterator[tuple[dict[str, Any], type[Part]]]:
    """Every thing in plain data, with what it is."""
    yield data, part
    for slot in slots(part):
        for each in _held(data, slot):
            yield from places(each, slot.part)


def lists(data: dict[str, Any], part: type[Part] = Journey) -> Iterator[tuple[list[Any], Slot]]:
    """Every list of things in plain data."""
    for slot in slots(part):
        if slot.many and data.get(slot.spec.key):
            yield data[slot.spec.key], slot
        for each in _held(data, slot):
            yield from lists(each, slot.part)


def _held(data: dict[str, Any], slot: Slot) -> list[dict[str, Any]]:
    found = data.get(slot.spec.key, [])
    return found if slot.many else [found] if found else []
