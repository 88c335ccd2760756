"""The fonts of pictures: Arimo, which is bundled, those that the user names, and the system's for other scripts."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import resvg_py

from cjm.diagnostics import Message, counted, msg
from cjm.outputs.escape import clean, markup
from cjm.outputs.look import Look
from cjm.outputs.templates import templates_folder
from cjm.outputs.troubles import OutputError
from cjm.views.metrics import advances, graphemes
from cjm.views.picture import Picture, Words
from cjm.views.shapes import FlowView

_TILE = 24
_SHOWN = 12
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"ttcf", b"true")
_HEAD = 8
_IGNORABLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufe0e\ufe0f\u00ad\ufeff"
)


def font_files(look: Look) -> list[str]:
    """Arimo and the user's, each one read before it is used. Raises OutputError for what is no font."""
    for font in look.fonts:
        try:
            with font.open("rb") as file:
                begins = file.read(4)
        except OSError as error:
            said = msg("the font `{file}` cannot be read: {reason}", file=str(font), reason=error.strerror or "")
            raise OutputError(said, msg("name a `.ttf` or `.otf` file after `--font`")) from error
        if begins not in _BEGINNINGS:
            raise OutputError(
                msg("`{file}` is no font", file=str(font)), msg("name a `.ttf` or `.otf` file after `--font`")
            )
    ours = templates_folder() / "fonts"
    return [str(ours / "Arimo-Regular.ttf"), str(ours / "Arimo-Bold.ttf"), *map(str, look.fonts)]


def texts_of(view: Picture | FlowView) -> str:
    """Every text that a picture shows."""
    if isinstance(view, Picture):
        blocks = [mark.block for group in view.groups for mark in group.marks if isinstance(mark, Words)]
    else:
        blocks = [block for panel in view.panels for block in (panel.title, panel.note, panel.notice) if block]
        blocks += [block for card in view.cards for block in (card.name, card.meta) if block]
        blocks += [edge.label.block for edge in view.edges if edge.label] + [entry.block for entry in view.legend]
    return "".join(line.text for block in blocks for line in block.lines)


def missing_remarks(view: Picture | FlowView, look: Look) -> tuple[Message, ...]:
    """What whoever asked should know: the letters that come out blank."""
    missing = missing_letters(texts_of(view), tuple(font_files(look)))
    if not missing:
        return ()
    few = " ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
    return (
        counted(
            "no font here has the character {letters}: name one that has it after `--font`",
            "no font here has {count} of the characters: {letters}. Name one that has them after `--font`",
            len(missing),
            letters=few,
        ),
    )


def missing_letters(text: str, fonts: Sequence[str]) -> tuple[str, ...]:
    """What the rasteriser leaves blank, in the order of its first place in the text."""
    known = advances(bold=False)
    doubtful = [each for each in dict.fromkeys(graphemes(clean(text))) if _is_doubtful(each, known)]
    drawn = _drawn(tuple(doubtful), tuple(fonts)) if doubtful else ()
    return tuple(each for each, is_drawn in zip(doubtful, drawn, strict=True) if not is_drawn)


def _is_doubtful(letter: str, known: dict[str, int]) -> bool:
    visible = [char for char in letter if char not in _IGNORABLE and not char.isspace()]
    return bool(visible) and not all(char in known for char in visible)


@lru_cache(maxsize=8)
def _drawn(letters: tuple[str, ...], fonts: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether each leaves a trace: they are drawn under one another, and every band of the picture is looked at."""
    rows = "".join(
        f'<text x="4" y="{number * _TILE + 17}" font-size="14" font-family="Arimo">{markup(letter)}</text>'
        for number, letter in enumerate(letters)
    )
    height = len(letters) * _TILE
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_TILE}" height="{height}">{rows}</svg>'
    picture = bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=list(fonts), font_family="Arimo"))
    lines = [any(line) for line in _scanlines(picture)]
    return tuple(any(lines[number * _TILE : (number + 1) * _TILE]) for number in range(len(letters)))


def _scanlines(png: bytes) -> Iterator[bytes]:
    """The rows of an 8-bit RGBA picture, its filters undone (PNG specification, 9.2)."""
    width = struct.unpack(">I", png[16:20])[0] * 4
    raw = zlib.decompress(b"".join(data for kind, data in _chunks(png) if kind == b"IDAT"))
    above = bytes(width)
    for start in range(0, len(raw), width + 1):
        above = _unfiltered(raw[start], raw[start + 1 : start + 1 + width], above)
        yield above


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _HEAD
    while place < len(png):
        size = int.from_bytes(png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        place += size + 12


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    made = bytearray(row)
    for place, value in enumerate(row):
        left = made[place - 4] if place > 3 else 0  # noqa: PLR2004 - four bytes a pixel
        corner = above[place - 4] if place > 3 else 0  # noqa: PLR2004 - as above
        guess = (0, left, above[place], (left + above[place]) // 2, _paeth(left, above[place], corner))[kind]
        made[place] = (value + guess) & 255
    return bytes(made)


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((abs(guess - each), number, each) for number, each in enumerate((left, above, corner)))[2]
