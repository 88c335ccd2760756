"""What a scalar's text means: numbers, shares, durations, dates, links; and what the hints make of near misses."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.diagnostics import Message, say
from cjm.model import hints, patterns, values
from cjm.model.values import Amount, is_link, read_amount, read_date, read_duration, read_number, read_share

Findings = Callable[..., list[str]]

NUMBERS = {"3": 3, "-0.5": -0.5, "+1": 1, "1e3": 1000, "1.": 1, ".5": 0.5, "010": 10, "0x1F": 31, "0o10": 8, "-0": 0}
NO_NUMBERS = [
    "",
    "1_000",
    "1,5",
    "３",
    "٣",
    "0b101",
    "1e999",
    "inf",
    ".inf",
    ".nan",
    "1 ",
    "--1",
    "1e",
    "e3",
    "9" * 401,
]


@pytest.mark.parametrize("text", NUMBERS)
def test_this_is_a_number(text: str) -> None:
    assert read_number(text) == NUMBERS[text]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_this_is_no_number(text: str) -> None:
    assert read_number(text) is None


SHARES = {
    "40%": 0.4,
    "18 %": 0.18,
    "18\u00a0%": 0.18,
    "18\u202f%": 0.18,
    "0.4": 0.4,
    "1": 1,
    "0": 0,
    "100%": 1,
    "2.5%": 0.025,
}
NO_SHARES = ["", "%", "101%", "100.5%", "-1%", "+4%", "1.5", "18,5%", "0,4", "4 0%", "40 por ciento", "40%%"]


@pytest.mark.parametrize("text", SHARES)
def test_this_is_a_share(text: str) -> None:
    assert read_share(text) == SHARES[text]


@pytest.mark.parametrize("text", NO_SHARES)
def test_this_is_no_share(text: str) -> None:
    assert read_share(text) is None


DURATIONS = {
    "45s": 45,
    "20m": 1200,
    "2h": 7200,
    "24.1h": 86_760,
    "3d": 259_200,
    "6w": 3_628_800,
    "18mo": 47_336_400,
    "2y": 63_115_200,
    "20 m": 1200,
    "0d": 0,
}
NO_DURATIONS = ["", "m", "20", "-1d", "1h30m", "1,5h", "20 min", "2D", "1  d", "P1D", "1e3s", "3d\n", "９d"]


@pytest.mark.parametrize("text", DURATIONS)
def test_this_is_a_duration(text: str) -> None:
    found = read_duration(text)
    assert found
    assert round(found.seconds) == DURATIONS[text]
    assert found.text == text


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_this_is_no_duration(text: str) -> None:
    assert read_duration(text) is None


def test_an_amount_knows_its_unit() -> None:
    assert read_amount("4.2") == Amount(4.2)
    assert read_amount("-3%") == Amount(-0.03, "share")
    assert read_amount("250 %") == Amount(2.5, "share")
    assert read_amount("2d") == Amount(172_800.0, "duration")
    assert read_amount("mucho") is None


@pytest.mark.parametrize("text", ["2026-10-01", "2024-02-29", "0001-01-01", "2000-02-29", "9999-12-31"])
def test_this_is_a_date(text: str) -> None:
    assert str(read_date(text)) == text


@pytest.mark.parametrize(
    "text", ["", "2026-10-1", "2026-02-30", "1900-02-29", "0000-01-01", "20261001", "２０２６-10-01", "hoy"]
)
def test_this_is_no_date(text: str) -> None:
    assert read_date(text) is None


@settings(deadline=None)
@given(st.one_of(st.dates().map(str), st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True)))
def test_the_pattern_of_a_date_is_the_calendar(text: str) -> None:
    assert bool(re.fullmatch(patterns.DATE, text)) == (read_date(text) is not None)


@settings(deadline=None)
@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False).map(repr), st.text("0123456789.%eE+- ", max_size=8)))
def test_shares_are_what_their_pattern_says(text: str) -> None:
    if text.endswith("%"):
        assert bool(re.fullmatch(patterns.SHARE, text)) == (read_share(text) is not None)


LINKS = [
    "https://example.org",
    "http://example.org:8080/a?b=c#d",
    "HTTPS://EXAMPLE.ORG",
    "https://ñandú.es/%C3%B1",
    "https://example.com/?a=1&b=2",
    "mailto:laura@example.org",
    "mailto:a@b.es?subject=Hola",
]
PATHS = [
    "img/laura.png",
    "docs/Informe final.pdf",
    "a/..x",
    "a.b",
    "./a",
    "a/./b",
    "ñ/注文.pdf",
    "a?b=..",
    "a#../..",
    "...",
    "img/a:b.png",
    "R&D/informe.pdf",
]
NO_PATHS = [
    "",
    " ",
    "/etc/passwd",
    "//evil.example",
    "../x",
    "a/../../x",
    "a/..",
    "..",
    "%2e%2e/x",
    "a/%2E./x",
    "a%2f..%2fb",
    "a%5cb",
    "\\\\server\\x",
    "a\\b",
    "C:/x",
    "#top",
    "?q",
    " a",
    "a ",
    "a\tb",
    "a\nb",
    "a\u202eb",
    "a<b",
    'a"b',
    "a\u00a0b",
    "a&colon;b",
    "a%00",
]
NO_LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:https://x/1",
    "ftp://example.org",
    "tel:+34",
    "https:example.org",
    "https:///x",
    "https://",
    "http://?x",
    "https://user:pass@evil.example/",
    "https://a b",
    "https://a/b c",
    "mailto:",
    "mailto:a",
    "mailto:@b",
    "mailto:a b@c",
    "x-y+z.1:a",
]


@pytest.mark.parametrize("text", [*LINKS, *PATHS])
def test_this_is_a_link(text: str) -> None:
    assert is_link(text)
    assert is_link(text, local=True) == (text in PATHS)


@pytest.mark.parametrize("text", [*NO_PATHS, *NO_LINKS])
def test_this_is_no_link(text: str) -> None:
    assert not is_link(text)
    assert not is_link(text, local=True)


REASONS = {
    "javascript:alert(1)": "another scheme",
    " javascript:alert(1)": "a space that browsers drop",
    "java\tscript:alert(1)": "a tab that browsers drop",
    "javascript&colon;alert(1)": "an entity that a careless page would decode",
    "vbscript:msgbox(1)": "another scheme",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==": "another scheme",
    "file:///etc/passwd": "another scheme",
    "https://user:pass@evil.example/": "a name before the host, which hides it",
    "blob:https://x/1": "another scheme",
    'https://example.com/" onclick="alert(1)': "a quote that ends an attribute",
    "https://example.com/?a=1&b=2": "",
    "\u202ehttps://moc.elpmaxe": "a mark that turns the text around",
    "https://example.com/\\u0000": "a backslash, which browsers take for a slash",
}


def test_of_the_public_payloads_only_the_honest_address_is_a_link(shared: Path) -> None:
    lines = (shared / "payloads" / "urls.txt").read_text().splitlines()
    assert set(lines) == set(REASONS)
    assert [line for line in lines if is_link(line)] == [line for line in lines if not REASONS[line]]


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_link_leads_out_or_runs_anything(text: str) -> None:
    if is_link(text, local=True):
        assert text.isprintable()
        assert not text.startswith(("/", "\\"))
        assert ".." not in text.partition("?")[0].partition("#")[0].split("/")
        assert not re.match(r"\s*[a-zA-Z][\w+.-]*:", text)


HINTS: dict[Callable[[str], Message], dict[str, str]] = {
    hints.for_date: {
        "1/10/2026": "2026-10-01",
        "01.10.2026": "2026-10-01",
        "2026/10/1": "2026-10-01",
        "20261001": "2026-10-01",
        "31-12-2026": "2026-12-31",
        "12/31/2026": "2026-12-31",
        "ayer": "2026-10-01",
    },
    hints.for_duration: {
        "20 min": "20m",
        "20 minutos": "20m",
        "1,5 h": "1.5h",
        "2 días": "2d",
        "2 semanas": "2w",
        "3 meses": "3mo",
        "1 año": "1y",
        "2 jours": "2d",
        "2D": "2d",
        "90 segundos": "90s",
    },
    hints.for_share: {
        "18,5 %": "18.5%",
        "40": "40%",
        "0,4": "0.4",
        "40 %%": "as `40%` or `0.4`",
        "mucho": "as `40%` or `0.4`",
    },
    hints.for_amount: {"4,2": "4.2", "mucho": "write `4.2`, `25%` or `2d`"},
}
CASES: list[tuple[Callable[[str], Message], str, str]] = [
    (hint, written, wanted) for hint, answers in HINTS.items() for written, wanted in answers.items()
]


@pytest.mark.parametrize(("hint", "written", "wanted"), CASES)
def test_a_near_miss_is_answered_with_what_to_write(hint: Callable[[str], Message], written: str, wanted: str) -> None:
    said = say(hint(written))
    assert wanted in said


@settings(deadline=None)
@given(st.text(max_size=20))
def test_no_hint_ever_fails(text: str) -> None:
    for hint in (*HINTS, hints.for_id):
        assert say(hint(text))


CORE = {
    "type-07-score-types": [
        "wrong-type",
        "value-out-of-range",
        "wrong-type",
        "value-out-of-range",
        "value-out-of-range",
        "wrong-type",
        "wrong-type",
        "empty-text",
        "wrong-type",
        "wrong-type",
    ],
    "type-09-empty-values": [
        "unknown-key",
        "empty-text",
        "empty-text",
        "missing-key",
        "missing-key",
        "empty-text",
        "wrong-type",
    ],
}


@pytest.mark.parametrize("name", CORE)
def test_odd_values_of_the_public_files_are_judged_by_their_fields(name: str, shared: Path, findings: Findings) -> None:
    text = (shared / "yaml-hostile" / f"{name}.yaml").read_text().removeprefix("title:\n")
    assert [each.split()[1] for each in findings(f"cjm: 1\ntitle: T\n{text}")] == CORE[name]


def test_words_of_the_norway_file_are_texts(shared: Path, findings: Findings) -> None:
    text = (shared / "yaml-hostile" / "type-01-norway.yaml").read_text().replace("paises:", "tags:")
    assert {each.split()[1] for each in findings("cjm: 1\n" + text)} == {"implicit-boolean"}


def test_numbers_are_texts_where_texts_are_wanted(shared: Path, findings: Findings) -> None:
    for name in ("type-03-octal", "type-05-underscores-exponents"):
        lines = (shared / "yaml-hostile" / f"{name}.yaml").read_text().splitlines()
        items = "".join(f"  - {line.partition(': ')[2]}\n" for line in lines)
        assert findings(f"cjm: 1\ntitle: T\ntags:\n{items}") == []


def test_every_unit_has_its_seconds() -> None:
    assert set(values.SECONDS) == set(patterns.DURATION.rpartition("(")[2].rstrip(")").split("|"))
