"""Formats for reading, one file each. Naming them here imports none of them."""

from __future__ import annotations

from typing import NamedTuple

PICTURES = ("map", "curve", "flow", "blueprint", "board")


class Output(NamedTuple):
    """Where a format is written, the views that it can show, its default first, and how its files end."""

    module: str
    views: tuple[str, ...]
    extension: str


OUTPUTS = {
    "svg": Output("cjm.outputs.svg", PICTURES, "svg"),
    "png": Output("cjm.outputs.png", PICTURES, "png"),
    "pdf": Output("cjm.outputs.pdf", PICTURES, "pdf"),
    "html": Output("cjm.outputs.html", PICTURES, "html"),
    "md": Output("cjm.outputs.md", PICTURES, "md"),
    "mermaid": Output("cjm.outputs.mermaid", ("map", "flow"), "mmd"),
    "dot": Output("cjm.outputs.dot", ("flow",), "dot"),
    "csv": Output("cjm.outputs.csv", (), "csv"),
    "xlsx": Output("cjm.outputs.xlsx", (), "xlsx"),
    "json": Output("cjm.outputs.json", PICTURES, "json"),
}
