from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
PROJECT = """\
cjm_project: 1
catalogue:
  personas: [{id: laura, name: Laura}, {id: rosa, name: Rosa}]
  channels: [{id: web, name: Website}, {id: shop, name: Shop}]
  teams: [{id: care, name: Customer care}]
  evidence:
    - {id: spring, kind: interview, title: Buyers, date: 2026-09-01, sample: 12}
    - {id: old, kind: survey, title: Everybody, date: 2021-09-01, sample: 900}
"""
SHOES = """\
cjm: 1
id: shoes
title: Buying shoes
persona: laura
owner: care
stages:
  - name: Looking
    touchpoints:
      - name: Website
        channels: [web]
        owner: care
        pain_points: [{id: sizes, text: Sizes differ, severity: 4, evidence: [spring]}, Too slow]
        opportunities:
          - {text: One guide, addresses: [sizes], owner: care, status: planned, due: 2026-01-31}
          - {text: A person on the phone, status: rejected}
"""
BOOTS = """\
cjm: 1
id: boots
title: Buying boots
persona: laura
stages:
  - {name: Paying, touchpoints: [{name: Till, channel: shop}, {name: Receipt, channel: shop, personas: [rosa]}]}
  - {name: Hiking, opportunities: [Insoles]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in (("cjm.yaml", PROJECT), ("shoes.journey.yaml", SHOES), ("boots.journey.yaml", BOOTS)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def counted(cjm: Run, project: Path) -> dict[str, Any]:
    assert project
    found: dict[str, Any] = json.loads(cjm("stats", "--format", "json", "--today", "2026-11-22").stdout)
    return found


def test_every_journey_has_a_line_with_its_score(counted: dict[str, Any]) -> None:
    boots, shoes = counted["journeys"]
    assert (boots["id"], boots["stages"], boots["touchpoints"]) == ("boots", 2, 2)
    assert shoes["score"] > boots["score"] > 0


def test_personas_channels_and_teams_count_their_journeys(counted: dict[str, Any]) -> None:
    assert {each["id"]: each["journeys"] for each in counted["personas"]} == {"laura": 2, "rosa": 1}
    assert {each["id"]: each["touchpoints"] for each in counted["channels"]} == {"shop": 2, "web": 1}
    (care,) = counted["teams"]
    assert (care["name"], care["journeys"], care["touchpoints"], care["opportunities"]) == ("Customer care", 1, 1, 1)


def test_pain_points_are_counted_by_severity_and_by_whether_something_answers_them(counted: dict[str, Any]) -> None:
    assert counted["pain_points"]["total"] == 2
    assert counted["pain_points"]["by_severity"]["4"] == 1
    assert counted["pain_points"]["by_severity"]["none"] == 1
    assert counted["pain_points"]["without_opportunity"] == 1


def test_opportunities_are_counted_by_status_and_the_late_ones_named(counted: dict[str, Any]) -> None:
    found = counted["opportunities"]
    assert {name: count for name, count in found["by_status"].items() if count} == {
        "idea": 1,
        "planned": 1,
        "rejected": 1,
    }
    assert (found["overdue"], found["without_owner"]) == (1, 1)


def test_shared_evidence_counts_once(counted: dict[str, Any]) -> None:
    assert counted["evidence"]["total"] == 2
    assert counted["evidence"]["by_kind"] == {"interview": 1, "survey": 1}
    assert counted["evidence"]["by_age"] == {"fresh": 1, "older": 0, "stale": 1, "undated": 0}


def test_the_tables_are_for_people(cjm: Run, project: Path) -> None:
    said = cjm("stats", cwd=project).stdout
    for title in ("Journeys", "Personas", "Channels", "Teams and what they own", "Pain points", "Opportunities"):
        assert f"\n{title}\n" in f"\n{said}"
    assert "  without an opportunity       1\n" in said
    assert ["Shop", "1", "2"] in [line.split() for line in said.splitlines()]


def test_hostile_names_stay_texts(cjm: Run, project: Path) -> None:
    boots = BOOTS.replace("title: Buying boots", 'title: "\\e[31mred \\u202e [b]x[/]"')
    (project / "boots.journey.yaml").write_text(boots, "utf-8")
    for form in ("text", "json"):
        said = cjm("stats", "--format", form).stdout
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_the_same_project_gives_the_same_bytes(cjm: Run, project: Path) -> None:
    one, other = (cjm("stats", cwd=project, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one == other
