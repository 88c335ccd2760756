"""The text report on a terminal: coloured, wrapped to its width. The one module of this room that loads rich."""

from rich.console import Console
from rich.text import Text

from cjm.reports.layout import Line, Part, lines
from cjm.reports.report import Report

_STYLES: dict[Part, str] = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "message": "",
    "rule": "dim",
    "gutter": "dim",
    "code": "",
    "hint": "cyan",
    "quiet": "dim",
    "well": "bold green",
}


def show(report: Report, console: Console) -> None:
    """Print what `text` renders; the console knows its width, and whether colours are wanted (`NO_COLOR`)."""
    for line in lines(report, console.width):
        for row in _rows(line, console):
            console.print(row, no_wrap=True, overflow="ignore", crop=False, highlight=False)


def _rows(line: Line, console: Console) -> list[Text]:
    """The line as rows that fit. Nothing is read as markup: the pieces are somebody's text."""
    text = Text.assemble(*((piece.text, _STYLES[piece.part]) for piece in line.pieces))
    if line.whole or not line.pieces:
        return [text]
    rows = text.wrap(console, max(20, console.width - line.indent), overflow="fold")
    for row in rows:
        row.rstrip()
    return [Text(" " * line.indent).append_text(row) for row in rows]
