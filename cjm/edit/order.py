"""In which order the keys of a part stand, and how values lie within kinds. Knows the format, and no text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.model.fields import Kind, Lapse, Many, One, Table, specs
from cjm.model.part import Part
from cjm.model.parts import Stretch
from cjm.source.values import Mapping, Node, Scalar
from cjm.source.values import Sequence as List

_FIRST = ("cjm", "cjm_project")

GROUPS = (
    ("objective", "targets", "scope"),
    ("persona", "personas", "channels", "teams", "evidence", "metrics", "lanes"),
    ("pain_points", "opportunities", "notes"),
    ("stages",),
    ("paths",),
    ("sources",),
)
"""The keys of a journey that stand together, parted from the others by an empty line."""


def in_order(keys: Sequence[Scalar], kind: Kind | None, *, pinned: bool = False) -> list[int]:
    """The numbers of a part's keys in the order of the format; an unknown key follows the one that it followed.

    A `pinned` first key stays the first. The keys of tables, and of what is not known, stay as they are.
    """
    ranks = _ranks(kind.part) if isinstance(kind, One) else _ranks(Stretch) if isinstance(kind, Lapse) else {}
    last = -1
    places = []
    for number, key in enumerate(keys):
        last = ranks.get(key.text, last)
        places.append((-1 if pinned and number == 0 else last, number))
    return [number for _, number in sorted(places)]


def inside(node: Node, kind: Kind | None) -> Iterator[tuple[Node, Kind | None]]:
    """The values in a value, in the order of the file, with their kinds."""
    if isinstance(kind, Many) and kind.single and not isinstance(node, List):
        kind = kind.item
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield value, kind_below(kind, key.text)
    elif isinstance(node, List):
        for item in node.items:
            yield item, kind.item if isinstance(kind, Many) else None


def kind_below(kind: Kind | None, key: str) -> Kind | None:
    """The kind of the value below a key."""
    if isinstance(kind, Many) and kind.single:
        kind = kind.item
    if isinstance(kind, One):
        return _kinds(kind.part).get(key)
    return kind.value if isinstance(kind, Table) else None


def group(key: str) -> int:
    """The number of the group of a journey's key."""
    return next((number for number, keys in enumerate(GROUPS, 1) if key in keys), 0)


_RANKS: dict[type[Part], dict[str, int]] = {}
_KINDS: dict[type[Part], dict[str, Kind]] = {}


def _ranks(part: type[Part]) -> dict[str, int]:
    if part in _RANKS:
        return _RANKS[part]
    keys = [spec.key for spec in specs(part) if spec.key != "*"]
    keys.sort(key=lambda key: key not in _FIRST)
    found = _RANKS[part] = {key: rank for rank, key in enumerate(keys)}
    return found


def _kinds(part: type[Part]) -> dict[str, Kind]:
    if part not in _KINDS:
        _KINDS[part] = {spec.key: spec.kind for spec in specs(part)}
    return _KINDS[part]
