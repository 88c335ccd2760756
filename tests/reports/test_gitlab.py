"""What GitLab's merge requests read."""

import json
import re
from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.reports import Report, compose
from cjm.reports.gitlab import render


def issues(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render(report))
    for each in found:
        assert list(each) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch("[0-9a-f]{32}", each["fingerprint"])
        assert 1 <= each["location"]["lines"]["begin"] <= each["location"]["lines"]["end"]
    return found


def test_an_issue_says_what_where_and_what_to_do(report: Report) -> None:
    first = issues(report)[0]
    assert first["description"] == "two personas have the id `laura`; give one of them another id"
    assert (first["check_name"], first["severity"]) == ("duplicate-id", "critical")
    assert first["location"] == {"path": "shop.yaml", "lines": {"begin": 5, "end": 5}}


def test_severities_are_those_of_gitlab(report: Report) -> None:
    found = [each["severity"] for each in issues(report)]
    assert (found.count("critical"), found.count("minor"), found.count("info")) == (10, 1, 1)


def test_no_two_issues_have_one_fingerprint(report: Report, hostile_report: Report) -> None:
    for each in (report, hostile_report):
        assert len({issue["fingerprint"] for issue in issues(each)}) == len(each.shown)


def test_the_same_finding_in_another_file_is_another_issue() -> None:
    found = [Diagnostic("flat-curve", Severity.ERROR, msg("x"), name, Span(3, 1, 3, 2)) for name in ("a", "b")]
    one, other = issues(compose(found, 2, Severity.INFO))
    assert one["fingerprint"] != other["fingerprint"]


def test_nothing_found_is_an_empty_list() -> None:
    assert render(compose((), 3, Severity.INFO)) == "[]\n"


def test_every_payload_is_data(saying: Callable[[str], Report], payloads: dict[str, str]) -> None:
    for name, text in payloads.items():
        found = issues(saying(text))
        assert [each["location"]["path"] for each in found] == [f"{text}.yaml"] * 5, name
