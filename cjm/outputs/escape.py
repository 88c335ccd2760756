"""Text of journeys made harmless for the formats that it is written in."""

from __future__ import annotations

import re

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with what XML forbids, and what terminals obey, shown as the replacement character."""
    return _UNPRINTABLE.sub("\ufffd", text).replace("\r", " ")


def markup(text: str) -> str:
    """For a text or an attribute of XML and HTML."""
    return clean(text).translate(_MARKUP)


def dot_markup(text: str) -> str:
    """For a text inside an HTML-like label, where Graphviz still reads a backslash as an escape."""
    return markup(text).replace("\\", "\\\\")


def dot_text(text: str) -> str:
    """For a plain string of DOT: no backslash is an escape, no `&` begins an entity."""
    return clean(text).replace("\\", "\\\\").replace("&", "&amp;")
