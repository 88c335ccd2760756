"""How a field of the journey file is declared: once, with its type, short form, limits and description.

The reader, the JSON Schema and the format reference all walk these declarations. Nothing here reads anything.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Literal

Kinds = Literal["persona", "channel", "team", "evidence", "metric", "touchpoint", "journey", "pain_point", "lane"]


@dataclass(frozen=True, slots=True)
class Text:
    """Taken as written."""


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a fixed list of words."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `low` and `high` are both allowed. `whole` refuses decimals."""

    low: float | None = None
    high: float | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """From 1 to 5, or `low`, `medium`, `high`, `critical`."""


@dataclass(frozen=True, slots=True)
class Share:
    """`40%` or `0.4`, kept as a fraction."""


@dataclass(frozen=True, slots=True)
class Day:
    """`2026-10-01`."""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: `20m`, `2h`, `3d`, `18mo`."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """How long something takes: a duration, or `{from: 2d, to: 5d}`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a target or figure holds: a number, a share or a duration."""


@dataclass(frozen=True, slots=True)
class Address:
    """`http`, `https`, `mailto`, or a path inside the project (`local` refuses the others)."""

    local: bool = False


@dataclass(frozen=True, slots=True)
class Ident:
    """Letters of any script, digits, `-`, `_` and `.`, at most 64."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The tag of a language: `es`, `pt-BR`."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""


@dataclass(frozen=True, slots=True)
class Version:
    """The number of the format: `1`."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id or the name of something that is defined elsewhere."""

    to: Kinds


@dataclass(frozen=True, slots=True)
class One:
    """A part of its own, in its full form or its class's short one."""

    part: type[Any]


@dataclass(frozen=True, slots=True)
class Many:
    """A list; `single` also takes one value that stands for a list of one."""

    item: Kind
    single: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Keys that the author chooses, each with a value; `keys` says what they refer to."""

    value: Kind
    keys: Kinds | None = None


Kind = (
    Text
    | Flag
    | Choice
    | Number
    | Level
    | Share
    | Day
    | Length
    | Lapse
    | Quantity
    | Address
    | Ident
    | Tongue
    | Pattern
    | Version
    | Ref
    | One
    | Many
    | Table
)


@dataclass(frozen=True, slots=True)
class Spec:
    """The declaration of one key: `attribute` is its name in Python."""

    key: str
    attribute: str
    kind: Kind
    about: str
    required: bool = False


def declare(kind: Kind, about: str, *, required: bool = False, default: object = MISSING, key: str = "") -> Any:  # noqa: ANN401 - a field's type is its annotation
    """A dataclass field that the reader fills from the key of its name (or `key`)."""
    empty: object = () if isinstance(kind, Many | Table) else None
    if required and default is MISSING:
        return field(metadata={"kind": kind, "about": about, "required": True, "key": key})
    value = empty if default is MISSING else default
    return field(default=value, metadata={"kind": kind, "about": about, "required": required, "key": key})


def specs(part: type[Any]) -> tuple[Spec, ...]:
    """The declared keys of a part, in the order of the format."""
    return tuple(
        Spec(item.metadata["key"] or item.name, item.name, item.metadata["kind"], item.metadata["about"],
             item.metadata["required"])
        for item in fields(part)
        if item.metadata
    )
