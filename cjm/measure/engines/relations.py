"""Tables of an engine as a log or a survey: their columns as texts, times and numbers, by expressions of plain SQL.

What `cjm.measure.inputs` finds out of a file's letters, a table says by its types; so texts are read as ISO 8601 has
times, and as SQL has numbers, and nothing is guessed.

A table has no order. Events of the same time come in that of the column that somebody named for it, or else of their
activity, channel and further columns as texts, byte by byte: arbitrary, but the same on every engine and every day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cjm.measure.inputs import quoting
from cjm.measure.inputs.rows import ORDER, UNREAD, Wanted

Kind = Literal["text", "time", "whole", "exact", "float"]


class Field(NamedTuple):
    """A column of a table, and what it holds; all that is no time and no number is read as text."""

    name: str
    kind: Kind


class Held(NamedTuple):
    """A table that an engine holds: how SQL names it, how people do, and its columns."""

    sql: str
    label: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(each.name for each in self.fields)


def relation(tables: Sequence[Held], wanted: Sequence[Wanted], ties: Sequence[str], order: str | None) -> str:
    """A relation of these columns, of all tables, with `row_order` and `unread_time`; see `cjm.measure.inputs.asked`.

    `ties` are columns among those that are texts, `order` any of the tables'.
    """
    return f"({' UNION ALL '.join(_select(each, wanted, ties, order) for each in tables)})"


def _select(table: Held, wanted: Sequence[Wanted], ties: Sequence[str], order: str | None) -> str:
    kinds = {each.name: each.kind for each in table.fields}
    read = [(each, quoting.name(each.column), kinds[each.column]) for each in wanted]
    inner = [f"{_read(each, f't.{name}', kind)} AS {name}" for each, name, kind in read]
    outer = [f"{_possible(f'r.{name}') if each.use == 'time' else f'r.{name}'} AS {name}" for each, name, _ in read]
    written = [f"t.{name}" for each, name, kind in read if each.use == "time" and kind == "text"]
    inner.append(f"{_bare(written[0]) if written else 'CAST(NULL AS VARCHAR)'} AS {UNREAD}")
    times = [f"r.{name}" for each, name, _ in read if each.use == "time"]
    unread = f"CASE WHEN {times[0]} IS NULL THEN r.{UNREAD} END" if times else f"r.{UNREAD}"
    if order is not None:
        inner.append(f"t.{quoting.name(order)} AS {ORDER}")
    texts = [f"coalesce(r.{quoting.name(each)}, '')" for each in ties]
    place = f"r.{ORDER}" if order is not None else " || chr(1) || ".join(texts) or "''"
    rows = f"SELECT {', '.join(inner)} FROM {table.sql} AS t"
    return f"SELECT {', '.join(outer)}, {unread} AS {UNREAD}, {place} AS {ORDER} FROM ({rows}) AS r"


def _read(wanted: Wanted, column: str, kind: Kind) -> str:
    if wanted.use == "time":
        return _time(column, kind)
    return _number(column, kind) if wanted.use == "number" else _text(column, kind)


def _bare(column: str) -> str:
    return f"nullif(trim(CAST({column} AS VARCHAR)), '')"


def _text(column: str, kind: Kind) -> str:
    """Null where it is empty; of a number with a fraction of nothing, the whole number."""
    text = f"CAST({column} AS VARCHAR)"
    if kind == "float":
        is_whole = f"{column} = floor({column}) AND abs({column}) < 1e15"
        text = f"CASE WHEN {is_whole} THEN CAST(CAST({column} AS BIGINT) AS VARCHAR) ELSE {text} END"
    return f"nullif({text} COLLATE C, '')"


_NUMBER = "^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]{1,2})?$"


def _number(column: str, kind: Kind) -> str:
    """A DOUBLE, null where there is none, and where it is none of a size."""
    if kind == "text":
        bare = f"trim(CAST({column} AS VARCHAR))"
        return f"CASE WHEN regexp_matches({bare}, {quoting.text(_NUMBER)}) THEN CAST({bare} AS DOUBLE) END"
    if kind == "time":
        return "CAST(NULL AS DOUBLE)"
    number = f"CAST({column} AS DOUBLE)"
    return f"CASE WHEN abs({number}) < 1e300 THEN {number} END"


_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?"
_ZONE = "(Z|UTC|[-+](0[0-9]|1[0-4]):[0-5][0-9])"
_ISO = f"^[1-9][0-9]{{3}}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T]{_CLOCK} ?{_ZONE}?)?$"
_SHORT_ZONE = "[0-9 ][-+][0-9]{2}$"
_PACKED_ZONE = "[0-9 ][-+][0-9]{4}$"


def _time(column: str, kind: Kind) -> str:
    """A TIMESTAMP in UTC, null where none can be read. The session's zone is UTC."""
    if kind == "time":
        return f"CAST({column} AS TIMESTAMP)"
    if kind == "text":
        return _from_text(column)
    return f"CAST(make_timestamp({_micros(column, kind)}) AS TIMESTAMP)"


