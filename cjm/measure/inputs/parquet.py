"""Parquet files, read by the engine where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.diagnostics import Message
from cjm.measure.inputs import quoting
from cjm.measure.inputs.partitions import literal, partitioned
from cjm.measure.inputs.places import Place
from cjm.measure.inputs.reading import Selection
from cjm.model.measurement import SetAside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS_OF_A_FILE = 1 << 40
_OWN = ("file_row_number", "file_index")


class ParquetFiles:
    """Files with the same columns or with others; what one lacks is null."""

    def __init__(self, connection: DuckDBPyConnection, places: Sequence[Place]) -> None:
        self.label = places[0].label
        options = f"union_by_name={str(len(places) > 1).lower()}, binary_as_string=true"
        hive = partitioned(places)
        if hive:
            options += ", hive_partitioning=true, hive_types_autocast=false"
        self._origin = f"read_parquet({literal(places)}, {options})"
        described = connection.execute(f"DESCRIBE SELECT * FROM {self._origin}").fetchall()
        self._types = {str(row[0]): str(row[1]) for row in described}
        self.columns = tuple(self._types)

    def select(self, wanted: Sequence[str]) -> Selection:
        """The columns as they are stored."""
        values = tuple(quoting.name(each) if each in self._types else "NULL" for each in wanted)
        types = tuple(self._types.get(each, "VARCHAR") for each in wanted)
        known = not any(own in self._types for own in _OWN)
        order = f"file_index::BIGINT * {_ROWS_OF_A_FILE} + file_row_number" if known else None
        return Selection(values, types, self._origin, order)

    def look_further(self) -> None:
        """The columns are known."""

    def left_out(self) -> tuple[SetAside, ...]:
        """None: a Parquet file is read whole or not at all."""
        return ()

    def notes(self) -> tuple[Message, ...]:
        """None."""
        return ()
