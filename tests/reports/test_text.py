"""What a person reads: the underline stands right, long things are counted, the last line sums up."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.locale import translator
from cjm.reports import Report, compose
from cjm.reports.cells import clusters, safe, width
from cjm.reports.excerpt import excerpt
from cjm.reports.terminal import show
from cjm.reports.text import render


def under(line: str, word: str, room: int = 90) -> tuple[str, str]:
    """The line as shown, and what the underline of `word` covers on a terminal."""
    start = line.index(word) + 1
    found = excerpt(line, Span(1, start, 1, start + len(word)), room)
    assert found is not None
    assert width(found.text) <= room
    covered, cell = "", 0
    for sign in clusters(found.text):
        covered += sign.text if found.offset <= cell < found.offset + found.length else ""
        cell += sign.width
    return found.text, covered


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("name: Buying", "Buying"),
        ("name: 顧客は店 Buying", "Buying"),
        ("name: 顧客は店 Buying", "客は"),
        ("\tname:\tBuying", "Buying"),
        ("e\u0301a\u0300 Buying", "Buying"),
        ("👨‍👩‍👧‍👦 👍🏽 Buying", "Buying"),
        ("hay " * 500 + "Buying" + " straw" * 500, "Buying"),
        ("顧客" * 500 + "Buying" + "は店" * 500, "Buying"),
        ("x" * 500 + " Buying", "Buying"),
    ],
)
def test_the_underline_stands_below_the_word(line: str, word: str) -> None:
    assert under(line, word)[1] == word


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown, _ = under("hay " * 500 + "Buying" + " straw" * 500, "Buying", 40)
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_a_word_longer_than_the_room_is_underlined_as_far_as_it_is_shown() -> None:
    found = excerpt("name: " + "x" * 500, Span(1, 7, 1, 507), 40)
    assert found is not None
    assert found.text.strip("…").endswith("x" * 20)
    assert found.offset + found.length <= 40


@given(st.text(st.characters(exclude_characters="\r\n")), st.integers(0, 90), st.integers(0, 90), st.integers(20, 80))
def test_an_excerpt_fits_its_room(line: str, column: int, end: int, room: int) -> None:
    found = excerpt(line, Span(1, column, 1, end), room)
    if found:
        assert width(found.text) <= room
        assert 0 <= found.offset < room
        assert 1 <= found.length <= room


@pytest.mark.parametrize(
    "text", ["abc", "顧客は店", "👨‍👩‍👧‍👦", "👍🏽", "❤️", "🇪🇸", "e\u0301", "हिन्दी", "한국어", "ᄒ\u1161ᆫ", "عربى"]
)
def test_widths_are_those_of_the_terminal_library(text: str) -> None:
    assert width(text) == cell_len(text)


def test_what_a_terminal_obeys_has_a_stand_in_of_one_cell() -> None:
    assert safe("\x1b\x07\x7f\x9b\u202e\u2028\ud83d") == "␛␇␡\ufffd\ufffd\ufffd\ufffd"
    assert width(safe("\x1b\x07\x7f\x9b\u202e")) == 5


def summed_up(report: Report) -> str:
    return render(report).splitlines()[-1]


def finding(severity: Severity) -> Diagnostic:
    return Diagnostic("r", severity, msg("x"), "a.yaml", Span())


E, W, I = (finding(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))  # noqa: E741 - as in the table of rules


@pytest.mark.parametrize(
    ("found", "show_from", "said"),
    [
        ([E] * 3 + [W] * 2, Severity.WARNING, "3 errors, 2 warnings in 1 file"),
        ([E] + [I] * 12, Severity.WARNING, "1 error in 1 file; 12 remarks not shown (--show info)"),
        ([E, W, I], Severity.INFO, "1 error, 1 warning, 1 remark in 1 file"),
        ([I], Severity.WARNING, "no errors or warnings in 1 file; 1 remark not shown (--show info)"),
        ([E, W, I], Severity.ERROR, "1 error, 1 warning in 1 file; 2 findings not shown (--show info)"),
        ([], Severity.WARNING, "all is well in 1 file"),
    ],
)
def test_the_last_line_sums_up(found: list[Diagnostic], show_from: Severity, said: str) -> None:
    assert summed_up(compose(found, 1, show_from)) == said


def test_it_says_how_many_files_were_well_and_when_there_were_none() -> None:
    assert summed_up(compose((), 3, Severity.WARNING)) == "all is well in 3 files"
    assert summed_up(compose((), 0, Severity.WARNING)) == "no files to look at"


def test_the_summary_speaks_the_language_of_the_report() -> None:
    report = compose([E] * 2 + [W] + [I] * 5, 1, Severity.WARNING, translator("es"))
    assert summed_up(report) == "2 errores, 1 aviso en 1 archivo; 5 observaciones sin mostrar (--show info)"


def test_without_a_summary_it_speaks_of_findings_alone(report: Report) -> None:
    assert render(compose((), 3, Severity.INFO, summary=False)) == ""
    assert render(replace(report, summary=False)) == "\n".join(render(report).splitlines()[:-2]) + "\n"


def test_three_second_places_are_shown_and_the_rest_counted(report: Report) -> None:
    text = render(replace(report, shown=(report.shown[2],)))
    assert text.count("and none here") == 3
    assert "  and 2 more places\n" in text


def test_a_second_place_in_another_file_quotes_that_file(report: Report) -> None:
    assert "  team.yaml:2:9: and a team\n    2 |   - id: laura\n      |         -----\n" in render(report)


def test_no_line_begins_with_a_command_of_github(hostile_report: Report) -> None:
    lines = render(hostile_report).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::")]
    command = replace(E, file="::add-mask::x.yaml")
    assert render(compose((command,), 1, Severity.INFO)).startswith("./::add-mask::x.yaml:1:1: ")


def on_terminal(report: Report, columns: int, *, colour: bool) -> str:
    file = io.StringIO()
    system = "standard" if colour else None
    show(report, Console(file=file, width=columns, force_terminal=colour, color_system=system, legacy_windows=False))  # type: ignore[arg-type]
    return file.getvalue()


def plain(text: str) -> list[str]:
    return re.sub("\x1b\\[[0-9;]*m", "", text).splitlines()


@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_a_terminal_is_never_overrun(report: Report, hostile_report: Report, columns: int) -> None:
    for each in (report, hostile_report):
        assert all(cell_len(line) <= columns for line in plain(on_terminal(each, columns, colour=True)))


def test_a_wide_terminal_says_what_a_pipe_says(report: Report) -> None:
    words = " ".join(" ".join(plain(on_terminal(report, 110, colour=True))).split())
    assert words == " ".join(render(report).split())


def test_colours_are_the_only_escapes_on_a_terminal(hostile_report: Report) -> None:
    assert "\x1b[" in on_terminal(hostile_report, 80, colour=True)
    assert "\x1b" not in "".join(plain(on_terminal(hostile_report, 80, colour=True)))
    assert "\x1b" not in on_terminal(hostile_report, 80, colour=False)


def test_no_color_is_respected(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    show(report, Console(file=file, width=80, force_terminal=True, legacy_windows=False))
    assert not re.search("\x1b\\[[0-9;]*3[0-9]", file.getvalue())


def test_markup_in_a_journey_stays_text(hostile_report: Report) -> None:
    assert "[bold red]bold[/]" in on_terminal(hostile_report, 200, colour=True)
    assert ":warning: :smile:" in on_terminal(hostile_report, 200, colour=True)
