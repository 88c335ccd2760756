from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "\x1b[31m<script>&\"'\u202e [bold]x[/] {0}"


def test_a_manager_reads_seven_sides_and_what_to_do_first(cjm: Run, journey: Path) -> None:
    said = cjm("score", journey.name).stdout
    for name in ("scope", "customer", "touchpoints", "emotion", "evidence", "action", "freshness"):
        assert f"\n  {name}" in said
    assert said.startswith("Buying shoes: ")
    assert "what to do first:\n  +" in said
    assert "+25 say where 3 of 3 touchpoints happen: `channel: …`" in said


def test_a_score_as_data_holds_every_question(cjm: Run, journey: Path) -> None:
    found = json.loads(cjm("score", journey.name, "--format", "json", "--today", "2026-11-22").stdout)
    assert found["version"] == 1
    (one,) = found["journeys"]
    assert one["file"] == journey.name
    assert found["score"] == one["score"]
    assert sum(each["weight"] for each in one["dimensions"]) == 100
    for each in one["dimensions"]:
        assert each["score"] == int(sum(question["earned"] for question in each["questions"]) + 0.05)


def test_several_journeys_have_their_mean(cjm: Run) -> None:
    found = json.loads(cjm("score", "samples/proyecto", "--format", "json", "--today", "2026-11-22", cwd=ROOT).stdout)
    each = [journey["score"] for journey in found["journeys"]]
    assert len(each) == 3
    assert found["score"] == sum(each) // 3


def test_a_badge_is_an_image_that_says_what_it_shows(cjm: Run, journey: Path) -> None:
    assert cjm("score", journey.name, "--format", "svg", "--out", "badge.svg").returncode == 0
    badge = ET.fromstring((journey.parent / "badge.svg").read_text("utf-8"))
    title = badge.find(f"{SVG}title")
    assert badge.get("role") == "img"
    assert title is not None
    assert title.text
    assert title.text.startswith("Buying shoes: score ")
    assert badge.get("aria-labelledby") == title.get("id")
    shown = [each.text for each in badge.iter(f"{SVG}text")]
    assert shown[0] == "Buying shoes"
    assert title.text.split()[-3] == str(shown[1]).split("/")[0]


def test_a_badge_is_as_wide_as_its_texts(cjm: Run, journey: Path) -> None:
    short = ET.fromstring(cjm("score", journey.name, "--format", "svg").stdout)
    journey.write_text(journey.read_text("utf-8").replace("Buying shoes", "Buying running shoes online"), "utf-8")
    long = ET.fromstring(cjm("score", journey.name, "--format", "svg").stdout)
    assert float(str(long.get("width"))) > float(str(short.get("width")))


@pytest.mark.parametrize("form", ["text", "json", "svg"])
def test_a_hostile_title_stays_a_text(cjm: Run, journey: Path, form: str) -> None:
    text = journey.read_text("utf-8").replace("title: Buying shoes", "title: " + json.dumps(HOSTILE))
    journey.write_text(text, "utf-8")
    done = cjm("score", journey.name, "--format", form)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    if form == "svg":
        assert "<script" not in done.stdout
        ET.fromstring(done.stdout)


def test_what_holds_an_error_is_named_and_left_out(cjm: Run, journey: Path) -> None:
    (journey.parent / "broken.journey.yaml").write_text("cjm: 1\ntitle: Broken\nstages: none\n", "utf-8")
    done = cjm("score")
    assert done.returncode == 1
    assert "Buying shoes" in done.stdout
    assert "Broken" not in done.stdout
    assert "broken.journey.yaml:3:9" in done.stderr


def test_where_a_figure_comes_from_is_explained(cjm: Run) -> None:
    page = cjm("explain", "score").stdout
    assert "evidence (20 %)" in page
    assert "   25  pain points with evidence" in page


def test_the_same_journey_gives_the_same_bytes(cjm: Run, journey: Path) -> None:
    one, other = (cjm("score", journey.name, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert one == other
