from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def cjm(tmp_path: Path) -> Run:
    """Runs the command in a process of its own, in an empty folder."""

    def run(*arguments: str, stdin: str = "", cwd: Path = tmp_path, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "cjm", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, **env},
            check=False,
        )

    return run


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    """A small journey that has nothing wrong with it."""
    file = tmp_path / "shoes.journey.yaml"
    file.write_text(
        "cjm: 1\ntitle: Buying shoes\npersona: Laura\nobjective: Fewer returns\nstages:\n"
        "  - {name: Wanting, touchpoints: [Advertisement]}\n"
        "  - {name: Choosing, touchpoints: [Size guide]}\n"
        "  - {name: Wearing, touchpoints: [First run]}\n",
        encoding="utf-8",
    )
    return file
