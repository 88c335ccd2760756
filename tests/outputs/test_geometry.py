"""The drawn picture, asked where its lines run."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.outputs import svg
from cjm.outputs.look import Engine, Look
from cjm.project.load import load
from cjm.views.flow import flow
from cjm.views.shapes import Box, FlowView, Point

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = Path(__file__).parents[2] / "samples"


def drawn_lines(view: FlowView, engine: Engine = "embedded") -> dict[str, list[Point]]:
    """Points along each edge, from the path that stands in the SVG."""
    page = ET.fromstring(svg.render(view, Look(engine=engine)))
    lines = {}
    for group in page.iter(f"{SVG}g"):
        if "cjm-hop" in group.get("class", "").split():
            path = group.find(f"{SVG}path")
            assert path is not None
            numbers = [float(found) for found in NUMBER.findall(path.get("d", ""))]
            lines[group.get("id", "").split("-")[-1]] = list(sampled(list(zip(*[iter(numbers)] * 2, strict=True))))
    return lines


def sampled(points: list[Point]) -> Iterator[Point]:
    assert len(points) % 3 == 1, "a chain of cubic curves"
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(41):
            t = step / 40
            u = 1 - t
            yield tuple(  # type: ignore[misc]
                u**3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t**3 * d[k] for k in (0, 1)
            )


def inside(point: Point, box: Box, margin: float = 0.0) -> bool:
    return box.x - margin < point[0] < box.right + margin and box.y - margin < point[1] < box.bottom + margin


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def texts_of(view: FlowView) -> Iterator[Box]:
    """The boxes of texts that stand on panels and beside edges."""
    for panel in view.panels:
        for block in (panel.title, panel.note, panel.notice):
            for line in block.lines if block else ():
                yield Box(line.x - line.width / 2, line.y - 9, line.width, 11)
    yield from (edge.label.box for edge in view.edges if edge.label)


def assert_clear(view: FlowView, lines: dict[str, list[Point]]) -> None:
    labels = list(texts_of(view))
    for edge in view.edges:
        for card in view.cards:
            hit = [point for point in lines[edge.id] if inside(point, card.box, -0.6)]
            assert not hit, f"{edge.summary} passes under {card.summary} at {hit[0]}"
        for label in labels:
            hit = [point for point in lines[edge.id] if inside(point, label, edge.width / 2)]
            assert not hit, f"{edge.summary} passes under a text at {hit[0]}"


def test_no_edge_passes_under_a_card_or_a_label(routed: Journey) -> None:
    view = flow(routed)
    assert_clear(view, drawn_lines(view))


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.journey.yaml")), ids=lambda file: file.name.split(".")[0])
def test_no_edge_of_a_sample_passes_under_a_card_or_a_label(sample: Path) -> None:
    view = flow(load(sample))
    assert_clear(view, drawn_lines(view))


@pytest.mark.skipif(not shutil.which("dot"), reason="the system has no Graphviz")
def test_the_systems_graphviz_draws_the_same_lines(routed: Journey) -> None:
    view = flow(routed)
    assert svg.render(view, Look(engine="system")) == svg.render(view, Look(engine="embedded"))


def test_cards_labels_and_legend_stand_apart_and_inside_the_picture(routed: Journey) -> None:
    view = flow(routed)
    boxes = [card.box for card in view.cards] + [edge.label.box for edge in view.edges if edge.label]
    boxes += [Box(entry.box.x, entry.box.y, entry.box.width, entry.box.height) for entry in view.legend]
    for number, one in enumerate(boxes):
        assert inside((one.x, one.y), Box(-1, -1, view.width, view.height))
        assert inside((one.right, one.bottom), Box(0, 0, view.width + 1, view.height + 1))
        for other in boxes[number + 1 :]:
            assert not overlap(one, other), f"{one} and {other}"


def test_lines_stay_inside_the_picture(routed: Journey) -> None:
    view = flow(routed)
    for line in drawn_lines(view).values():
        assert all(inside(point, Box(0, 0, view.width, view.height)) for point in line)


def test_every_edge_arrives_at_its_card(routed: Journey) -> None:
    view = flow(routed)
    boxes = {card.touchpoint: card.box for card in view.cards}
    for edge in view.edges:
        box = boxes[edge.target]
        assert inside(edge.tip, box, 0.1), edge.summary
        assert edge.tip[0] == pytest.approx(box.x) or edge.tip[1] == pytest.approx(box.y)


def test_no_text_is_wider_than_its_card(routed: Journey) -> None:
    for card in flow(routed).cards:
        for line in (*card.name.lines, *(card.meta.lines if card.meta else ())):
            assert card.box.x <= line.x
            assert line.x + line.width <= card.box.right
            assert card.box.y < line.y < card.box.bottom
