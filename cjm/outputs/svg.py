"""Any picture as SVG: what `views` placed, printed by a template; the flow's edges as Graphviz draws them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    picture = traced(view, look)
    groups = [group for group in picture.groups if _belongs(group, picture, part)]
    return _printed(picture, groups, _frame(picture, part), look, part, inline, links or {})


def window(picture: Picture, frame: Box, look: Look = PLAIN, *, headed: bool = True) -> str:
    """The part of a picture that a frame shows, without the picture's head where it is not `headed`."""
    shown = (group for group in picture.groups if headed or group.kind != "heading")
    groups = [group for group in shown if _meets(group.box, frame)]
    return _printed(picture, groups, frame, look, "whole", inline=False, links={})


def _printed(  # noqa: PLR0913 - a template is filled with these
    picture: Picture,
    groups: Sequence[Group],
    frame: Box,
    look: Look,
    part: Part,
    inline: bool,  # noqa: FBT001 - as above
    links: Mapping[tuple[str, str], str],
) -> str:
    return fill(
        "svg/picture.svg",
        folder=look.templates,
        picture=picture,
        groups=groups,
        frame=frame,
        names=prefix(picture, part),
        style="" if inline else sheet(look),
        styles=STYLES,
        fonts=FONTS,
        inline=inline,
        links=links,
        linked=bool(links),
    )


def prefix(picture: Picture, part: Part = "whole") -> str:
    """What the picture's ids begin with, so that several can stand in one page."""
    said = f"{picture.view}/{picture.id}/{part}"
    return f"c{crc32(said.encode(errors='replace')):08x}-"


def traced(view: Picture | FlowView, look: Look) -> Picture:
    """The flow with the edges of Graphviz; any other picture as it is. Raises EngineError."""
    if isinstance(view, Picture):
        return view
    from cjm.outputs.flow import trace  # noqa: PLC0415 - other pictures need no Graphviz

    return trace(view, look.engine)


def _meets(box: Box, frame: Box) -> bool:
    across = box.x < frame.right and box.right > frame.x
    return across and box.y < frame.bottom and box.bottom >= frame.y


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
