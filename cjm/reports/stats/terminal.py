"""What a project has on a terminal, as tables of its width. The one module of this room that loads rich."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cjm.checks.stats import Stats
from cjm.diagnostics import Translate
from cjm.reports.stats.tables import tables


def show(stats: Stats, translate: Translate, console: Console) -> None:
    """Print what `text` renders. Nothing is read as markup: names are somebody's text."""
    for table in tables(stats, translate):
        grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for heading, cell in zip(table.headings, table.rows[0], strict=True):
            grid.add_column(Text(heading), justify="right" if isinstance(cell, int) else "left", overflow="fold")
        for row in table.rows:
            grid.add_row(*(Text(str(cell)) for cell in row))
        console.print(Text(table.title, style="bold"))
        console.print(grid)
        console.print()
