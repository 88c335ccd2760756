"""Breaking text into lines of a measured width. Nothing is cut, no character is lost but the spaces between lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cjm.views.metrics import graphemes, text_width

_OPENING = frozenset("([{«“‘「『（《【〈¿¡")
_CLOSING = frozenset(")]}»”’」』）》】〉、。，．！？：；!?:;,.%…ー々")
_AFTER = frozenset("-/–—_")


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken at spaces, between ideographs, and inside words that need it."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(" ".join(text.split())):
        if line and text_width((line + piece).rstrip(), size, bold=bold) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
        if text_width(line.rstrip(), size, bold=bold) > width:
            *full, line = _broken(line, width, size, bold=bold)
            lines += [part.rstrip() for part in full]
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def _pieces(text: str) -> Iterator[str]:
    """The text cut wherever a line may end; spaces stay at the end of their piece."""
    if text.isascii() and not any(mark in text for mark in _AFTER):
        yield from re.findall(r"[^ ]+ ?", text)
        return
    piece = ""
    for cluster in graphemes(text):
        if piece and _may_break(piece[-1], cluster[0]):
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _CLOSING or before in _OPENING:
        return False
    return before == " " or before in _AFTER or _is_ideograph(before) or _is_ideograph(after)


def _is_ideograph(char: str) -> bool:
    return not char.isascii() and unicodedata.east_asian_width(char) in {"W", "F"}


def _broken(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """A word too wide for any line, filled line by line."""
    line = ""
    for cluster in graphemes(word):
        if line and text_width((line + cluster).rstrip(), size, bold=bold) > width:
            yield line
            line = ""
        line += cluster
    yield line
