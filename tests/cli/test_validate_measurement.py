"""`cjm validate --measurement`: the map against what customers did; and files that are no measurement of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]
MAP = """\
cjm: 1
id: shoes
title: Buying shoes
persona: Laura
objective: Fewer returns
stages:
  - {name: Wanting, touchpoints: [Advertisement]}
  - id: choosing
    name: Choosing
    targets: [{metric: conversion, at_least: 60%}]
    touchpoints: [Size guide]
  - {name: Wearing, touchpoints: [First run]}
"""
FOUND: dict[str, Any] = {
    "cjm_measurement": 1,
    "journey": {"id": "shoes", "cases": 900},
    "window": {"from": "2026-10-01T00:00:00Z", "to": "2026-11-01T00:00:00Z"},
    "engine": "duckdb",
    "stages": [
        {"id": "choosing", "conversion": 0.41, "n": {"conversion": 800}, "intervals": {"conversion": [0.38, 0.44]}}
    ],
    "drift": {"new": [{"activity": "login_wall", "events": 300, "cases": 280, "share": 0.12}]},
}


@pytest.fixture
def shoes(tmp_path: Path) -> Path:
    (tmp_path / "shoes.journey.yaml").write_text(MAP, encoding="utf-8")
    return tmp_path


def measured(folder: Path, name: str = "shoes.json", **other: Any) -> str:
    (folder / name).write_text(json.dumps(FOUND | other), encoding="utf-8")
    return name


def test_a_missed_target_fails_and_is_named_where_it_stands(cjm: Run, shoes: Path) -> None:
    plain = cjm("validate", "shoes.journey.yaml", "--today", "2026-11-22")
    done = cjm("validate", "shoes.journey.yaml", "--measurement", measured(shoes), "--today", "2026-11-22")
    assert plain.returncode == 0
    assert done.returncode == 1
    assert "shoes.journey.yaml:10:" in done.stdout
    assert "`conversion` is `41%`, and should be at least `60%`" in done.stdout
    assert "no touchpoint maps `login_wall`, which is `12%` of events" in done.stdout


def test_another_measurement_is_not_answered_from_the_cache(cjm: Run, shoes: Path) -> None:
    better = [{"id": "choosing", "conversion": 0.7}]
    for stages, code in ((FOUND["stages"], 1), (better, 0), (FOUND["stages"], 1)):
        name = measured(shoes, stages=stages)
        assert cjm("validate", "--measurement", name, "--today", "2026-11-22").returncode == code


REFUSED = {
    "there is none": (None, "`shoes.json` cannot be read"),
    "no JSON": ("cjm: 1", "the measurement `shoes.json` cannot be used: it is not JSON"),
    "another version": ('{"cjm_measurement": 2}', "it is of version `2`"),
    "another journey": (
        json.dumps(FOUND | {"journey": {"id": "shoe"}}),
        "is of the journey `shoe`, which is not among",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("command", ["validate", "render"])
def test_a_file_that_is_no_measurement_of_the_journey_is_refused(
    cjm: Run, shoes: Path, name: str, command: str
) -> None:
    text, said = REFUSED[name]
    if text is not None:
        (shoes / "shoes.json").write_text(text, encoding="utf-8")
    done = cjm(command, "shoes.journey.yaml", "--measurement", "shoes.json")
    assert done.returncode == 2
    assert said in done.stderr
    assert "\n     " in done.stderr
    assert not (shoes / "cjm-out").exists()


def test_two_measurements_of_one_journey_are_refused(cjm: Run, shoes: Path) -> None:
    one, other = measured(shoes), measured(shoes, "older.json")
    done = cjm("validate", "--measurement", one, "--measurement", other)
    assert done.returncode == 2
    assert "`shoes.json` and `older.json` measure the same journey, `shoes`" in done.stderr


def test_nothing_of_a_measurement_is_loaded_where_none_is_given(cjm: Run, shoes: Path) -> None:
    done = cjm("validate", "--no-cache", cwd=shoes, PYTHONPROFILEIMPORTTIME="1")
    assert "cjm.checks.measurement" in done.stderr
    for name in ("cjm.model.measurement", "cjm.model.verdicts", "cjm.cli.measurements"):
        assert f" {name}\n" not in done.stderr


def test_a_picture_shows_what_was_measured(cjm: Run, shoes: Path) -> None:
    name = measured(shoes)
    done = cjm("render", "--measurement", name, "--out", "-")
    assert done.returncode == 0
    assert "measured:" not in cjm("render", "--out", "-").stdout
    assert "measured: 900 customers, 1 Oct 2026 – 31 Oct 2026" in done.stdout.replace("\u00a0", " ")


def test_a_view_that_has_no_room_for_a_measurement_refuses_it(cjm: Run, shoes: Path) -> None:
    name = measured(shoes)
    done = cjm("render", "--measurement", name, "--format", "mermaid")
    assert done.returncode == 2
    assert "`--measurement` means nothing for the view `map`\n     it is for `flow`" in done.stderr
    assert cjm("render", "--measurement", name, "--format", "mermaid", "--view", "flow").returncode == 0


def test_a_journey_that_holds_an_error_is_no_reason_to_refuse_its_measurement(cjm: Run, shoes: Path) -> None:
    name = measured(shoes, journey={"id": "boots"})
    (shoes / "boots.journey.yaml").write_text("cjm: 1\nid: boots\ntitle: Boots\nstages: 3\n", encoding="utf-8")
    for command in ("validate", "render"):
        done = cjm(command, "--measurement", name)
        assert done.returncode == 1
        assert "which is not among" not in done.stderr
