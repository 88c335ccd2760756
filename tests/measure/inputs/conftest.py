"""Opening sources in a test: a file of some bytes, and the rows that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from cjm.diagnostics import say
from cjm.measure.inputs import Columns, Table, Told, opened, plainly
from cjm.measure.troubles import MeasureError


class Seen(NamedTuple):
    """The rows in their order as dictionaries, the table they come from, and what was said of it."""

    rows: list[dict[str, Any]]
    table: Table
    said: list[str]


See = Callable[..., Seen]


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        yield made


@pytest.fixture
def see(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> See:
    """Reads sources, relative to the test's folder."""

    def read(*sources: str, columns: Columns | None = None, base: Path = tmp_path, **told: str) -> Seen:
        table = opened(connection, sources, base, columns or Columns(), told=Told(**told))
        with plainly("log"):
            cursor = connection.execute(f"SELECT * FROM {table.sql} ORDER BY row_order")
            names = [str(column[0]) for column in cursor.description or ()]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return Seen(rows, table, [say(note) for note in table.notes])

    return read


@pytest.fixture
def refused(see: See) -> Callable[..., str]:
    """What is said of sources that cannot be read: message and hint."""

    def said(*sources: str, **more: Any) -> str:
        with pytest.raises(MeasureError) as caught:
            see(*sources, **more)
        hint = say(caught.value.hint) if caught.value.hint else ""
        return f"{say(caught.value.message)} | {hint}"

    return said


@pytest.fixture
def wrote(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    def write(name: str, content: str | bytes) -> str:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write
