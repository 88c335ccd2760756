"""CSV, TSV and their like, read by the engine; other encodings are carried over to UTF-8 first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.diagnostics import Message, msg
from cjm.measure.inputs import quoting
from cjm.measure.inputs.carrying import WESTERN, carry_over
from cjm.measure.inputs.dialects import Dialect, first_values
from cjm.measure.inputs.kinds import is_packed
from cjm.measure.inputs.partitions import literal, partitioned
from cjm.measure.inputs.places import Place
from cjm.measure.inputs.reading import Selection
from cjm.measure.inputs.scratch import Scratch
from cjm.model.measurement import SetAside

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SHOWN = 5
_LONGEST_SHOWN = 200


class DelimitedFiles:
    """Files of one dialect, one after the other."""

    def __init__(
        self, connection: DuckDBPyConnection, places: Sequence[Place], dialect: Dialect, scratch: Scratch, number: int
    ) -> None:
        self._connection, self._places, self._dialect, self._scratch = connection, places, dialect, scratch
        self.label = places[0].label
        self._rejects = f"cjm_rejects_{number}"
        self._hive = tuple(key for key in partitioned(places) if key not in dialect.columns)
        self._encoding = dialect.encoding
        self.columns = (*dialect.columns, *self._hive)
        self._ragged = self._uneven = False

    def look_further(self) -> None:
        """The columns are known."""

    def select(self, wanted: Sequence[str]) -> Selection:
        """Texts; what is empty is null."""
        number = {column: place for place, column in enumerate(self._dialect.columns)}
        values = tuple(
            f"c{number[each]}" if each in number else quoting.name(each) if each in self._hive else "NULL"
            for each in wanted
        )
        return Selection(values, ("VARCHAR",) * len(wanted), self._origin())

    def first(self, column: str) -> list[str]:
        """Its first values."""
        return first_values(self._places[0], self._dialect, column) if column in self._dialect.columns else []

    def _origin(self) -> str:
        columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(self._dialect.columns)))
        files, packed = self._readable()
        options = [
            "auto_detect=false",
            f"delim={quoting.text(self._dialect.delimiter)}",
            f"quote='\"', escape={quoting.text(self._dialect.escape)}, header=true, nullstr=''",
            f"skip={self._dialect.skipped}, compression='{packed}', max_line_size=16777216",
            "ignore_errors=true, store_rejects=true",
            f"rejects_table='{self._rejects}', rejects_scan='{self._rejects}_scans'",
        ]
        if self._ragged:
            options.append("null_padding=true, parallel=false")
        if self._hive:
            options.append("hive_partitioning=true, hive_types_autocast=false")
        return f"read_csv({files}, {', '.join(options)}, columns={{{columns}}})"

    def _readable(self) -> tuple[str, str]:
        """The files that the engine reads, and how they are packed."""
        if self._encoding != "utf-8" or self._uneven:
            return quoting.listed(str(self._carried_over(place)) for place in self._places), "none"
        return literal(self._places), "gzip" if is_packed(self._places[0].path) else "none"

    def _carried_over(self, place: Place) -> Path:
        file = self._scratch.file(*(part for part in place.label.split("/")[:-1] if "=" in part))
        carry_over(place, self._encoding, file, even=self._uneven)
        return file

    def mend(self) -> bool:
        """Whether another try may do, after the engine has stumbled: over lines that end in several ways."""
        stumbled, self._uneven = not self._uneven, True
        return stumbled

    def again(self) -> bool:
        """Whether the rows must be read once more, otherwise: other letters than thought, or rows that are short."""
        kinds = dict(self._counted())
        if "INVALID ENCODING" in kinds and self._encoding == "utf-8":
            self._encoding = WESTERN
        elif "MISSING COLUMNS" in kinds and not self._ragged:
            self._ragged = True
        else:
            return False
        self._connection.execute(f"DROP TABLE {self._rejects}; DROP TABLE {self._rejects}_scans")
        return True

    def _counted(self) -> list[tuple[str, int]]:
        """Kinds of what is wrong, with lines; a quote that never ends takes many lines for one."""
        lines = "1 + max(length(rtrim(csv_line, chr(10))) - length(replace(rtrim(csv_line, chr(10)), chr(10), '')))"
        sql = (
            f"SELECT kind, sum(lines) FROM (SELECT max(error_type::VARCHAR) AS kind, {lines} AS lines "
            f"FROM {self._rejects} GROUP BY file_id, line) GROUP BY kind ORDER BY kind"
        )
        return [(str(kind), int(rows)) for kind, rows in self._connection.execute(sql).fetchall()]

    def left_out(self) -> tuple[SetAside, ...]:
        """Rows with more or fewer values than there are columns, with quotes that never end, too long ones."""
        rows = sum(count for _, count in self._counted())
        if not rows:
            return ()
        sql = (
            f"SELECT DISTINCT file_id, line, left(csv_line, {_LONGEST_SHOWN}) FROM {self._rejects} "
            f"ORDER BY 1, 2 LIMIT {_SHOWN}"
        )
        shown = tuple(f"{line}: {text}" for _, line, text in self._connection.execute(sql).fetchall())
        return (SetAside("a row that does not fit the columns", rows, shown),)

    def notes(self) -> tuple[Message, ...]:
        """The encoding, when it is a guess."""
        if self._encoding == WESTERN and self._dialect.encoding in ("utf-8", WESTERN):
            return (msg("`{file}` is not UTF-8, and read as Windows Western (cp1252)", file=self._places[0].label),)
        return ()
