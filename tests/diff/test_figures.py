"""Two measurements: what moved beyond its interval, what only varied, and what nobody can judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.cli.app import run
from cjm.diagnostics import untranslated
from cjm.diff.account import spoken
from cjm.diff.figures import moved
from cjm.model.measurement import Coverage, Levels, Measured, Measurement, Spot
from cjm.model.measurement_file import write


def measurement(conversion: Measured, stay: float = 7200.0, journey: str = "tienda") -> Measurement:
    stages = (Spot("compra", {"conversion": conversion, "dwell.median": Measured(stay)}),)
    return Measurement(journey, None, None, "duckdb", (), Coverage(0, 0, 0, 0), Levels({}, stages))


def told(old: Measurement, new: Measurement) -> list[str]:
    return [f"{each.kind}: {spoken(each.text, untranslated)}" for each in moved(old, new, "a", "b").changes]


BEFORE = measurement(Measured(0.30, 900, 0.27, 0.33))


def test_a_figure_has_moved_when_its_intervals_have_nothing_in_common() -> None:
    assert told(BEFORE, measurement(Measured(0.24, 900, 0.21, 0.269))) == [
        "fell: *compra*, conversion: fell from 30% to 24%, beyond its interval"
    ]
    assert told(BEFORE, measurement(Measured(0.26, 900, 0.23, 0.29))) == []


def test_a_figure_with_one_interval_is_held_against_that() -> None:
    assert told(BEFORE, measurement(Measured(0.34))) == [
        "rose: *compra*, conversion: rose from 30% to 34%, beyond its interval"
    ]
    assert told(BEFORE, measurement(Measured(0.33))) == []


def test_a_figure_without_intervals_is_not_called_moved() -> None:
    assert told(BEFORE, measurement(Measured(0.30, 900, 0.27, 0.33), 9000.0)) == [
        "changed: *compra*, median stay: 2.5h instead of 2h, with no interval to judge it by"
    ]


def test_a_figure_that_is_withheld_is_not_spoken_of() -> None:
    assert told(BEFORE, measurement(Measured(None, 3, withheld=True))) == []


@pytest.mark.parametrize(
    ("new", "fail_on", "code"), [(0.2, "worse", 1), (0.4, "worse", 0), (0.4, "any", 1), (0.3, "any", 0)]
)
def test_what_it_fails_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: float, fail_on: str, code: int) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.measurement.json").write_text(write(BEFORE), encoding="utf-8")
    after = measurement(Measured(new, 900, new - 0.03, new + 0.03), 9000.0)
    Path("b.measurement.json").write_text(write(after), encoding="utf-8")
    assert run(("diff", "a.measurement.json", "b.measurement.json", "--fail-on", fail_on)) == code


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"cjm_measurement": 2}'])
def test_what_is_no_measurement_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.measurement.json").write_text(write(BEFORE), encoding="utf-8")
    Path("b.measurement.json").write_text(text, encoding="utf-8")
    assert run(("diff", "a.measurement.json", "b.measurement.json")) == 2
    other = write(measurement(Measured(0.3), journey="otra"))
    Path("b.measurement.json").write_text(other, encoding="utf-8")
    assert run(("diff", "a.measurement.json", "b.measurement.json")) == 2
    assert "otra" in capsys.readouterr().err
