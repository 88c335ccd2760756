"""Times as people write them, read as UTC.

What ISO 8601 says is read at once. For the rest the whole column is looked at: its shapes (`99/99/9999 99:99`) give
the formats, and whether day or month comes first is settled by all its values, not by each. Sources: the tokens of
the engine's `strptime`; ICU's zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cjm.diagnostics import Message, msg
from cjm.measure.inputs import quoting
from cjm.measure.inputs.columns import Column
from cjm.measure.inputs.words import in_words
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_SHAPES = 500
_DATE = re.compile(
    r"(?P<year>9999)(?P<a>[-/. ])9{1,2}(?P=a)9{1,2}"
    r"|9{1,2}(?P<b>[-/. ])9{1,2}(?P=b)(?P<last>9999|99)|(?P<packed>99999999)"
)
_TIME = re.compile(
    r"(?P<gap>[T ,]+| - )(?P<hour>9{1,2})(?P<colon>[:.h]?)99(?P<second>(?P=colon)99)?(?P<part>(?P<point>[.,])9{1,9})?"
    r"(?P<half> ?[AaPp]\.?[Mm]\.?)?(?P<zone> ?(?:Z|UTC|GMT|[+-]99:?(?:99)?))?"
)
_PLAIN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<gap>[T ])[0-9]{2}:[0-9]{2}:[0-9]{2}(?P<part>\.[0-9]{1,6})?(?P<zone>Z?)"
)
_NEARLY = 0.9
_OLDEST = "1000-01-01 00:00:00"
_ENDLESS = "1900-01-01 00:00:00"
"""What `infinity` is for the engine, when it is read by a format."""
_NUMBER = re.compile(r"-?9+(\.9+)?")
_WORD = re.compile(r"[^\W\d_]{3}")
_HALF = re.compile(r"[AaPp]\.?[Mm]")
_MICRO, _NANO = 6, 9
_SECONDS, _MILLIS, _MICROS = 100_000_000_000, 100_000_000_000_000, 100_000_000_000_000_000


class Times(NamedTuple):
    """`sql` makes a TIMESTAMP of the text column; `notes` say what had to be decided."""

    sql: str
    notes: tuple[Message, ...] = ()


def from_type(column: str, kind: str) -> str | None:
    """A TIMESTAMP in UTC of a column that is a time or a number; None for texts."""
    if kind.startswith(("TIMESTAMP", "DATE")):
        return (
            f"make_timestamp(epoch_us({column}::TIMESTAMP))"
            if kind == "DATE"
            else f"make_timestamp(epoch_us({column}))"
        )
    if kind.startswith(("DECIMAL", "HUGEINT", "UHUGEINT")) or kind in _NUMERIC:
        return from_number(f"{column}::DOUBLE" if kind in ("FLOAT", "DOUBLE") else f"{column}::HUGEINT")
    return None


_NUMERIC = frozenset(
    {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "FLOAT", "DOUBLE"}
)


def from_number(number: str) -> str:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size."""
    size = f"abs({number})"
    return (
        f"try(make_timestamp(CAST(round(CASE WHEN {size} < {_SECONDS} THEN {number} * 1000000 "
        f"WHEN {size} < {_MILLIS} THEN {number} * 1000 WHEN {size} < {_MICROS} THEN {number} "
        f"ELSE {number} / 1000 END) AS BIGINT)))"
    )


def iso(column: str) -> str:
    """A TIMESTAMP of ISO 8601 and what comes near it, with the zone it names or UTC; years have four digits."""
    moment = f"try_cast({column} AS TIMESTAMPTZ)"
    return f"CASE WHEN {moment} >= TIMESTAMPTZ '{_OLDEST}+00' THEN make_timestamp(epoch_us({moment})) END"


class AtOnce(NamedTuple):
    """A time where nothing has to be found out, step by step: each names what the one before has made.

    `written` is the text, `quick` a time or null, `time` the time, and `unread` the text where there is none.
    """

    written: str
    quick: str
    time: str
    unread: str


NONE = AtOnce("NULL::VARCHAR", "NULL::TIMESTAMP", "quick", "NULL")
"""Where there is no column of times."""


