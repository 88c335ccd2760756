"""Sets the texts of one journey, in its language."""

from __future__ import annotations

from typing import NamedTuple

from cjm.views.shapes import Align, Block, Style
from cjm.views.typeset import breadth, depth, set_text


class Pen(NamedTuple):
    """Knows the language that words are divided in."""

    language: str

    def set(self, text: str, style: Style, x: float, y: float, width: float, align: Align = "start") -> Block:  # noqa: PLR0913 - a place is three numbers
        """A text in lines at a place."""
        return set_text(text, style, x, y, width, align, self.language)

    def depth(self, text: str, style: Style, width: float) -> float:
        """How high a text stands; nothing for none."""
        return depth(text, style, width, self.language) if text else 0.0

    def breadth(self, text: str, style: Style, width: float) -> float:
        """Its widest line."""
        return breadth(text, style, width, self.language) if text else 0.0
