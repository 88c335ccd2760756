"""Sources as one relation: their columns with the types that measuring needs, in the order of the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from cjm.diagnostics import Message
from cjm.measure.inputs import quoting, times
from cjm.measure.inputs.asked import Told
from cjm.measure.inputs.delimited import DelimitedFiles
from cjm.measure.inputs.numbers import as_double
from cjm.measure.inputs.reading import Selection, Source
from cjm.model.measurement import SetAside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNREAD = "unread_time"
ORDER = "row_order"


class Wanted(NamedTuple):
    """A column of the source, and what it is for."""

    column: str
    alias: str
    use: Literal["text", "time", "number"] | str


class Relation(NamedTuple):
    """`sql` for FROM, with what has been seen on the way."""

    sql: str
    rows: int
    set_aside: tuple[SetAside, ...]
    notes: tuple[Message, ...]


def relation(
    connection: DuckDBPyConnection, parts: Sequence[Source], wanted: Sequence[Wanted], told: Told, number: int
) -> Relation:
    """Read in place what the engine stores in order; carry everything else over into a temporary table, once."""
    columns = [each.column for each in wanted]
    if len(parts) == 1 and not isinstance(parts[0], DelimitedFiles):
        only = parts[0].select(columns)
        if only.order is not None:
            return _finished(connection, wanted, told, only, ())
    table = f"cjm_rows_{number}"
    _carry_over(connection, parts, wanted, table)
    types = tuple(_KEPT[each.use] for each in wanted)
    kept = Selection(tuple(f"c{place}" for place in range(len(wanted))), types, table, "rowid")
    left_out = tuple(each for part in parts for each in part.left_out())
    return _finished(connection, wanted, told, kept, left_out)


_KEPT = {"text": "VARCHAR", "time": "CARRIED", "number": "VARCHAR"}


def _carry_over(connection: DuckDBPyConnection, parts: Sequence[Source], wanted: Sequence[Wanted], table: str) -> None:
    columns = [f"c{place} {'TIMESTAMP' if each.use == 'time' else 'VARCHAR'}" for place, each in enumerate(wanted)]
    connection.execute(f"CREATE TEMP TABLE {table} ({', '.join(columns)}, unread VARCHAR)")
    for part in parts:
        before = _count(connection, table)
        _insert(connection, part, wanted, table)
        while isinstance(part, DelimitedFiles) and part.again():
            connection.execute(f"DELETE FROM {table} WHERE rowid >= {before}")  # noqa: S608 - ours
            _insert(connection, part, wanted, table)


def _insert(connection: DuckDBPyConnection, part: Source, wanted: Sequence[Wanted], table: str) -> None:
    selection = part.select([each.column for each in wanted])
    values, unread = [], "NULL"
    for value, kind, each in zip(selection.values, selection.types, wanted, strict=True):
        if each.use != "time":
            values.append(f"{value}::VARCHAR")
            continue
        typed = times.from_type(value, kind)
        values.append(typed or times.iso(f"{value}::VARCHAR"))
        unread = f"CASE WHEN {times.iso(f'{value}::VARCHAR')} IS NULL THEN nullif(trim({value}::VARCHAR), '') END" if typed is None else unread
    order = f" ORDER BY {selection.order}" if selection.order else ""
    connection.execute(f"INSERT INTO {table} SELECT {', '.join(values)}, {unread} FROM {selection.origin}{order}")  # noqa: S608 - quoted


def _finished(
    connection: DuckDBPyConnection, wanted: Sequence[Wanted], told: Told, read: Selection, left_out: tuple[SetAside, ...]
) -> Relation:
    shown, notes = [], []
    unread = "NULL::VARCHAR"
    for value, kind, each in zip(read.values, read.types, wanted, strict=True):
        if each.use == "time":
            made, unread, said = _time(connection, read.origin, value, kind, told)
        elif each.use == "number":
            made, said = as_double(connection, read.origin, value, kind, told.decimal, each.alias)
        else:
            made, said = _text(value, kind), ()
        notes += said
        shown.append(f"{made} AS {quoting.name(each.alias)}")
    shown += [f"{unread} AS {UNREAD}", f"{read.order} AS {ORDER}"]
    sql = f"(SELECT {', '.join(shown)} FROM {read.origin})"  # noqa: S608 - quoted
    return Relation(sql, _count(connection, read.origin) + sum(each.rows for each in left_out), left_out, tuple(notes))


def _time(connection: DuckDBPyConnection, origin: str, value: str, kind: str, told: Told) -> tuple[str, str, tuple[Message, ...]]:
    if kind == "CARRIED":
        done, text = value, "unread"
    elif typed := times.from_type(value, kind):
        return typed, "NULL::VARCHAR", ()
    else:
        done, text = times.iso(value), f"CASE WHEN {times.iso(value)} IS NULL THEN nullif(trim({value}), '') END"
    more = times.from_texts(connection, f"(SELECT {text} AS unread, {'rowid' if kind == 'CARRIED' else 'row_number() OVER ()'} AS rowid FROM {origin})", "unread", told.dates)  # noqa: S608, E501
    if more is None:
        return done, text if kind != "CARRIED" else "unread", ()
    parsed = more.sql if kind == "CARRIED" else more.sql.replace("unread", f"({text})")
    made = f"coalesce({done}, {parsed})"
    return made, f"CASE WHEN {made} IS NULL THEN {text} END", more.notes


def _text(value: str, kind: str) -> str:
    """A text that is null where it is empty; a number without `.0`."""
    if kind in ("FLOAT", "DOUBLE"):
        return f"CASE WHEN {value} = trunc({value}) THEN try_cast({value} AS HUGEINT)::VARCHAR ELSE {value}::VARCHAR END"
    if kind in ("VARCHAR", "CARRIED"):
        return f"nullif({value}, '')"
    return value if kind.endswith("INT") or kind in ("INTEGER", "UINTEGER", "UUID") else f"{value}::VARCHAR"


def _count(connection: DuckDBPyConnection, origin: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {origin}").fetchone()  # noqa: S608 - quoted
    return int(row[0]) if row else 0
