"""The report as a comment on a pull request: what was counted, the gravest first, all of it in a table that folds away.

Read as GitHub and GitLab read Markdown. Links lead to the lines, from the folder that cjm ran in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Message, Severity, counted, msg, say
from cjm.reports.addresses import address
from cjm.reports.cells import safe
from cjm.reports.layout import WORDS
from cjm.reports.report import Report
from cjm.reports.summary import summary

GRAVEST = 3
"""How many findings are read without unfolding the table."""
LONGEST = 60_000
"""In characters; GitHub refuses a comment of more than 65,536."""
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}
_WELL = "✅"
_JOINER = "\u2060"
"""Seen by nobody; it keeps a name from being notified, a number from being an issue, an address from being linked."""
_QUOTE = "\0"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;", "$": "<span>$</span>"}
_MARKS = re.compile(r"[&<>|\\$`*_~\[\]!]|[@#](?=\w)|:(?=[\w+-]+:)|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.")


def render(report: Report) -> str:
    """A headline, the gravest findings, and the table where there are more than these."""
    sign = _SIGNS[report.worst] if report.worst else _WELL
    gravest = sorted(report.shown, key=lambda each: -each.severity)
    blocks = [f"### {sign} cjm: {text(summary(report))}"]
    if gravest:
        blocks.append("\n".join(_item(each, report) for each in gravest[:GRAVEST]))
    if len(gravest) > GRAVEST:
        blocks.append(_folded(report))
    return "\n\n".join(blocks) + "\n"


def text(said: str) -> str:
    """A text on one line, of which Markdown reads every character as itself."""
    return _escape(said).strip()


def _escape(said: str) -> str:
    return _MARKS.sub(_escaped, safe(said))


def _escaped(mark: re.Match[str]) -> str:
    sign = mark[0]
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    if sign in "@#":
        return f"{_JOINER}{sign}{_JOINER}"
    return f"{sign}{_JOINER}" if sign in ":." else f"\\{sign}"


def _item(finding: Diagnostic, report: Report) -> str:
    hint = f"<br>{_said(finding.hint, report)}" if finding.hint else ""
    return f"- {_SIGNS[finding.severity]} **{_where(finding)}** {_what(finding, report)}{hint}"


def _folded(report: Report) -> str:
    """The table in the order of the report, which is that of files and lines."""
    every = counted("{count} finding", "{count} findings", len(report.shown))
    head = " | ".join(_said(each, report) for each in (msg("Where"), msg("What"), msg("How to mend it")))
    lines = [f"<details><summary>{_said(every, report)}</summary>", "", f"| | {head} |", "|---|---|---|---|"]
    lines += _rows(report, LONGEST)
    return "\n".join((*lines, "", "</details>"))


def _rows(report: Report, room: int) -> Iterator[str]:
    for place, each in enumerate(report.shown):
        row = _row(each, report)
        room -= len(row) + 1
        if room < 0:
            left = len(report.shown) - place
            yield f"| | {_said(counted('and {count} more', 'and {count} more', left), report)} | | |"
            return
        yield row


def _row(finding: Diagnostic, report: Report) -> str:
    sign = f"{_SIGNS[finding.severity]} {_said(WORDS[finding.severity], report)}"
    hint = _said(finding.hint, report) if finding.hint else ""
    return f"| {sign} | {_where(finding)} | {_what(finding, report)} | {hint} |"


def _where(finding: Diagnostic) -> str:
    line = max(1, finding.span.line)
    return f"[{text(finding.file)}:{line}]({address(finding.file)}#L{line})"


def _what(finding: Diagnostic, report: Report) -> str:
    return f"{_said(finding.message, report)} <code>{text(finding.rule)}</code>"


def _said(message: Message, report: Report) -> str:
    """A message; what its template quotes is code. An argument holds no control character, and cannot end one."""

    def marked(template: str, plural: str, number: int) -> str:
        return report.translate(template, plural, number).replace("`", _QUOTE)

    parts = (_escape(part) for part in say(message, marked).split(_QUOTE))
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts)).strip()
