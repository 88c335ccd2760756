"""What executes queries. Each engine says alike what SQL dialects say differently, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from cjm.measure.inputs import Columns, Table, Told

Row = tuple[Any, ...]


class Engine(Protocol):
    """A place that holds tables and answers queries; only what `rows` is asked for leaves it."""

    name: str
    numbered: str
    """Numbers the rows of a query, from 1, in whatever order."""
    wide: str
    """A whole number of at least 120 bits."""

    def opened(self, sources: Sequence[str], base: Path, columns: Columns, told: Told) -> Table:
        """Sources as one log or survey: files relative to `base`, or tables by their names. Raises MeasureError."""
        ...

    def plainly(self, label: str) -> AbstractContextManager[None]:
        """Trouble with a source, told as a MeasureError; around every query that reads one."""
        ...

    def rows(self, sql: str) -> list[Row]:
        """The answer to a query."""
        ...

    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query as a temporary table, in place of one of that name."""
        ...

    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small temporary table of these columns (name and type) and rows."""
        ...

    def drop(self, *tables: str) -> None:
        """Forget tables."""
        ...

    def side_by_side(self, tasks: Sequence[Callable[[], Any]]) -> list[Any]:
        """What tasks give that do not wait for each other and ask this engine, at once where it gains by that."""
        ...

    def lay(self, table: str, events: str, carried: Sequence[str]) -> None:
        """Make the table of events in the order of their cases; see `cjm.measure.engines.walks`."""
        ...

    def hashed(self, text: str) -> str | None:
        """A BIGINT that is always the same for a text, and hardly ever for two; None where it is better looked up."""
        ...

    def micros(self, time: str) -> str:
        """Microseconds of a time since 1970."""
        ...

    def quantiles(self, value: str) -> str:
        """Median and p90 as a list of two: the value between the two nearest, by linear interpolation."""
        ...
