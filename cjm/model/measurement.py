"""What customers really did and said, as `cjm measure` found it: figures by their names, with what they rest on.

A figure is named as targets name it (`conversion`, `dwell.median`, `csat`, or a survey's own column). Shares are
fractions, durations seconds, days ISO 8601 in UTC. What few cases could give away is withheld: its value is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

VERSION = 1
"""Of the measurement file; another one is refused."""

OFTEN = 0.01
"""Share of cases from which on a passage that no path has is worth a word."""

_MIDDLE = 3
"""Of a csat, from 1 to 5."""

Outcome = Literal["met", "missed", "unmeasurable"]
Level = Literal["journey", "stage", "touchpoint"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure. `low` and `high` are its 95 % interval where it is a share or a mean; `n` what it is a part of."""

    value: float | None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    withheld: bool = False


Figures = Mapping[str, Measured]


@dataclass(frozen=True, slots=True)
class Spot:
    """The figures of a stage or a touchpoint; `channels` are the shares of a touchpoint's events, `stage` its stage."""

    id: str
    figures: Figures
    channels: Mapping[str, float] = field(default_factory=dict)
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Levels:
    """The figures of every level: of all cases, of a segment, or of a window of the trend."""

    journey: Figures
    stages: tuple[Spot, ...] = ()
    touchpoints: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A transition: customers who went straight from one touchpoint to the next.

    `share` is of the source's outgoing transitions, `cases` the share of all cases that take it. `declared` says
    whether a path of the journey (without paths, the order of the file) has it.
    """

    source: str
    target: str
    count: int | None
    share: float | None
    cases: float | None = None
    wait_median: float | None = None
    wait_p90: float | None = None
    declared: bool = True
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """An observed order of touchpoints, immediate repeats folded; `declared` names the declared path it follows."""

    steps: tuple[str, ...]
    count: int
    share: float
    duration_median: float | None = None
    declared: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases begin or end at a touchpoint."""

    touchpoint: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An activity of the log that no touchpoint maps. `share` is of all events."""

    activity: str
    events: int
    cases: int
    share: float
    first_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What the map says of a touchpoint against what customers answered, all from −2 to 2, the views from 1 to 5."""

    touchpoint: str
    declared: float | None
    measured: float | None
    gap: float | None
    n: int | None = None
    company: float | None = None
    customer: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A target against its figure; `why` says why it is not measurable. An objective's `level` is journey."""

    level: Level
    id: str
    metric: str
    at_least: float | None
    at_most: float | None
    outcome: Outcome
    figure: Measured | None = None
    why: str = ""
    objective: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """One window of the trend, from `since` up to and without `until`."""

    since: datetime
    until: datetime
    levels: Levels


@dataclass(frozen=True, slots=True)
class Segment:
    """The figures of the cases whose first value in a column is this one; `withheld` where they are too few."""

    column: str
    value: str
    levels: Levels
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """Rows that could not be used: why, how many, and the first of them as text."""

    reason: str
    rows: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What was read: a source's name (no absolute path), what it holds, and a fingerprint of it."""

    name: str
    kind: Literal["events", "survey"] = "events"
    fingerprint: str = ""
    rows: int = 0
    used: int = 0
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the log the map explains."""

    events: int
    mapped: int
    activities: int
    mapped_activities: int

    @property
    def share(self) -> float:
        """Of events that a touchpoint maps."""
        return self.mapped / self.events if self.events else 0.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """A journey measured over a window of time. `walks` are the 20 most frequent of `paths` observed orders."""

    journey_id: str
    since: datetime | None
    until: datetime | None
    engine: str
    sources: tuple[Basis, ...]
    coverage: Coverage
    whole: Levels
    passages: tuple[Passage, ...] = ()
    walks: tuple[Walk, ...] = ()
    paths: int = 0
    first: tuple[Tally, ...] = ()
    last: tuple[Tally, ...] = ()
    new: tuple[Newcomer, ...] = ()
    silent: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    targets: tuple[Verdict, ...] = ()
    window: str = ""
    trend: tuple[Period, ...] = ()
    segments: tuple[Segment, ...] = ()
    min_cases: int = 5

    @property
    def off_path(self) -> tuple[Passage, ...]:
        """The passages that at least one case in a hundred takes and no declared path has."""
        return tuple(each for each in self.passages if not each.declared and (each.cases or 0) >= OFTEN)

    def stage(self, name: str) -> Figures:
        """A stage's figures; nothing where the measurement does not know it."""
        return next((each.figures for each in self.whole.stages if each.id == name), {})

    def touchpoint(self, name: str) -> Figures:
        """A touchpoint's figures; nothing where the measurement does not know it."""
        return next((each.figures for each in self.whole.touchpoints if each.id == name), {})

    def felt(self, name: str) -> Measured | None:
        """How a touchpoint feels to those who were asked, from −2 to 2: its csat, moved; None where nobody was."""
        csat = self.touchpoint(name).get("csat")
        if csat is not None and csat.value is not None:
            low, high = (None if each is None else each - _MIDDLE for each in (csat.low, csat.high))
            return Measured(csat.value - _MIDDLE, csat.n, low, high)
        gap = next((each for each in self.gaps if each.touchpoint == name), None)
        return None if gap is None or gap.measured is None else Measured(gap.measured, gap.n)

    def channels(self, name: str) -> Mapping[str, float]:
        """The shares of a touchpoint's events by channel, as the log calls these."""
        return next((each.channels for each in self.whole.touchpoints if each.id == name), {})
