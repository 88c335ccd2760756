"""Says what was measured: a file a format, each `render(journey, measurement, translate) -> str`, loaded on demand."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from cjm.diagnostics import Translate
from cjm.model import Journey
from cjm.model.measurement import Measurement

__all__ = ["FORMATS", "Render", "renderer"]

Render = Callable[[Journey, Measurement, Translate], str]
FORMATS = {
    "text": "cjm.reports.measured.text",
    "json": "cjm.reports.measured.json",
    "md": "cjm.reports.measured.md",
}
"""Formats by name, and the module that renders each."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(FORMATS[name]).render)
