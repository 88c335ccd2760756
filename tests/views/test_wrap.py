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


@pytest.mark.parametrize(
    ("language", "word", "width", "lines"),
    [
        ("de", "Donaudampfschifffahrtsgesellschaft", 100, ("Donaudampf-", "schifffahrtsge-", "sellschaft")),
        ("es-MX", "electroencefalografistas", 80, ("electroence-", "falografistas")),
        ("fr_CA", "anticonstitutionnellement", 90, ("anticonstitu-", "tionnellement")),
        ("pt-BR", "extraordinariamente", 70, ("extraordina-", "riamente")),
        ("en", "internationalization", 70, ("internation-", "alization")),
        ("ru", "достопримечательностей", 90, ("достоприме-", "чательностей")),
    ],
)
def test_a_word_wider_than_the_line_is_divided_as_its_language_does(
    language: str, word: str, width: float, lines: tuple[str, ...]
) -> None:
    assert wrap(word, width, 13, language=language) == lines


def test_a_divided_word_begins_on_the_line_before_it() -> None:
    assert wrap("La Donaudampfschifffahrtsgesellschaft", 100, 13, language="de")[0] == "La Donaudampf-"


def test_a_word_that_fits_on_a_line_of_its_own_stays_whole() -> None:
    assert wrap("Nuestra responsabilidad", 110, 13, language="es") == ("Nuestra", "responsabilidad")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/verylongidentifier",
        "checkoutPageControllerFactory",
        "verylong_identifier_internationalization",
        "internationalization2026internationalization",
        "01234567890123456789",
    ],
)
def test_addresses_codes_and_numbers_get_no_hyphen(text: str) -> None:
    assert "".join(wrap(text, 60, 13, language="en")) == text


@pytest.mark.parametrize("language", ["", "xx", "zh", "../../en", "tlh-Latn"])
def test_a_language_without_a_dictionary_breaks_words_where_the_line_ends(language: str) -> None:
    assert wrap("internationalization", 75, 13, language=language) == ("internationali", "zation")


def test_an_elided_article_and_punctuation_stay_with_their_word() -> None:
    assert wrap("(l’administration),", 70, 13, language="fr") == ("(l’adminis-", "tration),")


def test_soft_hyphens_are_followed_in_any_language_and_seen_only_where_a_line_ends() -> None:
    text = "Kunden\u00adkontakt\u00adpunkte"
    assert wrap(text, 100, 13) == ("Kundenkontakt-", "punkte")
    assert wrap(text, 60, 13) == ("Kunden-", "kontakt-", "punkte")
    assert wrap(text, 200, 13) == ("Kundenkontaktpunkte",)


def test_no_break_spaces_hold_a_date_together_as_long_as_a_line_holds_it() -> None:
    assert wrap("until 1\u00a0Oct\u00a02026", 90, 13) == ("until", "1\u00a0Oct\u00a02026")
    assert wrap("1\u00a0Oct\u00a02026", 40, 13) == ("1\u00a0Oct", "2026")


def test_spaced_punctuation_never_begins_a_line() -> None:
    assert wrap("Est-ce prêt\u202f? Non !", 62, 13) == ("Est-ce", "prêt\u202f?", "Non !")
    assert wrap("Il a dit « oui » ici", 70, 13) == ("Il a dit", "« oui » ici")


def rebuilt(lines: tuple[str, ...], text: str) -> str:
    """The lines joined, without the hyphens that the text has not."""
    wanted = "".join(text.split())
    joined = ""
    for line in lines:
        joined += "".join(line.split())
        if joined.endswith("-") and not wanted.startswith(joined):
            joined = joined[:-1]
    return joined


WORDS = st.sampled_from(
    ["Rindfleischetikettierung", "l’administration", "a-b/c", "注文する", "1\u00a0€", "x\u00ady", "«", "!"]
)


@given(
    st.text(max_size=120) | st.lists(WORDS | st.text(max_size=9), max_size=9).map(" ".join),
    st.floats(30, 200),
    st.sampled_from(["", "de", "en", "fr", "es"]),
)
def test_lines_fit_and_hold_the_whole_text(text: str, width: float, language: str) -> None:
    lines = wrap(text, width, 13, language=language)
    seen = text.replace("\u00ad", "")
    assert rebuilt(lines, seen) == "".join(seen.split())
    for line in lines:
        assert text_width(line, 13) <= width or len(list(graphemes(line))) == 1
