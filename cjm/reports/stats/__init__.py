"""Says what a project has in a format: one file a format, each `render(stats, translate) -> str`."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from cjm.checks.stats import Stats
from cjm.diagnostics import Translate

__all__ = ["FORMATS", "Render", "renderer"]

Render = Callable[[Stats, Translate], str]
FORMATS = {"text": "cjm.reports.stats.text", "json": "cjm.reports.stats.json"}
"""Formats by name, and the module that renders each. On a terminal, `text` is shown by `cjm.reports.stats.terminal`."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(FORMATS[name]).render)
