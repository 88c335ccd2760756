"""Where words of a language may be divided: Liang's patterns, as LibreOffice's dictionaries have them.

The dictionaries come with Pyphen. They are read here, for its own reader takes a second for German, and this one a
twentieth. Knows no widths and no lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

_DIGITS = b"0123456789"
_LEAST = re.compile(r"^(LEFT|RIGHT)HYPHENMIN (\d)", re.MULTILINE)
_WORD = re.compile(r"\W*(?:[^\W\d_]{1,7}['’])?([^\W\d_]+)(?:['’][^\W\d_]{1,2})?\W*")
"""A word with its punctuation, and what stands before or after an apostrophe: `(l’administration,`, `customer’s`."""
_LONGEST = 100
"""Of words: what is longer is none, and would be looked up for too long."""
_LONGEST_PATTERN = 40


class _Dictionary(NamedTuple):
    """Patterns by their letters; how many letters stay together at both ends of a word; the length of the longest."""

    patterns: Mapping[str, str]
    left: int
    right: int
    longest: int


def hyphens(word: str, language: str) -> tuple[int, ...]:
    """Where a hyphen may be put, as places in the word; none in what is no plain word, such as an address or a code."""
    found = _WORD.fullmatch(word) if language else None
    if found is None or len(found[1]) > _LONGEST or not _is_plain(found[1]):
        return ()
    dictionary = _dictionary(language)
    return tuple(found.start(1) + place for place in _divided(found[1], dictionary)) if dictionary else ()


def _is_plain(word: str) -> bool:
    """All but names such as `checkoutPage`, which are not read as words."""
    return word.isupper() or word[1:].islower()


def _divided(word: str, dictionary: _Dictionary) -> list[int]:
    """The places where the highest digit of all patterns that match is odd."""
    dotted = f".{word.lower()}."
    if len(dotted) != len(word) + 2:
        return []
    levels = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + dictionary.longest, len(dotted)) + 1):
            pattern = dictionary.patterns.get(dotted[start:end])
            if pattern:
                _raise(levels, start, pattern)
    return [place for place in range(dictionary.left, len(word) - dictionary.right + 1) if levels[place + 1] % 2]


def _raise(levels: list[int], start: int, pattern: str) -> None:
    """Each digit of a pattern stands before a letter, or at the end."""
    place = start
    for char in pattern:
        if char in "0123456789":
            levels[place] = max(levels[place], int(char))
        else:
            place += 1


@cache
def _dictionary(language: str) -> _Dictionary | None:
    """None where there is none. A pattern that would change letters is never found: its letters are no word's."""
    from pyphen import LANGUAGES, language_fallback  # type: ignore[import-untyped]  # noqa: PLC0415 - most texts fit

    name = language_fallback(language)
    if name is None:
        return None
    data = LANGUAGES[name].read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip().lower().replace("microsoft-", "")
    text = data.decode(encoding)
    patterns = dict(zip(data.translate(None, _DIGITS).decode(encoding).split("\n"), text.split("\n"), strict=True))
    least = {side: int(letters) for side, letters in _LEAST.findall(text[:200])}
    longest = min(max(map(len, patterns)), _LONGEST_PATTERN)
    return _Dictionary(patterns, least.get("LEFT", 2), least.get("RIGHT", 2), longest)
