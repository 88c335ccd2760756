"""DuckDB inside the process: the engine for logs that one machine holds, or spills to its disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from cjm.diagnostics import msg
from cjm.measure.engines import Row
from cjm.measure.engines.walks import in_order, paired
from cjm.measure.inputs import Columns, Table, Told, opened, plainly
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LEAST = 200_000
"""Events that are worth a thread of their own."""


class Duck:
    """A database in memory, forgotten when the process ends."""

    name = "DuckDB"
    numbered = "row_number() OVER ()"
    wide = "HUGEINT"

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self.connection = connection
        self._own = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()  # takes what it has spilled to the disk with it

    def opened(self, sources: Sequence[str], base: Path, columns: Columns, told: Told) -> Table:
        """Files, read by `cjm.measure.inputs`."""
        return opened(self.connection, sources, base, columns, told=told)

    def plainly(self, label: str) -> AbstractContextManager[None]:
        """What DuckDB cannot read, told as a sentence."""
        return plainly(label)

    def rows(self, sql: str) -> list[Row]:
        """The answer to a query."""
        return self._done(sql).fetchall()

    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query, in its order."""
        self._done(f"CREATE OR REPLACE TABLE {table} AS {sql}")

    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small table; values travel as parameters."""
        listed = ", ".join(f"{name} {kind}" for name, kind in columns)
        connection = self._connection()
        connection.execute(f"CREATE OR REPLACE TABLE {table} ({listed})")
        if rows:
            places = ", ".join(f"unnest(CAST(${place} AS {kind}[]))" for place, (_, kind) in enumerate(columns, 1))
            connection.execute(
                f"INSERT INTO {table} SELECT {places}", [list(column) for column in zip(*rows, strict=True)]
            )

    def drop(self, *tables: str) -> None:
        """Forget tables."""
        for table in tables:
            self._done(f"DROP TABLE IF EXISTS {table}")

    def side_by_side(self, tasks: Sequence[Callable[[], Any]]) -> list[Any]:
        """As many as there are threads: much of a query is planned and gathered by one, while the others wait."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - few commands measure

        cursors: list[DuckDBPyConnection] = []

        def begin() -> None:
            self._own.connection = self.connection.cursor()
            cursors.append(self._own.connection)

        with ThreadPoolExecutor(min(len(tasks), self._threads()), initializer=begin) as threads:
            asked = [threads.submit(task) for task in tasks]
            try:
                return [each.result() for each in asked]
            except BaseException:
                for each in asked:
                    each.cancel()
                for cursor in cursors:
                    cursor.interrupt()
                raise

    def lay(self, table: str, events: str, carried: Sequence[str]) -> None:
        """One sort, then one pass over what it gives, in pieces of whole cases: a pass is the work of one thread."""
        self.make("in_order", in_order(events, carried))
        if len(pieces := self._pieces("in_order")) == 1:
            self.make(table, paired("SELECT * FROM in_order", carried))
        else:
            self.make(table, paired("SELECT * FROM in_order LIMIT 0", carried))
            self.side_by_side([partial(self._add, table, piece, carried) for piece in pieces])
        self.drop("in_order")

    def _add(self, table: str, piece: str, carried: Sequence[str]) -> None:
        self._done(f"INSERT INTO {table} {paired(f'SELECT * FROM in_order WHERE {piece}', carried)}")

    def _pieces(self, table: str) -> list[str]:
        """Conditions on the case: each row of a table fits one, a thread's worth of rows each."""
        ((rows,),) = self.rows(f"SELECT count(*) FROM {table}")
        number = min(self._threads(), max(1, rows // _LEAST))
        at = ", ".join(str(rows * place // number) for place in range(1, number)) or "-1"
        cuts = [case for (case,) in self.rows(f"SELECT case_no FROM {table} WHERE rowid IN ({at}) ORDER BY rowid")]
        low = [f"case_no >= {cut}" for cut in cuts]
        high = [f"case_no < {cut}" for cut in cuts]
        return [" AND ".join(ends) for ends in zip(["1 = 1", *low], [*high, "1 = 1"], strict=True)]

    def _threads(self) -> int:
        ((number,),) = self.rows("SELECT current_setting('threads')")
        return int(number)

    def _connection(self) -> DuckDBPyConnection:
        """Each thread has its own: one answers one query at a time."""
        own: DuckDBPyConnection = getattr(self._own, "connection", self.connection)
        return own

    def _done(self, sql: str) -> DuckDBPyConnection:
        """Execute; a query that is wrong in itself is a bug, and no trouble with anybody's file."""
        import duckdb  # noqa: PLC0415 - an extra

        try:
            return self._connection().execute(sql)
        except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException) as error:
            raise RuntimeError(f"a query is wrong: {error}") from error

    def hashed(self, text: str) -> str:
        """But for one of its 64 bits."""
        return f"CAST(hash({text}) >> 1 AS BIGINT)"

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
