"""Parts as plain data that JSON can say, and back: mappings of the format's keys, walked from the declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from cjm.model.changes import Value
from cjm.model.fields import Day, Kind, Lapse, Length, Many, One, Quantity, Spec, Table, specs
from cjm.model.part import Part, PathStep
from cjm.model.values import Amount, Duration, Lasting, read_amount, read_duration

Made = TypeVar("Made", bound=Part)
Path = tuple[PathStep, ...]
OTHERS = "*"
"""The key of the table that takes the keys a part does not know."""


_KEYS: dict[type[Part], tuple[Spec, ...]] = {}


def keys_of(part: type[Part]) -> tuple[Spec, ...]:
    """The declared keys of a part, worked out once."""
    if part not in _KEYS:
        _KEYS[part] = specs(part)
    return _KEYS[part]


def plain(part: Part) -> dict[str, Value]:
    """A part as a mapping; what has its default is left out."""
    found: dict[str, Value] = {}
    for spec in keys_of(type(part)):
        value = getattr(part, spec.attribute)
        if not spec.required and value == part.defaults.get(spec.attribute):
            continue
        said = plain_value(spec.kind, value)
        if spec.key == OTHERS and isinstance(said, dict):
            found |= said
        else:
            found[spec.key] = said
    return found


def plain_value(kind: Kind, value: Any) -> Value:  # noqa: ANN401, PLR0911 - whatever the kind says; a line for each
    """A value of a kind as JSON can say it."""
    if value is None:
        return None
    if isinstance(kind, Many):
        return [plain_value(kind.item, each) for each in value]
    if isinstance(kind, Table):
        return {key: plain_value(kind.value, each) for key, each in value}
    if isinstance(kind, One):
        return plain(value)
    if isinstance(kind, Day):
        return str(value.isoformat())
    if isinstance(kind, Length):
        return _length(value)
    if isinstance(kind, Lapse):
        shortest, longest = _length(value.shortest), _length(value.longest)
        return shortest if value.shortest == value.longest else {"from": shortest, "to": longest}
    if isinstance(kind, Quantity):
        return _quantity(value)
    return value  # type: ignore[no-any-return]


def _length(value: Duration) -> str:
    read = read_duration(value.text)
    return value.text if read == value else f"{value.seconds!r}s"


def _quantity(value: Amount) -> Value:
    if value.unit == "number":
        return int(value.value) if value.value == int(value.value) else value.value
    if read_amount(value.text) == value:
        return value.text
    return f"{value.value!r}s" if value.unit == "duration" else f"{round(value.value * 100, 12)!r}%"


def built(part: type[Made], data: Mapping[str, Any], path: Path = ()) -> Made:
    """The part that plain data describes: what `plain` gave comes back equal."""
    values: dict[str, Any] = {"path": path}
    rest = dict(data)
    others: Spec | None = None
    for spec in keys_of(part):
        if spec.key == OTHERS:
            others = spec
        elif spec.key in rest:
            values[spec.attribute] = built_value(spec.kind, rest.pop(spec.key), (*path, spec.key))
    if others is not None and rest:
        values[others.attribute] = built_value(others.kind, rest, path)
    return part(**values)


def built_value(kind: Kind, value: Any, path: Path) -> Any:  # noqa: ANN401, PLR0911 - as above
    """A value of a kind from plain data."""
    if value is None:
        return () if isinstance(kind, Many | Table) else None
    if isinstance(kind, Many):
        return _items(kind, value, path)
    if isinstance(kind, Table):
        return tuple((key, built_value(kind.value, each, (*path, key))) for key, each in value.items())
    if isinstance(kind, One):
        return built(kind.part, value, path)
    if isinstance(kind, Day):
        return date.fromisoformat(value)
    if isinstance(kind, Length):
        return read_duration(value)
    if isinstance(kind, Lapse):
        shortest, longest = (value["from"], value["to"]) if isinstance(value, Mapping) else (value, value)
        return Lasting(_read_length(shortest), _read_length(longest))
    if isinstance(kind, Quantity):
        return Amount(value, "number", str(value)) if isinstance(value, int | float) else read_amount(value)
    return value


def _items(kind: Many, value: Sequence[Any], path: Path) -> tuple[Any, ...]:
    return tuple(built_value(kind.item, each, (*path, number)) for number, each in enumerate(value))


def _read_length(text: str) -> Duration:
    return read_duration(text) or Duration(0.0, text)
