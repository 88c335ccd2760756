"""`cjm render --out --force`: where files go, what they are called, and what is never written over."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.outputs import OUTPUTS

Run = Callable[..., subprocess.CompletedProcess[str]]


def names(folder: Path, *, but: str = ".journey.yaml") -> list[str]:
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith(".") and but not in file.name)


@pytest.mark.parametrize("out", ["pictures", "pictures/", "deep/er/pictures", "version.2/"])
def test_a_name_without_an_ending_or_with_a_stroke_is_a_folder(cjm: Run, journey: Path, out: str) -> None:
    assert cjm("render", journey.name, "--out", out).returncode == 0
    assert (journey.parent / out / "buying-shoes.svg").is_file()


def test_a_folder_that_is_there_is_one_whatever_it_is_called(cjm: Run, journey: Path) -> None:
    (journey.parent / "maps.svg").mkdir()
    assert cjm("render", journey.name, "--out", "maps.svg").returncode == 0
    assert (journey.parent / "maps.svg" / "buying-shoes.svg").is_file()


@pytest.mark.parametrize("form", OUTPUTS)
def test_one_file_can_be_named(cjm: Run, journey: Path, form: str) -> None:
    name = f"El mapa.{OUTPUTS[form].extension.upper()}"
    done = cjm("render", journey.name, "--format", form, "--out", name)
    assert done.returncode == 0, done.stderr
    assert name in names(journey.parent)
    assert all(each.startswith("El mapa.") for each in names(journey.parent, but=".yaml") if "cjm-out" not in each)


def test_the_tables_stand_beside_each_other(cjm: Run, journey: Path) -> None:
    assert cjm("render", journey.name, "--format", "csv", "--out", "tabla.csv").returncode == 0
    assert names(journey.parent) == ["tabla.csv", "tabla.opportunities.csv", "tabla.pain-points.csv"]


@pytest.mark.parametrize("out", ["map.png", "map.pdf", "map.journey.yaml", "map.jpg"])
def test_a_file_that_ends_as_another_format_is_refused(cjm: Run, journey: Path, out: str) -> None:
    done = cjm("render", journey.name, "--out", out, "--force")
    assert done.returncode == 2
    assert f"`{out}` does not end as the format `svg` does" in done.stderr
    assert "`.svg`" in done.stderr
    assert names(journey.parent) == []


def test_the_journey_itself_is_never_written_over(cjm: Run, journey: Path) -> None:
    before = journey.read_text()
    assert cjm("render", journey.name, "--out", journey.name, "--force").returncode == 2
    assert journey.read_text() == before


def test_several_journeys_are_not_written_to_one_file(cjm: Run, journey: Path) -> None:
    (journey.parent / "b.journey.yaml").write_text(journey.read_text().replace("Buying", "Selling"))
    for out in ("-", "all.svg"):
        done = cjm("render", "--out", out)
        assert done.returncode == 2
        assert "2 journeys cannot be written to one file" in done.stderr
        assert done.stdout == ""


@pytest.mark.parametrize("form", ["csv", "md"])
def test_a_strangers_file_keeps_all_files_of_a_format_from_being_written(cjm: Run, journey: Path, form: str) -> None:
    last = {"csv": "buying-shoes.opportunities.csv", "md": "buying-shoes.svg"}[form]
    folder = journey.parent / "cjm-out"
    folder.mkdir()
    (folder / last).write_text("mine")
    done = cjm("render", journey.name, "--format", form)
    assert done.returncode == 2
    assert f"`cjm-out/{last}` was not written by cjm" in done.stderr
    assert "--force" in done.stderr
    assert names(folder) == [last]
    assert (folder / last).read_text() == "mine"


def test_a_link_of_somebodys_is_a_strangers_file_also_when_it_leads_nowhere(cjm: Run, journey: Path) -> None:
    folder = journey.parent / "cjm-out"
    folder.mkdir()
    (folder / "buying-shoes.svg").symlink_to(journey.parent / "outside.svg")
    assert cjm("render", journey.name).returncode == 2
    assert cjm("render", journey.name, "--force").returncode == 0
    assert not (journey.parent / "outside.svg").exists()


def test_a_folder_in_the_way_is_refused(cjm: Run, journey: Path) -> None:
    (journey.parent / "cjm-out" / "buying-shoes.svg").mkdir(parents=True)
    assert cjm("render", journey.name).returncode == 2
    done = cjm("render", journey.name, "--force")
    assert done.returncode == 2
    assert "cannot be used" in done.stderr


def test_a_file_where_the_folder_should_be_is_refused(cjm: Run, journey: Path) -> None:
    (journey.parent / "cjm-out").write_text("mine")
    done = cjm("render", journey.name)
    assert done.returncode == 2
    assert "`cjm-out` cannot be used" in done.stderr
    assert (journey.parent / "cjm-out").read_text() == "mine"


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": []}', '{"files": {"buying-shoes.svg": 3}}', "\x00"])
def test_a_damaged_manifest_makes_every_file_a_strangers(cjm: Run, journey: Path, manifest: str) -> None:
    cjm("render", journey.name)
    file = journey.parent / "cjm-out" / ".cjm-manifest.json"
    file.write_text(manifest)
    assert cjm("render", journey.name).returncode == 2
    assert cjm("render", journey.name, "--force").returncode == 0
    assert list(json.loads(file.read_text())["files"]) == ["buying-shoes.svg"]


def test_two_journeys_whose_files_would_have_one_name_are_refused(cjm: Run, journey: Path) -> None:
    text = "cjm: 1\nid: {}\ntitle: x\nstages: []\n"
    (journey.parent / "a.journey.yaml").write_text(text.format("a"))
    (journey.parent / "b.journey.yaml").write_text(text.format("a.pain-points"))
    done = cjm("render", "a.journey.yaml", "b.journey.yaml", "--format", "csv")
    assert done.returncode == 2
    assert "would be written to the same file" in done.stderr
    assert not (journey.parent / "cjm-out").exists()


def test_ids_that_differ_in_their_capitals_are_one_name(cjm: Run, journey: Path) -> None:
    for identifier in ("shop", "Shop"):
        file = journey.parent / f"{identifier}-1.journey.yaml"
        file.write_text(f"cjm: 1\nid: {identifier}\ntitle: x\nstages: []\n")
    assert "have the same id" in cjm("render", "shop-1.journey.yaml", "Shop-1.journey.yaml").stderr


@pytest.mark.parametrize("identifier", ["con", "aux.b", "COM1"])
def test_names_that_windows_keeps_for_itself_are_not_used(cjm: Run, journey: Path, identifier: str) -> None:
    journey.write_text(journey.read_text().replace("title:", f"id: {identifier}\ntitle:"))
    assert cjm("render", journey.name).returncode == 0
    assert names(journey.parent / "cjm-out") == [f"_{identifier}.svg"]


def test_printing_the_first_of_several_files_says_so(cjm: Run, journey: Path) -> None:
    done = cjm("render", journey.name, "--format", "csv", "--out", "-")
    assert "only the first of 3 files is printed" in done.stderr
    assert cjm("render", journey.name, "--format", "csv", "--out", "-", "--quiet").stderr == ""


def test_quiet_says_nothing_of_what_it_wrote(cjm: Run, journey: Path) -> None:
    done = cjm("render", journey.name, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")
    assert (journey.parent / "cjm-out" / "buying-shoes.svg").is_file()


def test_an_unknown_lane_is_not_spoken_of_where_every_journey_has_an_error(cjm: Run, journey: Path) -> None:
    journey.write_text("cjm: 1\ntitel: x\n")
    assert cjm("render", journey.name, "--lanes", "nope").returncode == 1
