"""What an unmapped activity may be, and the patch that writes it down."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

from cjm.diagnostics import say
from cjm.edit.events import add_events
from cjm.measure.discovery import Flow, flow
from cjm.measure.inputs import Columns, opened
from cjm.measure.likeness import likeness
from cjm.measure.suggestions import patch, suggest
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.source import read

MAP = """cjm: 1
title: Tienda
stages:
  - name: Elegir
    touchpoints:
      - Portada   # como la llaman todos
      - {name: Ficha de producto, channel: web}
  - name: Pagar
    touchpoints:
      - id: carrito
        name: Carrito de la compra
        events:
          - cart   # el de siempre
      - name: Mostrador
      - name: Pago con tarjeta
        events: [pay]
"""
COURSE = ("main", "product", "cart", "zz_top", "pay", "card_payment")


def journey_of(text: str) -> Journey:
    built = build_journey(read(text.encode(), "t.journey.yaml"))
    assert built.part, [say(each.message) for each in built.problems]
    return built.part


@pytest.fixture
def seen(tmp_path: Path) -> Flow:
    rows = [f"{case},{name},2026-01-01 10:{minute:02}:00" for case in range(9) for minute, name in enumerate(COURSE)]
    (tmp_path / "log.csv").write_text("\n".join(["case,activity,time", *rows]), encoding="utf-8")
    with duckdb.connect() as connection:
        return flow(connection, opened(connection, ["log.csv"], tmp_path, Columns()))


def bind(activity: str) -> str | None:
    return {"cart": "carrito", "pay": "pago-con-tarjeta"}.get(activity)


def test_names_are_compared_across_spellings_and_languages() -> None:
    assert likeness("payment_card", ["Pago con tarjeta"])[0] > 0.95
    assert likeness("AddToCart", ["Añadir al carrito"])[0] > 0.95
    assert likeness("delivery", ["Portada", "Ficha de producto"])[0] < 0.6


def test_names_and_places_say_what_an_activity_may_be(seen: Flow) -> None:
    found = suggest(journey_of(MAP), seen, bind)
    assert {each.activity: each.touchpoint for each in found.proposed} == {
        "main": "portada",
        "product": "ficha-de-producto",
        "card_payment": "pago-con-tarjeta",
        "zz_top": "mostrador",
    }
    why = next(each.why for each in found.proposed if each.activity == "zz_top")
    assert "which no event is mapped to" in say(why)


def test_an_activity_that_nothing_fits_is_named_with_its_neighbours(seen: Flow) -> None:
    (found,) = suggest(journey_of(MAP.replace("      - name: Mostrador\n", "")), seen, bind).strangers
    assert (found.activity, found.before, found.after) == ("zz_top", "Carrito de la compra", "Pago con tarjeta")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_the_patch_is_taken_by_git_and_keeps_comments(tmp_path: Path, seen: Flow, end: str, last: str) -> None:
    text = (MAP.rstrip("\n") + last).replace("\n", end)
    file = tmp_path / "t.journey.yaml"
    file.write_bytes(text.encode())
    found = suggest(journey_of(MAP), seen, bind)
    made, left = patch(read(file.read_bytes(), file.name), journey_of(MAP), found.proposed, bind, list(COURSE))
    assert left == ()
    (tmp_path / "p.diff").write_bytes(made.encode())
    git = shutil.which("git") or "git"
    subprocess.run([git, "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run([git, "apply", "p.diff"], cwd=tmp_path, check=True)
    mended = file.read_bytes().decode()
    assert f"- name: Portada   # como la llaman todos{end}        events: [main]{end}" in mended
    assert "{name: Ficha de producto, channel: web, events: [product]}" in mended
    assert "events: [pay, card_payment]" in mended
    assert mended.endswith("\n") == bool(last)


def test_every_way_of_writing_a_touchpoint_takes_events() -> None:
    text = (
        "cjm: 1\ntitle: T\nstages:\n  - name: S\n    touchpoints: [One, {name: Two}, {name: Three, events: []}]\n"
        "  - name: Z\n    touchpoints:\n      - Four # c\n      - name: Five\n        actions:\n          - x\n"
        "      - events:\n          - a # b\n          - {regex: b}\n        name: Six\n"
    )
    ids = ("one", "two", "three", "four", "five", "six")
    new, left = add_events(read(text.encode(), "t"), {each: ["no", "a: b*"] for each in ids})
    assert left == ()
    assert all(len(each.events) >= 2 for each in journey_of(new).touchpoints)
    assert [len(each.events) for each in journey_of(new).touchpoints if each.id == "six"] == [4]
    assert "# c" in new
    assert "- a # b" in new


def test_a_touchpoint_that_an_alias_stands_for_is_left_alone() -> None:
    text = (
        "cjm: 1\ntitle: T\nstages:\n  - name: S\n    touchpoints:\n      - &t {id: one, name: One}\n"
        "paths:\n  - {name: P, steps: [one]}\n"
    )
    new, left = add_events(read(text.encode(), "t"), {"missing": ["a"], "one": ["b"]})
    assert left == ("missing",)
    assert "&t {id: one, name: One, events: [b]}" in new


def test_a_touchpoint_that_stood_for_its_name_keeps_what_it_stood_for(seen: Flow) -> None:
    journey = journey_of(MAP.replace("Portada", "main"))
    found = suggest(journey, seen, lambda name: "main" if name == "main" else bind(name))
    proposal = [each._replace(activity="home", touchpoint="main") for each in found.proposed[:1]]
    made, _ = patch(
        read(MAP.replace("Portada", "main").encode(), "t"),
        journey,
        proposal,
        lambda n: n if n == "main" else None,
        COURSE,
    )
    assert "events: [main, home]" in made
