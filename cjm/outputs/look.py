"""How a view is written, apart from what it shows: engine, theme, templates, fonts and size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Engine = Literal["embedded", "system"]
Page = Literal["poster", "a3", "a4"]

THEMES = ("auto", "light", "dark", "print")
"""`auto` follows the reader's setting in a page, and is light in a picture."""


@dataclass(frozen=True, slots=True)
class Look:
    """`css` is a style sheet of the user's, added to the theme; `scale` and `width` (in pixels) are for PNG alone."""

    engine: Engine = "embedded"
    theme: str = "auto"
    css: str = ""
    templates: Path | None = None
    """A folder whose templates stand in for ours of the same name."""
    fonts: tuple[Path, ...] = ()
    scale: float | None = None
    width: int | None = None
    page: Page = "poster"
    name: str = ""
    """What the files are called, for those that link to another; empty, the journey's id."""


PLAIN = Look()
