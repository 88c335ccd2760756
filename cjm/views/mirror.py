"""A picture for those who read from right to left: everything stands on the other side."""

from __future__ import annotations

from cjm.views.picture import Area, Curve, Dot, Face, Group, Line, Mark, Picture, Rect, Sign, Words
from cjm.views.shapes import Align, Block, Box, Point

_ACROSS: dict[Align, Align] = {"start": "end", "middle": "middle", "end": "start"}


def mirrored(picture: Picture) -> Picture:
    """The picture with its left and right exchanged; texts, faces and signs are not turned."""
    width = picture.width
    return picture._replace(groups=tuple(_group(group, width) for group in picture.groups), mirrored=True)


def _group(group: Group, width: float) -> Group:
    return group._replace(box=_box(group.box, width), marks=tuple(_mark(mark, width) for mark in group.marks))


def _mark(mark: Mark, width: float) -> Mark:
    match mark:
        case Words():
            return mark._replace(block=_block(mark.block, width))
        case Rect():
            return mark._replace(box=_box(mark.box, width))
        case Line() | Curve() | Area():
            return mark._replace(points=tuple(_point(point, width) for point in mark.points))
        case Dot() | Face() | Sign():
            return mark._replace(center=_point(mark.center, width))


def _block(block: Block, width: float) -> Block:
    lines = tuple(line._replace(x=round(width - line.x, 2)) for line in block.lines)
    return block._replace(align=_ACROSS[block.align], lines=lines)


def _box(box: Box, width: float) -> Box:
    return box._replace(x=round(width - box.right, 2))


def _point(point: Point, width: float) -> Point:
    return (round(width - point[0], 2), point[1])
