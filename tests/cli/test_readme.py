"""What the README shows is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_failing_validation_is_a_real_one(cjm: Run) -> None:
    command, _, shown = blocks("console")[0].partition("\n")
    arguments = command.removeprefix("$ .venv/bin/cjm ").split()
    assert cjm(*arguments, cwd=ROOT).stdout == shown


def test_the_first_journey_is_sound_and_can_be_drawn(cjm: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.journey.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    done = cjm("validate", "mine.journey.yaml")
    assert done.returncode == 0, done.stdout
    assert "0" in done.stdout or "well" in done.stdout or "remark" in done.stdout
    assert cjm("render", "mine.journey.yaml").returncode == 0
    assert (tmp_path / "cjm-out" / "buying-running-shoes.svg").is_file()


def test_the_project_file_is_sound(cjm: Run, journey: Path) -> None:
    project = next(block for block in blocks("yaml") if block.startswith("cjm_project"))
    (journey.parent / "cjm.yaml").write_text(project, encoding="utf-8")
    done = cjm("validate")
    assert done.returncode in (0, 1), done.stdout
    assert "cjm.yaml" not in done.stdout


def test_the_python_lines_run() -> None:
    done = subprocess.run(
        [sys.executable, "-c", blocks("python")[0]],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ},
    )
    assert done.returncode == 0, done.stderr


def test_every_command_of_the_readme_exists(cjm: Run) -> None:
    commands = {line.split()[1] for block in blocks("sh") for line in block.splitlines() if line.startswith("cjm ")}
    assert commands >= {"validate", "render", "rules", "explain", "schema"}
    for command in sorted(commands):
        assert cjm(command, "--help").returncode == 0


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target


@pytest.mark.parametrize("view", ["map", "curve", "flow", "blueprint", "board"])
def test_the_pictures_of_the_readme_are_current(cjm: Run, request: pytest.FixtureRequest, view: str) -> None:
    """Made by `cjm render samples/tienda-online.journey.yaml --view VIEW --out samples/pictures/`, or `--accept`."""
    drawn = cjm("render", "samples/tienda-online.journey.yaml", "--view", view, "--out", "-", cwd=ROOT).stdout
    name = "tienda-online.svg" if view == "map" else f"tienda-online.{view}.svg"
    picture = ROOT / "samples" / "pictures" / name
    if request.config.getoption("--accept"):
        picture.write_bytes(drawn.encode())
    assert f"samples/pictures/{name}" in README
    assert picture.read_bytes().decode() == drawn
