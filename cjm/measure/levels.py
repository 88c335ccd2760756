"""Figures by their names, made of raw numbers: what each is a part of, its interval, and what is withheld.

A cell is what figures are taken of: the cases of a part, of a stage, of a touchpoint; the answers to a question. Where
it holds fewer than `least`, and is not empty, its figures are withheld.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from cjm.measure.answers import Sum, together
from cjm.measure.chart import Chart
from cjm.measure.intervals import of_mean, wilson
from cjm.measure.tables import Raw
from cjm.model.measurement import Figures, Levels, Measured, Spot

MICRO, PLACES = 1e-6, 7
"""Medians and p90 of whole microseconds are whole tenths of one: what lies beyond is an engine's rounding."""
WITHHELD = Measured(None, withheld=True)
Named = Iterator[tuple[str, Measured]]


def levels(chart: Chart, raw: Raw, least: int, *, values: bool = False) -> Levels:
    """The figures of a part on every level."""
    hidden = 0 < raw.cases < least
    stages = tuple(_stage(chart, raw, number, least, hidden=hidden) for number in range(len(chart.stages)))
    spots = tuple(_touchpoint(chart, raw, number, least, hidden=hidden) for number in range(len(chart.touchpoints)))
    return Levels(_kept(_journey(raw, least, values=values), hidden=hidden), stages, spots)


def share(hits: int, of: int, least: int) -> Measured | None:
    """A share with its interval; withheld where it is one of too few, None of nothing."""
    if of == 0:
        return None
    if of < least:
        return WITHHELD
    low, high = wilson(hits, of) or (None, None)
    return Measured(hits / of, of, low, high)


def count(number: int, least: int) -> Measured:
    """A number of cases, withheld where they are too few to be said."""
    return WITHHELD if 0 < number < least else Measured(number)


def _kept(named: Iterator[tuple[str, Measured | None]], *, hidden: bool) -> Figures:
    found = {name: figure for name, figure in named if figure is not None}
    return dict.fromkeys(found, WITHHELD) if hidden else found


def _journey(raw: Raw, least: int, *, values: bool) -> Iterator[tuple[str, Measured | None]]:
    if not raw.journey:
        yield "cases", Measured(0)
        return
    cases, open_, done, ordered, duration, total, squares = raw.journey
    yield "cases", Measured(int(cases))
    yield "open", count(int(open_), least)
    yield "completed", share(int(done), cases, least)
    yield from _pair("duration", duration, int(done), least)
    yield "fit.order", share(ordered, cases, least)
    yield "fit.paths", share(raw.following[0], cases, least)
    if values and total is not None:
        yield "value.sum", Measured(float(total), cases)
        yield "value.mean", Sum(cases, total, squares).measured()
    yield from _said(raw.said.get(None, {}), least)


def _pair(name: str, quantiles: Sequence[float] | None, of: int, least: int) -> Iterator[tuple[str, Measured | None]]:
    """A median and a p90, from microseconds to seconds."""
    for each, number in zip(("median", "p90"), quantiles or (), strict=False):
        yield f"{name}.{each}", WITHHELD if of < least else Measured(round(number * MICRO, PLACES), of)


def _said(sums: Mapping[str, Sum], least: int) -> Iterator[tuple[str, Measured | None]]:
    for figure, each in sums.items():
        yield figure, WITHHELD if each.n < least else each.measured(100 if figure == "nps" else 1)


def _stage(chart: Chart, raw: Raw, number: int, least: int, *, hidden: bool) -> Spot:
    return Spot(
        chart.stages[number],
        _kept(_stage_figures(chart, raw, number, least), hidden=hidden or _few(raw, number, least)),
    )


def _few(raw: Raw, stage: int, least: int) -> bool:
    return 0 < (raw.stages[stage][0] if stage in raw.stages else 0) < least


def _stage_figures(chart: Chart, raw: Raw, number: int, least: int) -> Iterator[tuple[str, Measured | None]]:
    entered, closed, later, dwelt, dwell = raw.stages.get(number, (0, 0, 0, 0, None))
    yield "entered", Measured(entered)
    if number != len(chart.stages) - 1:
        converted = share(later, closed, least)
        yield "conversion", converted
        yield "drop_off", converted and _complement(converted)
    own = [place for place, stage in enumerate(chart.stage_of) if stage == number]
    yield "present", count(sum(raw.exits.get(place, (0, 0))[1] for place in own), least)
    yield from _pair("dwell", dwell, dwelt, least)
    yield from _said(together([raw.said.get(place, {}) for place in own]), least)


def _complement(figure: Measured) -> Measured:
    if figure.value is None or figure.low is None or figure.high is None:
        return figure
    return Measured(1 - figure.value, figure.n, 1 - figure.high, 1 - figure.low)


def _touchpoint(chart: Chart, raw: Raw, number: int, least: int, *, hidden: bool) -> Spot:
    cases = raw.met(number)[0]
    hidden = hidden or 0 < cases < least
    figures = _kept(_touchpoint_figures(raw, number, least), hidden=hidden)
    stage = chart.stages[chart.stage_of[number]]
    return Spot(chart.touchpoints[number], figures, {} if hidden else _channels(raw, number, least), stage)


def _touchpoint_figures(raw: Raw, number: int, least: int) -> Iterator[tuple[str, Measured | None]]:
    cases, back, squares = raw.met(number)
    events, waited, wait = raw.waits.get(number, (0, 0, None))
    yield "cases", Measured(cases)
    yield "events", Measured(events)
    yield "reach", share(cases, raw.cases, least)
    if cases:
        yield "visits_per_case", _visits(events, cases, squares)
        yield "repeats", share(back, cases, least)
        yield "exits", share(raw.exits.get(number, (0, 0))[0], cases, least)
    yield from _pair("wait", wait, waited, least)
    yield from _said(raw.said.get(number, {}), least)


def _visits(events: int, cases: int, squares: int) -> Measured:
    spread = (squares - events * events / cases) / (cases - 1) if cases > 1 else 0.0
    low, high = of_mean(events / cases, sqrt(max(0.0, spread)), cases) or (None, None)
    return Measured(events / cases, cases, low, high)


def _channels(raw: Raw, number: int, least: int) -> dict[str, float]:
    """The shares of a touchpoint's events; those of a channel with too few are left out."""
    found = raw.channels.get(number, {})
    whole = sum(found.values())
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return {channel: events / whole for channel, events in ordered if events >= least}
