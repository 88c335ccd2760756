from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.outputs import svg
from cjm.outputs.draw import laid_out
from cjm.outputs.look import PLAIN
from cjm.outputs.paper import LARGEST, LEAST, PAPERS, POINT, pages, poster
from cjm.views.picture import Picture, Rect
from cjm.views.shapes import Box

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 5


def wide(touchpoints: int) -> str:
    each = ", ".join(f"{{name: Step {number}, emotion: {number % 5 - 2}}}" for number in range(touchpoints))
    return f"stages: [{{name: All, pain_points: [Everywhere], touchpoints: [{each}]}}]"


def plates(picture: Picture) -> list[Box]:
    marks = [mark for group in picture.groups if group.kind == "card" for mark in group.marks]
    return [mark.box for mark in marks if isinstance(mark, Rect) and "plate" in mark.role]


@pytest.mark.parametrize("view", ["map", "flow", "blueprint"])
@pytest.mark.parametrize("paper", list(PAPERS))
def test_one_stage_larger_than_a_page_is_cut_between_its_cards(
    journey_of: Callable[[str], Journey], view: str, paper: str
) -> None:
    picture = svg.traced(laid_out(journey_of(wide(40)), view), PLAIN)
    sheets = pages(picture, paper)
    assert len(sheets) > 1
    parts = [piece.box for sheet in sheets for piece in sheet.pieces if not piece.headed]
    for card in plates(picture):
        holding = [part for part in parts if _holds(part, card)]
        assert len(holding) == 1, card


def _holds(part: Box, card: Box) -> bool:
    across = part.x <= card.x and card.right <= part.right
    return across and part.y <= card.y and card.bottom <= part.bottom


def test_pages_are_about_as_full_as_each_other(journey_of: Callable[[str], Journey]) -> None:
    sheets = pages(laid_out(journey_of(wide(40)), "map"), "a3")
    widths = [sheet.pieces[1].box.width for sheet in sheets]
    assert min(widths) > max(widths) * 0.7


def test_a_long_head_is_whole_on_the_first_page_and_on_no_other(journey_of: Callable[[str], Journey]) -> None:
    head = f"objective: {{statement: '{LONG}', metric: m, at_least: 5}}\n"
    picture = laid_out(journey_of(head + wide(40)), "map")
    (group,) = [group for group in picture.groups if group.kind == "heading"]
    sheets = pages(picture, "a4")
    headed = [(sheet, piece) for sheet in sheets for piece in sheet.pieces if piece.headed]
    ((sheet, piece),) = headed
    assert sheet is sheets[0]
    assert piece.box.right >= group.box.right
    assert piece.x + piece.box.width * sheet.scale <= sheet.width


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("paper", list(PAPERS))
def test_everything_stands_on_the_paper_and_can_be_read(
    journey_of: Callable[[str], Journey], language: str, paper: str
) -> None:
    for view in ("map", "curve", "blueprint", "board"):
        for sheet in pages(laid_out(journey_of(f"language: {language}\n{wide(25)}"), view), paper):
            assert (sheet.width, sheet.height) == PAPERS[paper]
            assert sheet.scale >= LEAST * POINT * 0.99
            for piece in sheet.pieces:
                assert piece.x >= 0
                assert piece.y >= 0
                assert piece.x + piece.box.width * sheet.scale <= sheet.width + 0.01
                assert piece.y + piece.box.height * sheet.scale <= sheet.height + 0.01


def test_the_emotion_is_not_cut_from_side_to_side(journey_of: Callable[[str], Journey]) -> None:
    text = ", ".join(f"{{name: '{LONG}', emotion: {score}}}" for score in (-2, 2, 0))
    picture = laid_out(journey_of(f"stages: [{{name: '{LONG}', needs: ['{LONG}'], touchpoints: [{text}]}}]"), "map")
    (curve,) = [group.box for group in picture.groups if group.kind == "curve"]
    for sheet in pages(picture, "a4"):
        for piece in sheet.pieces:
            assert not curve.y + 0.5 < piece.box.bottom < curve.bottom - 0.5


def test_a_poster_is_no_larger_than_a_page_can_be(journey_of: Callable[[str], Journey]) -> None:
    picture = laid_out(journey_of(wide(10)), "map")
    (sheet,) = poster(picture._replace(width=40_000.0))
    assert sheet.width == LARGEST
    assert sheet.height < picture.height * POINT