def at_once(column: str, kind: str, dates: str | None, first: Sequence[str]) -> AtOnce:
    """The time of a column. Where its `first` values are written alike, they are read by what they look like.

    The engine takes a third of the time for one known format that it takes for all that ISO 8601 allows.
    """
    typed = from_type(column, kind)
    if typed:
        return AtOnce("NULL::VARCHAR", typed, "quick", "NULL")
    text, unread = f"{column}::VARCHAR", "CASE WHEN time IS NULL THEN nullif(trim(written), '') END"
    if dates and "%" in dates:
        return AtOnce(text, "NULL::TIMESTAMP", "quick", unread)
    alike = _alike(first)
    if alike is None:
        return AtOnce(text, "NULL::TIMESTAMP", iso("written"), unread)
    quick = f"try_strptime({text}, {quoting.text(alike)})"
    usual = f"quick >= TIMESTAMP '{_OLDEST}' AND quick <> TIMESTAMP '{_ENDLESS}'"
    time = f"CASE WHEN {usual} THEN quick ELSE {iso('written')} END"
    return AtOnce(text, quick, time, unread)


def _alike(first: Sequence[str]) -> str | None:
    """The format of ISO 8601 in which nearly all values are written, if it names no zone but UTC.

    A text that does not fit takes three times as long as it would without; some programs leave out a part of nothing.
    """
    found = [each and (each["gap"], bool(each["part"]), each["zone"]) for each in map(_PLAIN.fullmatch, first)]
    usual = max(found, key=found.count, default=None)
    if usual is None or found.count(usual) < _NEARLY * len(found):
        return None
    gap, part, zone = usual
    return f"%Y-%m-%d{gap}%H:%M:%S{'.%f' if part else ''}{zone}"


def from_texts(connection: DuckDBPyConnection, column: Column, dates: str | None) -> Times | None:
    """How to read the texts that ISO does not; None when there are none.

    `dates` is `day-first`, `month-first`, a format of strptime's, or None for what the values themselves show.
    """
    shapes = _shapes(connection, column)
    if not shapes:
        return None
    text = column.sql
    if dates and "%" in dates:
        return Times(_parsed(connection, text, [dates]))
    formats = [found for shape in shapes for found in _formats(shape)]
    order, notes = _order(connection, column, formats, shapes, dates)
    chosen = _texts([each for each in formats if each.order in (order, "")])
    ways = [_parsed(connection, text, chosen)] if chosen else []
    if any(_NUMBER.fullmatch(shape) for shape in shapes):
        ways.append(_of_number(text))
    if any(_WORD.search(shape) for shape in shapes):
        ways.append(iso(in_words(text)))
    return Times(f"coalesce({', '.join(ways)}, NULL)" if ways else "NULL::TIMESTAMP", notes)


def _shapes(connection: DuckDBPyConnection, column: Column) -> list[str]:
    sql = (
        f"SELECT translate({column.sql}, '012345678', '999999999') AS shape, count(*) FROM {column.origin} "
        f"WHERE {column.sql} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_SHAPES}"
    )
    return [str(row[0]) for row in connection.execute(sql).fetchall()]


class _Format(NamedTuple):
    text: str
    order: str
    """`day`, `month`, or nothing where the year comes first."""


def _formats(shape: str) -> Iterator[_Format]:
    date = _DATE.match(shape)
    if not date:
        return
    rest = shape[date.end() :]
    time = _TIME.fullmatch(rest) if rest else None
    if rest and not time:
        return
    tail = _tail(time) if time else ""
    if date["packed"]:
        yield _Format("%Y%m%d" + tail, "")
    elif date["year"]:
        sign = date["a"]
        yield _Format(f"%Y{sign}%m{sign}%d{tail}", "")
    else:
        sign, year = date["b"], "%Y" if date["last"] == "9999" else "%y"
        yield _Format(f"%d{sign}%m{sign}{year}{tail}", "day")
        yield _Format(f"%m{sign}%d{sign}{year}{tail}", "month")


def _tail(time: re.Match[str]) -> str:
    colon = time["colon"]
    written = f"{time['gap']}{'%I' if time['half'] else '%H'}{colon}%M"
    written += f"{colon}%S" if time["second"] else ""
    if time["part"]:
        written += time["point"] + ("%f" if len(time["part"]) - 1 <= _MICRO else "%n")
    if time["half"]:
        written += (" " if time["half"].startswith(" ") else "") + "%p"
    zone = time["zone"] or ""
    gap = " " if zone.startswith(" ") else ""
    return written + gap + ("%z" if zone[-1:] == "9" else zone.strip())


