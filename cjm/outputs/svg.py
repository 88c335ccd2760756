"""Any picture as SVG: what `views` placed, printed by a template; the flow's edges as Graphviz draws them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from zlib import crc32

from cjm.outputs.look import PLAIN, Look
from cjm.outputs.palette import FONTS
from cjm.outputs.sheets import sheet
from cjm.outputs.templates import fill
from cjm.views.picture import Group, Picture
from cjm.views.shapes import Box, FlowView
from cjm.views.typeset import STYLES

Part = Literal["whole", "fixed", "rest"]


def render(
    view: Picture | FlowView,
    look: Look = PLAIN,
    *,
    inline: bool = False,
    links: Mapping[tuple[str, str], str] | None = None,
    part: Part = "whole",
) -> str:
    """The picture. `inline` is for one in an HTML page, whose style sheet has its colours; `links` leads parts to it.

    `part` is the first column alone, or what stands beside it. Raises EngineError where Graphviz does not draw.
    """
    picture = view if isinstance(view, Picture) else _traced(view, look)
    return fill(
        "svg/picture.svg",
        folder=look.templates,
        picture=picture,
        groups=[group for group in picture.groups if _belongs(group, picture, part)],
        frame=_frame(picture, part),
        names=prefix(picture, part),
        style="" if inline else sheet(look),
        styles=STYLES,
        fonts=FONTS,
        inline=inline,
        links=links or {},
        linked=bool(links),
    )


def prefix(picture: Picture, part: Part = "whole") -> str:
    """What the picture's ids begin with, so that several can stand in one page."""
    said = f"{picture.view}/{picture.id}/{part}"
    return f"c{crc32(said.encode(errors='replace')):08x}-"


def _traced(view: FlowView, look: Look) -> Picture:
    from cjm.outputs.flow import trace  # noqa: PLC0415 - other pictures need no Graphviz

    return trace(view, look.engine)


def _belongs(group: Group, picture: Picture, part: Part) -> bool:
    if part == "whole":
        return True
    return _is_fixed(group.box, picture) is (part == "fixed")


def _is_fixed(box: Box, picture: Picture) -> bool:
    if picture.mirrored:
        return box.x >= picture.width - picture.fixed
    return box.right <= picture.fixed


def _frame(picture: Picture, part: Part) -> Box:
    whole, fixed = picture.width, picture.fixed
    if part == "whole":
        return Box(0.0, 0.0, whole, picture.height)
    begins = {("fixed", False): 0.0, ("fixed", True): whole - fixed, ("rest", False): fixed, ("rest", True): 0.0}
    width = fixed if part == "fixed" else whole - fixed
    return Box(begins[part, picture.mirrored], 0.0, width, picture.height)