def _from_text(column: str) -> str:
    """ISO 8601, with the zone it names or UTC. Digits after the sixth of a second's are dropped."""
    text = f"trim(CAST({column} AS VARCHAR))"
    packed = f"substr({text}, 1, length({text}) - 2) || ':' || substr({text}, length({text}) - 1)"
    zoned = (
        f"CASE WHEN length({text}) > 16 AND regexp_matches({text}, '{_SHORT_ZONE}') THEN {text} || ':00' "
        f"WHEN length({text}) > 16 AND regexp_matches({text}, '{_PACKED_ZONE}') THEN {packed} ELSE {text} END"
    )
    shorter = f"substr({zoned}, 1, 26) || ltrim(substr({zoned}, 27), '0123456789')"
    cut = f"CASE WHEN regexp_matches({text}, '[.][0-9]{{7}}') THEN {shorter} ELSE {zoned} END"
    day, month, year = f"substr({text}, 9, 2)", f"substr({text}, 6, 2)", f"CAST(substr({text}, 1, 4) AS INTEGER)"
    leap = f"{year} % 4 = 0 AND ({year} % 100 <> 0 OR {year} % 400 = 0)"
    last = (
        f"CASE WHEN {month} IN ('04', '06', '09', '11') THEN '30' WHEN {month} <> '02' THEN '31' "
        f"WHEN {leap} THEN '29' ELSE '28' END"
    )
    moment = f"CAST(CAST({cut} AS TIMESTAMPTZ) AS TIMESTAMP)"
    return f"CASE WHEN regexp_matches({zoned}, '{_ISO}') THEN CASE WHEN {day} <= {last} THEN {moment} END END"


def _micros(column: str, kind: Kind) -> str:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size, as `inputs.times` has it."""
    number = {"whole": f"CAST({column} AS BIGINT)", "exact": column}.get(kind, f"CAST({column} AS DOUBLE)")
    size = f"abs(CAST({column} AS DOUBLE))"
    sizes = (
        (100_000_000_000, "* 1000000"),
        (100_000_000_000_000, "* 1000"),
        (100_000_000_000_000_000, "* 1"),
        (9_000_000_000_000_000_000, "/ 1000.0"),
    )
    whens = " ".join(f"WHEN {size} < {most} THEN CAST(round({number} {factor}) AS BIGINT)" for most, factor in sizes)
    return f"CASE {whens} END"


def _possible(moment: str) -> str:
    """Null for a time that no calendar of a program holds: `infinity`, the year 12000."""
    first, last = "TIMESTAMP '0001-01-02 00:00:00'", "TIMESTAMP '9999-12-30 00:00:00'"
    return f"CASE WHEN {moment} >= {first} AND {moment} <= {last} THEN {moment} END"
