"""A computed view as JSON, for other programs: every text, place and curve."""

from __future__ import annotations

import json
import re

from cjm.outputs.look import PLAIN, Look
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView

VERSION = 1
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def render(view: Picture | FlowView, look: Look = PLAIN) -> str:  # noqa: ARG001 - a view has no looks here
    """The view with its name and the version of this form."""
    name = view.view if isinstance(view, Picture) else "flow"
    whole = {"cjm_view": VERSION, "view": name, name: _named(view)}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return _ODD.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + "\n"


def _named(shape: object) -> object:
    """Shapes as objects, by the names of their fields; points stay lists."""
    if isinstance(shape, tuple):
        names = getattr(shape, "_fields", None)
        values = [_named(value) for value in shape]
        return dict(zip(names, values, strict=True)) if names else values
    return shape
