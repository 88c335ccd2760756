"""Breaking text into lines of a measured width. Nothing is cut: no character is lost but the spaces between lines.

A line may end with a hyphen that the text has not: where its language divides a word that is too wide for any line,
or where the text itself allows it by a soft hyphen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate, takewhile
from typing import NamedTuple, TypeAlias, TypeVar

from cjm.views.hyphens import hyphens
from cjm.views.metrics import graphemes, text_width

_OPENING = frozenset("([{«“‘「『（《【〈¿¡")
_CLOSING = frozenset(")]}»”’」』）》】〉、。，．！？：；!?:;,.%…ー々")
_AFTER = frozenset("-/–—_")
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""All but those that keep a line together."""
_HELD = re.compile(r"(?<=[ \u00a0\u2007\u202f])(?!$)")
_CODE = re.compile(r"[\d_@\\=&#]|://|\w[.:]\w")
"""In addresses, ids and numbers: a hyphen more would change them."""
_SOFT = "\u00ad"
_HYPHEN = "-"

_Item = TypeVar("_Item")
Cut: TypeAlias = tuple[int, str]
"""A place in a piece where a line may end, and what it then ends with."""


class _Piece(NamedTuple):
    """What stays on a line when it can, with the space behind it; `plain` when its words are none of a code."""

    text: str
    plain: bool


class _Column(NamedTuple):
    """What lines are measured in."""

    width: float
    size: float
    bold: bool
    language: str

    def holds(self, line: str) -> bool:
        """Whether a line fits."""
        return text_width(line.rstrip(), self.size, bold=self.bold) <= self.width


def wrap(text: str, width: float, size: float, *, bold: bool = False, language: str = "") -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken at spaces, between ideographs, and inside words that need it."""
    column = _Column(width, size, bold, language)
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        *full, line = _added(line, piece, column)
        lines += full
    return tuple(each.rstrip() for each in (*lines, line) if each.strip())


def _added(line: str, piece: _Piece, column: _Column) -> Iterator[str]:
    """The line with a piece behind it, as one line or as several."""
    rest, cuts = _soft(piece.text)
    known = bool(cuts)
    while not column.holds(line + rest):
        if not known and not column.holds(rest):
            cuts, known = tuple(_cuts(piece._replace(text=rest), column)), True
        at, mark = _farthest(line, rest, cuts, column)
        if not at and not line:
            at = _filled(rest, column)
        yield line + rest[:at] + mark
        line, rest = "", rest[at:]
        cuts = tuple((place - at, mark) for place, mark in cuts if place > at)
    yield line + rest


def _cuts(piece: _Piece, column: _Column) -> Iterator[Cut]:
    """Where a piece that no line holds is divided: at spaces that should hold it together, and between syllables."""
    start = 0
    for part in _HELD.split(piece.text):
        if start:
            yield start, ""
        if piece.plain and not column.holds(part):
            yield from ((start + place, _HYPHEN) for place in hyphens(part, column.language))
        start += len(part)


def _farthest(line: str, rest: str, cuts: tuple[Cut, ...], column: _Column) -> Cut:
    """The last cut before which everything fits; 0 when there is none."""
    return _last(takewhile(lambda cut: column.holds(line + rest[: cut[0]] + cut[1]), cuts), (0, ""))


def _filled(word: str, column: _Column) -> int:
    """How much of a word that has no cut goes on a line: whole characters, one at least."""
    ends = accumulate(map(len, graphemes(word)))
    return _last(takewhile(lambda end: column.holds(word[:end]), ends), len(next(graphemes(word))))


def _last(items: Iterable[_Item], otherwise: _Item) -> _Item:
    for item in items:
        otherwise = item
    return otherwise


def _soft(text: str) -> tuple[str, tuple[Cut, ...]]:
    """A text without its soft hyphens, and the places where they were."""
    if _SOFT not in text:
        return text, ()
    parts = text.split(_SOFT)
    return "".join(parts), tuple((place, _HYPHEN) for place in accumulate(map(len, parts[:-1])) if place)


def _pieces(text: str) -> Iterator[_Piece]:
    """The text cut wherever a line may end; punctuation that stands alone stays with what it belongs to."""
    held = _Piece("", plain=True)
    for word in _SPACES.split(text):
        if held.text and not (_is_all(word, _CLOSING) or _is_all(held.text.rstrip(), _OPENING)):
            yield held
            held = _Piece("", plain=True)
        plain = held.plain and not _CODE.search(word)
        *parts, last = _parts(word)
        for part in parts:
            yield _Piece(held.text + part, plain)
            held = _Piece("", plain)
        held = _Piece(f"{held.text}{last} " if last else held.text, plain)
    yield held


def _is_all(word: str, marks: frozenset[str]) -> bool:
    return bool(word) and marks.issuperset(word)


def _parts(word: str) -> Iterator[str]:
    """What stands between two spaces, cut where a line may end."""
    if word.isascii() and _AFTER.isdisjoint(word):
        yield word
        return
    part = ""
    for cluster in graphemes(word):
        if part and _may_break(part[-1], cluster[0]):
            yield part
            part = ""
        part += cluster
    yield part


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING:
        return False
    return before in _AFTER or _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(char: str) -> bool:
    return not char.isascii() and unicodedata.east_asian_width(char) in {"W", "F"}
