"""What code scanning reads: a log that its schema accepts, with addresses, places and fingerprints that hold."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from cjm.checks import RULES
from cjm.checks.page import page
from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.locale import translator
from cjm.reports import Report, compose
from cjm.reports.sarif import render

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
"""The schema without its descriptions, from the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT)."""


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(report: Report) -> dict[str, Any]:
    whole = json.loads(render(report))
    assert [error.message for error in validator().iter_errors(whole)] == []
    run: dict[str, Any] = whole["runs"][0]
    return run


def uris(run: dict[str, Any]) -> list[str]:
    places = [each for result in run["results"] for each in result["locations"] + result.get("relatedLocations", [])]
    assert all(each["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%" for each in places)
    return [each["physicalLocation"]["artifactLocation"]["uri"] for each in places]


def one(span: Span, message: str = "x") -> dict[str, Any]:
    finding = Diagnostic("flat-curve", Severity.ERROR, msg("{text}", text=message), "a.yaml", span)
    result: dict[str, Any] = run_of(compose((finding,), 1, Severity.INFO))["results"][0]
    return result


def test_the_schema_accepts_it_and_refuses_what_is_none(report: Report, hostile_report: Report) -> None:
    for each in (report, hostile_report, compose((), 0, Severity.INFO)):
        run_of(each)
    broken = json.loads(render(report).replace('"startLine": 5', '"startLine": 0'))
    assert not validator().is_valid(broken)


def test_every_result_points_at_its_rule(report: Report) -> None:
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_a_rule_comes_with_its_page(report: Report) -> None:
    rules = {each["id"]: each for each in run_of(report)["tool"]["driver"]["rules"]}
    duplicate = rules["duplicate-id"]
    assert duplicate["name"] == "DuplicateId"
    assert duplicate["shortDescription"]["text"].endswith(".")
    assert "```yaml\ncjm: 1" in duplicate["help"]["markdown"]
    assert "Better:" in duplicate["help"]["text"]
    assert duplicate["defaultConfiguration"]["level"] == "error"
    assert duplicate["properties"]["tags"] == ["customer-journey", "references"]


def test_a_page_is_in_the_language_of_the_messages() -> None:
    found = [Diagnostic("flat-curve", Severity.WARNING, msg("x"), "a.yaml", Span(1, 1, 1, 2))]
    (rule,) = run_of(compose(found, 1, Severity.INFO, translator("es")))["tool"]["driver"]["rules"]
    about = page(RULES["flat-curve"], translator("es"))
    assert rule["shortDescription"]["text"] == about.summary
    assert rule["help"]["text"].startswith(f"{about.why}\n\nMal:\ncjm: 1")
    assert f"**Mejor:**\n```yaml\n{about.good}```" in rule["help"]["markdown"]
    assert rule["help"]["markdown"].endswith(f"*Fuente: {about.source}*")


def test_the_page_of_every_rule_is_accepted() -> None:
    found = [Diagnostic(rule, Severity.WARNING, msg("x"), "a.yaml", Span(1, 1, 1, 2)) for rule in RULES]
    rules = run_of(compose(found, 1, Severity.INFO))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["help"]["markdown"].count("```") == 4 for rule in rules)


def test_severities_are_levels(report: Report) -> None:
    levels = [result["level"] for result in run_of(report)["results"]]
    assert (levels.count("error"), levels.count("warning"), levels.count("note")) == (10, 1, 1)


def test_a_place_counts_code_points_from_1(report: Report) -> None:
    run = run_of(report)
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 28, "endLine": 7, "endColumn": 32}


@given(st.builds(Span, *[st.integers(0, 9)] * 4))
def test_a_place_never_ends_before_it_begins(span: Span) -> None:
    region = one(span)["locations"][0]["physicalLocation"]["region"]
    assert min(region.values()) >= 1
    assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])


def test_second_places_and_the_hint_are_given(report: Report) -> None:
    first = run_of(report)["results"][0]
    assert first["message"]["text"] == "two personas have the id `laura`\ngive one of them another id"
    assert [each["message"]["text"] for each in first["relatedLocations"]] == ["the first is here", "and a team"]
    assert [each["id"] for each in first["relatedLocations"]] == [1, 2]
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "personas[1].id"}]


def test_a_link_in_somebodys_text_is_none() -> None:
    assert "](" not in one(Span(1, 1, 1, 2), "[x](javascript:alert(1))")["message"]["text"]


def test_addresses_are_relative_and_lead_to_the_file(hostile_report: Report) -> None:
    run = run_of(hostile_report)
    for uri in uris(run):
        parts = urlsplit(uri)
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", ""), uri
        assert not uri.startswith("/")
    names = [
        unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for result in run["results"]
    ]
    expected = [each.file.encode("utf-8", "replace").decode() for each in hostile_report.shown]
    assert names == expected


def test_those_that_only_their_lines_tell_apart_have_fingerprints_of_their_own(saying: Callable[..., Report]) -> None:
    prints = [result["partialFingerprints"]["cjm/v1"] for result in run_of(saying("x"))["results"]]
    assert len(set(prints)) == 5
    assert [each.partition(":")[2] for each in prints] == ["", "2", "3", "4", "5"]


def test_every_payload_is_data(saying: Callable[[str], Report], payloads: dict[str, str]) -> None:
    for name, text in payloads.items():
        run = run_of(saying(text))
        assert len(run["results"]) == 5, name
        assert all(urlsplit(uri).scheme == "" and not uri.startswith("/") for uri in uris(run)), name


@pytest.mark.parametrize("name", ["/etc/passwd", "//evil.example/x", "javascript:alert(1)", "C:\\x", "a b#c?d%e"])
def test_a_name_is_no_address_of_elsewhere(name: str) -> None:
    finding = Diagnostic("flat-curve", Severity.ERROR, msg("x"), name, Span())
    (uri,) = uris(run_of(compose((finding,), 1, Severity.INFO)))
    assert unquote(uri) == name.lstrip("/")
    assert urlsplit(uri)[:2] == ("", "")
