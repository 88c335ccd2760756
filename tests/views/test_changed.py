"""Both curves over one another: where they stand, and what is said of each card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.diff.compare import compare
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.project.load import load
from cjm.source import read
from cjm.views.changed import lay_out
from cjm.views.picture import Curve, Dot, Group, Picture, Rect, Words

OLD = """cjm: 1
title: Compra
language: %s
stages:
  - name: Mirar
    touchpoints:
      - {id: anuncio, name: Anuncio, emotion: 1}
      - {id: ficha, name: Ficha, emotion: 0}
  - name: Pagar
    touchpoints:
      - {id: cuenta, name: Cuenta, emotion: -1, moment_of_truth: true}
      - {id: pago, name: Pago, emotion: 1}
"""


def made(text: str) -> Journey:
    built = build_journey(read(text.encode(), "f.yaml"))
    assert built.part is not None
    return built.part


def drawn(old: str, new: str) -> Picture:
    one, other = made(old), made(new)
    return lay_out(one, other, compare(one, other))


def texts(group: Group) -> list[str]:
    return [mark.block.text for mark in group.marks if isinstance(mark, Words)]


def cards(picture: Picture) -> dict[str, list[str]]:
    """What is said of each touchpoint, by its name."""
    found = (texts(group) for group in picture.groups if group.kind == "card")
    return {first: rest for first, *rest in found}


SPANISH = OLD % "en"
CHANGES: dict[str, tuple[Callable[[str], str], dict[str, list[str]]]] = {
    "feels worse": (lambda text: text.replace("emotion: 0", "emotion: -2"), {"Ficha": ["↓ Feels worse"]}),
    "feels better": (lambda text: text.replace("emotion: 0", "emotion: 2"), {"Ficha": ["↑ Feels better"]}),
    "gone": (lambda text: text.replace("      - {id: pago, name: Pago, emotion: 1}\n", ""), {"Pago": ["− Gone"]}),
    "new": (lambda text: f"{text}      - Ayuda\n", {"Ayuda": ["+ New touchpoint"]}),
    "renamed": (
        lambda text: text.replace("{id: ficha, name: Ficha", "{id: hoja, was: ficha, name: Hoja"),
        {"Hoja": ["= Renamed"]},
    ),
    "a pain point": (
        lambda text: text.replace("emotion: 0}", "emotion: 0, pain_points: [Duele]}"),
        {"Ficha": ["+ Pain point"]},
    ),
    "anything else": (lambda text: text.replace("emotion: 0}", "emotion: 0, share: 40%}"), {"Ficha": ["~ Changed"]}),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_happened_is_said_on_the_card_with_a_sign_and_a_word(case: str) -> None:
    change, expected = CHANGES[case]
    found = cards(drawn(SPANISH, change(SPANISH)))
    assert {name: said for name, said in found.items() if said} == expected


def test_both_curves_stand_in_the_same_columns() -> None:
    picture = drawn(SPANISH, SPANISH.replace("emotion: 0", "emotion: -2"))
    (group,) = (group for group in picture.groups if group.kind == "curve")
    lines = {mark.role: mark.points for mark in group.marks if isinstance(mark, Curve)}
    assert {*lines} == {"line", "line before"}
    assert [x for x, _ in lines["line"][::3]] == [x for x, _ in lines["line before"][::3]]
    assert sum(isinstance(mark, Dot) for mark in group.marks) == 4


def test_a_touchpoint_with_another_id_stays_in_its_column() -> None:
    new = SPANISH.replace("{id: ficha, name: Ficha", "{id: hoja, was: ficha, name: Hoja")
    assert len([group for group in drawn(SPANISH, new).groups if group.kind == "card"]) == 4


def test_what_did_not_change_has_no_card_round_it() -> None:
    picture = drawn(SPANISH, SPANISH.replace("emotion: 0", "emotion: -2"))
    framed = [group for group in picture.groups if group.kind == "card" and isinstance(group.marks[0], Rect)]
    assert [texts(group)[0] for group in framed] == ["Ficha"]


@pytest.mark.parametrize(
    "text",
    [
        "cjm: 1\ntitle: Nada\n",
        "cjm: 1\ntitle: Nada\nstages: [{name: Vacía, skipped: Aún no}]\n",
        OLD % "ar",
        (OLD % "es").replace("Ficha", "Ficha " + "larguísima " * 40),
        SPANISH.replace("name: Ficha", "name: " + "x" * 300),
        SPANISH.replace(", emotion: 1", "").replace(", emotion: 0", "").replace(", emotion: -1", ""),
    ],
)
def test_everything_stands_inside_the_picture(text: str) -> None:
    for old, new in ((text, SPANISH), (SPANISH, text), (text, text)):
        picture = drawn(old, new)
        for group in picture.groups:
            assert group.box.x >= 0
            assert group.box.right <= picture.width + 0.01
            assert group.box.bottom <= picture.height + 0.01


def test_a_future_is_not_called_now(samples: Path) -> None:
    old, new = (load(samples / "proyecto" / f"reclamacion-{name}.journey.yaml") for name in ("actual", "futura"))
    said = [text for group in lay_out(old, new, compare(old, new)).groups for text in texts(group)]
    assert "Como debería ser" in said


def test_a_stage_says_what_happened_to_it_and_not_what_happened_to_its_touchpoints() -> None:
    new = (OLD % "en").replace("  - name: Mirar\n", "  - name: Explorar\n    was: mirar\n")
    new = new.replace("emotion: -1", "emotion: -2")
    headings = [texts(group) for group in drawn(OLD % "en", new).groups if group.kind == "stage"]
    assert headings == [["Explorar", "= Renamed"], ["Pagar"]]
    owned = (OLD % "en").replace("  - name: Pagar\n", "  - name: Pagar\n    description: Al fin\n")
    headings = [texts(group) for group in drawn(OLD % "en", owned).groups if group.kind == "stage"]
    assert headings == [["Mirar"], ["Pagar", "~ Changed"]]
