"""A line is a command that GitHub obeys: somebody's text may fill one, never begin or bend one."""

import re

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.reports import Report, compose
from cjm.reports.github import render

COMMAND = re.compile(
    r"::(error|warning|notice) file=[^,:]*,line=\d+,col=\d+,endLine=\d+(,endColumn=\d+)?,title=[^,:]*::.*"
)
WORD = Span(1, 2, 1, 4)


def one(message: str = "x", file: str = "a.yaml", span: Span = WORD) -> str:
    finding = Diagnostic("flat-curve", Severity.ERROR, msg("{text}", text=message), file, span)
    return render(compose((finding,), 1, Severity.INFO))


def test_a_finding_is_an_annotation() -> None:
    assert one() == "::error file=a.yaml,line=1,col=2,endLine=1,endColumn=4,title=flat-curve::x\n"


def test_a_span_over_lines_has_no_end_column() -> None:
    assert one(span=Span(1, 2, 3, 4)) == "::error file=a.yaml,line=1,col=2,endLine=3,title=flat-curve::x\n"


def test_a_percent_sign_stays_one() -> None:
    assert one("100%0A").endswith("::100%250A\n")


def test_a_file_name_cannot_end_its_property() -> None:
    assert "file=a%3A%3Ab%2Cline=9%25.yaml,line=1" in one(file="a::b,line=9%.yaml")


def test_remarks_are_notices(report: Report) -> None:
    assert render(report).splitlines()[-1].startswith("::notice file=gone.yaml,")


def test_the_hint_is_a_line_of_the_message(report: Report) -> None:
    assert render(report).splitlines()[0].endswith("::two personas have the id `laura`%0Agive one of them another id")


def test_each_finding_is_one_command_whatever_it_holds(hostile_report: Report) -> None:
    lines = re.split("[\r\n\x85\u2028\u2029]", render(hostile_report))
    assert len(lines) == len(hostile_report.shown) + 1
    assert all(COMMAND.fullmatch(line) for line in lines[:-1])
