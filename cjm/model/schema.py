"""JSON Schema (2020-12) of the journey file and of the project file, from the same declarations that are read.

It says what an editor can check while somebody types; what needs more than one place of the file is left to cjm.
A value's forms are said in one object (`type` lists them), so that an editor can name the mistake and not "anyOf".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cjm.model import patterns
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
from cjm.model.journey import Journey, Objective
from cjm.model.measures import FIGURES
from cjm.model.naming import LONGEST_ID
from cjm.model.part import Part
from cjm.model.parts import EventPattern, Stretch, Target
from cjm.model.project import ProjectFile
from cjm.model.sources import Answer
from cjm.model.touchpoint import Emotion
from cjm.model.values import LEVELS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HOME = "https://cjm-toolkit.github.io/schema"


def journey_schema() -> Schema:
    """The schema of a journey file."""
    return _whole(Journey, "Customer journey map", f"{_HOME}/journey-1.json")


def project_schema() -> Schema:
    """The schema of `cjm.yaml`."""
    return _whole(ProjectFile, "cjm project", f"{_HOME}/project-1.json")


def _whole(part: type[Part], title: str, identifier: str) -> Schema:
    defined: dict[str, Schema] = {}
    top = _object(part, defined)
    return {"$schema": DIALECT, "$id": identifier, "title": title, **top, "$defs": dict(sorted(defined.items()))}


def _object(part: type[Part], defined: dict[str, Schema]) -> Schema:
    """The full form of a part; every part and kind of value met on the way is added to `defined`."""
    keys = [spec for spec in specs(part) if spec.key != "*"]
    others = next((spec.kind for spec in specs(part) if spec.key == "*"), None)
    schema: Schema = {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split("\n\n")[0].split()),
        "properties": {spec.key: _property(spec, defined) for spec in keys},
        "additionalProperties": _or_nothing(others.value, defined) if isinstance(others, Table) else False,
    }
    if part in _AS_A_WHOLE:  # a bare value has no keys, and is judged by its type
        schema |= {"if": {"type": "object"}, "then": _AS_A_WHOLE[part]()}
    required = [spec.key for spec in keys if spec.required]
    if required and part.instead:
        schema["then"] = {**schema.get("then", {}), "anyOf": _either(required[0], part.instead)}
        return {**schema, "if": {"type": "object"}}
    return {**schema, "required": required} if required else schema


def _property(spec: Spec, defined: dict[str, Schema]) -> Schema:
    schema = _of(spec.kind, defined) if spec.required else _or_nothing(spec.kind, defined)
    return {"description": spec.about, **schema}


def _or_nothing(kind: Kind, defined: dict[str, Schema]) -> Schema:
    """A key or a dash with nothing after it is a remark of cjm, and no error of structure."""
    return _shared(kind, _nullable(_of(kind, defined, shared=False)), defined)


def _of(kind: Kind, defined: dict[str, Schema], *, shared: bool = True) -> Schema:
    if isinstance(kind, One):
        schema = _part(kind.part, defined)
    elif isinstance(kind, Many):
        schema = _list(kind, defined)
    elif isinstance(kind, Table):
        schema = {"type": "object", "additionalProperties": _or_nothing(kind.value, defined)}
    elif isinstance(kind, Lapse):
        schema = {**_object(Stretch, defined), **_texts(patterns.DURATION), "type": ["string", "object"]}
    else:
        schema = _SIMPLE[type(kind)](kind)
    return _shared(kind, schema, defined, "Required") if shared else schema


def _shared(kind: Kind, schema: Schema, defined: dict[str, Schema], beginning: str = "") -> Schema:
    """A reference to what many keys take, else the schema itself."""
    if isinstance(kind, Choice | Number | Flag | Version | Tongue | Many | Table):
        return schema
    name = beginning + (kind.part if isinstance(kind, One) else type(kind)).__name__
    if isinstance(kind, Address) and kind.local:
        name = "File"
    defined.setdefault(name, schema)
    return {"$ref": f"#/$defs/{name}"}


def _nullable(schema: Schema) -> Schema:
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "type": [*_types(schema), "null"]}


def _types(schema: Schema) -> list[str]:
    return [schema["type"]] if isinstance(schema["type"], str) else list(schema["type"])


def _part(part: type[Part], defined: dict[str, Schema]) -> Schema:
    """The full form, which is also the short one where there is one: their types differ."""
    full = _object(part, defined)
    short = next((spec for spec in specs(part) if spec.key == part.short), None)
    if short is None:
        return full
    bare = _of(short.kind, defined, shared=False)
    return {**full, **bare, "type": [*_types(bare), "object"]}


def _list(kind: Many, defined: dict[str, Schema]) -> Schema:
    items = {"type": "array", "items": _or_nothing(kind.item, defined)}
    if not kind.single:
        return items
    bare = _of(kind.item, defined, shared=False)
    return {**bare, **items, "type": [*_types(bare), "array"]}


def _texts(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def _number(kind: Number) -> Schema:
    limits = {"minimum": kind.low, "maximum": kind.high}
    return {"type": "integer" if kind.whole else "number", **{k: v for k, v in limits.items() if v is not None}}


def _text(_: Kind) -> Schema:
    return {"type": ["string", "number", "boolean"]}


_SIMPLE: dict[type[Any], Callable[[Any], Schema]] = {
    Text: _text,
    Ref: _text,
    Pattern: _text,
    Flag: lambda _: {"type": "boolean"},
    Choice: lambda kind: {"enum": list(kind.names)},
    Number: _number,
    Level: lambda _: {"enum": [1, 2, 3, 4, 5, *LEVELS]},
    Share: lambda _: {**_texts(patterns.SHARE), "type": ["number", "string"], "minimum": 0, "maximum": 1},
    Day: lambda _: _texts(patterns.DATE),
    Length: lambda _: _texts(patterns.DURATION),
    Quantity: lambda _: {**_texts(f"{patterns.PERCENTAGE}|{patterns.DURATION}"), "type": ["number", "string"]},
    Address: lambda kind: {
        **_texts(patterns.LOCAL_LINK if kind.local else patterns.LINK),
        "type": ["string", "number", "boolean"],
    },
    Ident: lambda _: {
        **_texts(patterns.ID),
        "type": ["string", "number", "boolean"],
        "maxLength": LONGEST_ID,
        "minimum": 0,
    },
    Tongue: lambda _: _texts(patterns.LANGUAGE),
    Version: lambda _: {"enum": [1, "1"]},
}


def _in_its_unit() -> list[Schema]:
    """A bound on a figure of ours is written in the figure's unit."""
    bounds: dict[str, Schema] = {
        "count": {"type": "integer", "minimum": 0},
        "share": _SIMPLE[Share](Share()),
        "duration": _SIMPLE[Length](Length()),
        "number": {"type": "number"},
    }
    return [
        {
            "if": {
                "properties": {"metric": {"enum": [name for name, each in FIGURES.items() if each == unit]}},
                "required": ["metric"],
            },
            "then": {"properties": {key: _nullable(bound) for key in ("at_least", "at_most")}},
        }
        for unit, bound in bounds.items()
    ]


def _target() -> Schema:
    """One bound, in the unit of the figure that it bounds."""
    return {"oneOf": _either("at_least", "at_most"), "allOf": _in_its_unit()}


def _objective() -> Schema:
    """At most one bound, and only on a metric."""
    return {
        "not": {"required": ["at_least", "at_most"]},
        "dependentRequired": {"at_least": ["metric"], "at_most": ["metric"]},
        "allOf": _in_its_unit(),
    }


def _answer() -> Schema:
    ends = {"type": ["array", "null"], "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    return {"properties": {"scale": ends}}


def _either(first: str, second: str) -> list[Schema]:
    return [{"required": [first]}, {"required": [second]}]


_AS_A_WHOLE: dict[type[Part], Callable[[], Schema]] = {
    Target: _target,
    Objective: _objective,
    Answer: _answer,
    Emotion: lambda: {"anyOf": _either("score", "feeling")},
    EventPattern: lambda: {"oneOf": _either("name", "regex")},
}
