from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from cjm.views import widths
from cjm.views.metrics import graphemes, is_exact, text_width


def test_latin_text_is_as_wide_as_in_arimo() -> None:
    assert text_width("Hello", 20.48) == pytest.approx((1479 + 1139 + 455 + 455 + 1139) / 100)
    assert text_width("Hello", 10, bold=True) > text_width("Hello", 10)


def test_an_accent_of_its_own_takes_no_room() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10)


@pytest.mark.parametrize("text", ["注文", "注文する", "안녕"])
def test_an_ideograph_is_an_em_wide(text: str) -> None:
    assert text_width(text, 10) == 10 * len(text)


def test_only_arimos_own_characters_are_exact() -> None:
    assert is_exact("Año Ωμέγα Привет “…” →")
    assert not is_exact("Año 中")
    assert not is_exact("شراء")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("añb", 3),
        ("an\u0303b", 3),
        ("👩‍👩‍👧‍👧", 1),
        ("🇪🇸🇫🇷", 2),
        ("👍🏽!", 2),
        ("🏳️‍🌈", 1),
        ("\u1112\u1161\u11ab", 1),
        ("", 0),
    ],
)
def test_what_a_reader_sees_as_one_character_is_one(text: str, count: int) -> None:
    assert len(list(graphemes(text))) == count
    assert "".join(graphemes(text)) == text


def test_the_widths_are_those_of_the_bundled_font() -> None:
    pytest.importorskip("fontTools", reason="needs fontTools to read the bundled font")
    made = runpy.run_path(str(Path(__file__).with_name("make_widths.py")))["source"]()
    assert made == Path(widths.__file__).read_text("utf-8"), "run tests/views/make_widths.py > cjm/views/widths.py"
