"""Rows that cannot be used: counted, shown, and too many of them refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cjm.diagnostics import Message, counted, msg
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import Basis, SetAside

MOST = 0.01
"""Share of rows that may be set aside."""
EVENT_REASONS = {"case": "no case", "activity": "no activity", "time": "no readable time"}
SURVEY_REASONS = {
    "time": "no readable time",
    "scale": "an answer outside its scale",
    "place": "a touchpoint that the journey does not have",
    "nothing": "no answer",
}
_EXPECTED = frozenset({SURVEY_REASONS["place"], SURVEY_REASONS["nothing"]})
"""These are no faults of the file."""


def aside(basis: Basis, used: int, found: Sequence[SetAside], *, lenient: bool) -> Basis:
    """The basis with what was used and what was not. Raises MeasureError where too much was not, unless `lenient`."""
    every = (*basis.set_aside, *found)
    lost = sum(each.rows for each in every if each.reason not in _EXPECTED)
    if not lenient and lost > MOST * max(basis.rows, 1):
        worst = max((each for each in every if each.reason not in _EXPECTED), key=lambda each: each.rows)
        raise MeasureError(
            counted(
                "{count} of {rows} rows of `{file}` cannot be used; {worst} of them: {reason}",
                "{count} of {rows} rows of `{file}` cannot be used; {worst} of them: {reason}",
                lost,
                rows=basis.rows,
                file=basis.name,
                worst=worst.rows,
                reason=said(worst.reason),
            ),
            msg("the first are {examples}; mend them, or leave them out with `--lenient`", examples=worst.examples),
        )
    return replace(basis, used=used, set_aside=every)


SAID = {
    "no case": msg("no case"),
    "no activity": msg("no activity"),
    "no readable time": msg("no readable time"),
    "an answer outside its scale": msg("an answer outside its scale"),
    "a touchpoint that the journey does not have": msg("a touchpoint that the journey does not have"),
    "no answer": msg("no answer"),
    "a row that does not fit the columns": msg("a row that does not fit the columns"),
}


def said(reason: str) -> Message:
    """The reason as a message; what the file's reader says is said as it is."""
    return SAID.get(reason) or Message("{reason}", (("reason", reason),))
