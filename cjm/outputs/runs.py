"""Lines that mix scripts, in parts, for what rasterises and for PDF.

Both set each letter of a line in the first font that has it, but give up, and leave a blank, where that font joins
letters into one sign: flags, families of emoji, conjuncts of India, Thai vowels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cjm.views.metrics import graphemes, is_exact, text_width
from cjm.views.picture import Mark, Picture, Words
from cjm.views.shapes import Block, Line
from cjm.views.typeset import STYLES

_BACK = {"start": 0.0, "middle": 0.5, "end": 1.0}
_JOINING = ((0x0900, 0x109F), (0x1780, 0x17FF), (0x1A20, 0x1AAF))
"""The scripts of India and of the south-east of Asia."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def parted(picture: Picture) -> Picture:
    """The picture with such lines in parts, each at its own place; one written right to left stays as it is."""
    if picture.mirrored:
        return picture
    return picture._replace(
        groups=tuple(group._replace(marks=tuple(_parted(mark) for mark in group.marks)) for group in picture.groups)
    )


def _parted(mark: Mark) -> Mark:
    if not isinstance(mark, Words) or not any(_joins(line) for line in mark.block.lines):
        return mark
    lines = tuple(part for line in mark.block.lines for part in _parts(line, mark.block))
    return mark._replace(block=mark.block._replace(align="start", lines=lines))


def _joins(line: Line) -> bool:
    """Whether a line mixes Arimo's letters with some that are joined."""
    if line.exact or any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in line.text):
        return False
    return any(len(each) > 1 or _is_joining(each) for each in graphemes(line.text) if not is_exact(each))


def _is_joining(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _JOINING)


def _parts(line: Line, block: Block) -> Iterator[Line]:
    """The line from its left end, without the spaces between its parts."""
    style = STYLES[block.style]
    x = line.x - line.width * _BACK[block.align]
    for run in _runs(line.text):
        text = run.strip()
        before = text_width(run[: len(run) - len(run.lstrip())], style.size, bold=style.bold)
        width = text_width(text, style.size, bold=style.bold)
        if text:
            yield Line(text, round(x + before, 2), line.y, round(width, 2), is_exact(text))
        x += text_width(run, style.size, bold=style.bold)


def _runs(text: str) -> list[str]:
    """Arimo's letters and others in turn; a space goes on with what it follows."""
    runs: list[tuple[str, bool]] = []
    for each in graphemes(text):
        exact = is_exact(each)
        if runs and (each.isspace() or runs[-1][1] is exact):
            runs[-1] = (runs[-1][0] + each, runs[-1][1])
        else:
            runs.append((each, exact))
    return [run for run, _ in runs]
