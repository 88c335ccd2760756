"""Tables of DuckDB and SQLite files. Nothing is written to them, and no extension is fetched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.diagnostics import Message, msg
from cjm.measure.inputs import quoting
from cjm.measure.inputs.places import Place
from cjm.measure.inputs.reading import Selection
from cjm.measure.inputs.scratch import Scratch
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import SetAside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_INNER = "sqlite_%"
_TABLES = """SELECT schema_name, table_name, true FROM duckdb_tables() WHERE database_name = $1 AND NOT internal
UNION ALL SELECT schema_name, view_name, false FROM duckdb_views() WHERE database_name = $1 AND NOT internal"""


class DuckdbTable:
    """A table or a view of a DuckDB file."""

    def __init__(self, connection: DuckDBPyConnection, place: Place, number: int) -> None:
        self.label = place.label
        schema = f"cjm_file_{number}"
        connection.execute(f"ATTACH {quoting.text(str(place.path.resolve()))} AS {schema} (READ_ONLY)")
        rows = connection.execute(_TABLES, [schema]).fetchall()
        tables = {(row[1] if row[0] == "main" else f"{row[0]}.{row[1]}"): row for row in rows}
        inner, name, self._stored = tables[_only(place, tuple(tables))]
        self._origin = f"{schema}.{quoting.name(inner)}.{quoting.name(name)}"
        described = connection.execute(f"DESCRIBE SELECT * FROM {self._origin}").fetchall()
        self._types = {str(row[0]): str(row[1]) for row in described}
        self.columns = tuple(self._types)

    def select(self, wanted: Sequence[str]) -> Selection:
        """The columns as they are stored."""
        values = tuple(quoting.name(each) if each in self._types else "NULL" for each in wanted)
        types = tuple(self._types.get(each, "VARCHAR") for each in wanted)
        known = self._stored and "rowid" not in {each.lower() for each in self._types}
        return Selection(values, types, self._origin, "rowid" if known else None)

    def look_further(self) -> None:
        """The columns are known."""

    def left_out(self) -> tuple[SetAside, ...]:
        """None."""
        return ()

    def notes(self) -> tuple[Message, ...]:
        """None."""
        return ()


class SqliteTable:
    """A table or a view of a SQLite file, carried over row by row."""

    def __init__(self, place: Place, scratch: Scratch) -> None:
        self._place, self._scratch, self.label = place, scratch, place.label
        with _opened(place) as database:
            found = database.execute(
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE ?", (_INNER,)
            )
            tables = tuple(str(row[0]) for row in found)
            self._table = _only(place, tables)
            described = database.execute(f"SELECT * FROM {quoting.name(self._table)} LIMIT 0").description
        self.columns = tuple(str(column[0]) for column in described)

    def select(self, wanted: Sequence[str]) -> Selection:
        """Texts, in the order in which the table gives its rows."""
        there = tuple(dict.fromkeys(each for each in wanted if each in self.columns))
        return self._scratch.selection(there, wanted, self._rows(there))

    def _rows(self, columns: Sequence[str]) -> Iterator[Sequence[object]]:
        values = ", ".join(map(quoting.name, columns)) or "NULL"
        with _opened(self._place) as database:
            yield from database.execute(f"SELECT {values} FROM {quoting.name(self._table)}")

    def look_further(self) -> None:
        """The columns are known."""

    def left_out(self) -> tuple[SetAside, ...]:
        """None."""
        return ()

    def notes(self) -> tuple[Message, ...]:
        """None."""
        return ()


class _opened:  # noqa: N801 - used as a function
    """A SQLite file for reading only; its errors are told as ours."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __enter__(self) -> sqlite3.Connection:
        address = Path(self._place.path).resolve().as_uri() + "?mode=ro"
        self._database = sqlite3.connect(address, uri=True)
        self._database.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return self._database

    def __exit__(self, _kind: object, error: object, _trace: object) -> None:
        self._database.close()
        if isinstance(error, sqlite3.Error):
            raise MeasureError(
                msg("`{file}` cannot be read: {reason}", file=self._place.label, reason=str(error))
            ) from error


def _only(place: Place, tables: Sequence[str]) -> str:
    """The table that was named, or the only one."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    if place.table in tables:
        return place.table or ""
    if place.table is None and len(tables) == 1:
        return tables[0]
    if not tables:
        raise MeasureError(msg("`{file}` has no table", file=place.label))
    if place.table is None:
        example = f"{place.label}::{tables[0]}"
        raise MeasureError(
            msg("`{file}` has several tables: {names}", file=place.label, names=tuple(tables[:20])),
            msg("name one, as in `{example}`", example=example),
        )
    near = get_close_matches(place.table, tables, 1)
    hint = (
        msg("did you mean `{name}`?", name=near[0]) if near else msg("its tables are {names}", names=tuple(tables[:20]))
    )
    raise MeasureError(msg("`{file}` has no table `{table}`", file=place.label, table=place.table), hint)
