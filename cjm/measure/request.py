"""What is asked of a measurement: which logs and surveys, which window, which figures more than once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from cjm.measure.inputs import NOTHING_TOLD, Columns, Told

Window = Literal["day", "week", "month"]
EVERY_COLUMN = Columns()
EVERY_ANSWER = Columns(kind="survey")
"""Nothing is told of the columns: they are known by their names."""
Scale = tuple[float, float]
SCALES: dict[str, Scale] = {"csat": (1, 5), "nps": (0, 10), "ces": (1, 7)}
"""Lowest and highest answer of the usual questions."""


@dataclass(frozen=True, slots=True)
class Log:
    """An event log: files, globs or tables, relative to `base`; `told` says how files are written."""

    sources: tuple[str, ...]
    base: Path
    columns: Columns = EVERY_COLUMN
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey, and the scales of its questions by figure where they are not the usual ones.

    `names` says as which figure a column of one's own is measured, where that is not the column's name.
    """

    sources: tuple[str, ...]
    base: Path
    columns: Columns = EVERY_ANSWER
    scales: Mapping[str, Scale] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class Request:
    """All that is asked. The window runs from `since` up to and without `until`, both in UTC."""

    log: Log
    surveys: tuple[Survey, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    by: tuple[str, ...] = ()
    window: Window | None = None
    min_cases: int = 5
    lenient: bool = False
    point: bool = False
