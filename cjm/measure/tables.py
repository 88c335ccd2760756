"""What the queries gave, by part: raw numbers, ready to be made figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
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
    entries: dict[int, Row] = field(default_factory=dict)
    exits: dict[int, Row] = field(default_factory=dict)
    twice: dict[int, Row] = field(default_factory=dict)
    often: dict[int, Row] = field(default_factory=dict)
    waits: dict[int, Row] = field(default_factory=dict)
    transitions: dict[tuple[int, int], Row] = field(default_factory=dict)
    again: dict[tuple[int, int], Row] = field(default_factory=dict)
    channels: dict[int, dict[str, int]] = field(default_factory=dict)
    following: Row = (0,)
    said: dict[int | None, dict[str, Sum]] = field(default_factory=dict)

    @property
    def cases(self) -> int:
        """How many."""
        return int(self.journey[0]) if self.journey else 0

    def met(self, place: int) -> tuple[int, int, int]:
        """Cases that meet a touchpoint, those that come back to it, and their events squared.

        Of its events, what is not counted one by one is met once, but for what is met twice.
        """
        events, *_ = self.waits.get(place, (0,))
        both, back = self.twice.get(place, (0, 0))
        apart, cases, again, squares = map(int, self.often.get(place, (0, 0, 0, 0)))
        once = events - apart - both
        return once + cases, back + again, once + both + 2 * both + squares


@dataclass(frozen=True, slots=True)
class Asked:
    """What a slice is asked for: figures of surveys, how answers join a part, the kinds when channels are counted."""

    figures: Sequence[str] = ()
    answers_of: str | None = None
    kinds: Sequence[Kind] = ()
    transitions: bool = False


Put = Callable[[dict[int, Raw], Sequence[Row]], None]
"""Puts the answer to a question where it belongs."""


def gather(engine: Engine, chart: Chart, where: Slice, form: Shape, asked: Asked) -> dict[int, Raw]:
    """Ask everything of a slice."""
    questions: list[tuple[Callable[[], Sequence[Row]], Put]] = [
        (lambda: queries.stages(engine, chart, where, form), _keyed("stages")),
        (lambda: queries.waits(engine, where), _keyed("waits")),
        (lambda: queries.met_twice(engine, chart, where), _keyed("twice")),
        (lambda: queries.met_often(engine, chart, where), _keyed("often")),
        (lambda: queries.journey(engine, chart, where, form), _whole("journey")),
        (lambda: queries.entries(engine, where), _keyed("entries")),
        (lambda: queries.exits(engine, where), _keyed("exits")),
        (lambda: variants.following(engine, where, form), _whole("following")),
        (lambda: _channels(engine, where, asked), partial(_put_channels, asked)),
        (lambda: answers.by_part(engine, asked.figures, asked.answers_of), _put_said),
    ]
    if asked.transitions:
        questions += [
            (lambda: queries.transitions(engine, where), _keyed("transitions", 2)),
            (lambda: queries.taken_again(engine, chart, where), _keyed("again", 2)),
        ]
    found: dict[int, Raw] = {}
    for (_, put), rows in zip(questions, engine.side_by_side([ask for ask, _ in questions]), strict=True):
        put(found, rows)
    return found


def _of(found: dict[int, Raw], part: Any) -> Raw:  # noqa: ANN401 - a number of the engine's
    return found.setdefault(int(part), Raw())


def _whole(name: str) -> Put:
    """One row a part."""

    def put(found: dict[int, Raw], rows: Sequence[Row]) -> None:
        for part, *row in rows:
            setattr(_of(found, part), name, tuple(row))

    return put


def _keyed(name: str, keys: int = 1) -> Put:
    """Rows by what follows the part: one number, or several as a tuple."""

    def put(found: dict[int, Raw], rows: Sequence[Row]) -> None:
        for part, *row in rows:
            getattr(_of(found, part), name)[row[0] if keys == 1 else tuple(row[:keys])] = tuple(row[keys:])

    return put


def _channels(engine: Engine, where: Slice, asked: Asked) -> Sequence[Row]:
    """Of the whole the log's survey has told them; of a part the events are counted."""
    if where.parts is None:
        return [(0, number, kind.events) for number, kind in enumerate(asked.kinds)]
    return queries.channels(engine, where) if asked.kinds else []


def _put_channels(asked: Asked, found: dict[int, Raw], rows: Sequence[Row]) -> None:
    for part, number, events in rows:
        kind = asked.kinds[number]
        if kind.touchpoint is not None and kind.channel is not None and part in found:
            channels = found[part].channels.setdefault(kind.touchpoint, {})
            channels[kind.channel] = channels.get(kind.channel, 0) + events


def _put_said(found: dict[int, Raw], rows: Sequence[Row]) -> None:
    for part, touchpoint, figure, *sums in rows:
        _of(found, part).said.setdefault(touchpoint, {})[figure] = Sum(*sums)
