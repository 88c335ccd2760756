from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.outputs import OUTPUTS

BINARY = {"png", "pdf", "xlsx"}
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_picture_is_written_under_the_journeys_id(cjm: Run, journey: Path) -> None:
    done = cjm("render", journey.name)
    assert done.returncode == 0, done.stderr
    assert "cjm-out/buying-shoes.svg" in done.stderr
    assert (journey.parent / "cjm-out" / "buying-shoes.svg").read_text().startswith("<")


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in BINARY])
def test_every_format_of_text_can_be_printed(cjm: Run, journey: Path, form: str) -> None:
    done = cjm("render", journey.name, "--format", form, "--out", "-")
    assert done.returncode == 0, done.stderr
    assert "Size guide" in done.stdout
    assert not (journey.parent / "cjm-out").exists()


@pytest.mark.parametrize("form", OUTPUTS)
def test_every_format_is_written_to_a_folder(cjm: Run, journey: Path, form: str) -> None:
    done = cjm("render", journey.name, "--format", form)
    assert done.returncode == 0, done.stderr
    made = journey.parent / "cjm-out" / f"buying-shoes.{OUTPUTS[form].extension}"
    assert made.stat().st_size > 100
    assert f"wrote `cjm-out/{made.name}`" in done.stderr


def test_a_file_that_cjm_did_not_write_stays(cjm: Run, journey: Path) -> None:
    stranger = journey.parent / "cjm-out" / "buying-shoes.svg"
    stranger.parent.mkdir()
    stranger.write_text("mine")
    done = cjm("render", journey.name)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert stranger.read_text() == "mine"
    assert cjm("render", journey.name, "--force").returncode == 0
    assert stranger.read_text() != "mine"


def test_a_picture_that_somebody_changed_stays_and_one_of_ours_is_renewed(cjm: Run, journey: Path) -> None:
    picture = journey.parent / "cjm-out" / "buying-shoes.svg"
    assert cjm("render", journey.name).returncode == 0
    assert cjm("render", journey.name).returncode == 0
    picture.write_text(picture.read_text() + "<!-- mine -->")
    assert cjm("render", journey.name).returncode == 2
    assert picture.read_text().endswith("<!-- mine -->")


def test_a_journey_with_an_error_is_left_out_and_the_others_drawn(cjm: Run, journey: Path) -> None:
    broken = journey.parent / "broken.journey.yaml"
    broken.write_text(journey.read_text().replace("title: Buying shoes", "title: Broken\nemotion: 1"))
    done = cjm("render")
    assert done.returncode == 1
    assert "broken.journey.yaml:3:1" in done.stderr
    assert [file.name for file in (journey.parent / "cjm-out").glob("*.svg")] == ["buying-shoes.svg"]


def test_a_reference_to_nothing_keeps_no_picture_back(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text() + "paths: [{name: Other, steps: [advertisement, nowhere]}]\n")
    assert cjm("validate").returncode == 1
    assert cjm("render").returncode == 0


def test_two_journeys_of_one_id_are_refused_before_anything_is_written(cjm: Run, journey: Path) -> None:
    (journey.parent / "again.journey.yaml").write_text(journey.read_text())
    done = cjm("render")
    assert done.returncode == 2
    assert "the same id" in done.stderr
    assert not (journey.parent / "cjm-out").exists()


def test_a_file_can_be_named_for_one_journey_only(cjm: Run, journey: Path) -> None:
    assert cjm("render", journey.name, "--out", "picture.svg").returncode == 0
    assert (journey.parent / "picture.svg").is_file()
    (journey.parent / "other.journey.yaml").write_text(journey.read_text().replace("Buying shoes", "Selling shoes"))
    assert cjm("render", "--out", "pictures.svg").returncode == 2


def test_the_report_holds_the_findings(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("objective: Fewer returns\n", ""))
    page = cjm("render", journey.name, "--format", "html", "--out", "-").stdout
    assert "the journey has no business objective" in page


def test_ids_cannot_leave_the_folder(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("title:", 'id: "../../outside"\ntitle:'))
    done = cjm("render", journey.name)
    assert done.returncode == 1
    assert list(journey.parent.parent.glob("outside*")) == []


def test_the_manifest_says_what_cjm_wrote(cjm: Run, journey: Path) -> None:
    cjm("render", journey.name)
    cjm("render", journey.name, "--format", "dot")
    manifest = json.loads((journey.parent / "cjm-out" / ".cjm-manifest.json").read_text())
    assert sorted(manifest["files"]) == ["buying-shoes.dot", "buying-shoes.svg"]


def test_the_systems_graphviz_draws_too(cjm: Run, journey: Path) -> None:
    done = cjm("render", journey.name, "--view", "flow", "--graphviz", "system", "--out", "-")
    if done.returncode == 2 and "Graphviz" in done.stderr:
        pytest.skip("no Graphviz is installed")
    assert done.returncode == 0, done.stderr
    assert "Size guide" in done.stdout


def test_the_report_of_standard_input_is_about_what_was_read(cjm: Run, journey: Path) -> None:
    text = journey.read_text()
    page = cjm("render", "-", "--format", "html", "--out", "-", stdin=text).stdout
    assert "the file is empty" not in page
    assert "Size guide" in page
