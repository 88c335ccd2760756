"""What the queries gave, by part: raw numbers, ready to be made figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cjm.measure import answers, queries, variants
from cjm.measure.answers import Sum
from cjm.measure.cases import Shape
from cjm.measure.chart import Chart
from cjm.measure.engines import Engine, Row
from cjm.measure.layout import Kind
from cjm.measure.queries import Slice


@dataclass(slots=True)
class Raw:
    """The numbers of one part. Rows are those of `cjm.measure.queries`, without the part and what they are keyed by."""

    journey: Row = ()
    stages: dict[int, Row] = field(default_factory=dict)
    entries: dict[int, int] = field(default_factory=dict)
    exits: dict[int, tuple[int, int]] = field(default_factory=dict)
    met: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    waits: dict[int, Row] = field(default_factory=dict)
    transitions: dict[tuple[int, int], Row] = field(default_factory=dict)
    again: dict[tuple[int, int], int] = field(default_factory=dict)
    channels: dict[int, dict[str, int]] = field(default_factory=dict)
    following: int = 0
    said: dict[int | None, dict[str, Sum]] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """How many."""
        return int(self.journey[0]) if self.journey else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a slice is asked for: figures of surveys, how answers join a part, the kinds when channels are counted."""

    figures: Sequence[str] = ()
    answers_of: str | None = None
    kinds: Sequence[Kind] = ()
    transitions: bool = False


def gather(engine: Engine, chart: Chart, where: Slice, form: Shape, asked: Asked) -> dict[int, Raw]:
    """Ask everything of a slice."""
    found: dict[int, Raw] = {}

    def of(part: Any) -> Raw:  # noqa: ANN401 - a number of the engine's
        return found.setdefault(int(part), Raw())

    for part, *row in queries.journey(engine, chart, where, form):
        of(part).journey = tuple(row)
    for stage, rows in queries.stages(engine, chart, where, form).items():
        for part, *row in rows:
            of(part).stages[stage] = tuple(row)
    _gather_ends(engine, where, found)
    for part, touchpoint, *row in queries.waits(engine, where):
        of(part).waits[touchpoint] = tuple(row)
    _gather_met(engine, chart, where, found)
    for part, cases in variants.following(engine, where, form):
        of(part).following = cases
    if asked.transitions:
        _gather_transitions(engine, chart, where, found)
    _gather_channels(engine, where, asked, found)
    for (part, touchpoint), sums in answers.by_part(engine, asked.figures, asked.answers_of).items():
        of(part).said[touchpoint] = sums
    return found


def _gather_ends(engine: Engine, where: Slice, found: dict[int, Raw]) -> None:
    entries, exits = queries.ends_of_cases(engine, where)
    for part, touchpoint, cases in entries:
        found[part].entries[touchpoint] = cases
    for part, touchpoint, cases, open_ in exits:
        found[part].exits[touchpoint] = (cases, int(open_))


def _gather_met(engine: Engine, chart: Chart, where: Slice, found: dict[int, Raw]) -> None:
    """Cases, those that come back, and visits squared.

    Of a touchpoint's events, what is not counted one by one is met once, but for what is met twice.
    """
    from_sets, one_by_one = queries.touchpoints(engine, chart, where)
    twice = {(int(part), place): (int(both), int(back)) for part, place, both, back in from_sets}
    knots = {(int(part), place): tuple(map(int, numbers)) for part, place, *numbers in one_by_one}
    for part, raw in found.items():
        for place, row in raw.waits.items():
            both, back = twice.get((part, place), (0, 0))
            events, cases, again, squares = knots.get((part, place), (0, 0, 0, 0))
            plain = row[0] - events - both
            raw.met[place] = (plain + cases, back + again, plain + both + 2 * both + squares)


def _gather_transitions(engine: Engine, chart: Chart, where: Slice, found: dict[int, Raw]) -> None:
    for part, source, target, *row in queries.transitions(engine, where):
        found[part].transitions[source, target] = tuple(row)
    for part, source, target, often in queries.taken_again(engine, chart, where):
        found[part].again[source, target] = int(often)


def _gather_channels(engine: Engine, where: Slice, asked: Asked, found: dict[int, Raw]) -> None:
    """Of the whole the log's survey has told them; of a part the events are counted."""
    rows: Sequence[Row]
    if where.parts is None:
        rows = [(0, number, kind.events) for number, kind in enumerate(asked.kinds)]
    else:
        rows = queries.channels(engine, where) if asked.kinds else []
    for part, number, events in rows:
        kind = asked.kinds[number]
        if kind.touchpoint is not None and kind.channel is not None and part in found:
            channels = found[part].channels.setdefault(kind.touchpoint, {})
            channels[kind.channel] = channels.get(kind.channel, 0) + events
