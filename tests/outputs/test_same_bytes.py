"""The same journey gives the same bytes: whatever the hash seed, the folder, the time zone and the locale."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cjm.outputs import OUTPUTS

DRAWING = """
import json, sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from cjm.checks.validate import check
from cjm.outputs import OUTPUTS
from cjm.outputs.draw import draw_files
from cjm.outputs.look import Look
from cjm.project.load import load

today, made = date(2026, 11, 22), {}
for file in sorted(Path("maps").rglob("*.journey.yaml")):
    journey, found = load(file), check(file, today=today)
    for form, output in OUTPUTS.items():
        look = Look(scale=0.4) if form == "png" else Look()
        for view in output.views or (None,):
            for ending, data in draw_files(journey, form, view, look=look, findings=found, today=today).items():
                made[f"{journey.id}.{view}.{ending} ({form})"] = sha256(data).hexdigest()
print(json.dumps(made))
"""
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C", "CJM_LANG": "en"},
    {
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "es_ES.UTF-8",
        "LANG": "es_ES.UTF-8",
        "CJM_LANG": "es",
    },
)


def started(folder: Path, samples: Path, setting: dict[str, str]) -> subprocess.Popen[bytes]:
    shutil.copytree(samples, folder / "maps", ignore=shutil.ignore_patterns("broken", "pictures"))
    return subprocess.Popen(
        [sys.executable, "-c", DRAWING],
        env={**os.environ, **setting, "HOME": str(folder), "COLUMNS": str(len(folder.name) * 10)},
        cwd=folder,
        stdout=subprocess.PIPE,
    )


@pytest.fixture(scope="module")
def made(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What came out under each setting: everything of every sample, by its hash."""
    folders = (tmp_path_factory.mktemp("a"), tmp_path_factory.mktemp("another-folder"))
    processes = [started(folder, samples, setting) for folder, setting in zip(folders, SETTINGS, strict=True)]
    found = [json.loads(process.communicate()[0]) for process in processes]
    assert not any(process.returncode for process in processes)
    return found


@pytest.mark.parametrize("form", OUTPUTS)
def test_every_file_of_every_sample_is_the_same_everywhere(form: str, made: list[dict[str, str]]) -> None:
    one, other = ({name: each for name, each in found.items() if name.endswith(f"({form})")} for found in made)
    assert len(one) >= 8 * max(1, len(OUTPUTS[form].views))
    assert [name for name in one if one[name] != other.get(name)] == []


def test_journeys_do_not_look_alike(made: list[dict[str, str]]) -> None:
    """Equal bytes would prove nothing if everything were equal."""
    hashes = [value for name, value in made[0].items() if name.endswith("(svg)")]
    assert len({*hashes}) == len(hashes)
