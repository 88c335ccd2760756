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


def test_a_near_miss_of_a_rule_is_named(cjm: Run) -> None:
    done = cjm("explain", "mising-objective")
    assert done.returncode == 2
    assert "did you mean `missing-objective`?" in done.stderr


def test_the_schema_is_printed_for_journeys_and_projects(cjm: Run) -> None:
    assert json.loads(cjm("schema").stdout)["properties"]["stages"]
    assert json.loads(cjm("schema", "--project").stdout)["properties"]["catalogue"]
