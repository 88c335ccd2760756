"""The report as SARIF 2.1.0, which GitHub code scanning and editors read, with the page of each rule that spoke.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Places count from 1, in code points.
"""

from __future__ import annotations

from typing import Any

from cjm import __version__
from cjm.checks import RULES, Rule
from cjm.checks.page import page
from cjm.diagnostics import Diagnostic, Message, Severity, Span, Translate, say, visible
from cjm.locale import beside
from cjm.reports.addresses import address
from cjm.reports.fingerprints import numbered
from cjm.reports.json import spelled
from cjm.reports.report import Report
from cjm.reports.rules.words import BETTER, SOURCE, WORSE

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/cjm-toolkit/cjm"
ROOT = "%SRCROOT%"
FINGERPRINT = "cjm/v1"
"""Which kind of fingerprint it is; another way to make it would be another version."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST_PATH = 400


def render(report: Report) -> str:
    """One run. Addresses are relative to the folder that cjm ran in, which no line of the report names."""
    order = {rule: place for place, rule in enumerate(RULES)}
    spoke = sorted({each.rule for each in report.shown}, key=lambda rule: (order.get(rule, len(order)), rule))
    indices = {rule: index for index, rule in enumerate(spoke)}
    prints = numbered(report.shown, report.excerpt)
    run = {
        "tool": {
            "driver": {
                "name": "cjm",
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": [_rule(each, report.translate) for each in spoke],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that cjm ran in."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, indices[each.rule], plain, report) for each, plain in zip(report.shown, prints, strict=True)
        ],
    }
    return spelled({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, translate: Translate) -> dict[str, Any]:
    rule = RULES.get(name)
    camel = "".join(word.capitalize() for word in name.split("-"))
    return {"id": name, "name": camel, **(_described(rule, translate) if rule else {})}


def _described(rule: Rule, translate: Translate) -> dict[str, Any]:
    about = page(rule, translate)
    worse, better, source = (say(each, beside(translate, "pages")) for each in (WORSE, BETTER, SOURCE))
    return {
        "shortDescription": {"text": _inert(about.summary)},
        "fullDescription": {"text": _inert(" ".join(about.why.split()))},
        "help": {
            "text": f"{about.why}\n\n{worse}\n{about.bad}\n{better}\n{about.good}\n{source} {about.source}",
            "markdown": f"{about.why}\n\n**{worse}**\n{_fenced(about.bad)}\n**{better}**\n{_fenced(about.good)}\n"
            f"*{source} {about.source}*",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["customer-journey", rule.group], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _fenced(example: str) -> str:
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}yaml\n{example.rstrip()}\n{fence}\n"


def _result(finding: Diagnostic, index: int, fingerprint: str, report: Report) -> dict[str, Any]:
    said = (finding.message, finding.hint) if finding.hint else (finding.message,)
    location = _location(finding.file, finding.span)
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": visible(finding.path, _LONGEST_PATH)}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(_said(each, report) for each in said)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _said(each.message, report)}}
            | _location(each.file or finding.file, each.span)
            for number, each in enumerate(finding.related, 1)
        ]
    return result


def _said(message: Message, report: Report) -> str:
    return _inert(say(message, report.translate))


def _inert(text: str) -> str:
    """A text in which `[x](y)` is no link, as it would be even in plain messages."""
    return text.replace("](", "] (")


def _location(file: str, span: Span) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": address(file), "uriBaseId": ROOT},
            "region": _region(span),
        }
    }


def _region(span: Span) -> dict[str, int]:
    """Never one that ends before it begins, which readers refuse as a whole."""
    line, column = max(1, span.line), max(1, span.column)
    end = max((line, column), (span.end_line, max(1, span.end_column)))
    return {"startLine": line, "startColumn": column, "endLine": end[0], "endColumn": end[1]}
