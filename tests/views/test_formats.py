from __future__ import annotations

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cjm.diagnostics import Message, say
from cjm.locale import translator
from cjm.model import Amount
from cjm.model.values import Duration, Lasting
from cjm.views import customs, formats
from cjm.views.wording import score_text


def tell(language: str) -> Callable[[Message], str]:
    return lambda message: say(message, translator(language, "labels"))


FIRST = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "4.5 · 1,870 · 12,480 · −0.33"),
        ("es", "4,5 · 1870 · 12.480 · −0,33"),
        ("es-MX", "4.5 · 1,870 · 12,480 · −0.33"),
        ("es_AR", "4,5 · 1.870 · 12.480 · −0,33"),
        ("fr", "4,5 · 1\u202f870 · 12\u202f480 · −0,33"),
        ("fr_CA", "4,5 · 1\u00a0870 · 12\u00a0480 · −0,33"),
        ("pt", "4,5 · 1.870 · 12.480 · −0,33"),
        ("pt-PT", "4,5 · 1870 · 12\u00a0480 · −0,33"),
    ],
)
def test_numbers_are_written_as_people_of_the_country_write_them(language: str, written: str) -> None:
    assert " · ".join(formats.figure(value, language) for value in (4.5, 1870, 12480, -0.333)) == written


@pytest.mark.parametrize(("value", "written"), [(0, "0"), (-0.001, "0"), (999, "999"), (2.0, "2"), (-2, "−2")])
def test_a_number_has_no_more_signs_than_it_needs(value: float, written: str) -> None:
    assert formats.figure(value, "es") == formats.figure(value, "en") == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 Oct 2026"),
        ("en-US", "Oct 1, 2026"),
        ("es", "1 oct 2026"),
        ("es-CL", "1 de oct de 2026"),
        ("fr", "1 oct. 2026"),
        ("pt-BR", "1 de out. de 2026"),
        ("pt_PT", "1 de out. de 2026"),
    ],
)
def test_a_date_has_its_month_in_letters_and_is_not_torn_apart(language: str, written: str) -> None:
    assert formats.day(FIRST, language) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("language", "written"), [("en", "41.5%"), ("es", "41,5\u00a0%"), ("fr", "41,5\u00a0%"), ("pt", "41,5%")]
)
def test_shares_have_the_sign_of_their_language(language: str, written: str) -> None:
    assert formats.share(0.415, language).replace("\u202f", "\u00a0") == written


def test_a_share_has_two_decimals_at_most() -> None:
    assert [formats.share(value, "en") for value in (0.25, 1 / 3, 0, 1, -0.05)] == [
        "25%",
        "33.33%",
        "0%",
        "100%",
        "−5%",
    ]


@pytest.mark.parametrize(
    ("text", "english", "spanish", "french", "portuguese"),
    [
        ("20m", "20 min", "20 min", "20 min", "20 min"),
        ("1 d", "1 day", "1 día", "1 jour", "1 dia"),
        ("1.5d", "1.5 days", "1,5 días", "1,5 jour", "1,5 dia"),
        ("0d", "0 days", "0 días", "0 jour", "0 dia"),
        ("2w", "2 weeks", "2 semanas", "2 semaines", "2 semanas"),
        ("3mo", "3 months", "3 meses", "3 mois", "3 meses"),
        ("2y", "2 years", "2 años", "2 ans", "2 anos"),
    ],
)
def test_lengths_of_time_are_said_in_words(text: str, english: str, spanish: str, french: str, portuguese: str) -> None:
    said = [formats.length(Duration(1, text), tell(language), language) for language in ("en", "es", "fr", "pt")]
    assert [each.replace("\u00a0", " ") for each in said] == [english, spanish, french, portuguese]


def test_a_length_without_words_of_its_own_is_said_in_seconds() -> None:
    assert formats.length(Duration(90, ""), tell("es"), "es") == "90\u00a0s"


def test_an_amount_is_written_by_its_unit_and_a_span_from_end_to_end() -> None:
    assert formats.amount(Amount(0.25, "share", "25%"), tell("en"), "en") == "25%"
    assert formats.amount(Amount(2.5, "number", "2.5"), tell("fr"), "fr") == "2,5"
    two, five = Duration(172_800, "2d"), Duration(432_000, "5d")
    assert formats.amount(Amount(172_800, "duration", "2d"), tell("es"), "es") == "2\u00a0días"
    assert formats.span(Lasting(two, five), tell("en"), "en") == "2–5\u00a0days"
    assert formats.span(Lasting(Duration(43_200, "12h"), two), tell("es"), "es") == "12\u00a0h – 2\u00a0días"
    assert formats.span(Lasting(two, two), tell("en"), "en") == "2\u00a0days"


def test_a_score_shows_its_sign() -> None:
    assert [score_text(score, "es") for score in (2, 0, -1.5)] == ["+2", "0", "−1,5"]
    assert score_text(-1.5) == "−1.5"


@pytest.mark.parametrize("language", ["", "de", "zh-Hant-TW", "xx", "en"])
def test_without_labels_of_a_language_its_figures_are_english_too(language: str) -> None:
    assert formats.day(FIRST, language) == "1\u00a0Oct\u00a02026"
    assert formats.figure(12480.5, language) == "12,480.5"


@pytest.mark.parametrize("language", ["es-XX", "es_", "es-", "es-../../x", "es-x-private", "es@euro", "es-\u0000"])
def test_a_country_that_nobody_knows_follows_its_language(language: str) -> None:
    assert formats.figure(4.5, language) in {"4,5", "4.5"}


def test_neither_time_zone_nor_locale_of_the_process_changes_a_figure() -> None:
    code = (
        "import datetime; from cjm.views import formats;"
        "print(ascii(formats.day(datetime.date(2026, 10, 1), 'es') + formats.figure(12480.5, 'es')))"
    )
    env = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "ar_EG.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "de"}
    made = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == ascii("1\u00a0oct\u00a0202612.480,5")


def test_the_customs_are_those_of_babel() -> None:
    pytest.importorskip("babel", reason="needs Babel to read the CLDR")
    made = runpy.run_path(str(Path(__file__).with_name("make_customs.py")))["source"]()
    assert made == Path(customs.__file__).read_text("utf-8"), "run tests/views/make_customs.py > cjm/views/customs.py"


@pytest.mark.parametrize("name", [name for name in customs.CUSTOMS if name != "en"])
def test_figures_are_written_as_babel_writes_them(name: str) -> None:
    numbers = pytest.importorskip("babel.numbers", reason="needs Babel to compare with")
    for value in (0, 7, 12480.5, 1234567, 0.75, 123456789.25):
        assert formats.figure(value, name) == numbers.format_decimal(value, locale=name)
    for value in (0, 0.4, 1):
        assert formats.share(value, name) == numbers.format_percent(value, locale=name)
