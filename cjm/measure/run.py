"""The one place that executes: from a journey and a request to its measurement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from cjm.diagnostics import Message, counted, msg
from cjm.measure import (
    answers,
    cases,
    layout,
    levels,
    passages,
    perception,
    queries,
    segments,
    tables,
    targets,
    variants,
)
from cjm.measure.binding import Binder
from cjm.measure.cases import Shape
from cjm.measure.chart import Chart, chart
from cjm.measure.engines import Engine
from cjm.measure.inputs import Columns, Table
from cjm.measure.layout import EPOCH, Kind, Refused, Source
from cjm.measure.queries import Slice
from cjm.measure.request import Request, Survey
from cjm.measure.segments import MICROSECOND, Cut
from cjm.measure.setting_aside import EVENT_REASONS, aside
from cjm.measure.tables import Asked, Raw
from cjm.measure.troubles import MeasureError
from cjm.model import Journey
from cjm.model.measurement import Basis, Coverage, Measurement, Period, Segment, SetAside

Heard = Callable[[Message], None]
"""Told how far it is: `reading the log`, and so on."""


class Result(NamedTuple):
    """A measurement, and what a user should hear about how it was made."""

    measurement: Measurement
    notes: tuple[Message, ...]


class Log(NamedTuple):
    """A log that has been looked at."""

    source: Source
    kinds: tuple[Kind, ...]
    basis: Basis
    notes: tuple[Message, ...]
    offered: tuple[str, ...]
    since: datetime
    until: datetime
    whole: bool


class Laid(NamedTuple):
    """A log in the engine's tables, with the answers."""

    chart: Chart
    log: Log
    whole: Slice
    form: Shape
    figures: tuple[str, ...]
    bases: tuple[Basis, ...]
    carried: tuple[str, ...]
    notes: tuple[Message, ...]


def measure(journey: Journey, request: Request, engine: Engine, heard: Heard = lambda _: None) -> Result:
    """Measure a journey. Raises MeasureError for what cannot be used."""
    binder = Binder(journey)
    heard(msg("reading the log"))
    log = _looked_at(journey, request, engine, binder)
    with engine.plainly(log.basis.name):
        laid = _laid(journey, request, engine, log, binder, heard)
        heard(msg("working out the figures"))
        measurement = _measured(journey, request, engine, laid)
        cuts = tuple(_segments(journey, request, engine, laid, heard))
        trend = _trend(journey, request, engine, laid, heard) if request.window else ()
    return Result(
        replace(measurement, segments=cuts, trend=trend, window=request.window or ""), (*log.notes, *laid.notes)
    )


def _looked_at(journey: Journey, request: Request, engine: Engine, binder: Binder) -> Log:
    table = engine.opened(request.log.sources, request.log.base, _columns(journey, request), request.log.told)
    with engine.plainly(table.basis.name):
        source = layout.source(table, request.since, request.until)
        kinds, refused = layout.look(engine, source)
        kinds = layout.bound(kinds, binder)
        basis = _basis(engine, source, table, refused, request)
    _check(journey, kinds, refused, table)
    last = layout.moment(max(kind.last for kind in kinds))
    since = request.since or layout.moment(layout.origin(kinds))
    return Log(
        source,
        kinds,
        basis,
        (*table.notes, *_doubts(journey, kinds)),
        table.columns,
        since,
        request.until or last,
        not (refused.rows or refused.outside),
    )


def _columns(journey: Journey, request: Request) -> Columns:
    """The columns of the log, with those to segment by. `persona` need not be one."""
    own = tuple(each for each in request.by if each != segments.PERSONA)
    wished = (*segments.segment_columns(journey), *(each for each in request.by if each == segments.PERSONA))
    return replace(request.log.columns, texts=(*request.log.columns.texts, *own), wished=wished)


def _basis(engine: Engine, source: Source, table: Table, refused: Refused, request: Request) -> Basis:
    numbers = {"case": refused.case, "activity": refused.activity, "time": refused.time}
    found = [
        SetAside(EVENT_REASONS[reason], rows, layout.refused_rows(engine, source, reason))
        for reason, rows in numbers.items()
        if rows
    ]
    return aside(table.basis, refused.used, found, lenient=request.lenient)