def _texts(formats: Sequence[_Format]) -> list[str]:
    return list(dict.fromkeys(each.text for each in formats))


def _parsed(connection: DuckDBPyConnection, column: str, formats: Sequence[str]) -> str:
    """The first format that fits, as UTC; refuses a format that the engine does not know."""
    plain = [each for each in formats if "%z" not in each and "%Z" not in each]
    zoned = [each for each in formats if each not in plain]
    cleaned = (
        f"regexp_replace(trim({column}), '([AaPp])\\.?([Mm])\\.?', '\\1\\2')"
        if any("%p" in each for each in formats)
        else f"trim({column})"
    )
    ways = []
    if plain:
        ways.append(f"try_strptime({cleaned}, {quoting.listed(plain)})")
    if zoned:
        ways.append(f"make_timestamp(epoch_us(try_strptime({cleaned}, {quoting.listed(zoned)})))")
    sql = f"CASE WHEN regexp_matches({column}, '[0-9]') THEN coalesce({', '.join(ways)}, NULL) END"  # not `infinity`
    _tried(connection, sql, column, formats)
    return sql


def _tried(connection: DuckDBPyConnection, sql: str, column: str, formats: Sequence[str]) -> None:
    import duckdb  # noqa: PLC0415 - an extra

    try:
        connection.execute(f"SELECT {sql} FROM (SELECT NULL::VARCHAR AS {column})")
    except duckdb.Error as error:
        raise MeasureError(
            msg("`{format}` is no format of dates", format=formats[0]),
            msg("write `day-first`, `month-first`, or a format such as `%d/%m/%Y %H:%M`"),
        ) from error


def _order(
    connection: DuckDBPyConnection,
    column: Column,
    formats: Sequence[_Format],
    shapes: Sequence[str],
    dates: str | None,
) -> tuple[str, tuple[Message, ...]]:
    """`day` or `month`, whichever comes first.

    As told; else the order that reads more of the values; then the one that turns back less from row to row.
    """
    day, month = (_bare(_texts([each for each in formats if each.order == order])) for order in ("day", "month"))
    if not day or dates in ("day-first", "month-first"):
        return ("month" if dates == "month-first" else "day"), ()
    row = connection.execute(_evidence(column, day, month)).fetchone()
    days, months, back_by_day, back_by_month = row or (0, 0, 0, 0)
    if days != months:
        return ("day" if days > months else "month"), ()
    if back_by_day != back_by_month:
        first = back_by_day < back_by_month
    else:
        first = not any(_HALF.search(shape) for shape in shapes)
    order = msg("day first") if first else msg("month first")
    said = msg("dates could be read both ways, and are read {order}: say `--dates` if not so", order=order)
    return ("day" if first else "month"), (said,)


def _evidence(column: Column, day: Sequence[str], month: Sequence[str]) -> str:
    first, second = (f"try_strptime({column.sql}, {quoting.listed(each)})" for each in (day, month))
    return (  # nothing of it is anybody's text but formats, which are quoted
        "SELECT count(d), count(m), count(*) FILTER (d < last_d), count(*) FILTER (m < last_m) FROM "
        "(SELECT d, m, lag(d) OVER (ORDER BY place) AS last_d, lag(m) OVER (ORDER BY place) AS last_m FROM "
        f"(SELECT {first} AS d, {second} AS m, rowid AS place FROM {column.origin} WHERE {column.sql} IS NOT NULL))"
    )


def _bare(formats: Sequence[str]) -> list[str]:
    return [each for each in formats if "%z" not in each] or list(formats)


def _of_number(column: str) -> str:
    """Seconds since 1970, and days written without signs, which are 14 digits with their time."""
    packed = f"try_strptime({column}, '%Y%m%d%H%M%S')"
    since = from_number(f"try_cast({column} AS DOUBLE)")
    return f"CASE WHEN regexp_full_match({column}, '[12][0-9]{{13}}') THEN {packed} ELSE {since} END"
