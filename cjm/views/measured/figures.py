"""Measured figures in the words of the journey's language: `62%`, `2.5 days`, `n = 1,363`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from cjm.diagnostics import Message, counted, msg
from cjm.model.measurement import Measured, Measurement
from cjm.model.measures import unit_of
from cjm.model.values import SECONDS, Duration
from cjm.views.labels import WORDS
from cjm.views.teller import Teller

WITHHELD = msg("too few to say")
PERSONA = "persona"
"""The column of segments that are of the personas, by their ids."""
_STEPS = (("s", 90), ("m", 90 * 60), ("h", 48 * 3600))
"""Up to how many seconds a length of time is said in a unit; longer ones are days."""
_EXACT = 10
"""Below this many of a unit, a decimal is worth its place."""


def said(name: str, figure: Measured | None, teller: Teller) -> str:
    """A figure as people write it; empty where there is none."""
    if figure is None or (figure.value is None and not figure.withheld):
        return ""
    return teller.say(WITHHELD) if figure.value is None else value_said(name, figure.value, teller)


def value_said(name: str, value: float, teller: Teller) -> str:
    """The value of a figure, by what it counts."""
    unit = unit_of(name) or "number"
    if unit == "share":
        return share_said(value, teller)
    if unit == "duration":
        return length_said(value, teller)
    whole = unit == "count" or name in _WHOLE or abs(value) >= _LARGE
    return teller.number(round(value) if whole else round(value, 2))


def change_said(name: str, change: float, teller: Teller) -> str:
    """`+1,387`, `−2 h`; a share changes by points. Empty where it rounds to nothing."""
    size = value_said(name, abs(change), teller)
    if size == value_said(name, 0.0, teller):
        return ""
    if unit_of(name) == "share":
        size = teller.say(msg("{number} pp", number=teller.number(round(abs(change) * 100, 1))))
    return f"{'+' if change > 0 else '−'}{size}"


_LARGE = 1000
_WHOLE = frozenset({"nps"})
_SMALL = 0.1


def share_said(value: float, teller: Teller) -> str:
    """`62%`; of a small one, a decimal."""
    return teller.share(round(value, 3 if abs(value) < _SMALL else 2))


def length_said(seconds: float, teller: Teller) -> str:
    """`40 s`, `20 min`, `2.5 days`."""
    unit = next((unit for unit, most in _STEPS if seconds < most), "d")
    count = seconds / SECONDS[unit]
    rounded = round(count, 1) if count < _EXACT and unit != "s" else round(count)
    return teller.length(Duration(seconds, f"{rounded:g}{unit}"))


def size_said(figure: Measured | None, teller: Teller) -> str:
    """`n = 1,363`, empty where nobody counted."""
    return f"n = {teller.number(figure.n)}" if figure is not None and figure.n is not None else ""


def range_said(name: str, figure: Measured | None, teller: Teller) -> str:
    """`60%–64%`: where it lies with 95 % certainty; empty for none."""
    if figure is None or figure.low is None or figure.high is None:
        return ""
    low, high = (value_said(name, each, teller) for each in (figure.low, figure.high))
    return f"{low} – {high}"


def basis_said(measurement: Measurement, teller: Teller) -> Message:
    """Whom the figures are of, and of which time."""
    cases = measurement.whole.journey.get("cases")
    number = round(cases.value) if cases and cases.value else 0
    who = counted("{amount} customer", "{amount} customers", number, amount=teller.number(number))
    days = days_said(measurement.since, measurement.until, teller)
    return msg("measured: {who}, {days}", who=who, days=days) if days else msg("measured: {who}", who=who)


def days_said(since: datetime | None, until: datetime | None, teller: Teller) -> str:
    """`1 Sep 2026 – 30 Sep 2026`, its last day included."""
    last = _last_day(until) if until else None
    found = (teller.day(since.date() if since else None), teller.day(last.date() if last else None))
    return " – ".join(dict.fromkeys(day for day in found if day))


def _last_day(until: datetime) -> datetime:
    """A window that ends at midnight ends with the day before."""
    midnight = (until.hour, until.minute, until.second, until.microsecond) == (0, 0, 0, 0)
    return until - timedelta(days=1) if midnight and until > datetime.min.replace(tzinfo=until.tzinfo) + _DAY else until


_DAY = timedelta(days=1)


def segment_said(column: str, value: str, teller: Teller) -> tuple[str, str]:
    """What a column of the log and its value are called: a persona's segment by her name."""
    if column != PERSONA or value not in {each.id for each in teller.journey.known_personas}:
        return column, value
    return teller.say(WORDS["persona"]), teller.persona_name(value)


def value_of(figures: Mapping[str, Measured], name: str) -> float | None:
    """The value of a figure, None where it is not there or withheld."""
    found = figures.get(name)
    return found.value if found is not None else None
