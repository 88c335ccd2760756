from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from runpy import run_path
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.outputs import OUTPUTS
from cjm.outputs.draw import draw
from cjm.source import read

SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = Path(__file__).parents[2] / "samples"
ABSURD: dict[str, str] = run_path(str(Path(__file__).parents[1] / "browser" / "conftest.py"))["ABSURD"]
VIEWS = OUTPUTS["svg"].views


@pytest.fixture
def page(skips: Journey) -> ET.Element:
    return ET.fromstring(draw(skips, "svg", "flow"))


def classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def groups(page: ET.Element, kind: str) -> list[ET.Element]:
    return [each for each in page.iter(f"{SVG}g") if f"cjm-{kind}" in classes(each)]


@pytest.mark.parametrize("view", VIEWS)
def test_it_has_a_size_a_name_and_a_description(view: str, skips: Journey) -> None:
    page = ET.fromstring(draw(skips, "svg", view))
    assert page.get("viewBox") == f"0 0 {page.get('width')} {page.get('height')}"
    assert page.get("role") == "img"
    names = {each.get("id"): each.text for each in page if each.get("id")}
    title, description = (names[name] for name in page.get("aria-labelledby", "").split())
    assert title == "Test"
    assert description


def test_its_description_says_what_there_is_to_see(page: ET.Element) -> None:
    assert page.findtext(f"{SVG}desc") == "Flow of the journey: 5 stages, 11 touchpoints"


@pytest.mark.parametrize("view", VIEWS)
def test_no_id_stands_twice(view: str, skips: Journey) -> None:
    ids = [each.get("id") for each in ET.fromstring(draw(skips, "svg", view)).iter() if each.get("id")]
    assert len(ids) == len({*ids})


def test_its_fonts_are_those_whose_widths_it_was_measured_with(page: ET.Element) -> None:
    fonts = page.get("font-family", "").split(", ")
    assert fonts == ["Arimo", "Arial", "Helvetica", "'Liberation Sans'", "sans-serif"]


@pytest.mark.parametrize("view", VIEWS)
def test_measured_lines_are_held_to_their_width_and_estimated_ones_are_not(
    journey_of: Callable[[str], Journey], view: str
) -> None:
    journey = journey_of("stages: [{name: Año, touchpoints: [{name: 注文, emotion: 1}, {name: Pago, emotion: -1}]}]")
    lines = {
        each.text: each.get("textLength") for each in ET.fromstring(draw(journey, "svg", view)).iter(f"{SVG}tspan")
    }
    assert lines["Test"] if view != "flow" else lines["Pago"]
    assert lines.get("注文") is None


def test_a_face_a_strip_and_words_say_the_score(page: ET.Element) -> None:
    card = next(each for each in groups(page, "card") if (each.findtext(f"{SVG}title") or "").startswith("Account"))
    assert card.findtext(f"{SVG}title") == "Account · Very negative (−2) · Moment of truth"
    kinds = {kind for each in card for kind in classes(each)}
    assert {"cjm-strip", "cjm-mood-2", "cjm-face", "cjm-star"} <= kinds


def test_other_paths_are_dashed_and_the_main_one_is_drawn_last(page: ET.Element) -> None:
    lines = [each for group in groups(page, "hop") if (each := group.find(f"{SVG}path")) is not None]
    main = ["cjm-main" in classes(each) for each in lines]
    assert any(main)
    assert main == sorted(main)
    style = page.findtext(f"{SVG}style") or ""
    assert re.search(r"\.cjm-edge \{[^}]*stroke-dasharray: \d", style)
    assert re.search(r"\.cjm-edge\.cjm-main \{[^}]*stroke-dasharray: none", style)


@pytest.mark.parametrize("view", VIEWS)
def test_every_colour_that_is_used_is_in_the_style_sheet(view: str, skips: Journey) -> None:
    """A mark whose class the sheet does not know would be drawn black."""
    page = ET.fromstring(draw(skips, "svg", view))
    style = page.findtext(f"{SVG}style") or ""
    for each in page.iter():
        if each.tag.split("}")[-1] in {"rect", "circle", "polyline", "polygon", "text"} and classes(each):
            assert any(re.search(rf"\.{re.escape(name)}\b(?!-)", style) for name in classes(each)), each.attrib


def test_ids_of_two_pictures_differ(skips: Journey) -> None:
    """So that several can stand in one page."""
    made = [draw(journey, "svg", view) for journey in (skips, replace(skips, id="other")) for view in ("map", "flow")]
    ids = [{each.get("id") for each in ET.fromstring(text).iter() if each.get("id")} for text in made]
    assert sum(map(len, ids)) == len(set[str | None]().union(*ids))


@pytest.mark.parametrize("name", ABSURD)
@pytest.mark.parametrize("view", VIEWS)
def test_any_journey_is_sound_xml(name: str, view: str) -> None:
    built = build_journey(read(ABSURD[name].encode(), "absurd.journey.yaml"))
    assert built.part is not None
    page = ET.fromstring(draw(built.part, "svg", view))
    assert page.tag == f"{SVG}svg"


def test_every_format_is_listed_and_nothing_is_loaded_for_it() -> None:
    code = "import cjm.outputs, sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"jinja2", "graphviz", "resvg_py", "typst", "xlsxwriter", "json"} & set(done.stdout.split())
    assert set(OUTPUTS) == {"svg", "png", "pdf", "html", "md", "mermaid", "dot", "csv", "xlsx", "json"}


HEAVY = {"resvg_py", "typst", "xlsxwriter", "rich", "babel", "csv", "graphviz", "subprocess", "cjm.views.report"}
NEEDED = {
    "svg-map": {"jinja2"},
    "svg-flow": {"jinja2", "graphviz", "subprocess"},
    "dot-flow": {"graphviz", "subprocess"},
    "json-map": set[str](),
    "mermaid-map": set[str](),
}


@pytest.mark.parametrize("name", NEEDED)
def test_a_format_loads_what_it_needs_and_no_more(name: str) -> None:
    form, view = name.split("-")
    code = (
        "import sys; from cjm.project.load import load; from cjm.outputs.draw import draw;"
        f"draw(load({str(SAMPLES / 'bank-account.journey.yaml')!r}), {form!r}, {view!r}); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ({"jinja2"} | HEAVY) & set(done.stdout.split()) <= NEEDED[name]
