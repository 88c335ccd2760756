"""A picture on paper: on one page where it can be read, else on several, never cut through a text or a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple, TypeAlias

from cjm.views.picture import Face, Group, Mark, Picture, Rect, Sign, Words
from cjm.views.shapes import Block, Box

POINT = 0.75
"""Points to a unit of a picture."""
PAPERS = {"a3": (1190.55, 841.89), "a4": (841.89, 595.28)}
"""Width and height in points, lying."""
MARGIN = 26.0
HEAD = 16.0
LARGEST = 14_400.0
"""Points that a side of a page may have: five metres, the most that readers of PDF open."""
_AWAY = 4.0
LEAST = 0.55
"""How small a picture may become: its smallest text is 4.3 points then."""
_WHOLE = frozenset({"scale", "curve", "heading"})
_LOOSE = _WHOLE | {"rule"}
"""What may go on on the page beside it."""


Span: TypeAlias = tuple[float, float]


class Piece(NamedTuple):
    """A part of the picture, where on the page it stands, in points, and whether it shows the picture's head."""

    box: Box
    x: float
    y: float
    headed: bool = False


class Sheet(NamedTuple):
    """A page: its size in points, how large a unit of the picture is on it, and the pieces that it shows."""

    width: float
    height: float
    scale: float
    pieces: tuple[Piece, ...]


def poster(picture: Picture) -> tuple[Sheet, ...]:
    """One page as large as the picture, if a page can be."""
    scale = min(POINT, LARGEST / max(picture.width, picture.height))
    return (
        Sheet(picture.width * scale, picture.height * scale, scale, (Piece(_whole(picture), 0.0, 0.0, headed=True),)),
    )


def pages(picture: Picture, paper: str) -> tuple[Sheet, ...]:
    """The pages of a paper, in reading order."""
    width, height = PAPERS[paper]
    room = Box(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    fitting = min(room.width / picture.width, room.height / picture.height, POINT * 1.6)
    if fitting >= LEAST * POINT:
        left, top = (width - picture.width * fitting) / 2, (height - picture.height * fitting) / 2
        return (Sheet(width, height, fitting, (Piece(_whole(picture), left, top, headed=True),)),)
    return tuple(_cut(picture, room, width, height))


def _whole(picture: Picture) -> Box:
    return Box(0.0, 0.0, picture.width, picture.height)


def _cut(picture: Picture, room: Box, width: float, height: float) -> Iterator[Sheet]:
    """Rows of pages, each with the first column again, as large as the largest part allows."""
    least = LEAST * POINT
    rows = list(_spans(0.0, picture.height, (room.height - HEAD) / least, _down(picture)))
    parts = list(_spans(picture.fixed, picture.width, room.width / least - picture.fixed, _across(picture)))
    widest = max(right - left for left, right in parts) + picture.fixed
    head = _head(picture)
    scale = min(room.width / max(widest, head.width), (room.height - HEAD) / max(bottom - top for top, bottom in rows))
    for top, bottom in rows:
        for left, right in parts:
            pieces = list(_pieces(picture, Box(left, top, right - left, bottom - top), room, scale))
            if head.width and (top, left) == (0.0, picture.fixed):
                x = room.right - head.width * scale if picture.mirrored else room.x
                pieces.append(Piece(head, x, room.y + HEAD, headed=True))
            yield Sheet(width, height, scale, tuple(pieces))


def _head(picture: Picture) -> Box:
    """What the picture's head takes, from the edge where reading begins; it may be wider than the first page's part."""
    boxes = [group.box for group in picture.groups if group.kind == "heading"]
    bottom = max((box.bottom for box in boxes), default=0.0)
    if picture.mirrored:
        left = min((box.x for box in boxes), default=picture.width)
        return Box(left, 0.0, picture.width - left, bottom)
    return Box(0.0, 0.0, max((box.right for box in boxes), default=0.0), bottom)


def _pieces(picture: Picture, part: Box, room: Box, scale: float) -> Iterator[Piece]:
    """The first column and what stands beside it, on the side where reading begins."""
    column = Box(0.0, part.y, picture.fixed, part.height)
    x, y = room.x, room.y + HEAD
    if picture.mirrored:
        x = room.right - (column.width + part.width) * scale
    shown = (part, column) if picture.mirrored else (column, part)
    for piece in (each for each in shown if each.width):
        side = piece._replace(x=picture.width - piece.right) if picture.mirrored else piece
        yield Piece(side, x, y)
        x += piece.width * scale


def _down(picture: Picture) -> list[Span]:
    """What may not be cut from side to side: the emotion and its scale are read as a whole."""
    boxes = [*_solid(picture.groups), *(group.box for group in picture.groups if group.kind in _WHOLE)]
    return [(box.y, box.bottom) for box in boxes]


def _across(picture: Picture) -> list[Span]:
    """What may not be cut, from where reading begins."""
    found = ((box.x, box.right) for box in _solid(picture.groups))
    return [
        (picture.width - right, picture.width - left) if picture.mirrored else (left, right) for left, right in found
    ]


def _spans(start: float, end: float, room: float, solid: Sequence[Span]) -> Iterator[Span]:
    """Cuts that leave pages about as full as each other; what is larger than a page goes on on the next one."""
    while end - start > room:
        cut = _place(start, end, room, solid)
        yield start, cut
        start = cut
    yield start, end


def _place(start: float, end: float, room: float, solid: Sequence[Span]) -> float:
    """Where a page ends: near an even share of what is left, through nothing, or else only through what is large."""
    count = ceil((end - start) / room)
    even, latest = start + (end - start) / count, start + room
    for largest in (room, room / 2, room / 4):
        gaps = list(_gaps([(first, last) for first, last in solid if last - first <= largest]))
        for earliest in (end - (count - 1) * room, start + room / 4):
            clear = [min(max(even, first, earliest), last, latest) for first, last in gaps]
            found = [each for each, gap in zip(clear, gaps, strict=True) if gap[0] <= each and earliest <= each]
            if found:
                return min(found, key=lambda place: abs(place - even))
    return latest


def _gaps(solid: Iterable[Span]) -> Iterator[Span]:
    """Where a cut runs through nothing, a little away from what stands beside it."""
    reach: float | None = None
    for first, last in sorted(solid):
        if reach is not None and first >= reach:
            away = min(_AWAY, (first - reach) / 2)
            yield reach + away, first - away
        reach = last if reach is None else max(reach, last)


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
