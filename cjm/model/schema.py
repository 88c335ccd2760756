"""JSON Schema (2020-12) of the journey file and of the project file, from the same declarations that are read.

It says what an editor can check while somebody types; what needs more than one place of the file is left to the rules.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from cjm.model.part import Part
from cjm.model.parts import EventPattern, Stretch, Target
from cjm.model.project import ProjectFile
from cjm.model.sources import Answer
from cjm.model.touchpoint import Emotion
from cjm.model.values import LEVELS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_NUMBER = r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?"
_DURATION = r"[0-9]{1,9}(?:\.[0-9]{1,6})? ?(?:s|m|h|d|w|mo|y)"
_PERCENT = _NUMBER + r" *%"
_DATE = (
    r"^(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)$"
)
_LETTER = r"\p{L}\p{M}\p{N}"


def journey_schema() -> Schema:
    """The schema of a journey file."""
    return _whole(Journey, "Customer journey map", "https://cjm-toolkit.github.io/schema/journey-1.json")


def project_schema() -> Schema:
    """The schema of `cjm.yaml`."""
    return _whole(ProjectFile, "cjm project", "https://cjm-toolkit.github.io/schema/project-1.json")


def _whole(part: type[Part], title: str, identifier: str) -> Schema:
    parts: dict[str, Schema] = {}
    top = _object(part, parts)
    return {"$schema": DIALECT, "$id": identifier, "title": title, **top, "$defs": dict(sorted(parts.items()))}


def _object(part: type[Part], parts: dict[str, Schema]) -> Schema:
    """The full form of a part; every part met on the way is added to `parts`."""
    keys = [spec for spec in specs(part) if spec.key != "*"]
    rest = next((spec for spec in specs(part) if spec.key == "*"), None)
    schema: Schema = {
        "type": "object",
        "description": " ".join((part.__doc__ or "").split("\n\n")[0].split()),
        "properties": {spec.key: _described(spec, parts) for spec in keys},
        "additionalProperties": _of(rest.kind.value, parts) if rest and isinstance(rest.kind, Table) else False,
    }
    required = [spec.key for spec in keys if spec.required]
    if required:
        schema["required"] = required
    whole = _AS_A_WHOLE.get(part, dict)()
    narrowed = whole.pop("properties", {})
    schema["properties"].update({key: {**schema["properties"][key], **each} for key, each in narrowed.items()})
    return {**schema, **whole}


def _described(spec: Spec, parts: dict[str, Schema]) -> Schema:
    found = _of(spec.kind, parts)
    if not spec.required and not isinstance(spec.kind, Text):
        found = _or_nothing(found)
    elif not spec.required:
        found = {"type": [*_TEXT["type"], "null"]}
    return {"description": spec.about, **found}


def _or_nothing(schema: Schema) -> Schema:
    """A key with nothing after it is a remark of cjm and no error of structure."""
    if "anyOf" in schema and len(schema) == 1:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def _of(kind: Kind, parts: dict[str, Schema]) -> Schema:
    if isinstance(kind, One):
        return _part(kind.part, parts)
    if isinstance(kind, Many):
        item = _of(kind.item, parts)
        items: Schema = {"type": "array", "items": _or_nothing(item)}
        return {"anyOf": [items, item]} if kind.single else items
    if isinstance(kind, Table):
        return {"type": "object", "additionalProperties": _or_nothing(_of(kind.value, parts))}
    if isinstance(kind, Lapse):
        parts.setdefault("Stretch", _object(Stretch, parts))
        return {"anyOf": [_SIMPLE[Length](Length()), {"$ref": "#/$defs/Stretch"}]}
    return _SIMPLE[type(kind)](kind)


def _part(part: type[Part], parts: dict[str, Schema]) -> Schema:
    name = part.__name__
    if name not in parts:
        parts[name] = {}
        parts[name] = _object(part, parts)
    full = {"$ref": f"#/$defs/{name}"}
    short = next((spec for spec in specs(part) if spec.key == part.short), None)
    return {"anyOf": [_of(short.kind, parts), full]} if short else full


def _number(kind: Number) -> Schema:
    limits = {"minimum": kind.low, "maximum": kind.high}
    return {"type": "integer" if kind.whole else "number", **{k: v for k, v in limits.items() if v is not None}}


def _address(kind: Address) -> Schema:
    relative = r"^(?![a-zA-Z][a-zA-Z0-9+.\-]*:)(?!/)(?!\.\.(?:/|$))(?![^?#]*/\.\.(?:/|$|[?#]))[^\\]+$"
    web = r"^(?:[hH][tT][tT][pP][sS]?://[^/?#@\\ ]+(?:[/?#][^\\ ]*)?|[mM][aA][iI][lL][tT][oO]:[^@\s]+@[^@\s]+)$"
    path = {"type": "string", "pattern": relative}
    return path if kind.local else {"anyOf": [path, {"type": "string", "pattern": web}]}


_SIMPLE: dict[type[Any], Callable[[Any], Schema]] = {
    Text: lambda _: dict(_TEXT),
    Ref: lambda _: dict(_TEXT),
    Pattern: lambda _: dict(_TEXT),
    Flag: lambda _: {"type": "boolean"},
    Choice: lambda kind: {"enum": list(kind.names)},
    Number: _number,
    Level: lambda _: {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 5}, {"enum": list(LEVELS)}]},
    Share: lambda _: {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": 1},
            {"type": "string", "pattern": r"^(?:100(?:\.0*)?|[0-9]{1,2}(?:\.[0-9]*)?|\.[0-9]+) *%$"},
        ]
    },
    Day: lambda _: {"type": "string", "pattern": _DATE},
    Length: lambda _: {"type": "string", "pattern": f"^{_DURATION}$"},
    Quantity: lambda _: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^(?:{_PERCENT}|{_DURATION})$"}]},
    Address: _address,
    Ident: lambda _: {
        "anyOf": [
            {"type": "string", "maxLength": 64, "pattern": f"^[{_LETTER}][{_LETTER}_.\\-]*$"},
            {"type": "number", "minimum": 0},
            {"type": "boolean"},
        ]
    },
    Tongue: lambda _: {"type": "string", "pattern": "^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$"},
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
            "then": {"properties": {"at_least": _or_nothing(bound), "at_most": _or_nothing(bound)}},
        }
        for unit, bound in bounds.items()
    ]


def _target() -> Schema:
    """One bound, in the unit of the figure that it bounds."""
    one_bound = [
        {"required": ["at_least"], "not": {"required": ["at_most"]}},
        {"required": ["at_most"], "not": {"required": ["at_least"]}},
    ]
    return {"oneOf": one_bound, "allOf": _in_its_unit()}


def _objective() -> Schema:
    """At most one bound, and only on a metric."""
    return {
        "not": {"required": ["at_least", "at_most"]},
        "dependentRequired": {"at_least": ["metric"], "at_most": ["metric"]},
        "allOf": _in_its_unit(),
    }


_AS_A_WHOLE: dict[type[Part], Callable[[], Schema]] = {
    Target: _target,
    Objective: _objective,
    Answer: lambda: {
        "properties": {"scale": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}}
    },
    Emotion: lambda: {"anyOf": [{"required": ["score"]}, {"required": ["feeling"]}]},
    EventPattern: lambda: {"oneOf": [{"required": ["name"]}, {"required": ["regex"]}]},
}
