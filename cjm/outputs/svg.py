"""The flow as SVG: edges as the engine draws them, cards and text as `views` placed them, in a page of ours."""

from __future__ import annotations

import hashlib
import re

from cjm.diagnostics import msg
from cjm.outputs import dot, palette
from cjm.outputs.engine import Engine, EngineError, draw
from cjm.outputs.templates import fill
from cjm.views import FlowView
from cjm.views.shapes import Edge

_EDGE = re.compile(r'<g id="(e\d+)" class="edge">.*?<path [^>]*\bd="([^"]*)".*?</g>', re.DOTALL)
_SLENDER = 0.46
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


def render(view: FlowView, engine: Engine = "embedded", *, inline: bool = False) -> str:
    """The picture; `inline` for one that stands in an HTML page. Raises EngineError."""
    lines = _lines(draw(dot.render(view), engine), view.height)
    missing = [edge.id for edge in view.edges if edge.id not in lines]
    if missing:
        raise EngineError(msg("Graphviz did not draw {edges}", edges=tuple(missing)))
    return fill(
        "svg/flow.svg",
        view=view,
        lines=lines,
        edges=sorted(view.edges, key=lambda edge: edge.main),
        heads={edge.id: _head(edge) for edge in view.edges},
        palette=palette,
        prefix=prefix(view),
        inline=inline,
    )


def prefix(view: FlowView) -> str:
    """What the picture's ids begin with, so that several can stand in one page."""
    return f"f{hashlib.sha256(view.id.encode(errors='replace')).hexdigest()[:6]}-"


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
