"""The report as plain text, for a pipe or a file: no colours, no wrapping."""

from cjm.reports.layout import lines
from cjm.reports.report import Report

WIDTH = 110


def render(report: Report) -> str:
    """Each finding with its line, the underline, the second places and the hint; a summary as the last line."""
    return "".join(
        f"{' ' * line.indent}{''.join(piece.text for piece in line.pieces)}".rstrip() + "\n"
        for line in lines(report, WIDTH)
    )
