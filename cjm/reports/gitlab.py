"""The report as GitLab's Code Quality artifact, which it shows in merge requests and beside their lines.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from cjm.diagnostics import Diagnostic, Severity, say
from cjm.reports.fingerprints import numbered
from cjm.reports.json import spelled
from cjm.reports.report import Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
_DIGEST = 16


def render(report: Report) -> str:
    """One issue a finding. GitLab tells issues apart by fingerprints alone, so the file's name is part of these."""
    prints = numbered(report.shown, report.excerpt)
    return spelled([_issue(each, plain, report) for each, plain in zip(report.shown, prints, strict=True)])


def _issue(finding: Diagnostic, fingerprint: str, report: Report) -> dict[str, Any]:
    said = (finding.message, finding.hint) if finding.hint else (finding.message,)
    first = max(1, finding.span.line)
    name = f"{finding.file}\0{fingerprint}".encode("utf-8", "surrogatepass")
    return {
        "description": "; ".join(say(each, report.translate) for each in said),
        "check_name": finding.rule,
        "fingerprint": blake2b(name, digest_size=_DIGEST).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.file.removeprefix("./"),
            "lines": {"begin": first, "end": max(first, finding.span.end_line)},
        },
    }