def _check(journey: Journey, kinds: Sequence[Kind], refused: Refused, table: Table) -> None:
    """Refuses a log in which there is nothing to measure."""
    if not kinds:
        if refused.outside:
            raise MeasureError(
                msg("`{file}` has no event in that window", file=table.basis.name),
                msg("look at `--since` and `--until`"),
            )
        raise MeasureError(
            msg("`{file}` has no events", file=table.basis.name), msg("it may be empty, or another file is meant")
        )
    if not any(kind.touchpoint is not None for kind in kinds):
        names = tuple(dict.fromkeys(each.activity for each in sorted(kinds, key=lambda kind: -kind.events)))
        raise MeasureError(
            msg(
                "no event of `{file}` belongs to a touchpoint of `{journey}`",
                file=table.basis.name,
                journey=journey.title,
            ),
            msg("write the log's names under `events` of touchpoints: the log has {names}", names=names[:5]),
        )


def _doubts(journey: Journey, kinds: Sequence[Kind]) -> tuple[Message, ...]:
    """Activities that several touchpoints claim, and no channel tells apart."""
    unsure = {kind.activity: kind.touchpoint for kind in kinds if kind.ambiguous and kind.touchpoint is not None}
    if not unsure:
        return ()
    name, place = next(iter(unsure.items()))
    return (
        counted(
            "several touchpoints claim `{activity}`, and no channel tells them apart: it is counted for `{touchpoint}`",
            "several touchpoints claim the same {count} activities, and no channel tells them apart: "
            "`{activity}` is counted for `{touchpoint}`",
            len(unsure),
            activity=name,
            touchpoint=journey.touchpoints[place].id,
        ),
    )


def _laid(  # noqa: PLR0913 - what is laid, on what
    journey: Journey, request: Request, engine: Engine, log: Log, binder: Binder, heard: Heard
) -> Laid:
    drawn = chart(journey)
    by_channel = bool(request.by or request.window or _personas(journey, log))
    heard(msg("sorting the events"))
    carried = layout.lay_out(engine, log.source, log.kinds, whole=log.whole, by_channel=by_channel)
    form = cases.shape(engine, drawn, "walk", valued=log.source.value is not None)
    cases.gather(engine, drawn, "walk", "facts", form)
    whole = Slice("walk", "facts")
    end = _micros(log.until) - layout.origin(log.kinds)
    engine.side_by_side(
        [
            lambda: variants.gather_variants(engine, drawn, whole, form),
            lambda: _put_ends(engine, whole, [(0, end)], "ends"),
        ]
    )
    read = [(each, _survey(engine, each)) for each in request.surveys]
    names = {
        " ".join(name.casefold().split()): place
        for place, each in reversed(list(enumerate(journey.touchpoints)))
        for name in (each.name, each.id)
    }
    figures, bases = answers.gather(engine, read, binder, names, request)
    notes = tuple(note for _, table in read for note in table.notes)
    return Laid(drawn, log, whole, form, figures, bases, carried, notes)


def _survey(engine: Engine, survey: Survey) -> Table:
    return engine.opened(survey.sources, survey.base, survey.columns, survey.told)


def _put_ends(engine: Engine, where: Slice, endings: Sequence[tuple[int, int]], table: str) -> None:
    patience = {part: round(quantiles[1], 1) for part, _, quantiles in queries.patience(engine, where)}
    rows = [(part, ending, patience.get(part)) for part, ending in endings]
    engine.put(table, (("part", "INTEGER"), ("ending", "BIGINT"), ("patience", "DOUBLE")), rows)


def _micros(when: datetime) -> int:
    return (when - EPOCH) // MICROSECOND


def _measured(journey: Journey, request: Request, engine: Engine, laid: Laid) -> Measurement:
    drawn, log, least = laid.chart, laid.log, request.min_cases
    asked = Asked(laid.figures, None, log.kinds if log.source.channel else (), transitions=True)
    raw = tables.gather(engine, drawn, laid.whole, laid.form, asked)[0]
    whole = perception.with_gaps(journey, levels.levels(drawn, raw, least, values=laid.form.valued))
    observed = variants.most_frequent(engine, drawn, laid.whole, laid.form, least)
    return Measurement(
        journey.id,
        log.since,
        log.until,
        engine.name,
        (log.basis, *laid.bases),
        _coverage(log.kinds),
        whole,
        passages.passages(drawn, raw, least),
        passages.walks(drawn, observed, raw.cases),
        variants.how_many(engine),
        passages.tallies(drawn, {place: begun[0] for place, begun in raw.entries.items()}, raw.cases, least),
        passages.tallies(drawn, {place: ends[0] for place, ends in raw.exits.items()}, raw.cases, least),
        passages.newcomers(engine, log.source, log.kinds, least),
        tuple(spot.id for place, spot in enumerate(whole.touchpoints) if place not in raw.waits),
        perception.gaps(journey, whole),
        targets.verdicts(journey, whole, point=request.point),
        min_cases=least,
    )


