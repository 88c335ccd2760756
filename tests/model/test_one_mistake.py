"""A mistake high up or far below: it is found once, and everything around it is still read and judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model.build import build_journey
from cjm.source import read

Findings = Callable[..., list[str]]


def rules(found: list[str]) -> list[str]:
    return [" ".join(each.split()[:2]) for each in found]


SPANISH = """cjm: 1
título: Compra
etapas:
  - nombre: Descubrimiento
    puntos de contacto:
      - nombre: Anuncio
        emoción: 4
        puntos_de_dolor: [{texto: Espera, gravedad: 3}]
      - Anuncio: Instagram
"""


def test_below_a_foreign_key_everything_is_read_and_judged(findings: Findings) -> None:
    assert rules(findings(SPANISH)) == [
        "2:1 unknown-key",
        "3:1 unknown-key",
        "4:5 unknown-key",
        "5:5 unknown-key",
        "6:9 unknown-key",
        "7:9 unknown-key",
        "7:18 value-out-of-range",
        "8:9 unknown-key",
        "8:28 unknown-key",
        "8:43 unknown-key",
        "9:9 unknown-key",
    ]


def test_a_journey_in_spanish_is_built_as_it_was_meant() -> None:
    built = build_journey(read(SPANISH.replace(": 4", ": -1").encode(), "f"))
    assert built.part is not None
    first, second = built.part.touchpoints
    assert (built.part.title, first.name, first.score, second.name) == ("Compra", "Anuncio", -1, "Instagram")
    assert first.pain_points[0].severity == 3


CASES = {
    "a sentence with a colon": (
        "stages:\n  - name: S\n    touchpoints:\n      - Anuncio: Instagram",
        "6:9 unknown-key",
    ),
    "a colon and nothing": ("stages:\n  - name: S\n    touchpoints:\n      - Anuncio:", None),
    "stages that are a word": ("stages: tres\npersona: Laura", "3:9 wrong-type"),
    "a stage that is a list": ("stages:\n  - name: A\n  - [x]", "5:5 wrong-type"),
    "a foreign key and the real one": ("etapas: []\nstages: []", "3:1 unknown-key"),
    "an empty list of stages": ("stages:", "3:1 empty-text"),
    "a bound that cannot be read": ("targets: [{metric: conversion, at_least: mucho}]", "3:42 wrong-type"),
    "a scale with a word": ("sources: {surveys: {source: s, csat: {column: c, scale: [1, siete]}}}", "3:61 wrong-type"),
    "a stretch with one end": ("stages: [{name: S, lasts: {from: 2d}}]", "3:28 missing-key"),
    "an emotion with a bad score": ("stages: [{name: S, emotion: {score: 9}}]", "3:37 value-out-of-range"),
    "a name that is a list": ("stages: [{name: [a]}]", "3:17 wrong-type"),
    "a name that is a placeholder": ("stages: [{name: TODO}]", "3:17 placeholder-text"),
    "an id that is none, and is referred to": ("teams: [{id: 'a b', name: A}]\nowner: A", "3:14 invalid-id"),
    "a value that the source refuses": ("description: !!python/object/apply:os.system [ls]", "3:14 unsafe-tag"),
    "a group that the source refuses": ("description: !!python/object:x\n  a: b", "3:14 unsafe-tag"),
    "a list without its space": ("stages:\n-name: S\n-name: R", "4:1 invalid-yaml"),
    "a key twice": ("status: draft\nstatus: agreed", "4:1 duplicate-key"),
    "a slip that two aliases repeat": (
        "stages:\n  - &a {name: A, emotoin: 2}\n  - *a\n  - {<<: *a, name: B}",
        "4:18 unknown-key",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_gives_one_finding(case: str, findings: Findings) -> None:
    text, expected = CASES[case]
    found = rules(findings(f"cjm: 1\ntitle: T\n{text}\n"))
    assert found == ([expected] if expected else found[:1])
    assert len(found) == 1


def test_what_stands_beside_a_broken_part_is_kept() -> None:
    built = build_journey(read(b"cjm: 1\ntitle: T\nstages: [{name: A}, 7, {name: B, kind: xx, lasts: 2d}]\n", "f"))
    assert built.part is not None
    assert [stage.name for stage in built.part.stages] == ["A", "B"]
    assert built.part.stages[1].lasts is not None


def test_every_mistake_of_a_file_is_found_in_one_run(findings: Findings) -> None:
    text = """cjm: 1
title: T
reviewed: ayer
stages:
  - kind: fiesta
    touchpoints:
      - {name: A, emotion: 9, importance: x, share: 2}
      - {name: B, colour: red}
"""
    assert rules(findings(text)) == [
        "3:11 invalid-date",
        "5:5 missing-key",
        "5:11 wrong-type",
        "7:28 value-out-of-range",
        "7:43 wrong-type",
        "7:53 invalid-share",
        "8:19 unknown-key",
    ]


def test_the_keys_that_were_meant_stand_in_the_root_that_rules_look_at() -> None:
    built = build_journey(read(SPANISH.encode(), "f"))
    assert built.root is not None
    assert "stages" in {key.text for key, _ in built.root.entries}  # type: ignore[union-attr]


def test_ten_thousand_parts_of_one_name_are_told_apart_in_time() -> None:
    built = build_journey(read(("cjm: 1\ntitle: T\nnotes:\n" + "  - x\n" * 10_000).encode(), "f"))
    assert built.part is not None
    assert len({note.id for note in built.part.notes}) == 10_000


def test_a_journey_without_its_first_line_is_judged_all_the_same() -> None:
    built = build_journey(read(b"title: x\netapas:\n  - {name: a, emotion: 9}\n", "it.journey.yaml"))
    assert [(each.rule, each.span.line) for each in built.problems] == [
        ("missing-key", 1),
        ("unknown-key", 2),
        ("value-out-of-range", 3),
    ]


def test_what_is_no_journey_at_all_is_told_once() -> None:
    built = build_journey(read(b"kind: Pod\nspec: {a: 1}\n", "it.yaml"))
    assert [each.rule for each in built.problems] == ["missing-key"]
