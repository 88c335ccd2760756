from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from cjm.model import Journey
from cjm.outputs import png
from cjm.outputs.draw import draw
from cjm.views.flow import flow


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


def test_a_picture_has_twice_the_size_of_its_view(skips: Journey) -> None:
    view = flow(skips)
    assert size(png.render(view)) == (2 * view.width, 2 * view.height)


def test_latin_greek_and_cyrillic_need_no_font_of_the_system(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of("stages: [{name: Año, touchpoints: [Ελληνικά, Русский, Straße]}]")
    first = draw(journey, "png")
    assert sha256(first).digest() == sha256(draw(journey, "png")).digest()
    blank = journey_of("stages: [{name: Año, touchpoints: [' ', ' ', ' ']}]")
    assert len(first) > len(draw(blank, "png")) + 2000, "the letters are there"


def test_an_enormous_map_is_drawn_smaller_and_whole(journey_of: Callable[[str], Journey]) -> None:
    stages = "\n".join(f"  - {{name: S{number}, touchpoints: [A, B]}}" for number in range(60))
    width, height = size(draw(journey_of(f"stages:\n{stages}"), "png"))
    assert max(width, height) <= png.MOST_SIDE
    assert width * height <= png.MOST_PIXELS * 1.01
