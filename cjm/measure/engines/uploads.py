"""Survey files of this computer beside a log in another engine: read here, and loaded there into a temporary table.

A log is what an engine is asked for because it is large; a survey is a file that somebody exported. Only the columns
that are asked for are loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.diagnostics import counted, msg
from cjm.measure.inputs import Columns, Table, Told, opened, quoting
from cjm.measure.inputs.asked import NUMBERS
from cjm.measure.inputs.kinds import ENDINGS
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from cjm.measure.engines.remote import Remote

MOST = 1_000_000
_numbers = count(1)


def is_file(source: str, base: Path) -> bool:
    """Whether words name a file of this computer, and no table."""
    written = source.partition("::")[0]
    try:
        return (base / Path(written).expanduser()).exists() or any(written.lower().endswith(each) for each in ENDINGS)
    except (OSError, ValueError, RuntimeError):
        return False


def uploaded(engine: Remote, sources: Sequence[str], base: Path, columns: Columns, told: Told) -> Table:
    """Files as one survey in the engine. Raises MeasureError."""
    connection = _duck()
    table = opened(connection, sources, base, columns, told=told)
    if table.basis.rows > MOST:
        raise MeasureError(
            msg(
                "`{file}` has more than {most} answers: too many to load into {engine}",
                file=table.basis.name,
                most=MOST,
                engine=engine.name,
            ),
            msg("keep them in a table there, and name that"),
        )
    names = tuple(dict.fromkeys((*table.roles.values(), *columns.numbers)))
    kinds = [_kind(table, columns, name) for name in names]
    made = f"survey_{next(_numbers)}"
    own = [f"c{place}" for place in range(len(names))]
    engine.put(
        made,
        [*zip((*own, "unread_time", "row_order"), (*kinds, "VARCHAR", "BIGINT"), strict=True)],
        _rows(connection, table, names, kinds),
    )
    shown = ", ".join(f"u.{short} AS {quoting.name(name)}" for short, name in zip(own, names, strict=True))
    said = counted(
        "{count} row of `{file}` is loaded into a temporary table of {engine}",
        "{count} rows of `{file}` are loaded into a temporary table of {engine}",
        table.basis.rows,
        file=table.basis.name,
        engine=engine.name,
    )
    return replace(
        table, sql=f"(SELECT {shown}, u.unread_time, u.row_order FROM {made} AS u)", notes=(*table.notes, said)
    )


def _kind(table: Table, columns: Columns, name: str) -> str:
    role = next((role for role, column in table.roles.items() if column == name), None)
    if role == "time":
        return "TIMESTAMP"
    return "DOUBLE" if role in NUMBERS or (role is None and name in columns.numbers) else "VARCHAR"


def _rows(
    connection: DuckDBPyConnection, table: Table, names: Sequence[str], kinds: Sequence[str]
) -> list[tuple[object, ...]]:
    listed = ", ".join(f"CAST(s.{quoting.name(name)} AS {kind})" for name, kind in zip(names, kinds, strict=True))
    kept = f"{listed}, CAST(s.unread_time AS VARCHAR), CAST(s.row_order AS BIGINT)"
    asked = connection.execute(f"SELECT {kept} FROM {table.sql} AS s ORDER BY s.row_order")
    return [tuple(row) for row in asked.fetchall()]


def _duck() -> DuckDBPyConnection:
    from cjm.measure.engines.duck import duck  # noqa: PLC0415 - few need it

    return duck().connection
