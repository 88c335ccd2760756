"""Says findings in a format: one file a format, each `render(report) -> str`, loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from cjm.reports.report import Report, compose

__all__ = ["REPORTS", "Render", "Report", "compose", "renderer"]

Render = Callable[[Report], str]

REPORTS = {
    "text": "cjm.reports.text",
    "json": "cjm.reports.json",
    "github": "cjm.reports.github",
    "sarif": "cjm.reports.sarif",
    "gitlab": "cjm.reports.gitlab",
    "junit": "cjm.reports.junit",
    "md": "cjm.reports.md",
}
"""Formats by name, and the module that renders each. On a terminal, `text` is shown by `cjm.reports.terminal`."""


def renderer(name: str) -> Render:
    """What renders the format; KeyError when there is none of that name."""
    return cast("Render", import_module(REPORTS[name]).render)
