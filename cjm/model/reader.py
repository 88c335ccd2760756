"""Walks the declarations over values with places: every part built, every problem noted once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, NamedTuple

from cjm.diagnostics import Fix, Message, msg
from cjm.model import scalars, texts
from cjm.model.fields import (
    Address,
    Choice,
    Day,
    Flag,
    Ident,
    Kind,
    Lapse,
    Length,
    Level,
    Many,
    Number,
    One,
    Pattern,
    Quantity,
    Ref,
    Share,
    Spec,
    Table,
    Text,
    Tongue,
    Version,
    specs,
)
from cjm.model.lists import Read, list_reader, table_reader
from cjm.model.part import Part
from cjm.model.parts import Identified, Stretch
from cjm.model.reading import Path, Reading
from cjm.model.values import Lasting
from cjm.model.whole import WHOLE
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence

_PLAIN: dict[type[Any], Read] = {
    Text: texts.text,
    Flag: scalars.flag,
    Level: scalars.level,
    Share: scalars.share,
    Day: scalars.day,
    Length: scalars.duration,
    Quantity: scalars.amount,
    Ident: scalars.ident,
    Tongue: scalars.language,
    Pattern: texts.pattern,
    Version: scalars.version,
}
_WITH_OPTIONS: dict[type[Any], Callable[..., Any]] = {
    Choice: scalars.choice,
    Number: scalars.number,
    Address: scalars.link,
    Ref: texts.reference,
}


@cache
def reader(kind: Kind) -> Read:
    """The function that reads values of a kind. It gives None where nothing could be read."""
    simple = _PLAIN.get(type(kind))
    if simple:
        return simple
    if isinstance(kind, One):
        return part_reader(kind.part)
    if isinstance(kind, Many):
        return list_reader(kind, reader(kind.item))
    if isinstance(kind, Table):
        return table_reader(kind, reader(kind.value))
    if isinstance(kind, Lapse):
        return _lapse
    return partial(_WITH_OPTIONS[type(kind)], kind)


class _Shape(NamedTuple):
    """The keys of a part: all, those it must have, the one that a bare value stands for, and where all others go."""

    part: type[Part]
    known: dict[str, Spec]
    required: tuple[Spec, ...]
    short: Spec | None
    others: Spec | None


def _shape(part: type[Part]) -> _Shape:
    known = {spec.key: spec for spec in specs(part)}
    others = known.pop("*", None)
    return _Shape(part, known, tuple(spec for spec in known.values() if spec.required), known.get(part.short), others)


_PART_READERS: dict[type[Part], Read] = {}


def part_reader(part: type[Part]) -> Read:
    """The function that reads a part in its full form or its short one."""
    if part not in _PART_READERS:
        _PART_READERS[part] = _made_reader(part)
    return _PART_READERS[part]


def _made_reader(part: type[Part]) -> Read:  # noqa: C901 - the loop that takes the time
    shape = _shape(part)
    identified = issubclass(part, Identified)
    must = {spec.attribute for spec in shape.required}
    judge = WHOLE.get(part)
    slots: dict[str, tuple[str, Read]] = {}

    def read(node: Node, path: Path, reading: Reading) -> Part | None:  # noqa: C901 - as above
        if node.__class__ is not Mapping:
            return _short_form(shape, node, path, reading)
        found: dict[str, Any] = {"path": path}
        for key, value in node.entries:
            name = key.text
            slot = slots.get(name)
            if slot is None:
                if name not in shape.known:
                    _other_key(shape, (key, value), node, found, reading)
                    continue
                slot = slots[name] = (shape.known[name].attribute, reader(shape.known[name].kind))
            if value.__class__ is Scalar and is_nothing(value):
                if not shape.known[name].required:
                    reading.empty(key, (*path, name))
                continue
            got = slot[1](value, (*path, name), reading)
            if got is not None:
                found[slot[0]] = got
        if path in reading.unreadable:
            return None
        if not must <= found.keys() and not _fill_required(shape, found, node, path, reading):
            return None
        if identified:
            found["id"] = reading.names.ids.get(path, "")
            found["generated"] = path in reading.names.generated
        whole = part(**found)
        if judge is not None:
            judge(whole, node, path, reading)
        return whole

    return read


def _other_key(
    shape: _Shape, entry: tuple[Scalar, Node], node: Mapping, found: dict[str, Any], reading: Reading
) -> None:
    path: Path = found["path"]
    if shape.others is None:
        from cjm.model.stray import stray_key  # noqa: PLC0415 - only files with a mistake need it

        stray_key(shape.part, entry, node, path, reading)
        return
    own = Mapping(*node[:4], (entry,))
    read = reader(shape.others.kind)(own, path, reading)
    found[shape.others.attribute] = (*found.get(shape.others.attribute, ()), *(read or ()))


def _fill_required(shape: _Shape, found: dict[str, Any], node: Mapping, path: Path, reading: Reading) -> bool:
    """Note required keys that are missing. Text is left empty, so that the rest can be judged; False without it."""
    for spec in shape.required:
        if spec.attribute in found:
            continue
        written = {key.text for key, _ in node.entries}
        if shape.part.instead in written and spec.key not in written:
            found[spec.attribute] = found.get(shape.part.instead, "")
            continue
        if not (path in reading.renames and spec.key in reading.renames[path].values()):
            _missing(spec, shape.part, node, path, reading)
        if not isinstance(spec.kind, Text | Ref):
            return False
        found[spec.attribute] = ""
    return True


def _missing(spec: Spec, part: type[Part], node: Mapping, path: Path, reading: Reading) -> None:
    """Note that a key is not there, or has nothing after it; what it holds else has been judged already."""
    key, value = next(((key, value) for key, value in node.entries if key.text == spec.key), (None, None))
    if key is None:
        place, message = (
            node.entries[0][0] if node.entries else node,
            msg("{part} has no `{key}`", part=part.noun, key=spec.key),
        )
    elif isinstance(value, Scalar) and is_nothing(value):
        place, message = key, msg("`{key}` of {part} is empty", key=spec.key, part=part.noun)
    else:
        return
    reading.error("missing-key", place, (*path, spec.key), message, msg("write `{key}: …`", key=spec.key))


def _short_form(shape: _Shape, node: Node, path: Path, reading: Reading) -> Part | None:
    part, short = shape.part, shape.short
    if short is None or node.__class__ is not Scalar:
        reading.expected(node, path, _forms(shape), *_as_keys(shape, node, path, reading))
        return None
    got = reader(short.kind)(node, path, reading)
    if got is None:
        return None
    if issubclass(part, Identified):
        return part(path=path, id=reading.names.ids.get(path, ""), generated=True, **{short.attribute: got})
    return part(path=path, **{short.attribute: got})


def _forms(shape: _Shape) -> Message:
    """What the part may be written as."""
    if shape.short is None:
        return msg("keys of its own, as in `{example}`", example=f"{_first_key(shape)}: …")
    if isinstance(shape.short.kind, Number):
        return msg("a number, or keys of its own")
    return msg("text, or keys of its own")


def _as_keys(shape: _Shape, node: Node, path: Path, reading: Reading) -> tuple[Message | None, Fix | None]:
    from cjm.model.half_written import as_part  # noqa: PLC0415 - only files with a mistake need it

    if shape.short and isinstance(node, Sequence) and len(node.items) == 1:
        return None, None
    first = shape.known[_first_key(shape)]
    if isinstance(first.kind, One | Many | Table):
        return msg("write `{example}` below it", example=f"{first.key}: …"), None
    return as_part(first.key, shape.known, node, path, reading)


def _first_key(shape: _Shape) -> str:
    if issubclass(shape.part, Identified):
        return shape.part.label
    return next((spec.key for spec in shape.required), next(iter(shape.known)))


def _lapse(node: Node, path: Path, reading: Reading) -> Lasting | None:
    if node.__class__ is Mapping:
        stretch: Stretch | None = part_reader(Stretch)(node, path, reading)
        return Lasting(stretch.shortest, stretch.longest) if stretch else None
    if node.__class__ is Sequence:
        hint = msg("write `20m`, or `{example}`", example="{from: 2d, to: 5d}")
        reading.expected(node, path, msg("a duration, or `from` and `to`"), hint)
        return None
    found = scalars.duration(node, path, reading)
    return Lasting(found, found) if found else None
