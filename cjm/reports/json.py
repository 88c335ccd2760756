"""The report as JSON, for programs: version 1 of its shape; keys are added to it, never changed or taken out."""

from __future__ import annotations

import re
from json import dumps
from typing import Any

from cjm.diagnostics import Diagnostic, Fix, Related, say
from cjm.reports.report import Report

VERSION = 1
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report) -> str:
    """Findings with messages in the report's language, `hint` null where there is none."""
    whole = {
        "version": VERSION,
        "summary": {
            "files": report.files,
            "error": report.error,
            "warning": report.warning,
            "info": report.info,
        },
        "hidden": report.hidden,
        "known": report.known,
        "findings": [_finding(each, report) for each in report.shown],
    }
    return spelled(whole)


def spelled(whole: object) -> str:
    """The value as JSON, with a line break at its end."""
    return _UNSEEN.sub(_escape, dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _escape(match: re.Match[str]) -> str:
    """What a terminal would obey, and halves of pairs that UTF-8 cannot hold; they stand in strings alone."""
    return f"\\u{ord(match[0]):04x}"


def _finding(finding: Diagnostic, report: Report) -> dict[str, Any]:
    span = finding.span
    return {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": say(finding.message, report.translate),
        "hint": say(finding.hint, report.translate) if finding.hint else None,
        "file": finding.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "path": finding.path,
        "related": [_related(each, finding.file, report) for each in finding.related],
        "fix": _fix(finding.fix),
    }


def _fix(fix: Fix | None) -> list[dict[str, Any]] | None:
    """The texts to put in the place of others, all of them or none; line breaks become those of the file."""
    if fix is None:
        return None
    return [
        {
            "line": edit.span.line,
            "column": edit.span.column,
            "end_line": edit.span.end_line,
            "end_column": edit.span.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]


def _related(second: Related, own: str, report: Report) -> dict[str, Any]:
    return {
        "file": second.file or own,
        "line": second.span.line,
        "column": second.span.column,
        "message": say(second.message, report.translate),
    }
