"""Text set into lines at a place, in the few styles that pictures use."""

from __future__ import annotations

from functools import lru_cache

from cjm.views.metrics import is_exact, text_width
from cjm.views.shapes import Align, Block, Line, Style
from cjm.views.wrap import wrap

STAGE = Style("stage", 15, 19, bold=True)
NOTE = Style("note", 11, 14.5)
NAME = Style("name", 13, 16.5, bold=True)
META = Style("meta", 11, 14.5)
WHEN = Style("when", 11, 14)
LEGEND = Style("legend", 11, 14)
TITLE = Style("title", 26, 32, bold=True)
LEAD = Style("lead", 13, 18)
LABEL = Style("label", 12, 15.5, bold=True)
BODY = Style("body", 11.5, 15)
SMALL = Style("small", 10.5, 13.5)
STYLES = {style.name: style for style in (STAGE, NOTE, NAME, META, WHEN, LEGEND, TITLE, LEAD, LABEL, BODY, SMALL)}


@lru_cache(maxsize=4096)
def broken(text: str, style: Style, width: float, language: str = "") -> tuple[str, ...]:
    """The text's lines in a style; an empty text has one empty line. `language` is that of its hyphens."""
    return wrap(text, width, style.size, bold=style.bold, language=language) or ("",)


def depth(text: str, style: Style, width: float, language: str = "") -> float:
    """How high a text stands when it is set in a width."""
    return len(broken(text, style, width, language)) * style.leading


def breadth(text: str, style: Style, width: float, language: str = "") -> float:
    """The widest line of a text that is set in a width."""
    return max(text_width(line, style.size, bold=style.bold) for line in broken(text, style, width, language))


def set_text(  # noqa: PLR0913 - a place is three numbers
    text: str, style: Style, x: float, y: float, width: float, align: Align = "start", language: str = ""
) -> Block:
    """A text in lines. `x` is its left end, or its middle; `y` the top of its first line."""
    lines = tuple(
        Line(
            line,
            round(x, 2),
            round(y + style.ascent + number * style.leading, 2),
            round(text_width(line, style.size, bold=style.bold), 2),
            is_exact(line),
        )
        for number, line in enumerate(broken(text, style, width, language))
    )
    return Block(style.name, align, text, lines)
