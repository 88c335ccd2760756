"""The flow as a picture: edges as Graphviz draws them, cards and text as `views` placed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.diagnostics import msg
from cjm.outputs import dot
from cjm.outputs.engine import EngineError, draw
from cjm.outputs.look import Engine
from cjm.views.picture import Curve, Dot, Face, Group, Line, Mark, Picture, Rect, Sign, Words
from cjm.views.shapes import Box, Card, Edge, Entry, FlowView, Panel, Point

_EDGE = re.compile(r'<g id="(e\d+)" class="edge">.*?<path [^>]*\bd="([^"]*)".*?</g>', re.DOTALL)
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_SLENDER = 0.46
_ROUND = 9.0
_LINES = {"main": "edge main", "other": "edge", "drawn": "edge drawn", "strays": "edge strays"}


def trace(view: FlowView, engine: Engine = "embedded") -> Picture:
    """The flow with the engine's edges. Raises EngineError."""
    lines = _lines(draw(dot.render(view), engine), view.height) if view.edges else {}
    missing = [edge.id for edge in view.edges if edge.id not in lines]
    if missing:
        raise EngineError(msg("Graphviz did not draw {edges}", edges=tuple(missing)))
    return Picture(
        id=view.id,
        view="flow",
        title=view.title,
        description=view.description,
        language=view.language,
        width=view.width,
        height=view.height,
        groups=tuple(_groups(view, lines)),
    )


def _groups(view: FlowView, lines: dict[str, tuple[Point, ...]]) -> Iterator[Group]:
    yield from (_panel(panel) for panel in view.panels)
    yield from (_edge(edge, lines[edge.id]) for edge in sorted(view.edges, key=lambda edge: edge.main))
    yield from (_card(card) for card in view.cards)
    yield from (_label(edge) for edge in view.edges if edge.label)
    yield from (_entry(entry) for entry in view.legend)


def _panel(panel: Panel) -> Group:
    marks: list[Mark] = [Rect(f"panel hue{panel.hue}", panel.box, 12), Words("ink", panel.title)]
    marks += [Words("quiet", block) for block in (panel.note, panel.notice) if block]
    return Group("stage", panel.box, tuple(marks), ("stage", panel.stage), panel.title.text, panel.id)


def _edge(edge: Edge, points: tuple[Point, ...]) -> Group:
    role = "edge main" if edge.main else f"edge {edge.role}".strip()
    marks = (Curve(role, points, edge.width), Line(f"head {role}", _head(edge), closed=True))
    return Group("hop", _around(points), marks, summary=edge.summary, id=edge.id)


def _card(card: Card) -> Group:
    box = card.box
    strip = Box(box.x + 5, box.y + 7, 5, box.height - 14)
    marks: list[Mark] = [plate(card.kind, box), Rect(f"strip mood{card.mood}", strip, 2)]
    if card.mood is not None:
        marks.append(Face(card.mood, (box.x + 28, box.middle[1]), 10))
    if card.star:
        marks.append(Sign("star", (box.right - 15, box.y + 16)))
    marks.append(Words("ink", card.name))
    marks += [Words("quiet", card.meta)] if card.meta else []
    return Group("card", box, tuple(marks), ("touchpoint", card.touchpoint), card.summary, card.id)


def plate(kind: str, box: Box) -> Rect:
    """A card's shape: rounded for a contact, square for an action, dashed for a wait."""
    return Rect(f"plate {kind}", box, 0.0 if kind == "action" else min(_ROUND, box.height / 3))


def _label(edge: Edge) -> Group:
    assert edge.label is not None  # noqa: S101 - asked for labelled edges alone
    return Group("when", edge.label.box, (Words("ink" if edge.main else "quiet", edge.label.block),))


def _entry(entry: Entry) -> Group:
    words = entry.block.lines[-1]
    box = Box(entry.box.x, entry.box.y, words.x + words.width - entry.box.x, entry.box.height)
    return Group("legend", box, (_sign(entry), Words("quiet", entry.block)))


def _sign(entry: Entry) -> Mark:
    x, y = entry.box.x, entry.box.middle[1]
    if entry.sign in _LINES:
        return Line(_LINES[entry.sign], ((x, y), (entry.box.right, y)))
    if entry.sign == "note":
        return Dot("quiet", (x + 14, y), 2.5)
    if entry.sign == "star":
        return Sign("star", (x + 14, y))
    if entry.sign in {"action", "wait"}:
        return plate(entry.sign, Box(x + 2, y - 7, entry.box.width - 4, 14))
    return Face(int(entry.sign.removeprefix("mood")), (x + 14, y), 8)


def _around(points: tuple[Point, ...]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _lines(drawn: str, height: float) -> dict[str, tuple[Point, ...]]:
    """The edges of the engine's picture, whose y counts up from the bottom as negative."""
    return {
        edge: tuple((float(x), float(y) + height) for x, y in _PAIR.findall(line))
        for edge, line in _EDGE.findall(drawn)
    }


def _head(edge: Edge) -> tuple[Point, ...]:
    """An arrowhead from the end of the line to the tip: the engine's own depend on its version."""
    (x0, y0), (x1, y1) = edge.curve[-1], edge.tip
    aside = ((y1 - y0) * _SLENDER, (x0 - x1) * _SLENDER)
    return ((x0 + aside[0], y0 + aside[1]), (x1, y1), (x0 - aside[0], y0 - aside[1]))
