"""What executes queries. Each engine says alike what SQL dialects say differently, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from cjm.measure.engines.walks import Most

Row = tuple[Any, ...]


class Engine(Protocol):
    """A place that holds tables and answers queries; only what `rows` is asked for leaves it."""

    name: str
    numbered: str
    """Numbers the rows of a query, from 1, in whatever order."""
    wide: str
    """A whole number of at least 120 bits."""

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

    def walk(self, events: str, most: Most, carried: Sequence[str]) -> str:
        """The query that lays events out in the order of their cases; see `cjm.measure.layout`."""
        ...

    def micros(self, time: str) -> str:
        """Microseconds of a time since 1970."""
        ...

    def quantiles(self, value: str) -> str:
        """Median and p90 as a list of two: the value between the two nearest, by linear interpolation."""
        ...
