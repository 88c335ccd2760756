"""What the command costs before it does anything, and how it behaves when something is wrong with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = {"rich", "jinja2", "graphviz", "resvg_py", "yaml", "babel", "concurrent.futures.process", "difflib", "pydantic"}


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """The heavy modules that a command line imports."""
    code = (
        "import json, sys\nfrom cjm.cli.app import run\n"
        f"run({list(arguments)!r})\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cwd)
    modules: list[str] = json.loads(done.stderr.splitlines()[-1])
    return {heavy for heavy in HEAVY for module in modules if module == heavy or module.startswith(f"{heavy}.")}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["validate", "--help"], ["render", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert loaded(*arguments, cwd=tmp_path) - {"difflib"} == set()


def test_validating_imports_only_the_yaml_reader(journey: Path) -> None:
    assert loaded("validate", journey.name, "--no-cache", cwd=journey.parent) - {"difflib"} == {"yaml"}


def test_drawing_imports_no_rich(journey: Path) -> None:
    assert loaded("render", journey.name, "--quiet", cwd=journey.parent) <= {"yaml", "jinja2", "graphviz", "difflib"}


def test_importing_cjm_costs_nothing() -> None:
    code = "import sys; import cjm; print([m for m in sys.modules if m.startswith('cjm')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['cjm']"


@pytest.mark.parametrize("command", ["validate", "fmt", "render", "score", "stats", "rules", "explain", "schema"])
def test_every_command_shows_an_example(cjm: Run, command: str) -> None:
    done = cjm(command, "--help")
    assert done.returncode == 0
    assert f"cjm {command}" in done.stdout.split("Example:")[1]


def test_the_version_is_the_packages(cjm: Run) -> None:
    assert cjm("--version").stdout.startswith("cjm 0.")


def test_an_unknown_command_or_option_leaves_with_2(cjm: Run) -> None:
    assert cjm("validat").returncode == 2
    assert cjm("validate", "--nope").returncode == 2


def test_completion_can_be_shown(cjm: Run) -> None:
    assert "cjm" in cjm("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").stdout


def test_a_bug_leaves_with_3_and_a_block_to_paste(tmp_path: Path) -> None:
    code = (
        "import sys\nimport cjm.cli.app as app\n"
        "def broken(*a, **k): raise RuntimeError('boom')\n"
        "app.app = broken\nsys.exit(app.run(['validate']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 3
    assert "RuntimeError: boom" in done.stderr
    assert "Traceback" not in done.stderr
    assert str(tmp_path) not in done.stderr


def test_an_unknown_language_is_refused(cjm: Run, journey: Path) -> None:
    done = cjm("validate", journey.name, "--lang", "xx")
    assert done.returncode == 2
    assert "`en`, `es`" in done.stderr


def test_a_reader_that_has_read_enough_ends_it_in_silence() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cjm", "rules", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_and_not_taken_for_success() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cjm", "--version"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"cjm: what was made cannot be written: No space left on device\n")