def _coverage(kinds: Sequence[Kind]) -> Coverage:
    mapped = [kind for kind in kinds if kind.touchpoint is not None]
    return Coverage(
        sum(kind.events for kind in kinds),
        sum(kind.events for kind in mapped),
        len({kind.activity for kind in kinds}),
        len({kind.activity for kind in mapped}),
    )


def _personas(journey: Journey, log: Log) -> bool:
    return any(
        persona.segment and all(column in log.offered for column, _ in persona.segment)
        for persona in journey.known_personas
    )


def _segments(journey: Journey, request: Request, engine: Engine, laid: Laid, heard: Heard) -> list[Segment]:
    log = laid.log
    own = tuple(each for each in request.by if each != segments.PERSONA or each in log.offered)
    wanted = (
        [column for column in segments.segment_columns(journey) if column in log.offered]
        if _personas(journey, log)
        else []
    )
    made: dict[str, str] = {}
    for number, column in enumerate(dict.fromkeys((*own, *wanted))):
        heard(msg("segmenting by {column}", column=column))
        made[column] = f"first_values_{number}"
        segments.gather_first_values(engine, log.source, column, made[column])
    found: list[Segment] = []
    for column in own:
        found += _segment(request, engine, laid, segments.cut_by(engine, column, made[column], "parts"))
    if wanted and segments.PERSONA not in own:
        found += _segment(request, engine, laid, segments.cut_by_persona(engine, journey, made, "parts"))
    return found


def _segment(request: Request, engine: Engine, laid: Laid, cut: Cut) -> list[Segment]:
    where = laid.whole._replace(parts="parts")
    answers_of = (
        "(SELECT CAST(i.name AS VARCHAR) AS name, p.part FROM parts AS p JOIN case_ids AS i ON i.case_no = "
        "p.case_no) AS g "
        "ON g.name = a.said_by"
    )
    asked = Asked(laid.figures, answers_of, laid.log.kinds if laid.log.source.channel else ())
    raws = tables.gather(engine, laid.chart, where, laid.form, asked)
    hidden = _hidden([raws.get(part, Raw()).cases for part in range(len(cut.values))], request.min_cases)
    return [
        Segment(
            cut.column,
            value,
            levels.levels(
                laid.chart,
                raws.get(part, Raw()),
                max(request.min_cases, 1 << 62 if part in hidden else 0),
                values=laid.form.valued,
            ),
            part in hidden,
        )
        for part, value in enumerate(cut.values)
    ]


def _hidden(numbers: Sequence[int], least: int) -> set[int]:
    """The parts of too few cases, and the smallest of the others where one alone could be worked out from the whole."""
    few = {part for part, cases in enumerate(numbers) if 0 < cases < least}
    rest = [part for part in range(len(numbers)) if part not in few and numbers[part]]
    if len(few) == 1 and rest:
        few.add(min(rest, key=lambda part: (numbers[part], part)))
    return few


def _trend(journey: Journey, request: Request, engine: Engine, laid: Laid, heard: Heard) -> tuple[Period, ...]:
    heard(msg("following the trend"))
    log = laid.log
    end = log.until if request.until else log.until + MICROSECOND
    spans = segments.spans(request.window or "week", log.since, end)
    start = segments.gather_days(engine, spans, "days")
    origin = layout.origin(log.kinds)
    segments.gather_periods(engine, "walk", origin - start, laid.carried, "period_walk")
    form = cases.shape(engine, laid.chart, "period_walk", valued=laid.form.valued)
    cases.gather(engine, laid.chart, "period_walk", "period_facts", form)
    where = Slice("period_walk", "period_facts", "period_cases", "period_ends", own=True)
    endings = [(part, _micros(span.until) - origin) for part, span in enumerate(spans)]
    _put_ends(engine, where, endings, "period_ends")
    variants.gather_variants(engine, laid.chart, where, form)
    answers_of = f"days AS g ON g.day = (a.micros - {start}) // {segments.DAY} AND a.micros >= {start}"
    asked = Asked(laid.figures, answers_of, log.kinds if log.source.channel else ())
    raws = tables.gather(engine, laid.chart, where, form, asked)
    return tuple(
        Period(
            span.since,
            span.until,
            perception.with_gaps(
                journey, levels.levels(laid.chart, raws.get(part, Raw()), request.min_cases, values=form.valued)
            ),
        )
        for part, span in enumerate(spans)
    )
