"""A report for people as lines of pieces, each with its part in the whole; colours and wrapping are not known here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cjm.diagnostics import Diagnostic, Message, Severity, Span, counted, msg, say
from cjm.reports.cells import safe
from cjm.reports.excerpt import Quote, quoting
from cjm.reports.report import Report
from cjm.reports.summary import summary

Part = Literal["place", "error", "warning", "info", "message", "rule", "gutter", "code", "hint", "quiet", "well"]
WORDS = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.INFO: msg("remark")}
MOST_RELATED = 3
_PARTS: dict[Severity, Part] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


class Piece(NamedTuple):
    """Words of one kind; never hold a control character."""

    text: str
    part: Part = "message"


class Line(NamedTuple):
    """One line of the report. A `whole` one quotes a file, fits the room given and may not be wrapped."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    whole: bool = False


class Page(NamedTuple):
    """What all lines of one report share."""

    report: Report
    quote: Quote
    width: int

    def said(self, message: Message) -> str:
        """The message in the report's language."""
        return safe(say(message, self.report.translate))


def lines(report: Report, width: int) -> Iterator[Line]:
    """The report from its first line to its summary, if it is to have one; quoted lines take at most `width` cells."""
    page = Page(report, quoting(report.excerpt), width)
    for place, finding in enumerate(report.shown):
        if place:
            yield Line()
        yield from _finding(finding, page)
    if report.summary:
        if report.shown:
            yield Line()
        yield Line((Piece(summary(report), _PARTS[report.worst] if report.worst else "well"),))


def _finding(finding: Diagnostic, page: Page) -> Iterator[Line]:
    """The header, the line with its underline, the second places, the hint."""
    related = finding.related[:MOST_RELATED]
    gutter = max(3, len(str(max(finding.span.line, *(each.span.line for each in related), 0))))
    part = _PARTS[finding.severity]
    severity = Piece(f"{page.said(WORDS[finding.severity])}: ", part)
    rule = Piece(f" [{safe(finding.rule)}]", "rule")
    yield Line((_place(finding.file, finding.span), severity, Piece(page.said(finding.message)), rule))
    yield from _quoted(finding.file, finding.span, gutter, Piece("^", part), page)
    for second in related:
        file = second.file or finding.file
        yield Line((_place(file, second.span), Piece(page.said(second.message))), 2)
        yield from _quoted(file, second.span, gutter, Piece("-", "hint"), page)
    if left := len(finding.related) - len(related):
        yield Line((Piece(page.said(counted("and {count} more place", "and {count} more places", left)), "quiet"),), 2)
    if finding.hint:
        yield Line((Piece(f"{page.said(msg('hint'))}: ", "hint"), Piece(page.said(finding.hint))), 2)


def _quoted(file: str, span: Span, gutter: int, mark: Piece, page: Page) -> Iterator[Line]:
    """The line of the file, and below it the underline, drawn with `mark`."""
    shown = page.quote(file, span, max(20, page.width - gutter - 5))
    if shown:
        yield Line((Piece(f"  {shown.number:>{gutter}} | ", "gutter"), Piece(shown.text, "code")), whole=True)
        below = Piece(" " * shown.offset + mark.text * shown.length, mark.part)
        yield Line((Piece(f"  {'':>{gutter}} | ", "gutter"), below), whole=True)


def _place(file: str, span: Span) -> Piece:
    name = f"./{file}" if file.lstrip().startswith(":") else file  # a log's `::` would be a command to GitHub
    return Piece(f"{safe(name)}:{span.line}:{span.column}: ", "place")
