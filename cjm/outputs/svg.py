"""The flow as SVG: edges as the engine draws them, cards and text as `views` placed them, in a page of ours."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from cjm.outputs import dot, palette
from cjm.outputs.engine import Engine, EngineError, draw
from cjm.outputs.templates import fill
from cjm.diagnostics import msg
from cjm.views import FlowView

_EDGE = re.compile(r'<g id="(e\d+)" class="edge">(.*?)</g>', re.DOTALL)
_PATH = re.compile(r'<path [^>]*\bd="([^"]*)"')
_HEAD = re.compile(r'<polygon [^>]*\bpoints="([^"]*)"')
_PAIR = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


class Stroke(NamedTuple):
    """An edge as it was drawn: its line and its arrowhead."""

    line: str
    head: str


def render(view: FlowView, engine: Engine = "embedded", *, inline: bool = False) -> str:
    """The picture; `inline` for one that stands in an HTML page. Raises EngineError."""
    strokes = _strokes(draw(dot.render(view), engine), view.height)
    missing = [edge.id for edge in view.edges if edge.id not in strokes]
    if missing:
        raise EngineError(msg("Graphviz did not draw {edges}", edges=tuple(missing)))
    return fill(
        "svg/flow.svg",
        view=view,
        strokes=strokes,
        edges=sorted(view.edges, key=lambda edge: edge.main),
        palette=palette,
        prefix=prefix(view),
        inline=inline,
    )


def prefix(view: FlowView) -> str:
    """What the picture's ids begin with, so that several can stand in one page."""
    return f"f{hashlib.sha256(view.id.encode(errors='replace')).hexdigest()[:6]}-"


def _strokes(drawn: str, height: float) -> dict[str, Stroke]:
    """The lines and arrowheads of the engine's picture, whose y counts up from the bottom as negative."""
    found: dict[str, Stroke] = {}
    for edge, inside in _EDGE.findall(drawn):
        line, head = _PATH.search(inside), _HEAD.search(inside)
        if line and head:
            found[edge] = Stroke(_moved(line[1], height), _moved(head[1], height))
    return found


def _moved(points: str, height: float) -> str:
    return _PAIR.sub(lambda pair: f"{float(pair[1]):.5g},{float(pair[2]) + height:.6g}", points)
