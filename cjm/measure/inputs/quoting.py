"""Names and texts as SQL writes them: whatever they hold, they stay names and texts."""

from __future__ import annotations

from collections.abc import Iterable


def name(text: str) -> str:
    """A column or a table, quoted."""
    return '"' + text.replace('"', '""') + '"'


def text(written: str) -> str:
    """A text, quoted."""
    return "'" + written.replace("'", "''") + "'"


def listed(texts: Iterable[str]) -> str:
    """Texts as a list of SQL."""
    return "[" + ", ".join(map(text, texts)) + "]"
