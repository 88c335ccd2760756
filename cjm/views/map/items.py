"""The things of a lane, placed: how wide, how high, and of what marks each is made."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.views.map.lanes import Item
from cjm.views.pen import Pen
from cjm.views.picture import Group, Mark, Rect, Sign, Words
from cjm.views.shapes import Box, Style
from cjm.views.typeset import BODY, LABEL, SMALL

APART = 6.0
"""From one thing to the next."""
_PAD = 7.0
_BAR = 4.0
_SIGN = 15.0
_GAP = 4.0
_GAUGE = 8.0


def item_height(item: Item, width: float, pen: Pen) -> float:
    """How high a thing is in a width."""
    right = _right(item)
    texts = sum(pen.depth(text, style, width - left - right) for text, style, _, left in _parts(item))
    return texts + _spare(item)


def place_item(item: Item, box: Box, pen: Pen) -> Group:
    """The thing in its box."""
    marks: list[Mark] = list(_ground(item, box))
    y = box.y + _top(item)
    for text, style, role, left in _parts(item):
        width = box.width - left - _right(item)
        if item.kind == "chance" and style is SMALL:
            marks.append(Sign(item.level, (box.x + left - _SIGN + 5, y + style.leading / 2 + 0.5)))
        marks.append(Words(role, pen.set(text, style, box.x + left, y, width)))
        y += pen.depth(text, style, width)
    if item.share is not None:
        marks += _gauge(item.share, box, y + 3)
    said = f"{item.text} ({item.meta})" if item.meta and item.part[0] else ""
    return Group(item.kind, box, tuple(marks), item.part, said)


def _parts(item: Item) -> Iterator[tuple[str, Style, str, float]]:
    """Texts with their style, role and distance from the left."""
    if item.kind == "pain":
        yield item.text, BODY, "ink", _PAD + _BAR
        if item.meta:
            yield item.meta, SMALL, "alert", _PAD + _BAR
    elif item.kind == "chance":
        yield item.text, BODY, "ink", _PAD
        yield item.meta, SMALL, "good", _PAD + _SIGN
    elif item.kind == "figure":
        yield item.text, SMALL, "quiet", 0.0
        yield f"{item.level} · ↓ {item.lost}" if item.lost else item.level, LABEL, "ink", 0.0
        if item.meta:
            yield item.meta, SMALL, "quiet", 0.0
    else:
        yield item.text, BODY, "quiet" if item.kind == "quote" else "ink", 0.0


def _ground(item: Item, box: Box) -> Iterator[Mark]:
    if item.kind == "pain":
        yield Rect("pain", box, 3)
        yield Rect(item.level, Box(box.x, box.y, _BAR, box.height), 1.5)
    elif item.kind == "chance":
        yield Rect("chance", box, 4)


def _gauge(share: float, box: Box, y: float) -> Iterator[Mark]:
    full = max(0.0, min(1.0, share)) * box.width
    yield Rect("track", Box(box.x, y, box.width, _GAUGE), 2)
    if full:
        yield Rect("bar", Box(box.x, y, full, _GAUGE), 2)


def _top(item: Item) -> float:
    return 5.0 if item.kind in {"pain", "chance"} else 0.0


def _right(item: Item) -> float:
    return _PAD if item.kind in {"pain", "chance"} else _GAP


def _spare(item: Item) -> float:
    return 2 * _top(item) + (_GAUGE + 5 if item.share is not None else 0.0)
