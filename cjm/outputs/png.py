"""Pictures as PNG, from their SVG. Arimo is bundled; other scripts use what the system or the user has."""

from __future__ import annotations

from math import sqrt

import resvg_py

from cjm.diagnostics import Message, msg
from cjm.outputs import svg
from cjm.outputs.fonts import font_files, missing_remarks, texts_of
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.runs import parted
from cjm.outputs.troubles import OutputError
from cjm.views.metrics import is_exact
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView

SCALE = 2.0
MOST_PIXELS = 60_000_000
MOST_SIDE = 16_000


def render(view: Picture | FlowView, look: Look = PLAIN) -> bytes:
    """The picture, at twice its size unless asked otherwise. Raises OutputError."""
    fonts = font_files(look)
    picture = parted(svg.traced(view, look))
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=svg.render(picture, look),
            zoom=scale(view, look),
            skip_system_fonts=is_exact(texts_of(picture)),
            font_files=fonts,
            font_family="Arimo",
            sans_serif_family="Arimo",
        )
    except ValueError as error:
        raise OutputError(
            msg("the picture could not be set as PNG: {reason}", reason=str(error)),
            msg("does it draw without `--templates` and `--theme`?"),
        ) from error
    return bytes(made)


def scale(view: Picture | FlowView, look: Look = PLAIN) -> float:
    """How many pixels a unit of the view has: as asked, less where the picture would be enormous."""
    return min(_asked(view, look), MOST_SIDE / max(view.width, view.height), sqrt(MOST_PIXELS / _area(view)))


def remarks(view: Picture | FlowView, look: Look = PLAIN) -> tuple[Message, ...]:
    """Letters that no font has, and a size that had to be less than what was asked."""
    said = missing_remarks(view, look)
    made = scale(view, look)
    if (look.scale or look.width) and made < _asked(view, look):
        width = round(view.width * made)
        said = (*said, msg("the picture is {width} pixels wide: a larger one is more than can be shown", width=width))
    return said


def _asked(view: Picture | FlowView, look: Look) -> float:
    return look.width / view.width if look.width else look.scale or SCALE


def _area(view: Picture | FlowView) -> float:
    return view.width * view.height
