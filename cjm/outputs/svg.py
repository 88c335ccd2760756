"""The flow as SVG: edges as the engine draws them, cards and text as `views` placed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

from cjm.diagnostics import msg
from cjm.outputs import dot
from cjm.outputs.engine import Engine, EngineError, draw
from cjm.outputs.escape import markup
from cjm.outputs.marks import element, face, plate, star, words
from cjm.outputs.palette import EDGES, FONTS, HUES, INK, MAIN, MOODS, OTHER, PAPER, QUIET
from cjm.views.shapes import Box, Card, Edge, Entry, FlowView, Panel

_EDGE = re.compile(r'<g id="(e\d+)" class="edge">.*?<path [^>]*\bd="([^"]*)".*?</g>', re.DOTALL)
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_SLENDER = 0.46


def render(view: FlowView, engine: Engine = "embedded", *, inline: bool = False) -> str:
    """The picture; `inline` for one that stands in an HTML page. Raises EngineError."""
    lines = _lines(draw(dot.render(view), engine), view.height) if view.edges else {}
    missing = [edge.id for edge in view.edges if edge.id not in lines]
    if missing:
        raise EngineError(msg("Graphviz did not draw {edges}", edges=tuple(missing)))
    names = prefix(view)
    language = {"lang" if inline else "xml:lang": view.language} if view.language else {}
    return element(
        "svg",
        "\n".join(("", *_parts(view, lines, names), "")),
        xmlns=None if inline else "http://www.w3.org/2000/svg",
        class_="cjm-flow",
        role="img",
        aria_labelledby=f"{names}title {names}desc",
        **language,
        width=view.width,
        height=view.height,
        viewBox=f"0 0 {view.width:g} {view.height:g}",
        font_family=FONTS,
    ) + ("" if inline else "\n")


def prefix(view: FlowView) -> str:
    """What the picture's ids begin with, so that several can stand in one page."""
    return f"f{crc32(view.id.encode(errors='replace')):08x}-"


def _parts(view: FlowView, lines: dict[str, str], names: str) -> Iterator[str]:
    yield element("title", markup(view.title), id=f"{names}title")
    yield element("desc", markup(view.description), id=f"{names}desc")
    yield element("rect", class_="cjm-paper", width="100%", height="100%", fill=PAPER)
    yield from (_panel(panel, names) for panel in view.panels)
    yield from (_edge(edge, lines[edge.id], names) for edge in sorted(view.edges, key=lambda edge: edge.main))
    yield from (_card(card, names) for card in view.cards)
    yield from (_label(edge) for edge in view.edges)
    yield from (_entry(entry) for entry in view.legend)


def _panel(panel: Panel, names: str) -> str:
    box = panel.box
    return element(
        "g",
        element(
            "rect",
            class_=f"cjm-panel cjm-hue{panel.hue}",
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            rx=12,
            fill=HUES[panel.hue],
            stroke=EDGES[panel.hue],
        ),
        words(panel.title, INK, "ink"),
        words(panel.note, QUIET, "quiet") if panel.note else "",
        words(panel.notice, QUIET, "quiet") if panel.notice else "",
        id=f"{names}{panel.id}",
    )


def _edge(edge: Edge, line: str, names: str) -> str:
    color = MAIN if edge.main else OTHER
    dashes = None if edge.main else f"{edge.width + 3.5:g} {edge.width + 2.5:g}"
    return element(
        "g",
        element("title", markup(edge.summary)),
        element("path", fill="none", stroke_width=edge.width, stroke_dasharray=dashes, d=line),
        element("polygon", stroke_width=1, points=_head(edge)),
        id=f"{names}{edge.id}",
        class_="cjm-edge cjm-main" if edge.main else "cjm-edge",
        fill=color,
        stroke=color,
        stroke_linejoin="round",
    )


def _card(card: Card, names: str) -> str:
    box = card.box
    strip = f"M{box.x + 6:g},{box.y + 8:g}h3v{box.height - 16:g}h-3z"
    color = MOODS[card.mood]
    return element(
        "g",
        element("title", markup(card.summary)),
        plate(card.kind, box),
        element("path", class_="cjm-strip", fill=color, stroke=color, stroke_width=2, stroke_linejoin="round", d=strip),
        "" if card.mood is None else face(card.mood, box.x + 28, box.middle[1], 10),
        star(box.right - 15, box.y + 16) if card.star else "",
        words(card.name, INK, "ink"),
        words(card.meta, QUIET, "quiet") if card.meta else "",
        id=f"{names}{card.id}",
    )


def _label(edge: Edge) -> str:
    if edge.label is None:
        return ""
    return words(edge.label.block, INK if edge.main else QUIET, "ink" if edge.main else "quiet")


def _entry(entry: Entry) -> str:
    return element("g", _sign(entry), words(entry.block, QUIET, "quiet"), class_="cjm-legend")


def _sign(entry: Entry) -> str:
    x, y = entry.box.x, entry.box.middle[1]
    if entry.sign in {"main", "other"}:
        main = entry.sign == "main"
        return element(
            "path",
            class_=f"cjm-{entry.sign}-line",
            fill="none",
            stroke=MAIN if main else OTHER,
            stroke_width=2.8 if main else 1.6,
            stroke_dasharray=None if main else "5 4",
            d=f"M{x:g},{y:g}h{entry.box.width:g}",
        )
    if entry.sign == "star":
        return star(x + 14, y)
    if entry.sign in {"action", "wait"}:
        return plate(entry.sign, Box(x + 2, y - 7, entry.box.width - 4, 14))
    return face(int(entry.sign.removeprefix("mood")), x + 14, y, 8)


def _lines(drawn: str, height: float) -> dict[str, str]:
    """The edges of the engine's picture, whose y counts up from the bottom as negative."""
    return {edge: _PAIR.sub(lambda pair: _moved(pair, height), line) for edge, line in _EDGE.findall(drawn)}


def _moved(pair: re.Match[str], height: float) -> str:
    return f"{float(pair[1]):.7g},{float(pair[2]) + height:.7g}"


def _head(edge: Edge) -> str:
    """An arrowhead from the end of the line to the tip: the engine's own depend on its version."""
    (x0, y0), (x1, y1) = edge.curve[-1], edge.tip
    aside = ((y1 - y0) * _SLENDER, (x0 - x1) * _SLENDER)
    corners = ((x0 + aside[0], y0 + aside[1]), (x1, y1), (x0 - aside[0], y0 - aside[1]))
    return " ".join(f"{x:.7g},{y:.7g}" for x, y in corners)
