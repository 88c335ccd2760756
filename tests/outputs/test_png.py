from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from cjm.diagnostics import say
from cjm.model import Journey
from cjm.outputs import png
from cjm.outputs.draw import draw
from cjm.outputs.fonts import missing_letters
from cjm.outputs.look import Look
from cjm.outputs.troubles import OutputError
from cjm.views.flow import flow

ARIMO = sorted((Path(__file__).parents[2] / "templates" / "fonts").glob("*.ttf"))


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


def test_scale_and_width_are_pixels(skips: Journey) -> None:
    view = flow(skips)
    assert size(png.render(view, Look(scale=1.0))) == (view.width, view.height)
    assert abs(size(png.render(view, Look(width=700)))[0] - 700) <= 1


def test_a_size_that_nobody_could_open_is_made_smaller_and_said(skips: Journey) -> None:
    view = flow(skips)
    huge = Look(scale=20.0)
    assert png.scale(view, huge) < 20
    assert "pixels wide" in say(png.remarks(view, huge)[0])
    assert png.remarks(view, Look(scale=1.0)) == ()


def test_a_letter_that_no_font_has_is_named(journey_of: Callable[[str], Journey]) -> None:
    view = flow(journey_of('stages: [{name: Año, touchpoints: ["A \\uE123 and \\U000F0000"]}]'))
    (remark,) = png.remarks(view)
    assert "U+E123 U+F0000" in say(remark)
    assert "--font" in say(remark)


def test_a_named_font_is_used_for_what_arimo_lacks(journey_of: Callable[[str], Journey]) -> None:
    dejavu = next(iter(sorted(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"))), None)
    if dejavu is None:
        pytest.skip("DejaVu is not installed")
    assert missing_letters("Հայ", [*map(str, ARIMO), str(dejavu)]) == ()
    view = flow(journey_of("stages: [{name: Հայերեն, touchpoints: [Հայ]}]"))
    assert png.remarks(view, Look(fonts=(dejavu,))) == ()


def test_a_font_that_is_none_is_refused(skips: Journey, tmp_path: Path) -> None:
    other = tmp_path / "letter.ttf"
    other.write_text("Dear all,")
    for font, reason in ((other, "is no font"), (tmp_path / "missing.ttf", "cannot be read")):
        with pytest.raises(OutputError, match=reason):
            png.render(flow(skips), Look(fonts=(font,)))
