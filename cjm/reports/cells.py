"""How wide a text stands on a terminal, and what stands for the characters that would move its cursor or hide."""

from typing import NamedTuple
from unicodedata import category, combining, east_asian_width

TAB = 4
_LONGEST = 16
_JOINER, _NON_JOINER, _EMOJI_STYLE = "\u200d", "\u200c", "\ufe0f"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me", "Mc"})


class Cluster(NamedTuple):
    """What stands as one sign: `text`, its `width` in cells, and the code points of the line that it shows."""

    text: str
    width: int
    start: int
    end: int


def safe(text: str) -> str:
    """The text with one visible character for each that a terminal would obey or hide: `␛` for an escape."""
    return text if text.isascii() and text.isprintable() else "".join(map(_stand_in, text))


def clusters(line: str, start: int = 0) -> list[Cluster]:
    """The signs of a line, tabs as spaces. `start` is the place of its first code point."""
    found: list[Cluster] = []
    cell = 0
    for place, char in enumerate(line, start):
        joined = _joined(found[-1], char, place) if found else None
        if joined:
            cell += joined.width - found[-1].width
            found[-1] = joined
            continue
        shown = " " * (TAB - cell % TAB) if char == "\t" else _stand_in(char)
        sign = Cluster(shown, len(shown) if char == "\t" else _width(shown), place, place + 1)
        cell += sign.width
        found.append(sign)
    return found


def width(text: str) -> int:
    """The cells that a text takes."""
    return len(text) if text.isascii() else sum(sign.width for sign in clusters(text))


def _stand_in(char: str) -> str:
    if category(char) not in _UNSEEN or char in (_JOINER, _NON_JOINER):
        return char
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else "\ufffd"


def _joined(last: Cluster, char: str, place: int) -> Cluster | None:
    """The sign with a character that joins it, None when the character stands for itself."""
    if not _joins(last.text, char):
        return None
    text = last.text + char if len(last.text) < _LONGEST else last.text
    wide = char == _EMOJI_STYLE and category(last.text[-1]) == "So"
    return Cluster(text, 2 if wide else last.width, last.start, place + 1)


def _joins(text: str, char: str) -> bool:
    if char in (_JOINER, _NON_JOINER) or _width(char) == 0:
        return text[-1] != " "
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return _width(text[0]) == 2  # noqa: PLR2004 - a skin tone colours the emoji before it
    return text[-1] == _JOINER and _width(char) == 2  # noqa: PLR2004 - as joined emoji are


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if combining(char) or category(char) in _MARKS or char in (_JOINER, _NON_JOINER) or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
