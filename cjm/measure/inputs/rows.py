"""Sources as one relation: their columns with the types that measuring needs, in the order of the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from cjm.diagnostics import Message
from cjm.measure.inputs import quoting, times
from cjm.measure.inputs.asked import Told
from cjm.measure.inputs.columns import Column
from cjm.measure.inputs.delimited import DelimitedFiles
from cjm.measure.inputs.numbers import as_double
from cjm.measure.inputs.reading import Selection, Source
from cjm.model.measurement import SetAside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNREAD = "unread_time"
ORDER = "row_order"
Use = Literal["text", "time", "number"]


class Wanted(NamedTuple):
    """A column of the source, and what it is for."""

    column: str
    use: Use


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
    if len(parts) == 1 and not isinstance(parts[0], DelimitedFiles):
        only = parts[0].select([each.column for each in wanted])
        if only.order is not None and not _has_time_in_words(only, wanted):
            return _finished(connection, wanted, told, only)
    table = f"cjm_rows_{number}"
    _carry_over(connection, parts, wanted, told, table)
    types = tuple("TIMESTAMP" if each.use == "time" else "VARCHAR" for each in wanted)
    kept = Selection(tuple(f"c{place}" for place in range(len(wanted))), types, table, "rowid")
    left_out = tuple(each for part in parts for each in part.left_out())
    return _finished(connection, wanted, told, kept, left_out, carried=True)


def _has_time_in_words(read: Selection, wanted: Sequence[Wanted]) -> bool:
    pairs = zip(read.types, wanted, strict=True)
    return any(each.use == "time" and times.from_type("", kind) is None for kind, each in pairs)


def _carry_over(
    connection: DuckDBPyConnection, parts: Sequence[Source], wanted: Sequence[Wanted], told: Told, table: str
) -> None:
    columns = [f"c{place} {'TIMESTAMP' if each.use == 'time' else 'VARCHAR'}" for place, each in enumerate(wanted)]
    connection.execute(f"CREATE TABLE {table} ({', '.join(columns)}, {UNREAD} VARCHAR)")
    for part in parts:
        before = _count(connection, table)
        _insert(connection, part, wanted, told, table)
        while isinstance(part, DelimitedFiles) and part.again():
            connection.execute(f"DELETE FROM {table} WHERE rowid >= {before}")
            _insert(connection, part, wanted, told, table)


def _insert(connection: DuckDBPyConnection, part: Source, wanted: Sequence[Wanted], told: Told, table: str) -> None:
    import duckdb  # noqa: PLC0415 - an extra

    try:
        connection.execute(_insertion(part, wanted, told, table))
    except duckdb.Error:
        if not (isinstance(part, DelimitedFiles) and part.mend()):
            raise
        connection.execute(_insertion(part, wanted, told, table))


def _insertion(part: Source, wanted: Sequence[Wanted], told: Told, table: str) -> str:
    selection = part.select([each.column for each in wanted])
    texts, kept = [f"{selection.order or 'NULL'} AS place"], []
    time = times.NONE
    for number, (value, kind, each) in enumerate(zip(selection.values, selection.types, wanted, strict=True)):
        if each.use == "time":
            first = part.first(each.column) if isinstance(part, DelimitedFiles) else ()
            time = times.at_once(value, kind, told.dates, first)
            kept.append("time")
        else:
            texts.append(f"{value}::VARCHAR AS t{number}")
            kept.append(f"t{number}")
    order = " ORDER BY place" if selection.order else ""
    read = f"SELECT {', '.join(texts)}, {time.written} AS written, {time.quick} AS quick FROM {selection.origin}"
    timed = f"SELECT *, {time.time} AS time FROM ({read}) AS r"
    return f"INSERT INTO {table} SELECT {', '.join(kept)}, {time.unread} FROM ({timed}) AS t{order}"


def _finished(  # noqa: PLR0913 - the one place where all of it meets
    connection: DuckDBPyConnection,
    wanted: Sequence[Wanted],
    told: Told,
    read: Selection,
    left_out: tuple[SetAside, ...] = (),
    *,
    carried: bool = False,
) -> Relation:
    shown: list[str] = []
    notes: list[Message] = []
    unread = "NULL::VARCHAR"
    for value, kind, each in zip(read.values, read.types, wanted, strict=True):
        column = Column(read.origin, value, kind, each.column)
        if each.use == "time":
            made, unread, said = _time(connection, column, told.dates, carried=carried)
        elif each.use == "number":
            made, said = as_double(connection, column, told.decimal)
        else:
            made, said = _text(value, kind, filled=not carried and _is_filled(connection, column)), ()
        notes += said
        shown.append(f"{made} AS {quoting.name(each.column)}")
    shown += [f"{unread} AS {UNREAD}", f"{read.order} AS {ORDER}"]
    sql = f"(SELECT {', '.join(shown)} FROM {read.origin})"
    return Relation(sql, _count(connection, read.origin) + sum(each.rows for each in left_out), left_out, tuple(notes))


def _time(
    connection: DuckDBPyConnection, column: Column, dates: str | None, *, carried: bool
) -> tuple[str, str, tuple[Message, ...]]:
    """The time, the text of what could not be read, and what to say of it."""
    if not carried:
        return times.from_type(column.sql, column.kind) or column.sql, "NULL::VARCHAR", ()
    more = times.from_texts(connection, Column(column.origin, UNREAD, "VARCHAR", column.name), dates)
    if more is None:
        return column.sql, UNREAD, ()
    read = f"coalesce({column.sql}, {more.sql})"
    return read, f"CASE WHEN {read} IS NULL THEN {UNREAD} END", more.notes


def _is_filled(connection: DuckDBPyConnection, column: Column) -> bool:
    """Whether no text is empty: a file's own statistics answer at once, and later queries then use them, too."""
    if column.kind != "VARCHAR":
        return False
    return not connection.execute(f"SELECT 1 FROM {column.origin} WHERE {column.sql} = '' LIMIT 1").fetchone()


def _text(value: str, kind: str, *, filled: bool) -> str:
    """A text that is null where it is empty; of a number with a fraction of nothing, the whole number."""
    if kind in ("FLOAT", "DOUBLE") or kind.startswith("DECIMAL"):
        return (
            f"CASE WHEN {value} = trunc({value}) THEN try_cast({value} AS HUGEINT)::VARCHAR ELSE {value}::VARCHAR END"
        )
    if kind == "VARCHAR":
        return value if filled else f"nullif({value}, '')"
    return value if kind.endswith("INT") or kind in ("INTEGER", "UINTEGER", "UUID") else f"{value}::VARCHAR"


def _count(connection: DuckDBPyConnection, origin: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {origin}").fetchone()
    return int(row[0]) if row else 0
