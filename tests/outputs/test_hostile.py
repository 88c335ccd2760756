"""Hostile text in every text field of a journey comes out as text in every format."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from cjm.model import Journey, Part
from cjm.model.fields import Many, One, Ref, Table, Text, specs
from cjm.outputs import dot, svg
from cjm.outputs import json as json_output
from cjm.outputs.engine import draw
from cjm.outputs.escape import clean
from cjm.project.load import load
from cjm.views.flow import flow

SAMPLE = Path(__file__).parents[2] / "samples" / "tienda-online.journey.yaml"
SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {"svg", "title", "desc", "rect", "g", "path", "polygon", "text", "tspan", "circle"}
SHAPES = re.compile(r'<g id="[^"]*" class="(node|edge|cluster)">')


def filled(part: Any, text: str) -> Any:
    """The part with a text in place of every text, and of every reference that may be free text."""
    made = {spec.attribute: value_of(spec.kind, getattr(part, spec.attribute), text) for spec in specs(type(part))}
    rest = {name: getattr(part, name) for name in ("path", "generated", "catalogue") if hasattr(part, name)}
    return type(part)(**made, **rest)


def value_of(kind: Any, value: Any, text: str) -> Any:
    match kind:
        case Text():
            return text
        case Ref(to=("channel" | "team" | "persona" | "evidence")):
            return text
        case One():
            return filled(value, text) if isinstance(value, Part) else value
        case Many(item=item):
            return tuple(value_of(item, each, text) for each in value)
        case Table(value=item):
            return tuple((key, value_of(item, each, text)) for key, each in value)
    return value


def payloads(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1):
            text = yaml.safe_load(f'"{line}"') if file.name == "terminal.txt" else line
            if text.strip():
                found[f"{file.stem}:{number}"] = text
    return found


@pytest.fixture(scope="module")
def journey() -> Journey:
    return load(SAMPLE)


@pytest.fixture(scope="module")
def texts(shared: Path) -> dict[str, str]:
    found = payloads(shared / "payloads")
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def pictures(journey: Journey, texts: dict[str, str]) -> dict[str, str]:
    return {name: svg.render(flow(filled(journey, text))) for name, text in texts.items()}


@pytest.fixture(scope="module")
def graphs(journey: Journey, texts: dict[str, str]) -> dict[str, str]:
    """What Graphviz draws of the DOT text alone."""
    return {name: draw(dot.render(flow(filled(journey, text)))) for name, text in texts.items()}


def elements(picture: str) -> Counter[str]:
    return Counter(each.tag.split("}")[-1] for each in ET.fromstring(picture).iter())


def without_lines(counts: Counter[str]) -> dict[str, int]:
    """How often each element occurs; a long text has more lines."""
    return {name: count for name, count in counts.items() if name != "tspan"}


def letters(text: str) -> str:
    """What must be seen of a text: spaces may become ends of lines."""
    return clean("".join(text.split()))


def test_in_svg(journey: Journey, texts: dict[str, str], pictures: dict[str, str]) -> None:
    expected = without_lines(elements(svg.render(flow(filled(journey, "x")))))
    for name, text in texts.items():
        picture = pictures[name]
        counts = elements(picture)
        assert without_lines(counts) == expected, name
        assert set(counts) <= HARMLESS, name
        page = ET.fromstring(picture)
        assert page[0].text == clean(text), name
        for each in page.iter():
            assert not any(key.lower().startswith("on") or "href" in key for key in each.attrib), name
            assert not any("url(" in value for value in each.attrib.values()), name
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", picture), name


def test_every_character_is_shown(texts: dict[str, str], pictures: dict[str, str]) -> None:
    for name, text in texts.items():
        page = ET.fromstring(pictures[name])
        shown = {"".join("".join(each.itertext()).split()) for each in page.iter(f"{SVG}text")}
        assert letters(text) in shown, name


def test_in_dot(journey: Journey, graphs: dict[str, str]) -> None:
    expected = Counter(SHAPES.findall(draw(dot.render(flow(filled(journey, "x"))))))
    assert expected["edge"]
    for name, drawn in graphs.items():
        assert Counter(SHAPES.findall(drawn)) == expected, name
        page = ET.fromstring(re.sub(r"<!DOCTYPE.*?>", "", drawn, flags=re.DOTALL))
        assert {each.tag.split("}")[-1] for each in page.iter()} <= {*HARMLESS, "svg", "a"}, name
        assert not any("href" in key or key.startswith("on") for each in page.iter() for key in each.attrib), name
        assert "cjm_pwned" not in page.attrib.values(), name


def test_text_in_dot_is_read_back_as_it_was(texts: dict[str, str], graphs: dict[str, str]) -> None:
    for name, text in texts.items():
        page = ET.fromstring(re.sub(r"<!DOCTYPE.*?>", "", graphs[name], flags=re.DOTALL))
        for shape, bold in (("cluster", True), ("node", True), ("edge", False)):
            groups = [each for each in page.iter(f"{SVG}g") if each.get("class") == shape]
            shown = {
                "".join(
                    "".join("".join(each.itertext()).split())
                    for each in group.iter(f"{SVG}text")
                    if bool(each.get("font-weight")) == bold
                )
                for group in groups
            }
            assert letters(text) in shown, (name, shape)


def test_in_json(journey: Journey, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        made = json_output.render(flow(filled(journey, text)))
        assert json.loads(made)["flow"]["title"] == text, name
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", made), name


def test_an_odd_half_of_a_character_is_written_all_the_same(journey: Journey) -> None:
    view = flow(filled(journey, "a\ud800b"))
    for made in (svg.render(view), dot.render(view), json_output.render(view)):
        made.encode()
