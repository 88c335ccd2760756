"""What programs may rely on."""

import json

from cjm.diagnostics import Severity
from cjm.locale import translator
from cjm.reports import Report, compose
from cjm.reports.json import render

KEYS = [
    "rule",
    "severity",
    "message",
    "hint",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "path",
    "related",
    "fix",
]


def test_the_shape_is_version_1(report: Report) -> None:
    whole = json.loads(render(report))
    assert list(whole) == ["version", "summary", "hidden", "known", "findings"]
    assert whole["version"] == 1
    assert whole["summary"] == {"files": 2, "error": 10, "warning": 1, "info": 1}
    assert all(list(finding) == KEYS for finding in whole["findings"])


def test_a_second_place_always_names_its_file(report: Report) -> None:
    first = json.loads(render(report))["findings"][0]
    assert [place["file"] for place in first["related"]] == ["shop.yaml", "team.yaml"]
    assert list(first["related"][0]) == ["file", "line", "column", "message"]


def test_every_second_place_is_given(report: Report) -> None:
    assert len(json.loads(render(report))["findings"][2]["related"]) == 5


def test_no_hint_is_null(report: Report) -> None:
    assert json.loads(render(report))["findings"][2]["hint"] is None


def test_what_is_hidden_is_counted(report: Report) -> None:
    whole = json.loads(render(compose(report.shown, 2, Severity.ERROR)))
    assert whole["hidden"] == 2
    assert len(whole["findings"]) == whole["summary"]["error"] == 10


def test_text_is_written_as_it_is_and_ends_with_a_line_break(report: Report) -> None:
    text = render(report)
    assert text.endswith("\n}\n")
    assert '  "version": 1' in text


def test_hostile_text_comes_back_as_it_was(hostile_report: Report) -> None:
    found = json.loads(render(hostile_report))["findings"]
    assert [each["file"] for each in found] == [each.file for each in hostile_report.shown]
    assert [each["path"] for each in found] == [each.path for each in hostile_report.shown]


def test_messages_are_in_the_language_of_the_report_and_severities_are_not(report: Report) -> None:
    spanish = compose(report.shown, 2, Severity.INFO, translator("es"))
    found = json.loads(render(spanish))["findings"]
    assert found[-1]["message"] == "`title` está vacío"
    assert found[-1]["severity"] == "info"
