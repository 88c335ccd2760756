"""Numbers as people write them: with a point or a comma for decimals, and signs between thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.diagnostics import Message, msg
from cjm.measure.inputs.columns import Column

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COMMA = r"^\s*\D*(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{1,3}(\.\d{3})+,\d+)\D*$"
_POINT = r"^\s*\D*(\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(,\d{3})+\.\d+)\D*$"
_EITHER = r"^\D*\d{1,3},\d{3}\D*$"
_AROUND = r"[\s\x{00a0}\x{202f}''$€£%]"


def as_double(connection: DuckDBPyConnection, column: Column, told: str | None) -> tuple[str, tuple[Message, ...]]:
    """A DOUBLE of a column, null where there is no number; the decimal sign is settled by all its values."""
    if column.kind not in ("VARCHAR", "JSON"):
        return f"try_cast({column.sql} AS DOUBLE)", ()
    sign, notes = (told, ()) if told else _by_evidence(connection, column)
    bare = f"regexp_replace({column.sql}, '{_AROUND}', '', 'g')"
    plain = f"replace(replace({bare}, '.', ''), ',', '.')" if sign == "," else f"replace({bare}, ',', '')"
    return f"try_cast({plain} AS DOUBLE)", notes


def _by_evidence(connection: DuckDBPyConnection, column: Column) -> tuple[str, tuple[Message, ...]]:
    """Which sign comes last, or cannot stand between thousands; `1,234` alone may be either."""
    said = [f"count(*) FILTER (regexp_matches({column.sql}, '{each}'))" for each in (_COMMA, _POINT, _EITHER)]
    row = connection.execute(
        f"SELECT {', '.join(said)}, count(*) FILTER (contains({column.sql}, '.')) FROM {column.origin}"
    ).fetchone()
    commas, points, either, pointed = row or (0, 0, 0, 0)
    if commas > points:
        return ",", ()
    if either and not pointed:
        said_so = msg("`{column}` is read with a comma for decimals: say `--decimal .` if not so", column=column.name)
        return ",", (said_so,)
    return ".", ()
