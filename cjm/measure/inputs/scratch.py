"""Rows on their way into the engine: a file of its own, written once, read once, gone with its folder."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path

from cjm.measure.inputs import quoting
from cjm.measure.inputs.reading import Selection


class Scratch:
    """A folder for what cannot be read where it lies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def file(self, *folders: str) -> Path:
        """A name that nothing has yet, below folders that say something of what is in it."""
        home = self._folder.joinpath(str(next(self._numbers)), *folders)
        home.mkdir(parents=True)
        return home / "rows.csv"

    def selection(self, there: Sequence[str], wanted: Sequence[str], rows: Iterable[Sequence[object]]) -> Selection:
        """Write the rows, whose values are those of `there`, and say how to read what is wanted."""
        file = self.file()
        with file.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
        return self.written(file, there, wanted)

    def written(self, file: Path, there: Sequence[str], wanted: Sequence[str]) -> Selection:
        """How to read a file that `csv` has written."""
        number = {column: place for place, column in enumerate(there)}
        columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(max(len(there), 1)))
        origin = (
            f"read_csv({quoting.text(str(file))}, auto_detect=false, header=false, delim=',', quote='\"', escape='\"', "
            f"nullstr='', new_line='\\n', max_line_size=67108864, columns={{{columns}}})"
        )
        values = tuple(f"c{number[each]}" if each in number else "NULL" for each in wanted)
        return Selection(values, ("VARCHAR",) * len(wanted), origin)
