"""Durations, amounts, shares, dates and links: what a scalar's text can mean. Each reader returns None when it can't."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "mo": 2_629_800, "y": 31_557_600}
"""Seconds in each unit of a duration; a month is a twelfth of a year of 365.25 days."""

LEVELS = {"low": 2, "medium": 3, "high": 4, "critical": 5}

_DURATION = re.compile(r"(\d{1,9}(?:\.\d{1,6})?) ?(s|m|h|d|w|mo|y)", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:[eE][-+]?\d{1,2})?", re.ASCII)
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII | re.IGNORECASE)
_WEB = re.compile(r"https?://[^/?#@\\]+(?:[/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
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
    if _NUMBER.fullmatch(text):
        return float(text)
    return float(int(text, 0)) if _BASED.fullmatch(text) else None


def read_duration(text: str) -> Duration | None:
    """`20m`, `24.1h`, `18mo`."""
    found = _DURATION.fullmatch(text)
    return Duration(float(found[1]) * SECONDS[found[2]], text) if found else None


def read_percentage(text: str) -> float | None:
    """`40%` (or `40 %`) as 0.4; any size, either sign."""
    number = read_number(text[:-1].rstrip()) if text.endswith("%") else None
    return None if number is None else round(number / 100, 12)


def read_share(text: str) -> float | None:
    """`40%` or `0.4`, from 0 to 1."""
    value = read_percentage(text) if text.endswith("%") else read_number(text)
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
    """Whether an address is safe to show as a link: the web, mail, or a file that stays inside the project."""
    if not text.isprintable() or text != text.strip() or "\\" in text:
        return False
    if _SCHEME.match(text):
        return not local and " " not in text and bool(_WEB.fullmatch(text) or _MAIL.fullmatch(text))
    return bool(text) and not text.startswith("/") and ".." not in text.split("?")[0].split("#")[0].split("/")
