"""Ids: what may be one, slugs in every script, and how parts of one name are told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.model.naming import LONGEST_ID, is_id, slug
from cjm.source import read

SLUGS = {
    "Consideración": "consideracion",
    "注文": "注文",
    "Crear cuenta": "crear-cuenta",
    "  ¿Por qué me piden una cuenta?  ": "por-que-me-piden-una-cuenta",
    "24 h después": "24-h-despues",
    "L’achat, enfin !": "l-achat-enfin",
    "São João — Três": "sao-joao-tres",
    "Größe & Straße": "grosse-strasse",
    "Łódź": "lodz",
    "İstanbul": "istanbul",
    "ﬁn": "fin",
    "snake_case": "snake_case",
    "__init__": "init",
    "Αγορά πελάτης": "αγορά-πελάτης",
    "ΠΕΛΆΤΗΣ": "πελάτης",
    "Йога и ёлка": "йога-и-ёлка",
    "شراء عبر الإنترنت": "شراء-عبر-الإنترنت",
    "می‌خواهم": "می-خواهم",
    "हिन्दी ग्राहक": "हिन्दी-ग्राहक",
    "สั่งซื้อ": "สั่งซื้อ",
    "한국어": "한국어",
    "カート": "カート",
    "cafe\u0301": "cafe",
    "\u0301a": "a",
    "😀": "",
    "❤️ 🎉": "",
    "…": "",
    "": "",
    "a" * 100: "a" * 64,
    "a" * 63 + " b": "a" * 63,
}


@pytest.mark.parametrize("text", SLUGS)
def test_a_name_becomes_this_slug(text: str) -> None:
    assert slug(text) == SLUGS[text]


@settings(deadline=None)
@given(st.text(max_size=100))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or is_id(made)
    assert len(made) <= LONGEST_ID


@settings(deadline=None)
@given(st.text(max_size=100))
def test_a_slug_is_its_own_slug(text: str) -> None:
    assert slug(slug(text)) == slug(text)


IDS = ["a", "1", "a.b", "a-b_c", "ñandú", "注文", "สั่งซื้อ", "हिन्दी", "a" * 64, "2026", "no"]
NO_IDS = ["", "-a", ".a", "_a", "a b", "a/b", "a:b", "a" * 65, "cafe\u0301", "\u0301a", "a😀", "a\n", "«a»", "a…", "a‌b"]


@pytest.mark.parametrize("text", IDS)
def test_this_is_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", NO_IDS)
def test_this_is_no_id(text: str) -> None:
    assert not is_id(text)


def names(journey: Callable[..., Journey], *stages: str) -> list[str]:
    text = "cjm: 1\ntitle: T\nstages:\n" + "".join(
        f"  - {{name: S{number}, touchpoints: [{points}]}}\n" for number, points in enumerate(stages, 1)
    )
    return [touchpoint.id for touchpoint in journey(text).touchpoints]


GIVEN_IDS = {
    "each its slug": (["Pago", "Entrega"], ["pago", "entrega"]),
    "in two stages": (["Correo", "Correo"], ["s1.correo", "s2.correo"]),
    "twice in one stage": (["Correo, Correo"], ["correo", "correo-2"]),
    "twice in one and once in another": (["Correo, Correo", "Correo"], ["s1.correo", "s1.correo-2", "s2.correo"]),
    "a written id comes first": (["Correo, {id: correo, name: Otro}"], ["correo-2", "correo"]),
    "a written id of the second": (["Correo, {id: correo-2, name: Otro}, Correo"], ["correo", "correo-2", "correo-3"]),
    "a name and a written id in two stages": (["Correo", "{id: c, name: Correo}"], ["correo", "c"]),
    "nothing of a name": (["Pago, 😀", "🎉"], ["pago", "touchpoint-2", "touchpoint-3"]),
    "a name like a number's": (["Touchpoint 2, 😀"], ["touchpoint-2", "touchpoint-2-2"]),
}


@pytest.mark.parametrize("case", GIVEN_IDS)
def test_touchpoints_without_ids_get_these(case: str, journey: Callable[..., Journey]) -> None:
    stages, expected = GIVEN_IDS[case]
    assert names(journey, *stages) == expected


def test_ids_are_unique_among_their_kind_and_no_more(journey: Callable[..., Journey]) -> None:
    built = journey(
        "cjm: 1\ntitle: Pago\npain_points: [Pago]\nopportunities: [Pago]\n"
        "stages: [{name: Pago, needs: [Pago], expectations: [Pago],"
        " touchpoints: [{name: Pago, pain_points: [Pago]}]}]\n"
    )
    stage = built.stages[0]
    point = stage.touchpoints[0]
    alone = (built, stage, point, stage.needs[0], stage.expectations[0], built.opportunities[0])
    assert {each.id for each in alone} == {"pago"}
    assert (built.pain_points[0].id, point.pain_points[0].id) == ("pago", "pago-2")


def test_a_long_name_in_two_stages_still_makes_ids(journey: Callable[..., Journey]) -> None:
    long = "x" * 100
    found = names(journey, f"{long}, {long}", long)
    assert len(set(found)) == 3
    assert all(is_id(each) for each in found)


def test_what_is_generated_says_so(journey: Callable[..., Journey]) -> None:
    built = journey(
        "cjm: 1\ntitle: T\nteams: [{name: A}, {id: b, name: B}]\nnotes: [Uno, {text: Dos}, {id: o, text: Tres}]\n"
    )
    assert [team.generated for team in built.teams] == [True, False]
    assert [note.generated for note in built.notes] == [True, True, False]
    assert built.generated


WORDS = st.sampled_from(["Pago", "pago", "Pago 2", "pago-2", "😀", "touchpoint-1", "注文", "s1", "s1.pago"])
POINTS = st.lists(st.tuples(WORDS, st.booleans()), max_size=5)


@settings(deadline=None)
@given(st.lists(POINTS, max_size=4))
def test_generated_ids_never_meet(stages: list[list[tuple[str, bool]]]) -> None:
    text = "cjm: 1\ntitle: T\nstages:\n  - {name: S0}\n" + "".join(
        f"  - {{name: S{number}, touchpoints: ["
        + ", ".join(f"{{id: {word}, name: N}}" if written and is_id(word) else f"'{word}'" for word, written in points)
        + "]}\n"
        for number, points in enumerate(stages, 1)
    )
    built = build_journey(read(text.encode(), "f"))
    assert built.part is not None
    made = [point.id for point in built.part.touchpoints if point.generated]
    written = {point.id for point in built.part.touchpoints if not point.generated}
    assert len(set(made)) == len(made)
    assert not set(made) & written
    assert all(is_id(each) for each in made)
