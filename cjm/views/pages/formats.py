"""Dates, numbers, shares and lengths of time as people of a language write them. No library, no clock."""

from __future__ import annotations

import re
from datetime import date

from cjm.diagnostics import Message, counted, msg
from cjm.model.values import Amount, Duration, Lasting
from cjm.views.wording import Say

MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
_NARROW, _HARD = "\u202f", "\u00a0"
_SIGNS = {"en": (",", ".", ""), "es": (_NARROW, ",", _HARD)}
"""What stands between thousands, before decimals, and before a percent sign."""
_LEAST_GROUPED = {"en": 1_000, "es": 10_000}
_LENGTH = re.compile(r"([0-9.]+) ?(s|mo|m|h|d|w|y)")
_DECIMALS = 2


def day(moment: date, language: str) -> str:
    """`1 Oct 2026`."""
    return f"{moment.day}{_HARD}{MONTHS[language][moment.month - 1]}{_HARD}{moment.year}"


def figure(value: float, language: str) -> str:
    """`12,480`, `4.5`; at most two decimals, and a real minus sign."""
    between, point, _ = _SIGNS[language]
    rounded = round(value, _DECIMALS)
    text = f"{abs(rounded):,.{_DECIMALS}f}"
    whole, _, rest = text.partition(".")
    grouped = whole.replace(",", between if abs(rounded) >= _LEAST_GROUPED[language] else "")
    rest = rest.rstrip("0")
    return ("−" if rounded < 0 else "") + grouped + (point + rest if rest else "")


def share(value: float, language: str) -> str:
    """`74%`."""
    return f"{figure(value * 100, language)}{_SIGNS[language][2]}%"


def length(duration: Duration, tell: Say, language: str) -> str:
    """`20 min`, `2 days`."""
    found = _LENGTH.fullmatch(duration.text.strip())
    if not found:
        return duration.text or tell(_unit("s", duration.seconds, figure(duration.seconds, language)))
    value = float(found[1])
    return tell(_unit(found[2], value, figure(value, language)))


def span(lasting: Lasting, tell: Say, language: str) -> str:
    """`20 min`, or `2 days – 5 days`."""
    if lasting.shortest == lasting.longest:
        return length(lasting.longest, tell, language)
    return f"{length(lasting.shortest, tell, language)} – {length(lasting.longest, tell, language)}"


def amount(given: Amount, tell: Say, language: str) -> str:
    """A number, a share or a length of time."""
    if given.unit == "share":
        return share(given.value, language)
    if given.unit == "duration":
        return length(Duration(given.value, given.text), tell, language)
    return figure(given.value, language)


def _unit(unit: str, value: float, text: str) -> Message:
    count = 1 if value == 1 else 2
    return {
        "s": msg("{amount} s", amount=text),
        "m": msg("{amount} min", amount=text),
        "h": msg("{amount} h", amount=text),
        "d": counted("{amount} day", "{amount} days", count, amount=text),
        "w": counted("{amount} week", "{amount} weeks", count, amount=text),
        "mo": counted("{amount} month", "{amount} months", count, amount=text),
        "y": counted("{amount} year", "{amount} years", count, amount=text),
    }[unit]
