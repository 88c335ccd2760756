"""What happened to a journey between two versions: typed changes, the one that matters most to the customer first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm.diagnostics import Message

VERSION = 1
"""Of the shape of `Change`, as other programs get it."""

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""What JSON can say; parts are mappings of the keys of the format."""

Kind = Literal[
    "added", "removed", "renamed", "moved", "reordered", "split", "merged", "rose", "fell", "changed", "shipped"
]
KINDS: dict[Kind, str] = {
    "added": "It was not there before; `new` is the whole of it.",
    "removed": "It is there no longer; `old` is the whole of it.",
    "renamed": "It has another id or name; `old` and `new` hold `id`, `was` and the name. References follow.",
    "moved": "It stands elsewhere; `old` and `new` are its paths.",
    "reordered": "A list whose order says little has another one; `old` and `new` are ids.",
    "split": "One became several; `new` lists them with their paths, each that was not there before with its `value`.",
    "merged": "Several became one; `old` lists them with their paths, each that is gone with its `value`.",
    "rose": "A number, share or score is higher.",
    "fell": "A number, share or score is lower.",
    "changed": "Any other field has another value.",
    "shipped": "An opportunity has reached the customers.",
}
"""What each kind means."""


CHANNELS = ("channel", "channels")
"""The two keys of one value: the short form for one channel, the full one for several."""


def items(value: Value) -> list[Value]:
    """A plain value as a list: one thing is a list of one, and nothing an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened.

    `of` is what it happened to (`touchpoint`, `pain_point`, `target` …) and `id` its id, the new one where it has two.
    `path` is its place in the new journey (for what is gone: in the old one), as findings have it. `field` is the key
    that changed, with dots (`emotion.score`), empty where the whole is meant. `old` and `new` are whole values.
    `weight` says how much it matters to the customer, from 0 to 100.
    """

    kind: Kind
    of: str
    id: str
    path: str
    field: str
    old: Value
    new: Value
    weight: int
    text: Message

    @property
    def id_before(self) -> str:
        """The id that it had, where that is another one than now."""
        old = self.old if isinstance(self.old, dict) and self.kind in ("renamed", "split") else {}
        return str(old.get("id") or self.id)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that happened, in the order of importance; empty when nothing of meaning did.

    `follows` are ids that cjm made from names and that are others now because of a change elsewhere, by path.
    """

    each: tuple[Change, ...] = ()
    version: int = VERSION
    follows: tuple[tuple[str, str, str, str], ...] = ()
    """Path in the new journey, what it is, the id that it had, and the one that it has."""

    def __iter__(self) -> Iterator[Change]:
        return iter(self.each)

    def __len__(self) -> int:
        return len(self.each)
