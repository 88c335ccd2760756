"""The flow as PNG, from its SVG. Arimo is bundled; other scripts use what the system has."""

from __future__ import annotations

from math import sqrt

import resvg_py

from cjm.outputs import svg
from cjm.outputs.engine import Engine
from cjm.outputs.templates import templates_folder
from cjm.views.metrics import is_exact
from cjm.views.shapes import FlowView

SCALE = 2.0
MOST_PIXELS = 60_000_000
MOST_SIDE = 16_000


def render(view: FlowView, engine: Engine = "embedded") -> bytes:
    """The picture at twice its size, less where it would be enormous. Raises EngineError."""
    fonts = templates_folder() / "fonts"
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.render(view, engine),
            zoom=scale(view),
            skip_system_fonts=is_exact(_texts(view)),
            font_files=[str(fonts / "Arimo-Regular.ttf"), str(fonts / "Arimo-Bold.ttf")],
            font_family="Arimo",
            sans_serif_family="Arimo",
        )
    )


def scale(view: FlowView) -> float:
    """How many pixels a unit of the view has."""
    return min(SCALE, MOST_SIDE / max(view.width, view.height), sqrt(MOST_PIXELS / (view.width * view.height)))


def _texts(view: FlowView) -> str:
    blocks = [panel.title for panel in view.panels] + [panel.note for panel in view.panels if panel.note]
    blocks += [panel.notice for panel in view.panels if panel.notice]
    blocks += [card.name for card in view.cards] + [card.meta for card in view.cards if card.meta]
    blocks += [edge.label.block for edge in view.edges if edge.label] + [entry.block for entry in view.legend]
    return "".join(line.text for block in blocks for line in block.lines)
