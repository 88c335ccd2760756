"""Scores on a terminal: a table a journey, wrapped to its width. The one module of this room that loads rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cjm.diagnostics import Translate, msg, say
from cjm.model.score import FULL, Dimension, Score
from cjm.reports.score.wording import HEADING, first, heading, raises_most, together, why

BAR = 10
GOOD, FAIR = 70, 40


def show(scores: Sequence[Score], translate: Translate, console: Console) -> None:
    """Print what `text` renders, as tables. Nothing is read as markup: titles are somebody's text."""
    for each in scores:
        console.print(Text(heading(each, translate), style=f"bold {_colour(each.overall)}"))
        console.print(_table(each, translate))
        if each.first:
            console.print(Text(f"{say(HEADING, translate)}:", style="bold"))
        for advice in first(each, translate):
            console.print(Text(f"  {advice}", style="cyan"))
        console.print()
    if len(scores) > 1:
        console.print(Text(together([each.overall for each in scores], translate), style="bold"))


def _table(score: Score, translate: Translate) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading_of in (msg("side"), msg("score"), msg("why"), msg("what raises it most")):
        table.add_column(say(heading_of, translate), overflow="fold")
    for side in score.dimensions:
        table.add_row(*_row(side, translate))
    return table


def _row(side: Dimension, translate: Translate) -> tuple[Text, ...]:
    filled = side.score * BAR // FULL
    bar = Text.assemble(
        (f"{side.score:>3} ", f"bold {_colour(side.score)}"),
        ("█" * filled, _colour(side.score)),
        ("░" * (BAR - filled), "dim"),
    )
    return (
        Text(say(side.name, translate)),
        bar,
        Text(why(side, translate)),
        Text(raises_most(side, translate), style="cyan"),
    )


def _colour(points: int) -> str:
    return "green" if points >= GOOD else "yellow" if points >= FAIR else "red"
