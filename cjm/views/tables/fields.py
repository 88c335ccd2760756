"""How a table is made: a heading, a kind and a way to the value for each column, the same for every row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from cjm.diagnostics import Message
from cjm.views.pages.guide import Guide
from cjm.views.tables.shapes import Column, Kind, Table, Value

_ALWAYS = ("stage", "place", "id", "name", "text")


class Field(NamedTuple):
    """A column before its rows. A heading that is a text is the journey's own."""

    key: str
    heading: Message | str
    kind: Kind
    value: Callable[[Any, Guide], Value]


def plain(key: str, heading: Message, kind: Kind = "text") -> Field:
    """A value as the journey has it, by the way to it: `views.company`."""
    return Field(key, heading, kind, partial(_taken, way=tuple(key.split("."))))


def people(key: str, heading: Message) -> Field:
    """The names of personas."""
    return Field(key, heading, "list", lambda row, tell: tuple(tell.persona(each).text for each in getattr(row, key)))


def proofs(key: str, heading: Message) -> Field:
    """The titles of evidence, by the way to it."""
    way = tuple(key.split("."))
    return Field(
        key, heading, "list", lambda row, tell: tuple(each.text for each in tell.proofs(_taken(row, tell, way) or ()))
    )


def _taken(row: object, _teller: Guide, way: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever stands there
    found = row
    for name in way:
        found = getattr(found, name, None)
    return found


def make_table(key: str, title: Message, fields: Sequence[Field], rows: Iterable[object], teller: Guide) -> Table:
    """A row for each thing. Columns that no row fills are left out, all but what things are known by."""
    made = [[_filled(field.value(row, teller)) for field in fields] for row in rows]
    kept = [
        number
        for number, field in enumerate(fields)
        if field.key in _ALWAYS or any(row[number] is not None and row[number] is not False for row in made)
    ]
    columns = tuple(_column(fields[number], teller) for number in kept)
    return Table(key, teller.say(title), columns, tuple(tuple(row[number] for number in kept) for row in made))


def _column(field: Field, teller: Guide) -> Column:
    heading = field.heading if isinstance(field.heading, str) else teller.say(field.heading)
    return Column(field.key, heading, field.kind)


def _filled(value: Value) -> Value:
    """None for what is empty."""
    return None if value in ("", ()) else value
