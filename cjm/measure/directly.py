"""Measuring from Python, in one call."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cjm.measure.engines.duck import duck
from cjm.measure.inputs import Columns
from cjm.measure.request import Log, Request, Survey
from cjm.measure.run import measure
from cjm.model import Journey
from cjm.model.measurement import Measurement


def measured(  # noqa: PLR0913 - a log has these columns
    journey: Journey,
    *events: str | Path,
    case: str | None = None,
    activity: str | None = None,
    time: str | None = None,
    channel: str | None = None,
    value: str | None = None,
    surveys: Sequence[str | Path] = (),
    by: Sequence[str] = (),
    min_cases: int = 5,
) -> Measurement:
    """Lay event logs (files, globs or folders) and surveys over a journey.

    Columns that are not named are known by their usual names. Figures of fewer than `min_cases` cases are withheld.
    Raises MeasureError, whose message says what cannot be used, and why.
    """
    columns = Columns(case=case, activity=activity, time=time, channel=channel, value=value)
    log = Log(tuple(map(str, events)), Path(), columns)
    asked = tuple(Survey((str(each),), Path()) for each in surveys)
    with duck() as engine:
        return measure(journey, Request(log, asked, by=tuple(by), min_cases=min_cases), engine).measurement
