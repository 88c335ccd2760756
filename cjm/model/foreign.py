"""Which known word somebody meant: by its case, its spelling, its translation, or because it is near.

Imported only when a file has a word that the format does not know.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache

from cjm.model.foreign_keys import KEYS
from cjm.model.foreign_words import CHOICES

_LOOKALIKES = str.maketrans("аеорсухіѕјԁ", "aeopcyxisjd")
"""Cyrillic letters that look Latin, pasted from elsewhere."""

_WORDS = KEYS | CHOICES
_LONGEST = 64
_NEAR = 0.72
_NEAR_TRANSLATION = 0.86
_SOMEWHAT_NEAR = 0.5


def suggest(word: str, known: Sequence[str]) -> str | None:
    """The known word that was meant; None when it cannot be told."""
    exact = meanings(word, known)
    return exact[0] if exact else _nearest(word, known)


def meanings(word: str, known: Sequence[str]) -> tuple[str, ...]:
    """The known words that it is but for case and spelling; else those that it means, the most usual first."""
    plain = _plain(word)
    if not plain:
        return ()
    same = tuple(name for name in known if _plain(name) == plain)
    return same or next((found for form in _forms(plain) if (found := _translated(form, known))), ())


def _translated(plain: str, known: Sequence[str]) -> tuple[str, ...]:
    found = [name for name in known if plain in _said_for(name)]
    return tuple(sorted(found, key=lambda name: _said_for(name)[plain]))


def likest(word: str, known: Sequence[str]) -> str | None:
    """The known word whose spelling is nearest, though it is not near enough to be meant."""
    by_spelling = {_plain(name): name for name in known}
    near = get_close_matches(_plain(word), by_spelling, n=1, cutoff=_SOMEWHAT_NEAR)
    return by_spelling[near[0]] if near else None


def lookalike(word: str) -> str | None:
    """The first letter of the word that looks Latin and is not."""
    return next((char for char in word if ord(char.lower()) in _LOOKALIKES), None)


def _nearest(word: str, known: Sequence[str]) -> str | None:
    plain = _plain(word)
    by_spelling = {_plain(name): name for name in known}
    near = get_close_matches(plain, by_spelling, n=1, cutoff=_NEAR)
    if near:
        return by_spelling[near[0]]
    translated = {said: name for name in reversed(known) for said in _said_for(name)}
    near = get_close_matches(plain, translated, n=1, cutoff=_NEAR_TRANSLATION)
    return translated[near[0]] if near else None


def _forms(plain: str) -> Iterator[str]:
    """The word as it is, then as one or as several of the same."""
    yield plain
    for ending in ("s", "es"):
        yield plain + ending
        yield plain.removesuffix(ending)


@cache
def _said_for(name: str) -> dict[str, int]:
    """What is said for a word, with how far to the front of its language it stands."""
    ranked: dict[str, int] = {}
    for language in _WORDS.get(name, "").split("|"):
        for rank, said in enumerate(map(_plain, language.split())):
            ranked[said] = min(rank, ranked.get(said, rank))
    return ranked


def _plain(word: str) -> str:
    """In lower case, without accents, spaces and hyphens: `Puntos de contacto` is `puntosdecontacto`."""
    decomposed = unicodedata.normalize("NFKD", word[:_LONGEST].casefold())
    return "".join(char for char in decomposed if char.isalnum()).translate(_LOOKALIKES)
