"""Each format of the dict, held by a snapshot and by what hostile text may never do."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diagnostics import Diagnostic, Related, Severity, Span, msg
from cjm.locale import translator
from cjm.reports import REPORTS, Report, compose, renderer

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

every_format = pytest.mark.parametrize("name", REPORTS)


@every_format
def test_ordinary_findings_are_said_as_before(
    name: str, report: Report, same_as_before: Callable[[str, str], None]
) -> None:
    same_as_before(f"ordinary.{name}", renderer(name)(report))


@every_format
def test_hostile_findings_are_said_as_before(
    name: str, hostile_report: Report, same_as_before: Callable[[str, str], None]
) -> None:
    same_as_before(f"hostile.{name}", renderer(name)(hostile_report))


@every_format
def test_nothing_that_a_terminal_obeys_or_utf8_refuses_comes_through(name: str, hostile_report: Report) -> None:
    text = renderer(name)(hostile_report)
    assert not OBEYED.search(text)
    text.encode("utf-8")


@every_format
def test_no_payload_is_obeyed_and_each_gives_the_same_bytes_again(
    name: str, saying: Callable[[str], Report], payloads: dict[str, str]
) -> None:
    for text in payloads.values():
        said = renderer(name)(saying(text))
        assert not OBEYED.search(said)
        assert said == renderer(name)(saying(text))


anything = st.text(max_size=60)
spans = st.builds(Span, *[st.integers(0, 70)] * 4)
messages = st.builds(lambda text, number: msg("{text} {number}", text=text, number=number), anything, st.integers())
findings = st.builds(
    Diagnostic,
    anything,
    st.sampled_from(Severity),
    messages,
    anything,
    spans,
    anything,
    st.none() | messages,
    st.lists(st.builds(Related, messages, spans, anything), max_size=5).map(tuple),
)


@every_format
@given(found=st.lists(findings, max_size=4), text=st.none() | st.text(), language=st.sampled_from(("en", "es")))
def test_every_report_can_be_said(name: str, found: list[Diagnostic], text: str | None, language: str) -> None:
    said = renderer(name)(compose(found, 1, Severity.INFO, translator(language), lambda _: text))
    assert not OBEYED.search(said)
    said.encode("utf-8")


@every_format
def test_a_report_of_nothing_is_a_report(name: str) -> None:
    assert isinstance(renderer(name)(compose((), 3, Severity.WARNING)), str)


def test_there_is_no_format_of_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        renderer("papyrus")


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`."""
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_the_room_loads_no_format_before_it_is_asked_for() -> None:
    modules = loaded("import cjm.reports")
    assert not modules & {*REPORTS.values(), "cjm.reports.terminal", "json", "rich", "gettext", "cjm.model"}


def test_only_the_terminal_loads_rich() -> None:
    modules = loaded("from cjm.reports import REPORTS, renderer\nfor name in REPORTS: renderer(name)")
    assert set(REPORTS.values()) <= modules
    assert "rich" not in modules
