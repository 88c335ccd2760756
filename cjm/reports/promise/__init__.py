"""Says what a future journey promises in a format: one file a format, loaded when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from cjm.diagnostics import Translate
from cjm.diff.promise import Promise

__all__ = ["FORMATS", "Render", "renderer"]

Render = Callable[[Sequence[Promise], Translate], str]
FORMATS = {
    "text": "cjm.reports.promise.text",
    "md": "cjm.reports.promise.md",
    "json": "cjm.reports.promise.json",
}
"""Formats by name, and the module that renders each; pictures and pages are written by `outputs`."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(FORMATS[name]).render)
