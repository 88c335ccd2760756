"""The pieces that pictures are drawn from: words, faces, stars, cards. Jinja would take longer to load than to draw."""

from __future__ import annotations

from cjm.outputs.escape import markup
from cjm.outputs.palette import FEATURES, MOODS, MOUTHS, PAPER, QUIET, RULE, STAR
from cjm.views.shapes import Block, Box, Line
from cjm.views.typeset import STYLES

_STAR = "M0,-7.2 2,-2.6 7,-2.2 3.2,1 4.4,5.9 0,3.2 -4.4,5.9 -3.2,1 -7,-2.2 -2,-2.6Z"
_EYES = "M-3.4,-2.9v.6M3.4,-2.9v.6"
_ROUND = 9


def element(name: str, *inside: str, **attributes: str | float | None) -> str:
    """An element around markup. Attributes are escaped; `_` in a name is `-`, None leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{value(what)}"' for key, what in attributes.items() if what is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def value(what: str | float) -> str:
    """What stands in an attribute: numbers with at most two decimals."""
    if isinstance(what, str):
        return markup(what)
    return f"{round(what, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def words(block: Block, color: str, name: str) -> str:
    """A text, line by line."""
    style = STYLES[block.style]
    return element(
        "text",
        *(_line(line) for line in block.lines),
        class_=f"cjm-{name}",
        font_size=style.size,
        font_weight="700" if style.bold else None,
        fill=color,
        text_anchor="middle" if block.align == "middle" else None,
    )


def _line(line: Line) -> str:
    """A line, held to its width where that was measured: a wider font cannot overflow."""
    held = line.exact and line.width > 0
    return element(
        "tspan",
        markup(line.text),
        x=line.x,
        y=line.y,
        textLength=line.width if held else None,
        lengthAdjust="spacingAndGlyphs" if held else None,
    )


def face(mood: int, x: float, y: float, radius: float) -> str:
    """A score: its colour and its mouth say the same."""
    return element(
        "g",
        element("circle", r=10, fill=MOODS[mood], stroke="none"),
        element("path", d=_EYES, stroke_width=2.3),
        element("path", d=MOUTHS[mood], fill=FEATURES[mood] if mood == max(MOUTHS) else None),
        class_="cjm-face",
        transform=f"translate({value(x)} {value(y)}) scale({value(radius / 10)})",
        fill="none",
        stroke=FEATURES[mood],
        stroke_width=1.7,
        stroke_linecap="round",
    )


def star(x: float, y: float) -> str:
    """A moment of truth."""
    return element("path", class_="cjm-star", transform=f"translate({value(x)} {value(y)})", fill=STAR, d=_STAR)


def plate(kind: str, box: Box) -> str:
    """A card's shape: rounded for a contact, square for an action, dashed for a wait."""
    return element(
        "rect",
        class_=f"cjm-card cjm-{kind}",
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        rx=None if kind == "action" else min(_ROUND, box.height / 3),
        fill=PAPER,
        stroke=RULE if kind == "contact" else QUIET,
        stroke_width=1.2,
        stroke_dasharray="4 3" if kind == "wait" else None,
    )
