"""Measuring in a test: a journey of a text, a log of rows, and what comes of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from cjm.measure.engines.duck import duck
from cjm.measure.inputs import Columns
from cjm.measure.request import Log, Request
from cjm.measure.run import measure
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.model.measurement import Measurement
from cjm.source import read

Measure = Callable[..., Measurement]


@pytest.fixture(scope="session")
def journey_of() -> Callable[[str], Journey]:
    def built(text: str) -> Journey:
        found = build_journey(read(text.encode(), "journey.yaml"))
        assert found.part, found.problems
        return found.part

    return built


@pytest.fixture
def measured_log() -> Measure:
    """Measures a journey by files as they are."""

    def made(journey: Journey, *sources: Path, columns: Columns | None = None, **more: Any) -> Measurement:
        log = Log(tuple(map(str, sources)), Path(), columns or Columns())
        return measure(journey, Request(log, **{"min_cases": 1, **more}), duck()).measurement

    return made


@pytest.fixture
def measured_rows(tmp_path: Path, measured_log: Measure) -> Measure:
    """Measures a journey by rows: a heading, then the values."""

    def made(journey: Journey, heading: str, rows: Sequence[Sequence[object]], **more: Any) -> Measurement:
        log = tmp_path / "log.csv"
        with log.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([heading.split(), *rows])
        return measured_log(journey, log, **more)

    return made
