"""What is said of the project as a whole is only said when all of it was looked at."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "cjm.yaml").write_text(
        "cjm_project: 1\ncatalogue:\n  personas:\n    - {id: laura, name: Laura}\n    - {id: rosa, name: Rosa}\n",
        "utf-8",
    )
    for name, persona in (("a", "laura"), ("b", "rosa")):
        (tmp_path / f"{name}.journey.yaml").write_text(
            f"cjm: 1\ntitle: Buying {name}\npersona: {persona}\nobjective: More\n"
            "stages: [{name: Looking}, {name: Buying}, {name: Wearing}]\n",
            "utf-8",
        )
    return tmp_path


def found(cjm: Run, *arguments: str) -> str:
    return cjm("validate", *arguments, "--show", "info", "--select", "unserved-persona").stdout


def test_a_persona_is_unserved_only_where_every_journey_was_looked_at(cjm: Run, project: Path) -> None:
    assert "Rosa" not in found(cjm)
    assert "Rosa" not in found(cjm, "a.journey.yaml")
    (project / "b.journey.yaml").unlink()
    said = found(cjm)
    assert "cjm.yaml:5:8: remark: no journey is about `Rosa` [unserved-persona]" in said
    assert found(cjm, "a.journey.yaml") == said


def test_a_journey_that_cannot_be_read_may_serve_anybody(cjm: Run, project: Path) -> None:
    (project / "b.journey.yaml").write_text("cjm: 1\ntitle: [\n", "utf-8")
    assert "Rosa" not in found(cjm)


def test_a_cache_changes_nothing_that_is_said_across_journeys(cjm: Run, project: Path) -> None:
    (project / "b.journey.yaml").unlink()
    one, two, none = found(cjm), found(cjm), found(cjm, "--no-cache")
    assert one == two == none


def test_a_finding_about_the_project_file_is_no_broken_configuration(cjm: Run, project: Path) -> None:
    (project / "b.journey.yaml").unlink()
    with (project / "cjm.yaml").open("a", encoding="utf-8") as file:
        file.write("rules: {severity: {unserved-persona: error}}\n")
    assert cjm("validate").returncode == 1
