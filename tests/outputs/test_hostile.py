"""Hostile text and absurd figures in a journey: every character is shown, and what is drawn stays a drawing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.outputs import OUTPUTS, dot
from cjm.outputs.draw import draw
from cjm.outputs.engine import draw as draw_dot
from cjm.outputs.escape import clean
from cjm.source import read
from cjm.views.flow import flow

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = OUTPUTS["svg"].views
NO_NUMBER = re.compile(r"(?i)\b(?:nan|inf|infinity)\b|\d[eE][-+]?\d")
Saying = Callable[..., Journey]


def letters(text: str) -> str:
    """What must be seen of a text: spaces may become ends of lines."""
    return clean("".join(text.split()))


def shown(element: ET.Element) -> set[str]:
    """What stands in each text, without spaces and without the hyphens and marks that setting it added."""
    texts = ("".join("".join(each.itertext()).split()) for each in element.iter(f"{SVG}text"))
    return {text.replace("\u2067", "").replace("\u2069", "") for text in texts}


def test_every_character_is_shown_in_a_picture(payloads: dict[str, str], saying: Saying) -> None:
    for name, text in payloads.items():
        page = ET.fromstring(draw(saying(text), "svg", "map"))
        assert page[0].text == clean(text), name
        assert any(letters(text) in each for each in shown(page)), name


def test_text_in_dot_is_read_back_as_it_was(payloads: dict[str, str], saying: Saying) -> None:
    for name, text in payloads.items():
        drawn = draw_dot(dot.render(flow(saying(text))))
        page = ET.fromstring(re.sub(r"<!DOCTYPE.*?>", "", drawn, flags=re.DOTALL))
        assert not any("href" in key or key.startswith("on") for each in page.iter() for key in each.attrib), name
        assert "cjm_pwned" not in page.attrib.values(), name
        for shape, bold in (("cluster", True), ("node", True), ("edge", False)):
            groups = [each for each in page.iter(f"{SVG}g") if each.get("class") == shape]
            said = {
                "".join(
                    "".join("".join(each.itertext()).split())
                    for each in group.iter(f"{SVG}text")
                    if bool(each.get("font-weight")) == bold
                )
                for group in groups
            }
            assert letters(text) in said, (name, shape)


def test_json_gives_every_text_back(payloads: dict[str, str], saying: Saying) -> None:
    for name, text in payloads.items():
        assert json.loads(draw(saying(text), "json", "flow"))["flow"]["title"] == text, name


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in {"png", "pdf"}])
def test_an_odd_half_of_a_character_is_written_all_the_same(form: str, saying: Saying) -> None:
    assert draw(saying("a\ud800b"), form)


@pytest.mark.parametrize("view", PICTURES)
def test_characters_that_xml_forbids_are_shown_as_missing(view: str, saying: Saying) -> None:
    forbidden = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127, *range(128, 160), 0xFFFE, 0xFFFF)))
    made = draw(saying(f"a{forbidden}b"), "svg", view)
    ET.fromstring(made)
    assert "a\ufffd" in made.decode()
    assert not set(forbidden) & set(made.decode())


ABSURD = """cjm: 1
id: absurd
title: Absurd
stages:
  - name: A
    emotion: EMOTION
    figures: [{metric: conversion, value: VALUE, n: COUNT}]
    touchpoints:
      - {name: B, share: SHARE, emotion: EMOTION, pain_points: [{text: P, share: SHARE, severity: 5}],
         opportunities: [{text: O, impact: 5, effort: 1, priority: COUNT}], lasts: LENGTH,
         figures: [{metric: x, value: VALUE, n: COUNT}], targets: [{metric: x, at_least: VALUE}]}
      - {name: C, emotion: {score: EMOTION, by: {pedro: EMOTION}}}
paths: [{name: P, share: SHARE, steps: [b, c]}]
"""
FIGURES = {
    "infinite": {"EMOTION": ".inf", "VALUE": ".inf", "COUNT": ".inf", "SHARE": ".inf", "LENGTH": ".inf"},
    "not a number": {"EMOTION": ".nan", "VALUE": ".nan", "COUNT": ".nan", "SHARE": ".nan", "LENGTH": ".nan"},
    "huge": {"EMOTION": "1e308", "VALUE": "1e308", "COUNT": "9" * 400, "SHARE": "1e308", "LENGTH": "9" * 300 + "y"},
    "tiny": {"EMOTION": "1e-300", "VALUE": "1e-300", "COUNT": "0", "SHARE": "1e-300", "LENGTH": "0s"},
    "long": {"EMOTION": "-1.23456789", "VALUE": "-0.000001", "COUNT": "123456789012345678", "SHARE": "0.123456789",
             "LENGTH": "999999999y"},
    "negative": {"EMOTION": "-2", "VALUE": "-1e15", "COUNT": "-1", "SHARE": "-1", "LENGTH": "-5d"},
}  # fmt: skip


@pytest.fixture(params=list(FIGURES.values()), ids=list(FIGURES))
def absurd(request: pytest.FixtureRequest) -> Journey:
    text = ABSURD
    for name, figure in request.param.items():
        text = text.replace(name, figure)
    built = build_journey(read(text.encode(), "absurd.journey.yaml"))
    assert built.part is not None
    return built.part


@pytest.mark.parametrize("view", PICTURES)
def test_figures_that_nobody_meant_are_no_trouble_for_a_picture(view: str, absurd: Journey) -> None:
    page = ET.fromstring(draw(absurd, "svg", view))
    for each in page.iter():
        values = [value for name, value in each.attrib.items() if name not in {"class", "id", "aria-labelledby"}]
        assert not NO_NUMBER.search(" ".join(values)), each.attrib
    json.loads(draw(absurd, "json", view), parse_constant=pytest.fail)


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in {"svg", "json"}])
def test_figures_that_nobody_meant_are_no_trouble_for_a_format(form: str, absurd: Journey) -> None:
    assert draw(absurd, form)
