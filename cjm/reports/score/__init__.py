"""Says scores in a format: one file a format, each `render(scores, translate) -> str`, loaded when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from cjm.diagnostics import Translate
from cjm.model.score import Score

__all__ = ["FORMATS", "Render", "renderer"]

Render = Callable[[Sequence[Score], Translate], str]
FORMATS = {
    "text": "cjm.reports.score.text",
    "json": "cjm.reports.score.json",
    "svg": "cjm.reports.score.badge",
}
"""Formats by name, and the module that renders each. On a terminal, `text` is shown by `cjm.reports.score.terminal`."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(FORMATS[name]).render)
