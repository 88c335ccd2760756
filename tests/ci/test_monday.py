"""A team switches cjm on on a Monday, with a folder of old maps, and does not switch it off on Tuesday."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CORPUS, BROKEN = ROOT / "tests" / "corpus", ROOT / "samples" / "broken"
BASELINE = "cjm-baseline.yaml"
Cjm = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty old maps: drafts in four languages, and some that cannot even be read."""
    drafts = [file for file in sorted(CORPUS.iterdir()) if "seis" not in file.name][::3][:10]
    unread = [
        "invalid-yaml-tab",
        "invalid-yaml-unclosed-quote",
        "not-utf8-cp1252",
        "duplicate-key",
        "several-documents",
    ]
    wrong = ["unknown-key-spanish", "invalid-date", "unknown-persona", "valley-without-pain-point", "duplicate-id"]
    for file in (*drafts, *(BROKEN / f"{name}.journey.yaml" for name in (*unread, *wrong))):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert len([*tmp_path.iterdir()]) == 20
    return tmp_path


@pytest.fixture
def cjm(folder: Path) -> Cjm:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cjm", "validate", "--today", "2026-11-22", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)

    return run


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert text.count(old) >= 1
    file.write_bytes(text.replace(old, new, 1).encode())


def test_a_folder_of_old_maps_is_green_on_monday_and_stays_useful(folder: Path, cjm: Cjm) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}
    assert cjm().returncode == 1

    started = cjm("--write-baseline", BASELINE)
    assert started.returncode == 0, started.stderr
    known = sum(each["count"] for each in yaml.safe_load((folder / BASELINE).read_text("utf-8"))["findings"])
    assert known > 50
    assert {file: file.read_bytes() for file in before} == before
    for options in ((), ("--strict", "--show", "info"), ("--no-cache", "--jobs", "1")):
        done = cjm("--baseline", BASELINE, *options)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert done.stdout == f"nothing new in 20 files; {known} known findings left out\n"

    for file in before:  # Tuesday: lines move
        file.write_bytes(b"# Looked at on Tuesday\n\n" + file.read_bytes())
    done = cjm("--baseline", BASELINE, "--strict", "--show", "info")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout

    edit(folder / "duplicate-id.journey.yaml", "title:", "titel: Something\ntitle:")
    done = cjm("--baseline", BASELINE)
    assert done.returncode == 1
    assert done.stdout.count(": error: ") == 1
    assert "`titel` is not a key of a journey" in done.stdout
    assert "did you mean `title`?" in done.stdout
    edit(folder / "duplicate-id.journey.yaml", "titel: Something\n", "")

    mended = cjm("unknown-key-spanish.journey.yaml", "--fix", "--quiet")
    assert "[unknown-key]" not in mended.stdout
    done = cjm("--baseline", BASELINE)
    assert "has been mended since" in done.stderr or "have been mended since" in done.stderr
    assert f"--write-baseline {BASELINE}" in done.stderr
    assert cjm("--write-baseline", BASELINE).returncode == 0
    assert cjm("--baseline", BASELINE).stderr == ""
    assert "unknown-key-spanish" not in "".join(
        each["file"]
        for each in yaml.safe_load((folder / BASELINE).read_text("utf-8"))["findings"]
        if each["rule"] == "unknown-key"
    )
