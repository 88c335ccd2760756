"""`cjm validate --fix`, `--diff` and `cjm fmt`: what is written, what is only shown, and how the command ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
BROKEN = "cjm: 1\ntítle: Buying shoes  # ours\npersona: Laura\netapas: [{name: A}, {name: B}, {name: C}]\n"
MENDED = "cjm: 1\ntitle: Buying shoes  # ours\npersona: Laura\nstages: [{name: A}, {name: B}, {name: C}]\n"
MESSY = "title: Buying shoes\ncjm: 1\n"
TIDY = "cjm: 1\ntitle: Buying shoes\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "shoes.journey.yaml"
    file.write_bytes(BROKEN.encode())
    return file


def test_fix_mends_the_file_and_reports_what_is_left(cjm: Run, broken: Path) -> None:
    done = cjm("validate", "--fix", broken.name)
    assert broken.read_text(encoding="utf-8") == MENDED
    assert done.returncode == 0
    assert "2 findings mended in 1 file" in done.stderr
    assert "missing-objective" in done.stdout
    assert "unknown-key" not in done.stdout


def test_diff_shows_it_and_writes_nothing(cjm: Run, broken: Path) -> None:
    done = cjm("validate", "--diff", broken.name)
    assert done.returncode == 1
    assert broken.read_bytes() == BROKEN.encode()
    assert "-etapas: [{name: A}, {name: B}, {name: C}]\n+stages: [{name: A}" in done.stdout
    assert "2 findings would be mended in 1 file" in done.stderr


def test_the_diff_can_be_applied(broken: Path) -> None:
    broken.write_bytes(BROKEN.replace("\n", "\r\n").encode())
    command = [sys.executable, "-m", "cjm", "validate", "--diff", broken.name]
    shown = subprocess.run(command, cwd=broken.parent, capture_output=True, check=False).stdout
    subprocess.run(["git", "apply", "-"], input=shown, cwd=broken.parent, capture_output=True, check=True)
    assert broken.read_bytes() == MENDED.replace("\n", "\r\n").encode()


def test_nothing_to_mend_is_said_and_nothing_is_written(cjm: Run, journey: Path) -> None:
    before = journey.stat().st_mtime_ns
    done = cjm("validate", "--fix", journey.name)
    assert done.returncode == 0
    assert "nothing" in done.stderr
    assert journey.stat().st_mtime_ns == before
    assert cjm("validate", "--diff", journey.name).returncode == 0


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(cjm: Run, broken: Path, begin: str, end: str) -> None:
    broken.write_bytes((begin + BROKEN).replace("\n", end).encode())
    cjm("validate", "--fix", broken.name)
    assert broken.read_bytes() == (begin + MENDED).replace("\n", end).encode()


def test_what_comes_through_a_pipe_goes_on_mended(cjm: Run) -> None:
    done = cjm("validate", "--fix", "-", stdin=BROKEN)
    assert done.stdout == MENDED
    assert "missing-objective" in done.stderr


def test_remarks_are_mended_only_when_they_are_listed(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("title: Buying shoes", "title: no"))
    cjm("validate", "--fix", journey.name)
    assert "title: no\n" in journey.read_text()
    cjm("validate", "--fix", "--show", "info", journey.name)
    assert 'title: "no"\n' in journey.read_text()


def test_a_rule_that_is_ignored_mends_nothing(cjm: Run, journey: Path) -> None:
    text = journey.read_text() + "# cjm: ignore[flat-curve]\n"
    journey.write_text(text)
    cjm("validate", "--fix", "--ignore", "unused-suppression", journey.name)
    assert journey.read_text() == text


def test_fixes_survive_the_cache_and_are_told_to_programs(cjm: Run, broken: Path) -> None:
    first, second = (cjm("validate", broken.name, "--format", "json").stdout for _ in range(2))
    assert first == second
    found = [each["fix"] for each in json.loads(second)["findings"] if each["rule"] == "unknown-key"]
    assert found[0] == [{"line": 2, "column": 1, "end_line": 2, "end_column": 6, "text": "title"}]


def test_the_summary_says_what_can_be_mended(cjm: Run, broken: Path) -> None:
    assert "2 can be mended at once (--fix)" in cjm("validate", broken.name).stdout


def test_a_link_stays_a_link(cjm: Run, broken: Path) -> None:
    link = broken.with_name("link.journey.yaml")
    link.symlink_to(broken)
    cjm("validate", "--fix", link.name)
    assert link.is_symlink()
    assert broken.read_text(encoding="utf-8") == MENDED


def test_fmt_writes_and_is_content_the_second_time(cjm: Run, broken: Path) -> None:
    broken.write_text(MESSY)
    assert "1 file laid out anew" in cjm("fmt", broken.name).stderr
    assert broken.read_text() == TIDY
    done = cjm("fmt", "--check", broken.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 file is in order" in done.stderr


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_fmt_check_and_diff_write_nothing_and_leave_with_1(cjm: Run, broken: Path, option: str) -> None:
    broken.write_text(MESSY)
    done = cjm("fmt", option, broken.name)
    assert done.returncode == 1
    assert broken.read_text() == MESSY
    assert ("+cjm: 1" in done.stdout) == (option == "--diff")


def test_fmt_passes_a_pipe_on(cjm: Run) -> None:
    assert cjm("fmt", "-", stdin=MESSY).stdout == TIDY


def test_fmt_leaves_what_it_cannot_read_and_says_why(cjm: Run, broken: Path) -> None:
    broken.write_text("cjm: 1\ntitle: [a\n")
    done = cjm("fmt", broken.name, "--quiet")
    assert done.returncode == 1
    assert "cannot be read, and is left as it is" in done.stderr
    assert broken.read_text() == "cjm: 1\ntitle: [a\n"


def test_fmt_leaves_anchors_alone(cjm: Run, broken: Path) -> None:
    text = "title: &t Shoes\ncjm: 1\ndescription: *t\n"
    broken.write_text(text)
    done = cjm("fmt", broken.name)
    assert broken.read_text() in (text, "cjm: 1\ntitle: &t Shoes\ndescription: *t\n")
    assert done.returncode == 0


def test_a_long_hostile_file_is_no_bug(cjm: Run, broken: Path, shared: Path) -> None:
    for file in sorted((shared / "yaml-hostile").glob("*.yaml")):
        broken.write_bytes(file.read_bytes()[:200_000])
        for command in (["fmt", "--check"], ["validate", "--diff"]):
            assert cjm(*command, broken.name).returncode in (0, 1), file.name


def test_a_project_file_is_mended_too_and_its_journeys_are_judged_by_it(cjm: Run, tmp_path: Path) -> None:
    project = tmp_path / "cjm.yaml"
    project.write_text(
        "cjm_project: 1\nlenguaje: es  # de todos\ncatalogo: {personas: [{id: laura, nombre: Laura}]}\n", "utf-8"
    )
    (tmp_path / "it.journey.yaml").write_text(
        "cjm: 1\ntitulo: Mudanza\npersona: laura\nobjective: Menos llamadas\n"
        "stages: [{name: Buscar}, {name: Elegir}, {name: Mudarse}]\n",
        "utf-8",
    )
    shown = cjm("validate", "--fix", "--diff", cwd=tmp_path)
    assert "+language: es  # de todos" in shown.stdout
    assert "+title: Mudanza" in shown.stdout
    assert project.read_text("utf-8").startswith("cjm_project: 1\nlenguaje")
    done = cjm("validate", "--fix", cwd=tmp_path)
    assert done.returncode == 0
    assert "4 findings mended in 2 files" in done.stderr
    assert project.read_text("utf-8") == (
        "cjm_project: 1\nlanguage: es  # de todos\ncatalogue: {personas: [{id: laura, name: Laura}]}\n"
    )


def test_nothing_is_mended_when_the_baseline_cannot_be_read(cjm: Run, broken: Path) -> None:
    done = cjm("validate", "--fix", "--baseline", "none.yaml", broken.name)
    assert done.returncode == 2
    assert "it is not there" in done.stderr
    assert broken.read_bytes() == BROKEN.encode()


def test_fmt_leaves_a_text_that_keeps_its_empty_lines(cjm: Run, broken: Path) -> None:
    text = "title: Shoes\ncjm: 1\ndescription: |+\n  first\n\n\n"
    broken.write_text(text)
    assert "is left as it is" in cjm("fmt", broken.name).stderr
    assert broken.read_text() == text


def test_a_file_that_cannot_be_read_is_not_called_in_order(cjm: Run, broken: Path) -> None:
    broken.write_text("cjm: 1\ntitle: [a\n")
    assert "in order" not in cjm("fmt", broken.name).stderr


def test_a_link_to_nothing_is_not_offered_again(cjm: Run, broken: Path) -> None:
    broken.with_name("gone.journey.yaml").symlink_to("nowhere.yaml")
    done = cjm("validate", "gone.journey.yaml")
    assert done.returncode == 2
    assert "did you mean `gone" not in done.stderr
