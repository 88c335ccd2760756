"""A place in a JSON document that somebody else wrote, and what must stand there.

It knows JSON and nothing of what is kept in it. What does not fit is a `JsonError` that names the place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NoReturn

from cjm.diagnostics import Message, msg, say

LARGEST = 10.0**18
"""Of any number: what is larger counts nothing that happened."""
_SHOWN_DIGITS = 12


class JsonError(Exception):
    """A document that does not hold what it should; `hint` says what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(say(message))
        self.message = message
        self.hint = hint


class Place:
    """A value of a document and where it stands: `stages[2].conversion`."""

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str = "") -> None:  # noqa: ANN401 - anybody's JSON
        self.value = value
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self.object()

    def __getitem__(self, key: str) -> Place:
        """The value of a key; a null where there is none."""
        return Place(self.object().get(key), f"{self.path}.{key}" if self.path else key)

    @property
    def given(self) -> bool:
        """Whether something stands here."""
        return self.value is not None

    def refuse(self, wanted: Message) -> NoReturn:
        """What stands here is not what is wanted."""
        raise JsonError(msg("`{place}` should be {wanted}", place=self.path or "{}", wanted=wanted))

    def object(self) -> dict[str, Any]:
        """The keys and values here; none where nothing stands."""
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            self.refuse(msg("an object"))
        return self.value

    def items(self) -> Iterator[tuple[str, Place]]:
        """The keys here with their places."""
        for key in self.object():
            yield _whole(key, self), self[key]

    def each(self) -> Iterator[Place]:
        """The entries of the list here; none where nothing stands."""
        if self.value is not None and not isinstance(self.value, list):
            self.refuse(msg("a list"))
        for number, value in enumerate(self.value or ()):
            yield Place(value, f"{self.path}[{number}]")

    def text(self) -> str:
        """The text here; empty where nothing stands."""
        if self.value is None:
            return ""
        if not isinstance(self.value, str):
            self.refuse(msg("a text"))
        return _whole(self.value, self)

    def name(self) -> str:
        """The text here, which may not be missing."""
        return self.text() or self.refuse(msg("a text"))

    def truth(self, otherwise: bool = False) -> bool:  # noqa: FBT001, FBT002 - it is the value
        """Whether it says so here."""
        if self.value is not None and not isinstance(self.value, bool):
            self.refuse(msg("`true` or `false`"))
        return otherwise if self.value is None else self.value

    def number(self, low: float = -LARGEST, high: float = LARGEST) -> float | None:
        """The number here, which must lie between two; None where nothing stands."""
        if self.value is None:
            return None
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.refuse(msg("a number"))
        if not low <= self.value <= high:
            self.refuse(msg("a number from {low} to {high}", low=_short(low), high=_short(high)))
        return self.value

    def count(self) -> int | None:
        """The whole number here; None where nothing stands."""
        found = self.number(0)
        if found is not None and found != int(found):
            self.refuse(msg("a whole number"))
        return None if found is None else int(found)

    def share(self) -> float | None:
        """The fraction here, from 0 to 1."""
        return self.number(0, 1)

    def time(self) -> datetime | None:
        """The moment here, which is UTC where it names no zone."""
        if self.value is None:
            return None
        try:
            found = datetime.fromisoformat(self.text())
            return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        except (ValueError, OverflowError):
            self.refuse(msg("a time, such as `2026-09-30T12:00:00Z`"))


def _whole(text: str, place: Place) -> str:
    """The text, where it can be written anywhere: JSON can spell half a character."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        place.refuse(msg("a text of whole characters"))
    return text


def _short(number: float) -> str:
    return f"{number:.{_SHOWN_DIGITS}g}"


def parse(text: str | bytes, largest: int) -> Place:
    """A document's outermost value. Raises JsonError for what is no JSON, holds NaN, or is too large or too deep."""
    if len(text) > largest:
        raise JsonError(msg("it is larger than {size} MB", size=largest // 1_000_000))
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text))
        return Place(json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, parse_float=_float))
    except UnicodeDecodeError as error:
        raise JsonError(msg("it is not JSON: its bytes are no text")) from error
    except json.JSONDecodeError as error:
        said = msg("it is not JSON: line {line}, column {column}", line=error.lineno, column=error.colno)
        raise JsonError(said) from error
    except RecursionError as error:
        raise JsonError(msg("it is nested too deeply")) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise JsonError(msg("it holds a number that is too large")) from error


def _no_number(word: str) -> NoReturn:
    raise JsonError(msg("it holds `{word}`, which is no number in JSON", word=word))


def _float(digits: str) -> float:
    found = float(digits)
    if math.isinf(found):
        raise JsonError(msg("it holds a number that is too large"))
    return found
