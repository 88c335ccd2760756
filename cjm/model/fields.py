"""How a field of the journey file is declared: once, with its type, short form, limits and description.

The reader, the JSON Schema and the format reference all walk these declarations. Nothing here reads anything.
"""

from __future__ import annotations

from dataclasses import MISSING, field, fields
from typing import Any, Literal, NamedTuple

Kinds = Literal["persona", "channel", "team", "evidence", "metric", "touchpoint", "journey", "pain_point", "lane"]


class Kind:
    """What a value can be. Plain classes: a file of them loads ten times faster than as many dataclasses."""

    __slots__ = ()


class Text(Kind):
    """Taken as written."""

    __slots__ = ()


class Flag(Kind):
    """`true` or `false`."""

    __slots__ = ()


class Level(Kind):
    """From 1 to 5, or `low`, `medium`, `high`, `critical`."""

    __slots__ = ()


class Share(Kind):
    """`40%` or `0.4`, kept as a fraction."""

    __slots__ = ()


class Day(Kind):
    """`2026-10-01`."""

    __slots__ = ()


class Length(Kind):
    """A duration: `20m`, `2h`, `3d`, `18mo`."""

    __slots__ = ()


class Lapse(Kind):
    """How long something takes: a duration, or `{from: 2d, to: 5d}`."""

    __slots__ = ()


class Quantity(Kind):
    """What a target or figure holds: a number, a share or a duration."""

    __slots__ = ()


class Ident(Kind):
    """Letters of any script, digits, `-`, `_` and `.`, at most 64."""

    __slots__ = ()


class Tongue(Kind):
    """The tag of a language: `es`, `pt-BR`."""

    __slots__ = ()


class Pattern(Kind):
    """A regular expression."""

    __slots__ = ()


class Version(Kind):
    """The number of the format: `1`."""

    __slots__ = ()


class Choice(Kind):
    """One of a fixed list of words."""

    __slots__ = ("names",)

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names


class Number(Kind):
    """A number; `low` and `high` are both allowed. `whole` refuses decimals."""

    __slots__ = ("high", "low", "whole")

    def __init__(self, low: float | None = None, high: float | None = None, *, whole: bool = False) -> None:
        self.low, self.high, self.whole = low, high, whole


class Address(Kind):
    """`http`, `https`, `mailto`, or a path inside the project; `local` takes the path alone."""

    __slots__ = ("local",)

    def __init__(self, *, local: bool = False) -> None:
        self.local = local


class Ref(Kind):
    """The id or the name of something that is defined elsewhere."""

    __slots__ = ("to",)

    def __init__(self, to: Kinds) -> None:
        self.to = to


class One(Kind):
    """A part of its own, in its full form or its class's short one."""

    __slots__ = ("part",)

    def __init__(self, part: type[Any]) -> None:
        self.part = part


class Many(Kind):
    """A list; `single` also takes one value that stands for a list of one."""

    __slots__ = ("item", "single")

    def __init__(self, item: Kind, *, single: bool = False) -> None:
        self.item, self.single = item, single


class Table(Kind):
    """Keys that the author chooses, each with a value; `keys` says what they refer to."""

    __slots__ = ("keys", "value")

    def __init__(self, value: Kind, keys: Kinds | None = None) -> None:
        self.value, self.keys = value, keys


class Spec(NamedTuple):
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
        Spec(
            item.metadata["key"] or item.name,
            item.name,
            item.metadata["kind"],
            item.metadata["about"],
            item.metadata["required"],
        )
        for item in fields(part)
        if item.metadata
    )
