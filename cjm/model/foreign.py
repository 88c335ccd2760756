"""Which known word somebody meant: by its case, its spelling, its translation, or because it is near.

Imported only when a file has a word that the format does not know.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache

from cjm.model.foreign_keys import KEYS
from cjm.model.foreign_words import CHOICES

_LOOKALIKES = str.maketrans("аеорсухіѕјԁ", "aeopcyxisjd")
"""Cyrillic letters that look Latin, pasted from elsewhere."""

_WORDS = KEYS | CHOICES
_LONGEST = 64
_A_SLIP = 0.9
_NEAR = 0.72
_NEAR_TRANSLATION = 0.86
_SOMEWHAT_NEAR = 0.5
_MOST_NEAR = 3
_MOST_SLIPS = 2
_SHORT = 6
"""Of words with fewer letters, one letter in four makes another word: `age` is no `image`, and `pain` no `gain`."""


@lru_cache(maxsize=1024)
def suggest(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known words that may be meant, the likeliest first; none when it cannot be told."""
    return meanings(word, known) or tuple(filter(None, (_nearest(word, known),)))


@lru_cache(maxsize=1024)
def meanings(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known words that it is but for case and a slip; else those that it means, the most usual first."""
    plain = _plain(word)
    if not plain:
        return ()
    same = tuple(name for name in known if _plain(name) == plain)
    found = same or _translated(plain, known) or tuple(filter(None, (_near(plain, known, _A_SLIP),)))
    return found or next((each for form in _other_numbers(plain) if (each := _translated(form, known))), ())


def surely(word: str, meant: str) -> bool:
    """Whether a word that was taken for another can be no third: a translation, or but a slip or two away."""
    plain = _plain(word)
    said = (_plain(meant), *_said_for(meant))
    return bool(meanings(word, (meant,))) or any(_slips(plain, each) <= _MOST_SLIPS for each in said)


def _translated(plain: str, known: Sequence[str]) -> tuple[str, ...]:
    found = [name for name in known if plain in _said_for(name)]
    return tuple(sorted(found, key=lambda name: _said_for(name)[plain]))


def likest(word: str, known: Sequence[str]) -> str | None:
    """The known word whose spelling is nearest, though it is not near enough to be meant."""
    return _near(_plain(word), known, _SOMEWHAT_NEAR)


def lookalike(word: str) -> str | None:
    """The first letter of the word that looks Latin and is not."""
    return next((char for char in word if ord(char.lower()) in _LOOKALIKES), None)


def _nearest(word: str, known: Sequence[str]) -> str | None:
    plain = _plain(word)
    translated = {said: name for name in reversed(known) for said in _said_for(name)}
    near = get_close_matches(plain, translated, n=1, cutoff=_NEAR_TRANSLATION)
    said = translated[near[0]] if near and min(len(plain), len(near[0])) >= _SHORT else None
    return _near(plain, known, _NEAR) or said


def _near(plain: str, known: Sequence[str], cutoff: float) -> str | None:
    by_spelling = {_plain(name): name for name in known}
    near = get_close_matches(plain, by_spelling, n=_MOST_NEAR, cutoff=cutoff)
    return next((by_spelling[each] for each in near if _is_like(plain, each)), None)


def _is_like(plain: str, word: str) -> bool:
    """Whether both begin alike; a short word may have but one letter wrong."""
    alike = plain[0] == word[0] or plain[:2] == word[1::-1] or plain in word
    return alike and (len(plain) >= _SHORT or _slips(plain, word) <= 1)


def _slips(word: str, other: str) -> int:
    """How many letters are missing, too many, others, or have changed places with the next."""
    rows = [list(range(len(other) + 1))]
    for number, one in enumerate(word, 1):
        before, row = rows[-1], [number]
        for place, two in enumerate(other, 1):
            least = min(before[place] + 1, row[-1] + 1, before[place - 1] + (one != two))
            if number > 1 < place and word[number - 2 : number] == other[place - 2 : place][::-1]:
                least = min(least, rows[-2][place - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def _other_numbers(plain: str) -> Iterator[str]:
    """The word as one or as several of the same."""
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
