"""A column on its way into the relation."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """`sql` reads it from `origin`; `kind` is the engine's type, `name` the source's word for it."""

    origin: str
    sql: str
    kind: str
    name: str
