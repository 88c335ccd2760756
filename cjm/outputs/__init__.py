"""Formats for reading, one file each. Naming them here imports none of them."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Output(NamedTuple):
    """Where a format is written, and what its `render` takes."""

    module: str
    view: Literal["flow", "report"]
    draws: bool
    """Whether `render` also takes the Graphviz engine."""


OUTPUTS = {
    "svg": Output("cjm.outputs.svg", "flow", draws=True),
    "png": Output("cjm.outputs.png", "flow", draws=True),
    "dot": Output("cjm.outputs.dot", "flow", draws=False),
    "html": Output("cjm.outputs.html", "report", draws=True),
    "json": Output("cjm.outputs.json", "flow", draws=False),
}
