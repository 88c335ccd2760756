from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.outputs import OUTPUTS, svg
from cjm.outputs.draw import draw
from cjm.views.flow import flow

SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def page(skips: Journey) -> ET.Element:
    return ET.fromstring(svg.render(flow(skips)))


def test_it_has_a_size_a_name_and_a_description(page: ET.Element) -> None:
    assert page.get("viewBox") == f"0 0 {page.get('width')} {page.get('height')}"
    assert page.get("role") == "img"
    names = {each.get("id"): each.text for each in page if each.get("id")}
    assert [names[name] for name in page.get("aria-labelledby", "").split()] == [
        "Test",
        "Flow of the journey: 5 stages, 11 touchpoints",
    ]


def test_its_fonts_are_those_whose_widths_it_was_measured_with(page: ET.Element) -> None:
    fonts = page.get("font-family", "").split(", ")
    assert fonts == ["Arimo", "Arial", "Helvetica", "'Liberation Sans'", "sans-serif"]


def test_measured_lines_are_held_to_their_width_and_estimated_ones_are_not(
    journey_of: Callable[[str], Journey],
) -> None:
    journey = journey_of("stages: [{name: Año, touchpoints: [注文, شراء, Pago]}]")
    lines = {each.text: each.get("textLength") for each in ET.fromstring(draw(journey)).iter(f"{SVG}tspan")}
    assert lines["Pago"]
    assert lines["Año"]
    assert lines["注文"] is lines["شراء"] is None


def test_a_face_a_strip_and_words_say_the_score(page: ET.Element) -> None:
    card = next(each for each in page.iter(f"{SVG}g") if (each.findtext(f"{SVG}title") or "").startswith("Account"))
    assert card.findtext(f"{SVG}title") == "Account · Very negative (−2) · Moment of truth"
    kinds = [each.get("class", "") for each in card]
    assert {"cjm-strip", "cjm-face", "cjm-star"} <= set(kinds)


def test_other_paths_are_dashed_and_the_main_one_is_drawn_last(page: ET.Element) -> None:
    edges = [each for each in page.iter(f"{SVG}g") if "cjm-edge" in each.get("class", "").split()]
    main = ["cjm-main" in each.get("class", "") for each in edges]
    assert main == sorted(main)
    for edge, is_main in zip(edges, main, strict=True):
        line = edge.find(f"{SVG}path")
        assert line is not None
        assert (line.get("stroke-dasharray") is None) == is_main


def test_ids_of_two_pictures_differ(journey_of: Callable[[str], Journey]) -> None:
    one, other = (
        {each.get("id") for each in ET.fromstring(draw(journey_of(text))).iter() if each.get("id")}
        for text in ("stages: [{name: A}]", "stages: [{name: A}]\nversion: 2")
    )
    assert one == other
    views = [flow(journey_of("stages: []"))._replace(id=name) for name in ("a", "b")]
    assert svg.prefix(views[0]) != svg.prefix(views[1])


def test_every_format_is_listed_and_nothing_is_loaded_for_it() -> None:
    code = "import cjm.outputs, sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"jinja2", "graphviz", "resvg_py", "json"} & set(done.stdout.split())
    assert set(OUTPUTS) == {"svg", "png", "dot", "html", "json"}


def test_an_svg_needs_neither_jinja_nor_resvg() -> None:
    code = (
        "import sys; from cjm.project.load import load; from cjm.outputs.draw import draw;"
        f"draw(load({str(SAMPLES / 'bank-account.journey.yaml')!r})); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"jinja2", "resvg_py", "cjm.views.report"} & set(done.stdout.split())


@pytest.mark.parametrize("form", ["svg", "png", "dot", "json"])
def test_the_same_bytes_come_out_whatever_the_hash_seed_zone_and_folder(form: str, tmp_path: Path) -> None:
    code = (
        "import sys; from cjm.project.load import load; from cjm.outputs.draw import draw;"
        f"sys.stdout.buffer.write(draw(load({str(SAMPLES / 'cita-hospital.journey.yaml')!r}), {form!r}))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone, folder in (("1", "UTC", tmp_path), ("2", "Asia/Tokyo", tmp_path.parent))
    }
    assert len(made) == 1
