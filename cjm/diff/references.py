"""What refers to a thing by its id follows it when the id is another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from cjm.model.changes import Value
from cjm.model.fields import Kind, Many, One, Ref, Table
from cjm.model.plain import keys_of

Renames: TypeAlias = Mapping[str, Mapping[str, str]]
"""New ids by old ones, for each family."""


def followed(kind: Kind, value: Value, renames: Renames) -> Value:
    """A plain value of a kind with the new ids in the place of old ones."""
    if value is None or not renames:
        return value
    if isinstance(kind, Ref):
        return renames.get(kind.to, {}).get(str(value), value)
    if isinstance(kind, Many) and isinstance(value, list):
        return [followed(kind.item, each, renames) for each in value]
    if isinstance(kind, Table) and isinstance(value, dict):
        known = renames.get(kind.keys or "", {})
        return {known.get(key, key): followed(kind.value, each, renames) for key, each in value.items()}
    if isinstance(kind, One) and isinstance(value, dict):
        return followed_part(kind.part, value, renames)
    return value


def followed_part(part: type[Any], data: dict[str, Value], renames: Renames) -> dict[str, Value]:
    """A plain part likewise, with all that is in it."""
    kinds = {spec.key: spec.kind for spec in keys_of(part)}
    return {key: followed(kinds[key], value, renames) if key in kinds else value for key, value in data.items()}
