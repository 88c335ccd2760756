"""What the samples show for GitLab, GitHub and pre-commit is what works: valid by their schemas, and run here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from cjm import __version__

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
GITHUB, GITLAB = (ROOT / "samples" / "ci" / name for name in ("github.yml", "gitlab-ci.yml"))
WRONG = "cjm: 1\ntitle: Buying shoes\nstagges:\n  - {name: Wanting, touchpoints: [Advertisement]}\n"
Run = Callable[..., Any]


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "shoes.journey.yaml").write_text(WRONG, "utf-8")
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.github-workflows", GITHUB),
        ("custom.github-workflows-require-timeout", GITHUB),
        ("vendor.github-workflows", ROOT / ".github" / "workflows" / "ci.yml"),
    ],
)
def test_the_examples_are_valid_by_the_services_schemas(schema: str, file: Path) -> None:
    done = run(f"check-jsonschema --builtin-schema {schema} {file}", ROOT)
    assert done.returncode == 0, done.stdout


def test_the_examples_name_this_version() -> None:
    assert f"uses: cjm-toolkit/cjm@v{__version__}\n" in GITHUB.read_text("utf-8")
    assert f"cjm-toolkit=={__version__}\n" in GITLAB.read_text("utf-8")


def test_gitlab_fails_on_an_error_and_finds_both_reports_where_they_are_said_to_be(maps: Path) -> None:
    job = yaml.safe_load(GITLAB.read_text("utf-8"))["journeys"]
    done = run("\n".join(job["script"]), maps)
    assert done.returncode == 1, done.stderr
    assert "did you mean `stages`?" in done.stdout
    reports = {kind: maps / name for kind, name in job["artifacts"]["reports"].items()}
    (wrong, *_) = [each for each in json.loads(reports["codequality"].read_text("utf-8")) if "stagges" in str(each)]
    assert wrong["location"]["path"] == "journeys/shoes.journey.yaml"
    assert ElementTree.parse(reports["junit"]).findall("*/testcase/failure")


def test_the_github_example_runs_the_action_with_inputs_that_it_has(act: Run, maps: Path, github: Any) -> None:
    job = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]["journeys"]
    (step,) = [each for each in job["steps"] if each["uses"].startswith("cjm-toolkit/")]
    given = {
        name.replace("-", "_"): str(value).lower() if isinstance(value, bool) else value
        for name, value in step["with"].items()
    }
    started = run(f"cjm validate journeys --write-baseline {given['baseline']}", maps)
    assert started.returncode == 0, started.stderr
    assert act(maps, **given).code == 0
    file = maps / "journeys" / "shoes.journey.yaml"
    file.write_text(f"{WRONG}titel: Shoes\n", "utf-8")
    done = act(maps, **given)
    assert (done.code, done.outputs["findings"]) == (1, "1")
    assert "titel" in github.comments[0]["body"]
    assert done.used["upload"]["sarif_file"] == done.outputs["sarif"]


def test_the_hooks_format_and_check_the_journeys_of_a_commit(maps: Path) -> None:
    """As pre-commit runs them, with the cjm of this Python instead of one that it fetches for itself."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = {"repos": [{"repo": "local", "hooks": [{**each, "language": "system"} for each in hooks]}]}
    (maps / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local), "utf-8")
    (maps / "journeys" / "boots.journey.yml").write_text("title:   Boots\ncjm:   1\n", "utf-8")
    (maps / "notes.yaml").write_text("stagges: 1\n", "utf-8")
    done = run("git init -q . && git add . && pre-commit run --all-files --verbose", maps)
    assert done.returncode == 1, done.stderr
    assert "hook id: cjm-fmt" in done.stdout
    assert "files were modified by this hook" in done.stdout
    assert "did you mean `stages`?" in done.stdout
    assert "notes.yaml" not in done.stdout
    assert (maps / "journeys" / "boots.journey.yml").read_text("utf-8") == "cjm: 1\ntitle: Boots\n"
    assert run(f"pre-commit validate-manifest {ROOT / '.pre-commit-hooks.yaml'}", maps).returncode == 0
