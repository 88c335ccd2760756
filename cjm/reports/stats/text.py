"""What a project has as plain text, for a pipe or a file: one table below the other, no colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.checks.stats import Stats
from cjm.diagnostics import Translate
from cjm.reports.cells import width
from cjm.reports.stats.tables import Cell, Table, tables


def render(stats: Stats, translate: Translate) -> str:
    """Each table with its title; numbers stand at the right of their columns."""
    return "\n".join("\n".join(_lines(table)) + "\n" for table in tables(stats, translate))


def _lines(table: Table) -> Iterator[str]:
    rows: tuple[tuple[Cell, ...], ...] = (table.headings, *table.rows)
    widths = [max(width(str(cell)) for cell in column) for column in zip(*rows, strict=True)]
    numeric = [isinstance(cell, int) for cell in table.rows[0]]
    yield table.title
    for row in rows:
        yield f"  {_line(row, widths, numeric)}".rstrip()


def _line(row: Sequence[Cell], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    cells = []
    for cell, wide, right in zip(row, widths, numeric, strict=True):
        gap = " " * (wide - width(str(cell)))
        cells.append(f"{gap}{cell}" if right else f"{cell}{gap}")
    return "  ".join(cells)
