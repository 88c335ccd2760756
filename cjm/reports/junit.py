"""The report as JUnit's XML, which CI servers show: a suite a file, a case a finding, one that passes where none is.

Source: the schema of Jenkins' xunit plugin (junit-10.xsd); `file` and `line` are read by GitLab and CircleCI.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from cjm.diagnostics import Diagnostic, Message, Severity, msg, say
from cjm.reports.cells import safe
from cjm.reports.report import Report

_FORBIDDEN = re.compile("[\ufffe\uffff]")
"""What XML forbids and terminals do not obey."""


def render(report: Report) -> str:
    """Errors and warnings are failures; a remark that is listed is a case that passes, and says it."""
    suites: defaultdict[str, list[Diagnostic]] = defaultdict(list, {name: [] for name in report.names})
    for each in report.shown:
        suites[each.file].append(each)
    counts = f'tests="{_tests(*suites.values())}" failures="{_failures(*suites.values())}" errors="0"'
    lines = [line for name in sorted(suites) for line in _suite(name, suites[name], report)]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join((head, f'<testsuites name="cjm" {counts}>', *lines, "</testsuites>", ""))


def _suite(name: str, found: Sequence[Diagnostic], report: Report) -> list[str]:
    counts = f'tests="{_tests(found)}" failures="{_failures(found)}" errors="0" skipped="0"'
    cases = [_case(each, report) for each in found] or [_well(name, report)]
    return [f"  <testsuite name={_attribute(name)} {counts}>", *cases, "  </testsuite>"]


def _tests(*suites: Sequence[Diagnostic]) -> int:
    return sum(max(1, len(found)) for found in suites)


def _failures(*suites: Sequence[Diagnostic]) -> int:
    return sum(each.severity > Severity.INFO for found in suites for each in found)


def _well(file: str, report: Report) -> str:
    message = msg("nothing to list") if report.hidden else msg("all is well")
    return f"    <testcase classname={_attribute(file)} name={_attribute(say(message, report.translate))}/>"


def _case(finding: Diagnostic, report: Report) -> str:
    """The name holds no line, so that a server knows the case again when lines have moved."""
    message = say(finding.message, report.translate)
    place = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    name = _attribute(": ".join(part for part in (finding.rule, finding.path, message) if part))
    head = f"    <testcase classname={_attribute(finding.file)} name={name} file={_attribute(finding.file)}"
    body = "\n".join((_text(f"{place}: {message}"), *(_text(each) for each in _more(finding, report))))
    if finding.severity is Severity.INFO:
        inner = f"<system-out>{body}</system-out>"
    else:
        inner = f'<failure type="{finding.severity.word}" message={_attribute(message)}>{body}</failure>'
    return f'{head} line="{max(1, finding.span.line)}">{inner}</testcase>'


def _more(finding: Diagnostic, report: Report) -> list[str]:
    """The second places, and the hint."""
    second = [
        f"{each.file or finding.file}:{each.span.line}:{each.span.column}: {say(each.message, report.translate)}"
        for each in finding.related
    ]
    return [*second, *(f"{_said(msg('hint'), report)}: {_said(each, report)}" for each in (finding.hint,) if each)]


def _said(message: Message, report: Report) -> str:
    return say(message, report.translate)


def _text(said: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", safe(said)))


def _attribute(said: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", safe(said)))
