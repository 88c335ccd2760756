"""Names of activities as people would write them, and names for stages and paths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cjm.diagnostics import visible
from cjm.model.naming import is_id, slug

_LONGEST = 60
_IDENTIFIER = re.compile(r"[\w.:-]+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[^\W\d_]{4})(?=\d)")
_SIGNS = re.compile(r"[_\-.:\s]+")
_WORDS = re.compile(r"[^\W\d_]{4,}")
_SHORT = 3
_MANY = 2


def readable(activity: str) -> str:
    """`add_to_cart` is `Add to cart`; what is already written with spaces stays."""
    text = visible(" ".join(activity.split()), _LONGEST)
    if not _IDENTIFIER.fullmatch(text) or not any(char.isalpha() for char in text):
        return text or "?"
    words = [_word(word) for part in _SIGNS.split(text) for word in _HUMPS.split(part) if word]
    if text.isupper() and len(text) > _SHORT:
        words = [word.lower() for word in words]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:] if joined else text


def _word(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else word.lower()


def unique(names: Iterable[str], taken: set[str] | None = None) -> list[str]:
    """The names, with a number where one comes again."""
    seen = set() if taken is None else taken
    found = []
    for name in names:
        chosen, number = name, 2
        while chosen.casefold() in seen:
            chosen, number = f"{name} {number}", number + 1
        seen.add(chosen.casefold())
        found.append(chosen)
    return found


def ids(names: Iterable[str], stem: str) -> list[str]:
    """An id for each name."""
    longest = 56
    plain = (slug(name)[:longest].rstrip("-_.") for name in names)
    candidates = [each if is_id(each) else f"{stem}-{number}" for number, each in enumerate(plain, 1)]
    return [name.replace(" ", "-") for name in unique(candidates)]


def stage_names(stages: Sequence[Sequence[tuple[str, int]]]) -> list[str]:
    """For each stage, whose touchpoints come with their cases: the word most of them share, else the most met one."""
    taken: set[str] = set()
    found: list[str] = []
    for touchpoints in stages:
        shared = _shared_word([name for name, _ in touchpoints])
        name = shared if shared and shared.casefold() not in taken else max(touchpoints, key=lambda each: each[1])[0]
        found += unique([name], taken)
    return found


def _shared_word(names: Sequence[str]) -> str | None:
    words = Counter(word.casefold() for name in names for word in set(_WORDS.findall(name)))
    if not words:
        return None
    word, count = max(words.items(), key=lambda each: (each[1], -_first(each[0], names)))
    return word[:1].upper() + word[1:] if count >= _MANY and count * 2 > len(names) else None


def _first(word: str, names: Sequence[str]) -> int:
    """The first name that has the word."""
    return next(number for number, name in enumerate(names) if word in name.casefold())
