"""The words of a measurement: what it comes to, in an analyst's order."""

from __future__ import annotations

from typing import NamedTuple

from cjm.diagnostics import Message, msg, visible
from cjm.measure.setting_aside import said as said_of
from cjm.model import Journey
from cjm.model.measurement import Measurement, Verdict
from cjm.reports.cells import safe
from cjm.views.measured.figures import basis_said, range_said, said, value_said
from cjm.views.measured.opening import FIRST, coverage_said, left_out_said
from cjm.views.measured.shapes import Cell, Sheet
from cjm.views.measured.sheets import every
from cjm.views.measured.truths import foremost, truths
from cjm.views.pages.guide import Guide, guide

MOST = 5
"""Sentences before the tables."""
LONGEST, LONGEST_SENTENCE = 60, 400
_NO_WORK = frozenset({"astray", "fewer", "missed", "silent"})
"""What says that something is wrong, and not where to begin."""
_TOTALS = (
    "cases",
    "open",
    "completed",
    "duration.median",
    "duration.p90",
    "fit.order",
    "fit.paths",
    "csat",
    "nps",
    "ces",
    "value.mean",
)


class Summary(NamedTuple):
    """What a reader wants first: what was measured, how much of it the map explains, what is untrue and grave."""

    title: str
    basis: str
    coverage: str
    totals: tuple[tuple[str, str], ...]
    untrue: tuple[str, ...]
    first: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


def summary(journey: Journey, measurement: Measurement) -> Summary:
    """In the language of the journey."""
    tell = guide(journey)
    found = sorted(
        foremost(truths(tell, measurement), MOST), key=lambda truth: (truth.kind in _NO_WORK, -truth.customers)
    )
    return Summary(
        shown(journey.title),
        shown(tell.say(basis_said(measurement, tell))),
        shown(tell.say(coverage_said(measurement.coverage, tell)), LONGEST_SENTENCE),
        tuple(_totals(measurement, tell)),
        tuple(shown(tell.say.whole(truth.message), LONGEST_SENTENCE) for truth in found),
        tell.say(FIRST),
        every(tell, measurement),
        tuple(_aside(measurement, tell)),
    )


def _totals(measurement: Measurement, tell: Guide) -> list[tuple[str, str]]:
    figures = measurement.whole.journey
    rows = ((name, figures[name]) for name in _TOTALS if name in figures)
    return [(tell.metric(name), _with(said(name, each, tell), range_said(name, each, tell))) for name, each in rows]


def _aside(measurement: Measurement, tell: Guide) -> list[str]:
    return [
        shown(tell.say(left_out_said(basis.name, each, tell.judge(said_of(each.reason)), tell)), LONGEST_SENTENCE)
        for basis in measurement.sources
        for each in basis.set_aside
    ]


def _with(text: str, under: str) -> str:
    return f"{text} ({under})" if under else text


def cell(each: Cell) -> str:
    """What stands in a column, its small line behind it."""
    return shown(_with(each.text, each.under))


def shown(text: str, longest: int = LONGEST) -> str:
    """A text of anybody's as one line that a terminal shows and does not obey."""
    return safe(visible(text, longest))


def target(journey: Journey, verdict: Verdict) -> Message:
    """`conversion of Registro is 41 %, and should be at least 50 %`."""
    tell = guide(journey)
    names = {each.id: each.name for places in (journey.stages, journey.touchpoints) for each in places}
    value = (
        value_said(verdict.metric, verdict.figure.value, tell)
        if verdict.figure and verdict.figure.value is not None
        else "–"
    )
    told = {
        "metric": tell.metric(verdict.metric),
        "place": names.get(verdict.id, journey.title),
        "value": value,
    }
    if verdict.at_least is not None:
        return msg(
            "target missed: {metric} of `{place}` is {value}, and should be at least {least}",
            **told,
            least=value_said(verdict.metric, verdict.at_least, tell),
        )
    return msg(
        "target missed: {metric} of `{place}` is {value}, and should be at most {most}",
        **told,
        most=value_said(verdict.metric, verdict.at_most or 0.0, tell),
    )
