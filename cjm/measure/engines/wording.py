"""Names of tables as people write them, and what is said when an engine is not there."""

from __future__ import annotations

import re

from cjm.diagnostics import msg
from cjm.measure.troubles import MeasureError

_PART = re.compile(r'"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|([^."`]+)')


def parts_of(written: str) -> tuple[str, ...]:
    """`schema.table` in its parts; what stands in quotes is one, dots and all."""
    found, place = [], 0
    while match := _PART.match(written, place):
        found.append((match[1] or "").replace('""', '"') or (match[2] or "").replace("``", "`") or match[3])
        place = match.end() + 1
        if match.end() == len(written):
            return tuple(found)
        if written[match.end()] != ".":
            break
    return (written,)


def not_installed(engine: str, package: str) -> MeasureError:
    """That an engine's client is missing, and how to get it."""
    return MeasureError(
        msg("measuring on {engine} needs more than is installed", engine=engine),
        msg("install it with `{command}`", command=f"pip install '{package}'"),
    )
