"""Scores and counts on a terminal: the same words as in a pipe, of which a hostile title is only text."""

from datetime import date

import pytest
from rich.console import Console

from cjm.checks.score import score
from cjm.checks.stats import stats
from cjm.diagnostics import untranslated
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.reports.score import terminal as score_terminal
from cjm.reports.score.badge import COLOURS
from cjm.reports.stats import terminal as stats_terminal
from cjm.source import read

TODAY = date(2026, 11, 22)
TITLE = "[bold]Buying[/bold] [link=https://example.com]shoes[/] :smile:"


@pytest.fixture
def shoes() -> Journey:
    stages = '[{name: Looking, touchpoints: [{name: A, channel: "[red]x"}]}]'
    text = f'cjm: 1\ntitle: "{TITLE} \\e[31m"\nstages: {stages}\n'
    built = build_journey(read(text.encode(), "it.journey.yaml")).part
    assert built
    return built


def on_a_terminal(width: int) -> Console:
    return Console(width=width, record=True, force_terminal=True, file=None, quiet=False)


@pytest.mark.parametrize("width", [60, 100, 200])
def test_a_score_fits_the_terminal_and_reads_no_markup(
    shoes: Journey, width: int, capsys: pytest.CaptureFixture[str]
) -> None:
    console = on_a_terminal(width)
    score_terminal.show([score(shoes, TODAY)] * 2, untranslated, console)
    capsys.readouterr()
    shown = console.export_text()
    assert "[bold]" in shown
    assert ":smile:" in shown
    assert "\x1b" not in shown
    assert "what to do first:" in shown
    assert "2 journeys: " in shown


@pytest.mark.parametrize("width", [60, 200])
def test_counts_fit_the_terminal_and_read_no_markup(
    shoes: Journey, width: int, capsys: pytest.CaptureFixture[str]
) -> None:
    console = on_a_terminal(width)
    stats_terminal.show(stats([shoes], TODAY), untranslated, console)
    capsys.readouterr()
    shown = console.export_text()
    assert "[red]x" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= width


def test_white_letters_can_be_read_on_every_colour_of_a_badge() -> None:
    for _, colour in COLOURS:
        assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
