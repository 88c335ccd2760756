"""How wide a text is, in Arimo, whose widths Arial, Helvetica and Liberation Sans share.

Scripts that Arimo lacks get widths that no common font exceeds. Knows no picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from cjm.views.widths import BOLD, REGULAR

UNITS = 2048
_JOINER = "\u200d"
_WIDE = frozenset("WF")
_MARKS = frozenset({"Mn", "Me", "Mc"})
_GENEROUS = 1.1
_BY_SCRIPT = ((0x0590, 0x05FF, 0.75), (0x0600, 0x08FF, 0.85), (0x0900, 0x0DFF, 1.0), (0x0E00, 0x0EFF, 0.75))
"""First and last code point, and ems: Hebrew, Arabic, the scripts of India, Thai and Lao."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line at a font size, in the unit of the size."""
    known = advances(bold=bold)
    try:
        units: float = sum(map(known.__getitem__, text))
    except KeyError:
        units = sum(known[char] if char in known else UNITS * _ems(char) for char in text)
    return units * size / UNITS


def is_exact(text: str) -> bool:
    """Whether every character is one of Arimo's, so that the width is no estimate."""
    return all(map(advances(bold=False).__contains__, text))


@cache
def advances(*, bold: bool) -> dict[str, int]:
    """Characters of Arimo and their advances in 2048ths of an em."""
    found: dict[str, int] = {}
    for run in (BOLD if bold else REGULAR).split():
        first, widths = run.split(":")
        for code, width in enumerate(widths.split(","), int(first, 16)):
            found[chr(code)] = int(width)
    return found


def graphemes(text: str) -> Iterator[str]:
    """What a reader takes for one character: marks, joined emoji, flags and Hangul stay together."""
    start = 0
    for place in range(1, len(text)):
        if not _joined(text[start:place], text[place]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _joined(cluster: str, char: str) -> bool:
    if _is_flag_half(char):
        return len(cluster) == 1 and _is_flag_half(cluster)
    return cluster[-1] == _JOINER or _extends(char)


def _extends(char: str) -> bool:
    if char.isascii():
        return False
    return (
        unicodedata.category(char) in _MARKS
        or char in "\u200c\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\u1160" <= char <= "\u11ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


@cache
def _ems(char: str) -> float:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    code = ord(char)
    if 0x1F000 <= code <= 0x1FAFF:  # noqa: PLR2004 - the emoji blocks; Noto's are 1.25 em wide
        return 1.3
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1.0
    return next((ems for first, last, ems in _BY_SCRIPT if first <= code <= last), _GENEROUS)
