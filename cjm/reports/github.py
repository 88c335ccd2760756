"""The report as workflow commands, which GitHub shows beside the lines of a pull request.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and the escapes of
`actions/toolkit` (packages/core/src/command.ts).
"""

from cjm.diagnostics import Diagnostic, Severity, say
from cjm.reports.cells import safe
from cjm.reports.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> str:
    """One command a finding; nothing when there is none."""
    return "".join(f"{_command(each, report)}\n" for each in report.shown)


def _command(finding: Diagnostic, report: Report) -> str:
    span = finding.span
    properties = {"file": finding.file, "line": span.line, "col": span.column, "endLine": span.end_line}
    if span.end_line == span.line:  # GitHub refuses columns across lines
        properties["endColumn"] = span.end_column
    properties["title"] = finding.rule
    given = ",".join(f"{name}={safe(str(value)).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {given}::{_message(finding, report)}"


def _message(finding: Diagnostic, report: Report) -> str:
    """The message and, on a line of its own, the hint."""
    said = (finding.message, finding.hint) if finding.hint else (finding.message,)
    return "\n".join(safe(say(each, report.translate)) for each in said).translate(_DATA)
