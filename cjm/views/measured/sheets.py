"""The tables of a measurement: stages, touchpoints, ways, targets, drift, segments, and the trend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cjm.diagnostics import Message, msg
from cjm.model import Journey, Stage, Touchpoint
from cjm.model.measurement import Figures, Levels, Measured, Measurement
from cjm.model.measures import FIGURES, unit_of
from cjm.model.verdicts import Held, held
from cjm.views.labels import WORDS
from cjm.views.measured.figures import (
    change_said,
    days_said,
    range_said,
    said,
    segment_said,
    size_said,
    value_of,
    value_said,
)
from cjm.views.measured.shapes import Cell, Heading, Kind, Sheet
from cjm.views.pages.guide import Guide
from cjm.views.pages.measures import target_text
from cjm.views.pages.shapes import Sign

MOST = 20
"""Rows of a table that could go on for ever."""
_STAGE = ("entered", "conversion", "drop_off", "present", "dwell.median", "dwell.p90")
_TOUCHPOINT = ("reach", "visits_per_case", "repeats", "exits", "wait.median", "wait.p90")
_ANSWERS = ("csat", "nps", "ces")
_JOURNEY = ("cases", "completed", "duration.median", "csat", "nps", "value.mean")

_SIGNS = {"met": "met", "missed": "missed", "unmeasurable": "info"}
OUTCOMES = {"met": msg("reached"), "missed": msg("not reached"), "unmeasurable": msg("cannot be judged")}


def stages(tell: Guide, measurement: Measurement) -> Sheet:
    """How many come to each stage, go on, and how long they stay."""
    places = [(tell.place(each, each.name).link, each.name, measurement.stage(each.id)) for each in tell.journey.stages]
    return _figures("stages", msg("Stages"), WORDS["stage"], places, _STAGE, tell)


def touchpoints(tell: Guide, measurement: Measurement) -> Sheet:
    """What happened at each touchpoint, and what customers say of it."""
    found = tell.journey.touchpoints
    places = [(tell.place(each, each.name).link, each.name, measurement.touchpoint(each.id)) for each in found]
    own = sorted({name for _, _, figures in places for name in figures if name not in {*FIGURES, "events", "cases"}})
    sheet = _figures(
        "touchpoints", msg("Touchpoints"), WORDS["touchpoint"], places, (*_TOUCHPOINT, *_ANSWERS, *own), tell
    )
    shares = [_channels(tell, measurement.channels(each.id)) for each in found]
    if not any(cell.text for cell in shares):
        return sheet
    heading = Heading("channels", tell.say(msg("Channels")))
    rows = tuple((*row, cell) for row, cell in zip(sheet.rows, shares, strict=True))
    return sheet._replace(headings=(*sheet.headings, heading), rows=rows)


def _channels(tell: Guide, shares: object) -> Cell:
    items = shares.items() if isinstance(shares, dict) else ()
    ordered = sorted(items, key=lambda item: (-item[1], item[0]))
    text = ", ".join(f"{tell.channel(name)} {tell.share(round(share, 2))}" for name, share in ordered)
    return Cell(text, text or None, own=True)


def _figures(  # noqa: PLR0913 - a table has these parts
    key: str,
    title: Message,
    first: Message,
    places: Sequence[tuple[str, str, Figures]],
    names: Sequence[str],
    tell: Guide,
) -> Sheet:
    """A row for each place, a column for each figure that one of them has."""
    kept = [name for name in names if any(_is_there(figures.get(name)) for _, _, figures in places)]
    headings = (Heading(key.removesuffix("s"), tell.say(first)), *(_heading(name, tell) for name in kept))
    rows = tuple(
        (Cell(text, text, link=link, own=True), *(_cell(name, figures.get(name), tell) for name in kept))
        for link, text, figures in places
    )
    return Sheet(key, tell.say(title), headings, rows if kept else ())


def _is_there(figure: Measured | None) -> bool:
    return figure is not None and (figure.value is not None or figure.withheld)


def _heading(name: str, tell: Guide) -> Heading:
    kind: Kind = unit_of(name) or "number"
    return Heading(name, tell.metric(name), kind)


def _cell(name: str, figure: Measured | None, tell: Guide) -> Cell:
    if figure is None:
        return Cell()
    return Cell(said(name, figure, tell), figure.value, range_said(name, figure, tell))


def ways(tell: Guide, measurement: Measurement) -> Sheet:
    """The most frequent steps from one touchpoint to the next."""
    shown = [each for each in measurement.passages if each.count is not None]
    shown.sort(key=lambda each: -(each.count or 0))
    headings = (
        Heading("source", tell.say(msg("From"))),
        Heading("target", tell.say(msg("To"))),
        Heading("count", tell.say(msg("Times")), "count"),
        Heading("share", tell.say(msg("Share of the steps from there")), "share"),
        Heading("wait.median", tell.metric("wait.median"), "duration"),
        Heading("wait.p90", tell.metric("wait.p90"), "duration"),
        Heading("declared", tell.say(msg("On a path"))),
    )
    rows = tuple(
        (
            place(each.source, tell),
            place(each.target, tell),
            _plain("count", each.count, tell),
            _plain("reach", each.share, tell),
            _plain("wait.median", each.wait_median, tell),
            _plain("wait.p90", each.wait_p90, tell),
            _yes(tell, yes=each.declared),
        )
        for each in shown[:MOST]
    )
    return Sheet("transitions", tell.say(msg("The most frequent steps")), headings, rows)


def paths(tell: Guide, measurement: Measurement) -> Sheet:
    """The most frequent ways as a whole."""
    names = {each.id: each.name for each in tell.journey.paths}
    headings = (
        Heading("steps", tell.say(msg("Way"))),
        Heading("count", tell.say(msg("Customers")), "count"),
        Heading("share", tell.say(WORDS["share"]), "share"),
        Heading("duration.median", tell.metric("duration.median"), "duration"),
        Heading("declared", tell.say(msg("Path of the map"))),
    )
    rows = []
    for walk in measurement.walks[:MOST]:
        steps = " → ".join(place(step, tell).text for step in walk.steps)
        declared = names.get(walk.declared or "", walk.declared or "")
        none = tell.say(msg("none"))
        rows.append(
            (
                Cell(steps, steps, own=True),
                _plain("count", walk.count, tell),
                _plain("reach", walk.share, tell),
                _plain("duration.median", walk.duration_median, tell),
                Cell(declared, declared, own=True) if declared else Cell(none, none, sign=Sign("info", none)),
            )
        )
    return Sheet("paths", tell.say(msg("The most frequent ways")), headings, tuple(rows))


def targets(tell: Guide, measurement: Measurement) -> Sheet:
    """Every target: reached, not reached, or why it cannot be judged; missed ones first."""
    order = {"missed": 0, "unmeasurable": 1, "met": 2}
    found = sorted(held(tell.journey, measurement), key=lambda each: order[each.outcome])
    headings = (
        Heading("metric", tell.say(WORDS["metric"])),
        Heading("place", tell.say(WORDS["place"])),
        Heading("target", tell.say(WORDS["target"])),
        Heading("value", tell.say(msg("Measured"))),
        Heading("outcome", tell.say(WORDS["status"])),
    )
    return Sheet("targets", tell.say(msg("Targets")), headings, tuple(_target(each, tell) for each in found))


def _target(each: Held, tell: Guide) -> tuple[Cell, ...]:
    name, outcome = tell.metric(each.metric), tell.say(OUTCOMES[each.outcome])
    everywhere = tell.say(WORDS["all_along"])
    where = Cell(everywhere, everywhere) if isinstance(each.place, Journey) else _linked(each.place, tell)
    bounds = target_text(each.target, tell)
    sure = ", ".join(
        part for part in (range_said(each.metric, each.figure, tell), size_said(each.figure, tell)) if part
    )
    why = tell.judge(each.why) if each.why else ""
    return (
        Cell(name, name, own=True),
        where,
        Cell(bounds, bounds),
        Cell(said(each.metric, each.figure, tell), each.figure.value if each.figure else None, sure),
        Cell(outcome, outcome, why, sign=Sign(_SIGNS[each.outcome], outcome)),
    )


def new(tell: Guide, measurement: Measurement) -> Sheet:
    """Activities that no touchpoint maps."""
    headings = (
        Heading("activity", tell.say(msg("Activity"))),
        Heading("events", tell.say(msg("Events")), "count"),
        Heading("cases", tell.metric("cases"), "count"),
        Heading("share", tell.say(msg("Share of events")), "share"),
        Heading("first_seen", tell.say(msg("First seen"))),
    )
    rows = tuple(
        (
            Cell(each.activity, each.activity, own=True),
            _plain("count", each.events, tell),
            _plain("count", each.cases, tell),
            _plain("reach", each.share, tell),
            Cell(day := tell.day(each.first_seen.date() if each.first_seen else None), day or None),
        )
        for each in measurement.new[:MOST]
    )
    return Sheet("new", tell.say(msg("What customers do that no touchpoint maps")), headings, rows)


def felt(tell: Guide, measurement: Measurement) -> Sheet:
    """What the map says of how it feels, against what customers say."""
    views = {each.touchpoint: each for each in measurement.gaps}
    headings = (
        Heading("touchpoint", tell.say(WORDS["touchpoint"])),
        Heading("declared", tell.say(msg("On the map")), "number"),
        Heading("measured", tell.say(msg("Customers say")), "number"),
        Heading("gap", tell.say(msg("Difference")), "number"),
        Heading("n", tell.say(msg("Customers asked")), "count"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in tell.journey.touchpoints:
        heard = measurement.felt(each.id)
        gap = views.get(each.id)
        declared = each.score if each.score is not None else gap.declared if gap else None
        if heard is None or heard.value is None:
            continue
        rows.append(
            (
                place(each.id, tell),
                _score(declared, tell),
                _score(heard.value, tell),
                _score(None if declared is None else heard.value - declared, tell),
                _plain("count", heard.n, tell),
            )
        )
    rows.sort(key=lambda row: -abs(row[3].value) if isinstance(row[3].value, float) else 0.0)
    return Sheet("perception", tell.say(msg("How it feels: the map against customers")), headings, tuple(rows))


def segments(tell: Guide, measurement: Measurement) -> Iterator[Sheet]:
    """A table for each column, with a row for each of its values; all customers come first."""
    for column in dict.fromkeys(each.column for each in measurement.segments):
        every = tell.say(msg("All customers"))
        rows = [(every, measurement.whole, False)]
        those = [each for each in measurement.segments if each.column == column]
        rows += [(segment_said(column, each.value, tell)[1], each.levels, each.withheld) for each in those]
        kept = [name for name in _JOURNEY if any(_is_there(levels.journey.get(name)) for _, levels, _ in rows)]
        lost = tell.say(msg("Most are lost in"))
        named = segment_said(column, those[0].value, tell)[0]
        headings = (Heading("value", named), *(_heading(name, tell) for name in kept), Heading("lost", lost))
        table = tuple(_segment(text, levels, kept, tell, withheld=held) for text, levels, held in rows)
        yield Sheet(f"by-{column}", tell.say.whole(msg("By {column}", column=named)), headings, table)


def _segment(text: str, levels: Levels, kept: Sequence[str], tell: Guide, *, withheld: bool) -> tuple[Cell, ...]:
    cells = [_cell(name, levels.journey.get(name), tell) for name in kept]
    if withheld and cells:
        cells[0] = Cell(tell.say(msg("too few to say")))
    losses = {each.id: each.figures for each in levels.stages if _loss(each.figures)}
    worst = max(
        (each for each in tell.journey.stages if each.id in losses),
        key=lambda each: _loss(losses[each.id]),
        default=None,
    )
    lost = (
        _linked(worst, tell)._replace(under=said("drop_off", losses[worst.id].get("drop_off"), tell))
        if worst
        else Cell()
    )
    return (Cell(text, text, own=True), *cells, lost)


def _loss(figures: Figures) -> float:
    return (value_of(figures, "entered") or 0.0) * (value_of(figures, "drop_off") or 0.0)


def trend(tell: Guide, measurement: Measurement) -> Sheet:
    """Each window of time, with how it differs from the one before."""
    periods = measurement.trend
    kept = [name for name in _JOURNEY if any(_is_there(each.levels.journey.get(name)) for each in periods)]
    headings = (Heading("period", tell.say(msg("Time"))), *(_heading(name, tell) for name in kept))
    rows: list[tuple[Cell, ...]] = []
    before: Figures = {}
    for each in periods:
        text = days_said(each.since, each.until, tell)
        figures = each.levels.journey
        rows.append(
            (Cell(text, each.since.date().isoformat()), *(_changed(name, figures, before, tell) for name in kept))
        )
        before = figures
    return Sheet("trend", tell.say(msg("From window to window")), headings, tuple(rows))


def _changed(name: str, figures: Figures, before: Figures, tell: Guide) -> Cell:
    """The figure, and by how much it is another than in the window before."""
    now, then = value_of(figures, name), value_of(before, name)
    cell = Cell(said(name, figures.get(name), tell), now)
    if now is None or then is None or now == then:
        return cell
    return cell._replace(under=change_said(name, now - then, tell))


def place(name: str, tell: Guide) -> Cell:
    """A touchpoint by its id, linked to where the page shows it."""
    found = next((each for each in tell.journey.touchpoints if each.id == name), None)
    return _linked(found, tell) if found else Cell(name, name, own=True)


def _linked(part: Stage | Touchpoint, tell: Guide) -> Cell:
    item = tell.place(part, part.name)
    return Cell(item.text, item.text, link=item.link, own=True)


def _plain(name: str, value: float | None, tell: Guide) -> Cell:
    if value is None:
        return Cell()
    return Cell(tell.number(value) if name == "count" else value_said(name, value, tell), value)


def _score(value: float | None, tell: Guide) -> Cell:
    return Cell() if value is None else Cell(tell.score(round(value, 1)), float(round(value, 2)))


def _yes(tell: Guide, *, yes: bool) -> Cell:
    word = tell.say(msg("yes") if yes else msg("no"))
    return Cell(word, word, sign=Sign("met" if yes else "missed", word))


Make = Callable[[Guide, Measurement], Sheet]
ALL: tuple[Make, ...] = (stages, touchpoints, ways, paths, targets, new, felt, trend)


def every(tell: Guide, measurement: Measurement) -> tuple[Sheet, ...]:
    """All tables that hold something."""
    found = (*(make(tell, measurement) for make in ALL), *segments(tell, measurement))
    return tuple(sheet for sheet in found if sheet.rows)
