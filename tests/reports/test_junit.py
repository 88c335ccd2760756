"""What CI servers read: suites and cases, whatever stands in a journey."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

from cjm.diagnostics import Severity
from cjm.locale import translator
from cjm.reports import Report, compose
from cjm.reports.junit import render

KINDS = {"testsuites", "testsuite", "testcase", "failure", "system-out"}


def parsed(report: Report) -> ElementTree.Element:
    root = ElementTree.fromstring(render(report).encode("utf-8"))
    suites = list(root)
    assert {each.tag for each in root.iter()} <= KINDS
    assert root.get("tests") == str(len(root.findall("*/testcase")))
    assert root.get("failures") == str(len(root.findall("*/testcase/failure")))
    for suite in suites:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    return root


def test_a_file_is_a_suite_and_a_finding_a_case(report: Report) -> None:
    root = parsed(report)
    assert [(suite.get("name"), suite.get("tests")) for suite in root] == [("gone.yaml", "1"), ("shop.yaml", "11")]
    case = root[1][0]
    assert case.get("classname") == case.get("file") == "shop.yaml"
    assert case.get("line") == "5"
    assert case.get("name") == "duplicate-id: personas[1].id: two personas have the id `laura`"
    assert (case.findtext("failure") or "").splitlines() == [
        "shop.yaml:5:10: two personas have the id `laura`",
        "shop.yaml:4:10: the first is here",
        "team.yaml:2:9: and a team",
        "hint: give one of them another id",
    ]


def test_a_remark_passes_and_is_said(report: Report) -> None:
    remark = parsed(report)[0][0]
    assert remark.find("failure") is None
    assert remark.findtext("system-out") == "gone.yaml:2:1: `title` is empty"


def test_a_file_without_findings_passes_with_one_case() -> None:
    root = parsed(compose((), 2, Severity.INFO, names=("b.yaml", "a.yaml")))
    assert [(suite.get("name"), suite[0].get("name")) for suite in root] == [
        ("a.yaml", "all is well"),
        ("b.yaml", "all is well"),
    ]
    spanish = parsed(compose((), 1, Severity.INFO, translator("es"), names=("a.yaml",)))
    assert spanish[0][0].get("name") == "todo está bien"


def test_a_file_whose_findings_are_hidden_is_not_called_well(report: Report) -> None:
    root = parsed(compose(report.shown, 2, Severity.ERROR, names=("gone.yaml", "shop.yaml")))
    assert root[0][0].get("name") == "nothing to list"


def test_the_name_of_a_case_holds_no_line(report: Report) -> None:
    assert not any(re.search(r":\d+:\d+", case.get("name") or "") for case in parsed(report).iter("testcase"))


def test_hostile_text_is_text(hostile_report: Report) -> None:
    assert len(parsed(hostile_report)) == len({each.file for each in hostile_report.shown})


def test_every_payload_is_text(saying: Callable[[str], Report], payloads: dict[str, str]) -> None:
    for name, text in payloads.items():
        root = parsed(saying(text))
        assert (len(root), len(root[0])) == (1, 5), name
        if text.isprintable():
            assert root[0].get("name") == f"{text}.yaml", name
