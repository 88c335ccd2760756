"""Numbers as people write them: with a point or a comma for decimals, and signs between thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.diagnostics import Message, msg

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TEXTS = ("VARCHAR", "JSON")


def as_double(connection: DuckDBPyConnection, table: str, column: str, kind: str, told: str | None, name: str) -> tuple[str, tuple[Message, ...]]:
    """A DOUBLE of a column, null where there is no number; the decimal sign is settled by all its values."""
    if kind not in _TEXTS:
        return f"try_cast({column} AS DOUBLE)", ()
    sign, notes = (told, ()) if told else _by_evidence(connection, table, column, name)
    bare = f"regexp_replace({column}, '[\\s\\x{{00a0}}\\x{{202f}}''$€£%]', '', 'g')"
    plain = f"replace(replace({bare}, '.', ''), ',', '.')" if sign == "," else f"replace({bare}, ',', '')"
    return f"try_cast({plain} AS DOUBLE)", notes


def _by_evidence(connection: DuckDBPyConnection, table: str, column: str, name: str) -> tuple[str, tuple[Message, ...]]:
    """Which sign comes last, or cannot stand between thousands; `1,234` alone may be either."""
    with_comma = r"^\s*\D*(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{1,3}(\.\d{3})+,\d+)\D*$"
    with_point = r"^\s*\D*(\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(,\d{3})+\.\d+)\D*$"
    row = connection.execute(
        f"SELECT count(*) FILTER (regexp_matches({column}, '{with_comma}')), count(*) FILTER (regexp_matches({column}, '{with_point}')), "  # noqa: S608
        f"count(*) FILTER (regexp_matches({column}, '^\\D*\\d{{1,3}},\\d{{3}}\\D*$')) FROM {table} WHERE contains({column}, ',')"
    ).fetchone()
    commas, points, either = row or (0, 0, 0)
    if commas > points:
        return ",", ()
    if either and not points and not _has_points(connection, table, column):
        return ",", (msg("`{column}` is read with a comma for decimals: say `--decimal .` if that is wrong", column=name),)
    return ".", ()


def _has_points(connection: DuckDBPyConnection, table: str, column: str) -> bool:
    row = connection.execute(f"SELECT count(*) FROM {table} WHERE contains({column}, '.')").fetchone()  # noqa: S608 - quoted
    return bool(row and row[0])
