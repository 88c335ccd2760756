"""Durations, amounts, shares, dates and links: what a scalar's text can mean. A reader returns None when it can't."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from cjm.model import patterns

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "mo": 2_629_800, "y": 31_557_600}
"""Seconds in each unit of a duration; a month is a twelfth of a year of 365.25 days."""

LEVELS = {"low": 2, "medium": 3, "high": 4, "critical": 5}

_NUMBER = re.compile(patterns.NUMBER)
_DURATION = re.compile(patterns.DURATION)
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_LONGEST_NUMBER = 400
_SPACES = " \u00a0\u202f"
_SHARE = re.compile(patterns.SHARE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in seconds; `text` is how its author wrote it."""

    seconds: float
    text: str = field(compare=False)

    @property
    def days(self) -> float:
        """The same in days."""
        return self.seconds / 86_400


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something takes: from the shortest to the longest, which are equal where one length is given."""

    shortest: Duration
    longest: Duration


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a share (as a fraction) or a duration (in seconds); `text` is how its author wrote it."""

    value: float
    unit: Literal["number", "share", "duration"] = "number"
    text: str = field(default="", compare=False)


def read_number(text: str) -> float | None:
    """`3`, `-0.5`, `1e3`, `0x1F`; digits of other scripts are no numbers in YAML."""
    if _NUMBER.fullmatch(text) and len(text) <= _LONGEST_NUMBER:
        number = float(text)
        return number if number - number == 0 else None
    return float(int(text, 0)) if _BASED.fullmatch(text) else None


def read_duration(text: str) -> Duration | None:
    """`20m`, `24.1h`, `18mo`."""
    found = _DURATION.fullmatch(text)
    return Duration(float(found[1]) * SECONDS[found[2]], text) if found else None


def read_percentage(text: str) -> float | None:
    """`40%` (or `40 %`) as 0.4; any size, either sign."""
    number = read_number(text[:-1].rstrip(_SPACES)) if text.endswith("%") else None
    return None if number is None else round(number / 100, 12)


def read_share(text: str) -> float | None:
    """`40%` or `0.4`, from 0 to 1."""
    if text.endswith("%"):
        return read_percentage(text) if _SHARE.fullmatch(text) else None
    value = read_number(text)
    return value if value is not None and 0 <= value <= 1 else None


def read_amount(text: str) -> Amount | None:
    """A number, a percentage or a duration."""
    number = read_number(text)
    if number is not None:
        return Amount(number, "number", text)
    share = read_percentage(text)
    if share is not None:
        return Amount(share, "share", text)
    duration = read_duration(text)
    return Amount(duration.seconds, "duration", text) if duration else None


def read_date(text: str) -> date | None:
    """`2026-10-01`, when the calendar has it."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_link(text: str, *, local: bool = False) -> bool:
    """Whether an address is safe to show as a link: the web, mail, or a file that stays inside the project.

    What only looks like such a path is refused too: `javascript&colon;…`, `%2e%2e/`, and signs that end an attribute.
    """
    return text.isprintable() and bool(_links(local=local).fullmatch(text))


@cache
def _links(*, local: bool) -> re.Pattern[str]:
    """Compiled when the first link is met: the two take a tenth of the time that a small file takes."""
    return re.compile(patterns.LOCAL_LINK if local else patterns.LINK)
