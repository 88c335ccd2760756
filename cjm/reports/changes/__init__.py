"""Says what happened between two versions in a format: one file a format, loaded when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from cjm.diagnostics import Translate
from cjm.diff.account import Account

__all__ = ["FORMATS", "Render", "renderer"]

Render = Callable[[Sequence[Account], Translate], str]
FORMATS = {
    "text": "cjm.reports.changes.text",
    "md": "cjm.reports.changes.md",
    "json": "cjm.reports.changes.json",
}
"""Formats by name, and the module that renders each; pictures and pages are written by `outputs`."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(FORMATS[name]).render)
