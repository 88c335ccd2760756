from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

from cjm.checks import RULES

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_rules_are_listed_by_group(cjm: Run) -> None:
    listed = cjm("rules").stdout
    assert all(rule in listed for rule in RULES)
    assert "\nscope\n" in listed


def test_the_rules_as_data_hold_their_pages(cjm: Run) -> None:
    rules = json.loads(cjm("rules", "--format", "json").stdout)
    assert [each["id"] for each in rules] == list(RULES)
    for each in rules:
        assert all(each[key] for key in ("id", "group", "severity", "summary", "why", "bad", "good", "source"))
        options = RULES[each["id"]].options
        given = {option["name"]: option["default"] for option in each["options"]}
        assert given == {name: list(value) if isinstance(value, tuple) else value for name, value in options.items()}
        assert all(option["about"] for option in each["options"])


def test_a_page_is_shown_as_text_and_as_data(cjm: Run) -> None:
    page = cjm("explain", "missing-objective").stdout
    assert "Bad:" in page
    assert "Source:" in page
    assert json.loads(cjm("explain", "missing-objective", "--format", "json").stdout)["group"] == "scope"


def test_rules_are_listed_in_spanish_under_the_groups_that_options_know(cjm: Run) -> None:
    listed = cjm("rules", "--lang", "es").stdout
    assert all(rule in listed for rule in RULES)
    assert "\nalcance (scope)\n" in listed
    assert "  A   Hay evidencias antiguas." in listed
    assert listed.endswith("E error, A aviso, O observación; una segunda letra vale cuando el mapa ya está acordado\n")


def test_rules_as_data_say_in_spanish_what_is_said_and_nothing_else(cjm: Run) -> None:
    english, spanish = (json.loads(cjm("rules", "--format", "json", "--lang", each).stdout) for each in ("en", "es"))
    for one, other in zip(english, spanish, strict=True):
        assert one.keys() == other.keys()
        changed = {key for key in one if one[key] != other[key]}
        assert changed - {"bad", "good"} == {"summary", "why"} | ({"options"} if one["options"] else set())
        for mine, theirs in zip(one["options"], other["options"], strict=True):
            assert {key for key in mine if mine[key] != theirs[key]} == {"about"}


def test_a_page_is_shown_in_spanish(cjm: Run) -> None:
    page = cjm("explain", "stale-evidence", CJM_LANG="es").stdout
    assert page.startswith("stale-evidence  (evidencias: aviso)\n\nHay evidencias antiguas.\n")
    assert "\n\nMal:\n    cjm: 1\n    title: Aprender a nadar de mayor\n" in page
    assert "\n\nMejor:\n    cjm: 1\n" in page
    assert "\n    evidence_age (por defecto 18mo): " in page
    assert "\n\nFuente: Kalbach" in page
    assert "error cuando el mapa ya está acordado" in cjm("explain", "missing-persona", "--lang", "es").stdout


def test_an_option_without_a_default_says_so(cjm: Run) -> None:
    assert "company_words (default none): " in cjm("explain", "stage-in-company-words", "--lang", "en").stdout


def test_a_near_miss_of_a_rule_is_named(cjm: Run) -> None:
    done = cjm("explain", "mising-objective")
    assert done.returncode == 2
    assert "did you mean `missing-objective`?" in done.stderr


def test_the_schema_is_printed_for_journeys_and_projects(cjm: Run) -> None:
    assert json.loads(cjm("schema").stdout)["properties"]["stages"]
    assert json.loads(cjm("schema", "--project").stdout)["properties"]["catalogue"]
