"""What several journeys say alike. When two sentences say the same: the same words, whatever their order, accents, articles and endings in s."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

from cjm.model.outline import Outline, Said

MOST_PLACES = 5
"""Of the others, as many are shown: each has to be looked up in its file."""

_WORD = re.compile(r"\w+")
_LIGHT = frozenset(
    {
        *("a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "is", "are", "it", "its", "with", "by"),
        *("el", "la", "los", "las", "un", "una", "de", "del", "al", "en", "y", "o", "que", "se", "su", "lo", "con"),
        *("le", "les", "des", "du", "une", "et", "au", "aux", "en", "que", "se", "sa", "est", "pour", "avec"),
        *("o", "os", "as", "um", "uma", "do", "da", "dos", "das", "no", "na", "nos", "nas", "e", "ao", "em", "com"),
    }
) - {"no"}
"""Words that carry nothing, in English, Spanish, French and Portuguese; a `no` carries much in two of them."""
_MARK = re.compile("[\u0300-\u036f]+")
_STEM = 3


def gist(text: str, fewest: int = 2) -> str:
    """What a sentence says, to be compared with others; empty where it has fewer words than `fewest`."""
    plain = text if text.isascii() else _MARK.sub("", normalize("NFKD", text))
    words = {
        word[:-1] if word[-1] == "s" and len(word) > _STEM else word
        for word in _WORD.findall(plain.casefold())
        if word not in _LIGHT
    }
    return " ".join(sorted(words)) if len(words) >= fewest else ""


def repeated(
    outlines: Sequence[Outline], sayings: Callable[[Outline], Sequence[Said]]
) -> Iterator[list[tuple[Outline, Said]]]:
    """What journeys say alike, each saying with the journeys that have it, the first first.

    A journey that shows one of these closer, or replaces it, is not counted: it says the same on purpose.
    """
    found: dict[str, dict[str, tuple[Outline, Said]]] = {}
    for outline in outlines:
        for said in sayings(outline):
            found.setdefault(said.gist, {}).setdefault(outline.file, (outline, said))
    for group in found.values():
        apart: list[tuple[Outline, Said]] = []
        ids: set[str] = set()
        targets: set[str] = set()
        for outline, said in group.values():
            named = {mention.target for mention in (*outline.details, *outline.compares_to)}
            if outline.id not in targets and not named & ids:
                apart.append((outline, said))
                ids.add(outline.id)
                targets |= named
        yield apart
