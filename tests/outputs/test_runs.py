from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from cjm.model import Journey
from cjm.outputs.draw import laid_out
from cjm.outputs.runs import parted
from cjm.views.picture import Picture, Words
from cjm.views.shapes import Block, Line


def lines_of(picture: Picture) -> Iterator[tuple[Block, Line]]:
    for group in picture.groups:
        for mark in group.marks:
            if isinstance(mark, Words):
                yield from ((mark.block, line) for line in mark.block.lines)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Gracias ❤️ y hasta 🇪🇸", ["Gracias", "❤️", "y hasta", "🇪🇸"]),
        ("Web · ช่องทาง สำคัญ", ["Web ·", "ช่องทาง สำคัญ"]),
        ("Pay 中文", ["Pay 中文"]),
        ("العربية ❤️ a", ["العربية ❤️ a"]),
        ("Plain name", ["Plain name"]),
    ],
)
def test_a_line_is_parted_where_its_joined_signs_would_be_blank(
    journey_of: Callable[[str], Journey], name: str, parts: list[str]
) -> None:
    picture = parted(laid_out(journey_of(f"stages: [{{name: S, touchpoints: [{{name: '{name}'}}]}}]"), "map"))
    found = [line.text for block, line in lines_of(picture) if block.text == name]
    assert found == parts


def test_parts_stand_beside_each_other_inside_the_width_of_their_line(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of("stages: [{name: 'Sí ❤️ no 🇪🇸', touchpoints: ['A']}]")
    for view in ("map", "blueprint"):
        whole = laid_out(journey, view)
        (line,) = [line for block, line in lines_of(whole) if block.text == "Sí ❤️ no 🇪🇸"]
        parts = [line for block, line in lines_of(parted(whole)) if block.text == "Sí ❤️ no 🇪🇸"]
        assert len(parts) == 4
        assert parts[0].x == line.x
        for left, right in pairwise(parts):
            assert left.x + left.width <= right.x
            assert left.y == right.y == line.y
        assert parts[-1].x + parts[-1].width <= line.x + line.width + 0.1


def test_a_picture_written_right_to_left_stays_as_it_is(journey_of: Callable[[str], Journey]) -> None:
    picture = laid_out(journey_of("language: ar\nstages: [{name: 'Web ❤️', touchpoints: ['A']}]"), "map")
    assert parted(picture) is picture
