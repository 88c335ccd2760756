"""Files as the engine names them, and columns that stand in the names of folders (`year=2026/…`)."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from cjm.measure.inputs import quoting
from cjm.measure.inputs.places import Place

_PATTERN_SIGNS = {ord(sign): f"[{sign}]" for sign in "*?["}


def literal(places: Sequence[Place]) -> str:
    """The files as a list; signs of patterns in their names mean themselves."""
    return quoting.listed(str(place.path.resolve()).translate(_PATTERN_SIGNS) for place in places)


def partitioned(places: Sequence[Place]) -> tuple[str, ...]:
    """The columns that all paths hold below the folder that was named."""
    keys = [
        tuple(unquote(part.partition("=")[0]) for part in place.label.split("/")[:-1] if "=" in part)
        for place in places
    ]
    return keys[0] if keys and all(each == keys[0] for each in keys) else ()
