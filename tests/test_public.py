"""What `import cjm` promises."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import cjm


def test_the_public_names_are_those_that_are_listed() -> None:
    assert all(getattr(cjm, name) for name in cjm.__all__)
    with pytest.raises(AttributeError):
        getattr(cjm, "nothing")  # noqa: B009 - the name is not there


def test_a_journey_is_loaded_checked_and_drawn(samples: Path) -> None:
    file = samples / "bank-account.journey.yaml"
    journey = cjm.load(file)
    assert journey.title in cjm.render(journey, "svg").decode()
    assert cjm.check(file, today=datetime.date(2026, 11, 22)) is not None


def test_a_journey_is_measured(samples: Path) -> None:
    story = samples / "story"
    truth = cjm.measured(
        cjm.load(story / "tienda-del-taller.journey.yaml"),
        story / "events.csv.gz",
        surveys=[story / "answers.csv"],
        by=["region"],
    )
    assert truth.whole.journey["cases"].value == 1500
    assert "canarias" in {each.value for each in truth.segments}
    assert truth.touchpoint("crear-cuenta")["csat"].n == 144


def test_loading_a_broken_journey_says_where(samples: Path) -> None:
    with pytest.raises(ValueError, match=r"unknown-key\.journey\.yaml:13:9"):
        cjm.load(samples / "broken" / "unknown-key.journey.yaml")


def test_loading_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cjm.load(tmp_path / "nothing.journey.yaml")
