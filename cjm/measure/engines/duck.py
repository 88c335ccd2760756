"""DuckDB inside the process: the engine for logs that one machine holds, or spills to its disk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.diagnostics import msg
from cjm.measure.engines import Row
from cjm.measure.engines.walks import Most, walk
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Duck:
    """A database in memory, forgotten when the process ends."""

    name = "DuckDB"
    numbered = "row_number() OVER ()"
    wide = "HUGEINT"

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self.connection = connection

    def rows(self, sql: str) -> list[Row]:
        """The answer to a query."""
        return self._done(sql).fetchall()

    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query, in its order."""
        self._done(f"CREATE OR REPLACE TEMP TABLE {table} AS {sql}")

    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small table; values travel as parameters."""
        listed = ", ".join(f"{name} {kind}" for name, kind in columns)
        self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({listed})")
        if rows:
            places = ", ".join(f"unnest(CAST(${place} AS {kind}[]))" for place, (_, kind) in enumerate(columns, 1))
            self.connection.execute(
                f"INSERT INTO {table} SELECT {places}", [list(column) for column in zip(*rows, strict=True)]
            )

    def _done(self, sql: str) -> DuckDBPyConnection:
        """Execute; a query that is wrong in itself is a bug, and no trouble with anybody's file."""
        import duckdb  # noqa: PLC0415 - an extra

        try:
            return self.connection.execute(sql)
        except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException) as error:
            raise RuntimeError(f"a query is wrong: {error}") from error

    def drop(self, *tables: str) -> None:
        """Forget tables."""
        for table in tables:
            self.connection.execute(f"DROP TABLE IF EXISTS {table}")

    def walk(self, events: str, most: Most, carried: Sequence[str]) -> str:
        """One sort, then one pass over what it gives, in place of windows that each sort again."""
        return walk(events, most, carried)

    def micros(self, time: str) -> str:
        """Microseconds of a time since 1970."""
        return f"epoch_us({time})"

    def quantiles(self, value: str) -> str:
        """Both at once, from one gathering of the values."""
        return f"quantile_cont({value}, [0.5, 0.9])"


def duck() -> Duck:
    """A new database. Raises MeasureError where DuckDB is not installed."""
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MeasureError(
            msg("measuring needs DuckDB, which is not installed"),
            msg("install it: `pip install 'cjm-toolkit[measure]'`"),
        ) from error
    return Duck(duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}))
