"""The JSON Schema: it is one, describes every key, and says the same as cjm of samples and structural cases."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from cjm.diagnostics import Severity
from cjm.model import Journey, ProjectFile
from cjm.model.build import build_journey, build_project
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
    Table,
    Text,
    Tongue,
    Version,
    specs,
)
from cjm.model.parts import Stretch
from cjm.model.schema import journey_schema, project_schema
from cjm.source import core, read

SAMPLES = Path(__file__).parents[2] / "samples"

GOOD: dict[type[Any], list[str]] = {
    Text: ["palabra", "2026", "1.10", "true", "''", "~", '"a: b"'],
    Flag: ["true", "False", "~"],
    Number: ["1", "1.0", "~"],
    Level: ["1", "5", "high", "3.0", '"low"', "~"],
    Share: ["40%", "0.4", "18 %", "100%", "0", "1", '"2.5%"', "~"],
    Day: ["2026-10-01", '"2024-02-29"', "~"],
    Length: ["45s", "20m", "24.1h", "18mo", "2 y", "~"],
    Lapse: ["20m", "{from: 2d, to: 5d}", "~"],
    Quantity: ["4.2", "-3", "25%", "250 %", "2d", '"25%"', "~"],
    Address: ["img/a.png", "a b/ñ.pdf", "./x", "a/..x", "~"],
    Ident: ["a", "a.b-c_1", "ñandú", "注文", "หน้า", "2026", "1.5", "true", "a" * 64, "~"],
    Tongue: ["es", "pt-BR", "no", "~"],
    Pattern: ['"^a_"', "~"],
    Ref: ["x", "2026", "~"],
}
BAD: dict[type[Any], list[str]] = {
    Text: ["[a]", "{a: b}"],
    Flag: ['"true"', "yes", "1", "[true]", "{a: b}"],
    Number: ['"1"', "x", "99", "-99", "[1]", "true", "1,5"],
    Level: ["0", "6", "2.5", '"4"', "alta", "[1]", "true"],
    Share: ["40", "-1%", "101%", "1.5", '"0.4"', "18,5%", "x", "[1]", "true"],
    Day: ["2026-02-30", "2026-2-3", "1/10/2026", "2026", "[2026-10-01]", "0000-01-01"],
    Length: ["20", "20 min", "1h30m", "1,5h", "2D", "[20m]", "{a: b}"],
    Lapse: ["20", "{from: 2d}", "{from: 2d, to: 5d, by: 1d}", "{}", "[2d]"],
    Quantity: ['"4.2"', "x", "4,2", "[4]", "true"],
    Address: [
        "/etc/passwd",
        "../x",
        "a/../x",
        "javascript:alert(1)",
        '"a&colon;b"',
        '""',
        "'a\\b'",
        "//e",
        "'#a'",
        "[a]",
    ],
    Ident: ['"a b"', '"-a"', '".a"', '"a/b"', '"😀"', '"«a»"', "a" * 65, "[a]", "-1", '""'],
    Tongue: ["Español", "e", '""', "[es]", "1"],
    Pattern: ["[a]", "{a: b}"],
    Ref: ["[x]", "{x: y}"],
}
SCHEMA_CANNOT = {
    "id: .inf": "JSON has neither infinity nor what is no number: no editor will ever see them",
    "id: +1": "a schema sees the number and not how it is written: `1` is an id",
    'id: "cafe\\u0301"': "NFC is no matter of a regular expression",
    'id: "\\u0301a"': "that it begins with a letter and not with its accent would take a table of accents",
    "stages: [{name: S, lasts: {from: 5d, to: 2d}}]": "two values of one part are compared",
    "sources: {surveys: {source: s, csat: {column: c, scale: [7, 1]}}}": "two items of a list are compared",
    'stages: [{name: S, touchpoints: [{name: P, events: [{regex: "("}]}]}]': "Python and editors differ in expressions",
    "metrics: [{id: csat}]\ntargets: [{metric: csat, at_least: 80%}]": "a metric of one's own has the name of ours",
    "metrics: [{id: m, name: csat}]\ntargets: [{metric: csat, at_least: 80%}]": "as above",
    "metrics: [{id: m, value: .inf}]": "JSON has no infinity",
    "metrics: [{id: m, value: .nan}]": "JSON has no such number",
    "metrics: [{id: m, value: 1e999}]": "Python makes infinity of it",
}


VALIDATORS: dict[type[Any], Any] = {
    Journey: Draft202012Validator(journey_schema()),
    ProjectFile: Draft202012Validator(project_schema()),
}


def judge(text: str, part: type[Any] = Journey) -> tuple[list[str], list[str]]:
    """What cjm finds wrong, and what the schema does with the values that an editor reads."""
    document = read(text.encode(), "f")
    assert document.root is not None
    assert not document.diagnostics
    built = build_journey(document) if part is Journey else build_project(document)
    ours = [f"{each.path} {each.message.template}" for each in built.problems if each.severity is Severity.ERROR]
    theirs = [f"{each.json_path} {each.message}" for each in VALIDATORS[part].iter_errors(core(document.root))]
    return ours, theirs


def flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return str(value)


NEEDED_OF = {Stretch: {"from": "0s", "to": "99y"}}
NEEDED = {
    "metric": "m",
    "value": "1",
    "link": "x",
    "to": "x",
    "column": "c",
    "from": "1d",
    "text": "t",
    "name": "n",
    "title": "t",
}


def way_to(
    part: type[Any], whole: type[Any], seen: frozenset[type[Any]] = frozenset()
) -> Callable[[object], object] | None:
    """How a value of a part is put into a whole file; by the first key that leads to it."""
    if part is whole:
        return lambda value: value
    for spec in specs(whole):
        kind: Kind = spec.kind
        inner = kind.item if isinstance(kind, Many) else kind.value if isinstance(kind, Table) else kind
        target = Stretch if isinstance(inner, Lapse) else inner.part if isinstance(inner, One) else None
        if target is None or target in seen or spec.key == "*":
            continue
        further = way_to(part, target, seen | {whole})
        if further:
            needed = {each.key: NEEDED[each.key] for each in specs(whole) if each.required and each.key in NEEDED}
            listed = isinstance(kind, Many)

            def put(
                value: object, key: str = spec.key, go: Any = further, needed: Any = needed, listed: Any = listed
            ) -> object:
                return {**needed, key: [go(value)] if listed else go(value)}

            return put
    return None


def head(whole: type[Any]) -> dict[str, object]:
    return {"cjm": 1, "title": "T"} if whole is Journey else {"cjm_project": 1}


def of_kind(kind: Kind) -> tuple[list[str], list[str]]:  # noqa: PLR0911 - one for each
    """Values that a kind takes, and values that it does not."""
    if isinstance(kind, Choice):
        return [*kind.names, "~"], ["xyz", "[xyz]", "{a: b}"]
    if isinstance(kind, Version):
        return ["1", '"1"', "1.0"], ["2", "true", "x", "~", "[1]"]
    if isinstance(kind, Number) and kind.whole:
        return ["1", "3.0", "~"], ["-1", "0.5", '"1"', "x", "[1]"]
    if isinstance(kind, Address) and not kind.local:
        good = [*GOOD[Address], "https://e.org/a?b=1&c=2", "mailto:a@b.es"]
        return good, ['"javascript:alert(1)"', '"//e"', "https://a:b@c.d", '"https://a b"', "mailto:a", "[a]"]
    if isinstance(kind, Many):
        good, bad = of_kind(kind.item)
        inside = [f"[{value}]" for value in good], [f"[{value}]" for value in bad]
        return [*inside[0], "[]", "~", *(good if kind.single else [])], [
            *inside[1],
            *([] if kind.single else ["x", "{a: b}"]),
        ]
    if isinstance(kind, Table):
        good, bad = of_kind(kind.value)
        return [*(f"{{k: {value}}}" for value in good), "{}", "~"], [*(f"{{k: {value}}}" for value in bad), "x", "[a]"]
    if isinstance(kind, One):
        short = next((spec for spec in specs(kind.part) if spec.key == kind.part.short), None)
        good, bad = of_kind(short.kind) if short else (["~"], ["x", "1", "[a]"])
        return [*good, "~"], [*(each for each in bad if not each.startswith("{")), "{xyz: 1}"]
    return GOOD[type(kind)], BAD[type(kind)]


def parts(whole: type[Any]) -> list[type[Any]]:
    found: list[type[Any]] = [whole]
    for part in found:
        for spec in specs(part):
            kind = spec.kind
            while isinstance(kind, Many | Table):
                kind = kind.item if isinstance(kind, Many) else kind.value
            inner = kind.part if isinstance(kind, One) else Stretch if isinstance(kind, Lapse) else None
            if inner and inner not in found:
                found.append(inner)
    return found


@pytest.mark.parametrize("schema", [journey_schema(), project_schema()], ids=["journey", "project"])
def test_the_metaschema_accepts_it(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert len(json.dumps(schema, indent=2, ensure_ascii=False)) < 90_000


@pytest.mark.parametrize("schema", [journey_schema(), project_schema()], ids=["journey", "project"])
def test_every_key_has_its_description(schema: dict[str, Any]) -> None:
    for part in (schema, *schema["$defs"].values()):
        for key, about in part.get("properties", {}).items():
            assert about["description"], key
    assert all("$ref" not in about or about["$ref"].startswith("#/$defs/") for about in schema["properties"].values())


@pytest.mark.parametrize("schema", [journey_schema(), project_schema()], ids=["journey", "project"])
def test_patterns_are_such_as_every_engine_reads(schema: dict[str, Any]) -> None:
    text = json.dumps(schema)
    assert r"\\p{" not in text
    assert "(?<" not in text


PARTS = [(whole, part) for whole in (Journey, ProjectFile) for part in parts(whole)]
WITH_COLUMNS_OF_ONES_OWN = {"Sources", "SurveySource"}
JUDGED_AS_A_WHOLE = {"Target", "Objective", "Answer", "EventPattern", "Emotion", "Stretch"} | WITH_COLUMNS_OF_ONES_OWN


def texts_of(whole: type[Any], part: type[Any]) -> list[tuple[str, bool]]:
    """Files with each key of a part, and each value that its kind takes or does not take; and whether it does."""
    put = way_to(part, whole)
    assert put
    needed = NEEDED_OF.get(
        part, {spec.key: NEEDED[spec.key] for spec in specs(part) if spec.required and spec.key in NEEDED}
    )
    found = [(needed, True), ({**needed, "xyz": "1"}, False)]
    for spec in specs(part):
        if spec.key != "*":
            good, bad = of_kind(spec.kind)
            found += [({**needed, spec.key: value}, not (value == "~" and spec.required)) for value in good]
            found += [({**needed, spec.key: value}, False) for value in bad]
    return [(flow({**head(whole), **put(own)}), sound) for own, sound in found]  # type: ignore[dict-item]


def test_there_are_enough_cases() -> None:
    texts = [each for whole, part in PARTS for each in texts_of(whole, part)]
    assert len(texts) > 1500
    assert 400 < sum(sound for _, sound in texts) < len(texts) - 400


@pytest.mark.parametrize(("whole", "part"), PARTS, ids=lambda each: each.__name__)
def test_cjm_and_the_schema_say_the_same_of_every_key_of_a_part(whole: type[Any], part: type[Any]) -> None:
    for text, sound in texts_of(whole, part):
        ours, theirs = judge(text, whole)
        assert bool(ours) == bool(theirs), (text, ours, theirs)
        assert bool(ours) != sound or part.__name__ in JUDGED_AS_A_WHOLE, (text, ours)


WHOLES = [
    "objective: {statement: s, at_least: 25%}",
    "objective: {statement: s, metric: csat, at_least: 1, at_most: 2}",
    "objective: {statement: s, metric: conversion, at_least: 2d}",
    "objective: {statement: s, metric: conversion, at_least: 25%}",
    "objective: {metric: conversion, at_least: 25%}",
    "objective: {owner: cx}",
    "objective: {statement: ~}",
    "objective: {statement: ~, metric: m}",
    "channels: [{id: web}]",
    "channels: [{kind: web}]",
    "channels: [{id: web, name: ~}]",
    "teams: [{id: 'a b'}]",
    "targets: [~]",
    "targets: [{metric: csat}]",
    "targets: [{metric: csat, at_least: ~}]",
    "targets: [{metric: csat, at_least: 1, at_most: 2}]",
    "targets: [{metric: csat, at_least: 40%}]",
    "targets: [{metric: csat, at_most: 4}]",
    "targets: [{metric: cases, at_least: 400}]",
    "targets: [{metric: cases, at_least: 1.5}]",
    "targets: [{metric: cases, at_least: -1}]",
    "targets: [{metric: conversion, at_least: 0.4}]",
    "targets: [{metric: conversion, at_least: 40}]",
    "targets: [{metric: conversion, at_least: 140%}]",
    "targets: [{metric: dwell.median, at_most: 2d}]",
    "targets: [{metric: dwell.median, at_most: 2}]",
    "targets: [{metric: one_of_mine, at_most: 2d}]",
    "stages: [{name: S, emotion: {}}]",
    "stages: [{name: S, emotion: {score: ~}}]",
    "stages: [{name: S, emotion: {feeling: f}}]",
    "stages: [{name: S, emotion: {evidence: [e]}}]",
    "stages: [{name: S, emotion: {score: 1, by: {l: 9}}}]",
    "stages: [{name: S, touchpoints: [{name: P, events: [{}]}]}]",
    "stages: [{name: S, touchpoints: [{name: P, events: [{name: a, regex: b}]}]}]",
    "stages: [{name: S, touchpoints: [~]}]",
    "stages: [{name: S, touchpoints: [P]}]",
    "stages: [S]",
    "etapas: [{nombre: S}]",
    "sources: {surveys: {source: s, csat: {column: c, scale: [1]}}}",
    "sources: {surveys: {source: s, csat: {column: c, scale: []}}}",
    "sources: {surveys: {source: s, csat: {column: c, scale: ~}}}",
    "sources: {surveys: {source: s, csat: {column: c, scale: [1, ~]}}}",
    "sources: {surveys: [{source: s, mine: c}, {source: [a, b], other: {column: d}}]}",
    "sources: {surveys: {source: s, mine: [c]}}",
    "sources: {surveys: {source: s, mine: ~}}",
]


@pytest.mark.parametrize("text", WHOLES)
def test_cjm_and_the_schema_say_the_same_of_a_part_as_a_whole(text: str) -> None:
    ours, theirs = judge(f"cjm: 1\ntitle: T\n{text}\n")
    assert bool(ours) == bool(theirs), (ours, theirs)


@pytest.mark.parametrize("text", SCHEMA_CANNOT)
def test_a_schema_cannot_say_everything(text: str) -> None:
    ours, theirs = judge(f"cjm: 1\ntitle: T\n{text}\n")
    assert bool(ours) != bool(theirs), SCHEMA_CANNOT[text]


FILES = sorted(file for file in SAMPLES.rglob("*.yaml") if "broken" not in file.parts)
FILES_OF_JOURNEYS = [file for file in FILES if file.name != "cjm.yaml"]
BROKEN = sorted((SAMPLES / "broken").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES + BROKEN, ids=lambda file: file.name)
def test_cjm_and_the_schema_say_the_same_of_every_sample(file: Path) -> None:
    document = read(file.read_bytes(), file.name)
    if document.diagnostics:
        assert file in BROKEN
        return
    ours, theirs = judge(document.text, ProjectFile if file.name == "cjm.yaml" else Journey)
    assert bool(ours) == bool(theirs), (ours, theirs)
    assert file in BROKEN or not ours


def test_other_validators_read_the_patterns_alike(tmp_path: Path) -> None:
    """`check-jsonschema` has an ECMA engine of its own."""
    schema = tmp_path / "journey.schema.json"
    schema.write_text(json.dumps(journey_schema(), ensure_ascii=False))
    sound = [*GOOD[Ident][:6], "hệ-thống", "أ-ب"]
    stages = [f'{{name: S, id: "{value}"}}' for value in sound]
    good = written(tmp_path / "good.yaml", f"stages: [{', '.join(stages)}]")
    bad = [
        *(written(tmp_path / f"id{n}.yaml", f"stages: [{{name: S, id: {v}}}]") for n, v in enumerate(BAD[Ident])),
        *(
            written(tmp_path / f"link{n}.yaml", f"evidence: [{{title: E, link: {v}}}]")
            for n, v in enumerate(BAD[Address])
        ),
        *(written(tmp_path / f"date{n}.yaml", f"reviewed: {v}") for n, v in enumerate(BAD[Day]) if v[:2] == '"2'),
    ]
    assert refused(schema, good, *FILES_OF_JOURNEYS[:2]) == set()
    assert refused(schema, *bad) == {file.name for file in bad}


def written(file: Path, text: str) -> Path:
    file.write_text(f"cjm: 1\ntitle: T\n{text}\n", encoding="utf-8")
    return file


def refused(schema: Path, *files: Path) -> set[str]:
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {Path(each["filename"]).name for each in json.loads(done.stdout)["errors"]}
