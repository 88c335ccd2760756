"""The fonts of pictures: Arimo, which is bundled, those that the user names, and the system's for other scripts."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import resvg_py

from cjm.diagnostics import Message, counted, msg
from cjm.outputs.escape import clean, markup
from cjm.outputs.look import Look
from cjm.outputs.templates import templates_folder
from cjm.outputs.troubles import OutputError
from cjm.project import refusal
from cjm.views.metrics import advances, graphemes
from cjm.views.picture import Picture, Words
from cjm.views.shapes import FlowView

_TILE = 24
_SPILL = 2
"""Rows that a tall letter of the tile above may reach."""
_ASKED = 500
"""Letters that are tried: each costs some milliseconds where a machine has many fonts."""
_SHOWN = 12
_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_TABLE = 16
_PNG_HEAD = 8
_IGNORABLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufe0e\ufe0f\u00ad\ufeff"
)


def font_files(look: Look) -> list[str]:
    """Arimo and the user's, each one looked at before it is used. Raises OutputError for what is no font."""
    for font in look.fonts:
        try:
            whole = _is_font(font)
        except OSError as error:
            said = msg("the font `{file}` cannot be read: {reason}", file=font, reason=refusal(error))
            raise OutputError(said, msg("name a `.ttf` or `.otf` file after `--font`")) from error
        if not whole:
            raise OutputError(msg("`{file}` is no font", file=font), msg("name a `.ttf` or `.otf` file after `--font`"))
    ours = templates_folder() / "fonts"
    return [str(ours / "Arimo-Regular.ttf"), str(ours / "Arimo-Bold.ttf"), *map(str, look.fonts)]


def _is_font(path: Path) -> bool:
    """Whether it begins like one and holds all the tables that it names: what is cut short would be passed over."""
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == _COLLECTION:
            return True
        if head[:4] not in _BEGINNINGS:
            return False
        tables = file.read(int.from_bytes(head[4:6]) * _TABLE)
    starts = range(8, len(tables) - _TABLE + 9, _TABLE)
    ends = [int.from_bytes(tables[at : at + 4]) + int.from_bytes(tables[at + 4 : at + 8]) for at in starts]
    return bool(ends) and max(ends) <= path.stat().st_size


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
    doubtful = [each for each in dict.fromkeys(graphemes(clean(text))) if _is_doubtful(each, known)][:_ASKED]
    drawn = _drawn(tuple(doubtful), tuple(fonts)) if doubtful else ()
    return tuple(each for each, is_drawn in zip(doubtful, drawn, strict=True) if not is_drawn)


def _is_doubtful(letter: str, known: dict[str, int]) -> bool:
    visible = [char for char in letter if char not in _IGNORABLE and not char.isspace()]
    return bool(visible) and not all(char in known for char in visible)


@lru_cache(maxsize=8)
def _drawn(letters: tuple[str, ...], fonts: tuple[str, ...]) -> tuple[bool, ...]:
    """Whether each leaves a trace: they are drawn under one another, and every band of the picture is looked at.

    A row's bytes stand for what differs from the row above (PNG specification, 9.2): below a blank row they are zero
    in a blank one and in no other, so that nothing need be decoded.
    """
    rows = "".join(
        f'<text x="4" y="{number * _TILE + 17}" font-size="11" font-family="Arimo">{markup(letter)}</text>'
        for number, letter in enumerate(letters)
    )
    height = len(letters) * _TILE
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{_TILE}" height="{height}">{rows}</svg>'
    picture = bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=list(fonts), font_family="Arimo"))
    raw = zlib.decompress(b"".join(data for kind, data in _chunks(picture) if kind == b"IDAT"))
    size = 1 + 4 * _TILE
    touched = [any(raw[start + 1 : start + size]) for start in range(0, len(raw), size)]
    return tuple(any(touched[top + _SPILL : top + _TILE]) for top in range(0, height, _TILE))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _PNG_HEAD
    while place < len(png):
        size = int.from_bytes(png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + size]
        place += size + 12
