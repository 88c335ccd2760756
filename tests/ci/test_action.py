"""The GitHub action, step by step: what stands in the log, beside the lines, in the summary and on the pull request."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
STEPS = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
WELL = (
    "cjm: 1\ntitle: Buying shoes\npersona: Laura\nobjective: Fewer returns\nstages:\n"
    "  - {name: Wanting, touchpoints: [Advertisement]}\n  - {name: Choosing, touchpoints: [Size guide]}\n"
    "  - {name: Wearing, touchpoints: [First run]}\n"
)
LACKING = WELL.replace("objective: Fewer returns\n", "")
WRONG = WELL.replace("stages:", "stagges:")
MARKER = "<!-- cjm  -->\n"
Run = Callable[..., Any]


@pytest.fixture
def maps(tmp_path: Path) -> Path:
    """A checkout with one map in a folder that has a space in its name."""
    folder = tmp_path / "checkout"
    (folder / "our maps").mkdir(parents=True)
    (folder / "our maps" / "shoes.journey.yaml").write_text(WELL, "utf-8")
    return folder


def write(maps: Path, text: str, name: str = "shoes") -> None:
    (maps / "our maps" / f"{name}.journey.yaml").write_text(text, "utf-8")


def check(schema: str, file: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", schema, str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_action_is_one_by_its_schema() -> None:
    done = check("vendor.github-actions", ROOT / "action.yml")
    assert done.returncode == 0, done.stdout


def test_nothing_from_outside_is_part_of_a_script_and_others_are_pinned() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), step["uses"]


def test_the_token_is_told_to_nobody_but_who_fetches_comments_and_uploads() -> None:
    assert [each["id"] for each in STEPS if "token" in json.dumps(each)] == ["base", "tell", "upload"]


def test_where_all_is_well_the_job_passes_and_nobody_is_disturbed(act: Run, maps: Path, github: Any) -> None:
    done = act(maps)
    assert (done.code, done.outputs["exit-code"], done.outputs["findings"]) == (0, "0", "0")
    assert "### ✅ cjm: all is well in 1 file" in done.summary
    assert github.comments == []
    assert done.used == {}


def test_an_error_fails_the_job_after_everything_has_been_said(act: Run, maps: Path, github: Any) -> None:
    write(maps, WRONG)
    done = act(maps, sarif="true")
    assert (done.code, done.outputs["exit-code"]) == (1, "1")
    assert "hint: did you mean `stages`?" in done.log["validate"]
    assert "\n::error file=our maps/shoes.journey.yaml,line=5,col=1," in done.log["validate"]
    (said,) = github.comments
    assert said["body"].startswith(f"{MARKER}### ❌ cjm: ")
    link = "https://github.example/acme/maps/blob/abc123/our%20maps/shoes.journey.yaml#L5"
    for text in (said["body"], done.summary):
        assert f"[our maps/shoes.journey.yaml:5]({link})" in text
    assert done.used["upload"]["sarif_file"] == done.outputs["sarif"]
    results = json.loads(Path(done.outputs["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert str(len(results)) == done.outputs["findings"]
    uri = results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "our%20maps/shoes.journey.yaml"


def test_the_comment_is_one_and_says_what_is_so_now(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    assert act(maps).code == 0
    assert act(maps).code == 0
    (said,) = github.comments
    assert "missing-objective" in said["body"]
    write(maps, WELL)
    act(maps)
    (said,) = github.comments
    assert said["body"].startswith(f"{MARKER}### ✅ cjm: all is well")


def test_several_uses_on_one_pull_request_have_a_comment_each(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    for name in ("shop", "bank --> <b>", "shop"):
        act(maps, name=name)
    assert [each["body"].split("\n")[0] for each in github.comments] == ["<!-- cjm shop -->", "<!-- cjm bank-b -->"]


def test_a_comment_of_somebody_else_with_the_marker_is_left_alone(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    github.comment(f"{MARKER}All is well, believe me", "mallory")
    act(maps)
    assert github.comments[0]["body"].endswith("believe me")
    assert [each["user"]["login"] for each in github.comments] == ["mallory", "github-actions[bot]"]


def test_the_own_comment_is_found_behind_hundreds_of_others(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    for number in range(250):
        github.comment(f"Comment {number}", "ana")
        if number == 230:
            github.comment(MARKER)
    act(maps)
    assert len(github.comments) == 251
    assert "missing-objective" in github.comments[231]["body"]


@pytest.mark.parametrize("login", ["our-app[bot]", None])
def test_whoever_the_token_belongs_to_finds_the_own_comment(
    act: Run, maps: Path, github: Any, login: str | None
) -> None:
    write(maps, LACKING)
    github.login = login
    act(maps)
    act(maps)
    assert len(github.comments) == 1


def test_a_fork_that_may_not_comment_or_upload_has_its_summary(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    github.forbids = True
    fork = {"pull_request": {"number": 7, "head": {"sha": "abc123", "repo": {"fork": True}}}}
    done = act(maps, fork, sarif="true")
    assert done.code == 0
    assert "missing-objective" in done.summary
    assert done.log["tell"].startswith("::notice title=cjm::The pull request was not commented on (HTTP 403)")
    assert "upload" not in done.used


def test_a_service_that_does_not_answer_fails_nothing(act: Run, maps: Path, github: Any) -> None:
    write(maps, LACKING)
    github.address = "http://127.0.0.1:9"
    done = act(maps)
    assert done.code == 0
    assert done.log["tell"].startswith("::notice title=cjm::")


@pytest.mark.parametrize(("event", "comment"), [({}, "true"), (None, "false")])
def test_nobody_is_asked_where_no_comment_is_wanted(
    act: Run, maps: Path, github: Any, event: dict[str, Any] | None, comment: str
) -> None:
    write(maps, LACKING)
    done = act(maps, event, comment=comment)
    assert github.asked == []
    commit = "merge456" if event == {} else "abc123"
    assert f"/blob/{commit}/our%20maps/" in done.summary


def test_every_input_reaches_the_command(act: Run, maps: Path) -> None:
    write(maps, LACKING)
    write(maps, WRONG, "boots")
    done = act(maps, paths="our maps/s*.journey.yaml\n", fail_on="warning", lang="es", comment="false")
    assert (done.code, done.outputs["findings"]) == (1, "1")
    assert "aviso" in done.log["validate"]
    done = act(maps, paths="our maps/shoes.journey.yaml", args="--select 'missing-persona'", comment="false")
    assert (done.code, done.outputs["findings"]) == (0, "0")


def test_a_baseline_leaves_old_findings_out(act: Run, maps: Path) -> None:
    write(maps, WRONG)
    command = [str(Path(sys.executable).with_name("cjm")), "validate", "--write-baseline", "known.yaml"]
    subprocess.run(command, cwd=maps, capture_output=True, check=True)
    done = act(maps, baseline="known.yaml")
    assert (done.code, done.outputs["findings"]) == (0, "0")
    assert "nothing new" in done.summary


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"args": "--nothing-such"}, "--nothing-such"),
        ({"args": "--select 'open"}, "cannot be read as a command line"),
        ({"paths": "nowhere.journey.yaml"}, "nowhere.journey.yaml"),
        ({"paths": "--help"}, "--help"),
        ({"baseline": "nowhere.yaml"}, "nowhere.yaml"),
        ({"installed": "no-such-program"}, "no-such-program"),
        ({"fail_on": "$(touch hacked)"}, "$(touch hacked)"),
    ],
)
def test_a_wrong_input_fails_the_job_and_says_which(
    act: Run, maps: Path, github: Any, given: dict[str, str], words: str
) -> None:
    done = act(maps, **given)
    assert (done.code, done.outputs["sarif"], done.outputs["findings"]) == (2, "", "")
    assert words in done.log["validate"]
    assert "\n::error title=cjm::" in done.log["validate"]
    assert words in github.comments[0]["body"]
    assert not (maps / "hacked").exists()


def test_the_runner_obeys_no_line_of_a_journey(act: Run, maps: Path) -> None:
    hostile = "::error::hacked"
    write(maps, f'cjm: 1\ntitle: Shoes\n"\\n{hostile}": 1\n\n{hostile}\n"\n', "one")
    (maps / f"x\n{hostile}\n.journey.yaml").write_text(f"{hostile}\n", "utf-8")
    log = act(maps).log["validate"]
    token = re.match(r"::stop-commands::([0-9a-f]{32})\n", log)
    assert token
    obeyed = log.partition(f"\n::{token[1]}::\n")[2]
    assert obeyed
    for line in obeyed.splitlines():
        assert re.match(r"::(error|warning) (file=|title=cjm::)", line), line


def test_a_long_report_is_cut_to_what_github_takes(act: Run, maps: Path, github: Any) -> None:
    lines = "".join(f"key_that_nobody_knows_{number}: 1\n" for number in range(900))
    write(maps, WELL + lines)
    act(maps)
    (said,) = github.comments
    assert 50_000 < len(said["body"]) < 65_536
    assert said["body"].rstrip().endswith("</details>\n\n…")


def test_without_a_cjm_the_job_fails_and_says_what_is_missing(
    act: Run, maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    done = act(maps, installed="", version="v99.9")
    assert done.code == 1
    assert "cjm-toolkit==99.9" in done.log["install"]
    assert list(done.log) == ["install"]


BACKEND = """
import zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    info, name = "cjm_toolkit-7.dist-info", "cjm_toolkit-7-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("cjm_of_the_checkout.py", "def main(): print('cjm 7')")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: cjm-toolkit\\nVersion: 7\\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(f"{info}/entry_points.txt", "[console_scripts]\\ncjm = cjm_of_the_checkout:main\\n")
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""
"""Builds a cjm that can be installed without fetching anything."""


def test_cjm_is_installed_from_the_actions_own_checkout_away_from_the_jobs_python(
    act: Run, maps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    checkout = tmp_path / "action"
    shutil.copytree(ROOT / ".github" / "action", checkout / ".github" / "action")
    building = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    (checkout / "pyproject.toml").write_text(f'{building}[project]\nname = "cjm-toolkit"\nversion = "7"\n')
    (checkout / "backend.py").write_text(BACKEND)
    done = act(maps, installed="", only="install", checkout=checkout)
    assert done.code == 0, done.log["install"]
    installed = Path(done.outputs["cjm"])
    assert installed.is_relative_to(tmp_path)
    assert subprocess.run([installed], capture_output=True, text=True, check=False).stdout == "cjm 7\n"
