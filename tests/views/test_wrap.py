from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.views.metrics import graphemes, text_width
from cjm.views.wrap import wrap


def test_words_fill_lines() -> None:
    assert wrap("Anuncio en Instagram y en la calle", 90, 13) == ("Anuncio en", "Instagram y en", "la calle")


def test_a_word_wider_than_the_line_is_broken_and_nothing_is_lost() -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    lines = wrap(word, 100, 13)
    assert len(lines) > 3
    assert "".join(lines) == word


def test_chinese_breaks_without_spaces_but_never_before_a_full_stop() -> None:
    lines = wrap("注文を確定する前に。送料を確認します。", 78, 13)
    assert len(lines) > 2
    assert not any(line.startswith("。") for line in lines)


def test_an_address_breaks_after_its_slashes() -> None:
    assert wrap("https://example.com/a/b", 82, 13) == ("https://", "example.com/", "a/b")


def test_an_empty_text_has_no_lines() -> None:
    assert wrap("", 100, 13) == wrap(" \n ", 100, 13) == ()


@pytest.mark.parametrize("text", ["👩‍👩‍👧‍👧" * 9, "e\u0301" * 40, "🇪🇸🇫🇷" * 12])
def test_a_character_of_several_code_points_is_never_cut(text: str) -> None:
    whole = set(graphemes(text))
    for line in wrap(text, 60, 13):
        assert set(graphemes(line)) <= whole


@given(st.text(max_size=120), st.floats(30, 200))
def test_lines_fit_and_hold_the_whole_text(text: str, width: float) -> None:
    lines = wrap(text, width, 13)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert text_width(line, 13) <= width or len(list(graphemes(line))) == 1
