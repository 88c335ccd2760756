"""Dates, numbers, shares and lengths of time as people of a language and country write them.

Knows no clock, and no locale of the process. The customs are the CLDR's as Babel has them, kept in a table: Babel takes
40 ms to load, a tenth of the time of a picture, and each of its versions would write some of them otherwise. A language
that labels are not said in has English customs, as its labels are English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeAlias

from cjm.diagnostics import Message, counted
from cjm.locale import LABELS, NONE_IS_ONE, closest
from cjm.model.values import Amount, Duration, Lasting
from cjm.views.customs import CUSTOMS, Customs

Tell: TypeAlias = Callable[[Message], str]

_HARD = "\u00a0"
_LENGTH = re.compile(r"([0-9.]+) ?(s|mo|m|h|d|w|y)")
_SYMBOLS = {"s": "s", "m": "min", "h": "h"}
_DECIMALS = 2
_TOGETHER = 3
"""Digits that are never parted, at the end of a number."""


def day(moment: date, language: str) -> str:
    """`1 Oct 2026`, its month always in letters: 1/10 is another day elsewhere."""
    customs = _customs(language)
    return customs.day.format(day=moment.day, month=customs.months.split()[moment.month - 1], year=moment.year)


def figure(value: float, language: str) -> str:
    """`12,480`, `4.5`; at most two decimals, and a real minus sign."""
    customs = _customs(language)
    rounded = round(value, _DECIMALS)
    whole, _, rest = f"{abs(rounded):.{_DECIMALS}f}".partition(".")
    if abs(rounded) >= customs.least:
        whole = _grouped(whole, customs)
    rest = rest.rstrip("0")
    return ("−" if rounded < 0 else "") + whole + (customs.point + rest if rest else "")


def share(value: float, language: str) -> str:
    """`74%`."""
    return figure(value * 100, language) + _customs(language).percent


def length(duration: Duration, tell: Tell, language: str) -> str:
    """`20 min`, `2 days`."""
    value, unit = _parts(duration)
    if not unit:
        return duration.text or f"{figure(duration.seconds, language)}{_HARD}s"
    said = figure(value, language)
    if unit in _SYMBOLS:
        return f"{said}{_HARD}{_SYMBOLS[unit]}"
    return tell(_unit(unit, _count(value, language), said)).replace(" ", _HARD)


def span(lasting: Lasting, tell: Tell, language: str) -> str:
    """`20 min`, `2–5 days`, or `12 h – 2 days`."""
    shortest, longest = _parts(lasting.shortest), _parts(lasting.longest)
    said = length(lasting.longest, tell, language)
    if lasting.shortest == lasting.longest:
        return said
    if shortest[1] == longest[1] != "":
        return f"{figure(shortest[0], language)}–{said}"
    return f"{length(lasting.shortest, tell, language)} – {said}"


def amount(given: Amount, tell: Tell, language: str) -> str:
    """A number, a share or a length of time."""
    if given.unit == "share":
        return share(given.value, language)
    if given.unit == "duration":
        return length(Duration(given.value, given.text), tell, language)
    return figure(given.value, language)


def _parts(duration: Duration) -> tuple[float, str]:
    """A number and its unit as they are written; no unit where they are not."""
    found = _LENGTH.fullmatch(duration.text.strip())
    return (float(found[1]), found[2]) if found else (0.0, "")


def _unit(unit: str, count: int, text: str) -> Message:
    return {
        "d": counted("{amount} day", "{amount} days", count, amount=text),
        "w": counted("{amount} week", "{amount} weeks", count, amount=text),
        "mo": counted("{amount} month", "{amount} months", count, amount=text),
        "y": counted("{amount} year", "{amount} years", count, amount=text),
    }[unit]


def _count(value: float, language: str) -> int:
    """1 or 2, as the words that follow a figure stand for one or for many: it is `1.5 days`, but `1,5 jour`."""
    is_one = value < 2 if closest(language, LABELS) in NONE_IS_ONE else value == 1  # noqa: PLR2004 - two are many
    return 1 if is_one else 2


@cache
def _customs(language: str) -> Customs:
    """Those of the country, where it is said and has its own."""
    spoken = closest(language, LABELS) or "en"
    parts = language.replace("_", "-").upper().split("-")[1:] if spoken == closest(language, LABELS) else []
    own = (CUSTOMS.get(f"{spoken}_{part}") for part in parts)
    return next((each for each in own if each), CUSTOMS[spoken])


def _grouped(digits: str, customs: Customs) -> str:
    head, groups = digits[:-_TOGETHER], [digits[-_TOGETHER:]]
    while head:
        groups.insert(0, head[-customs.further :])
        head = head[: -customs.further]
    return customs.group.join(groups)
