"""A picture on paper: on one page where it can be read, else on several, never cut through a text or a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from cjm.views.picture import Face, Group, Mark, Picture, Rect, Sign, Words
from cjm.views.shapes import Block, Box

POINT = 0.75
"""Points to a unit of a picture."""
PAPERS = {"a3": (1190.55, 841.89), "a4": (841.89, 595.28)}
"""Width and height in points, lying."""
MARGIN = 26.0
HEAD = 16.0
_SLACK = 1.15
"""How much wider than its share a page may be, to be cut at a good place."""
LEAST = 0.55
"""How small a picture may become: its smallest text is 4.3 points then."""
_LOOSE = frozenset({"rule", "scale", "curve", "heading"})
"""What may go on on the next page."""


class Piece(NamedTuple):
    """A part of the picture, where on the page it stands, in points, and whether it shows the picture's head."""

    box: Box
    x: float
    y: float
    headed: bool = True


class Sheet(NamedTuple):
    """A page: its size in points, how large a unit of the picture is on it, and the pieces that it shows."""

    width: float
    height: float
    scale: float
    pieces: tuple[Piece, ...]


def poster(picture: Picture) -> tuple[Sheet, ...]:
    """One page as large as the picture."""
    whole = Box(0.0, 0.0, picture.width, picture.height)
    return (Sheet(picture.width * POINT, picture.height * POINT, POINT, (Piece(whole, 0.0, 0.0),)),)


def pages(picture: Picture, paper: str) -> tuple[Sheet, ...]:
    """The pages of a paper, in reading order."""
    width, height = PAPERS[paper]
    room = Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    fitting = min(room.width / picture.width, room.height / picture.height, POINT * 1.6)
    if fitting >= LEAST * POINT:
        whole = Box(0.0, 0.0, picture.width, picture.height)
        left, top = (width - whole.width * fitting) / 2, (height - whole.height * fitting) / 2
        return (Sheet(width, height, fitting, (Piece(whole, left, top),)),)
    return tuple(_cut(picture, room, width, height))


def _cut(picture: Picture, room: Box, width: float, height: float) -> Iterator[Sheet]:
    """Rows of pages, each with the first column again, as large as the largest part allows."""
    least = LEAST * POINT
    solid = [(box.y, box.bottom) for box in _solid(picture.groups)]
    rows = list(_spans(0.0, picture.height, (room.height - HEAD) / least, solid))
    parts = list(_spans(picture.fixed, picture.width, room.width / least - picture.fixed, _across(picture)))
    widest = picture.fixed + max(right - left for left, right in parts)
    scale = min(room.width / widest, (room.height - HEAD) / max(bottom - top for top, bottom in rows))
    for top, bottom in rows:
        for left, right in parts:
            pieces = tuple(_pieces(picture, Box(left, top, right - left, bottom - top), room, scale))
            yield Sheet(width, height, scale, pieces)


def _pieces(picture: Picture, part: Box, room: Box, scale: float) -> Iterator[Piece]:
    """The first column and what stands beside it, on the side where reading begins."""
    column = Box(0.0, part.y, picture.fixed, part.height)
    shown = [piece for piece in (column, part) if piece.width]
    x, y = room.x, room.y + HEAD
    for piece in reversed(shown) if picture.mirrored else shown:
        side = piece._replace(x=picture.width - piece.right) if picture.mirrored else piece
        yield Piece(side, x, y, headed=part.x == picture.fixed)
        x += piece.width * scale


def _across(picture: Picture) -> list[tuple[float, float]]:
    """What may not be cut, from where reading begins."""
    found = ((box.x, box.right) for box in _solid(picture.groups))
    return [
        (picture.width - right, picture.width - left) if picture.mirrored else (left, right) for left, right in found
    ]


def _spans(start: float, end: float, room: float, solid: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Cuts as far apart as there is room; what is larger than a page is cut where the page ends."""
    while end - start > room:
        even = (end - start) / ceil((end - start) / room)
        cut = _clear(start, start + min(room, even * _SLACK), solid)
        yield start, cut
        start = cut
    yield start, end


def _clear(start: float, latest: float, solid: list[tuple[float, float]]) -> float:
    """The last place up to `latest` that runs through nothing."""
    cut = latest
    while True:
        across = [first for first, last in solid if first < cut < last]
        if not across:
            return cut
        cut = min(across)
        if cut <= start + 1:
            return latest


def _solid(groups: Iterable[Group]) -> Iterator[Box]:
    for group in groups:
        if group.kind not in _LOOSE:
            yield from (box for mark in group.marks if (box := _box(mark)))


def _box(mark: Mark) -> Box | None:
    match mark:
        case Words():
            return _around(mark.block)
        case Rect():
            return mark.box
        case Face():
            return Box(mark.center[0] - mark.radius, mark.center[1] - mark.radius, 2 * mark.radius, 2 * mark.radius)
        case Sign():
            return Box(mark.center[0] - 7, mark.center[1] - 7, 14, 14)
    return None


def _around(block: Block) -> Box:
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[block.align]
    lefts = [line.x - line.width * back for line in block.lines]
    rights = [left + line.width for left, line in zip(lefts, block.lines, strict=True)]
    left, top = min(lefts), min(line.y for line in block.lines) - 12
    return Box(left, top, max(rights) - left, max(line.y for line in block.lines) + 4 - top)
