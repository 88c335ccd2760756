"""What every test may use: the samples, the public data where it is there, and snapshots."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A slow machine is no mistake, and a landing tries the same examples every time.
settings.register_profile("cjm", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("cjm")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write snapshots instead of comparing with them")


@pytest.fixture(autouse=True)
def _english_and_no_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Messages in English, and a cache of the test's own."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CJM_LANG", "en")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def samples() -> Path:
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"the public data is not at {SHARED.name}: ../shared/data")
    return SHARED


@pytest.fixture(scope="session")
def measured() -> Callable[..., Any]:
    """Makes a measurement of any journey up: see `made_up`."""
    spec = spec_from_file_location("made_up", ROOT / "tests" / "made_up.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Callable[..., Any] = module.measured
    return made


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in `snapshots/` beside the test; `--accept` writes it."""
    folder = Path(str(request.path)).parent / "snapshots"

    def compare(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"no snapshot {name}: look at the text, then run pytest --accept"
        assert text == file.read_bytes().decode()

    return compare


class Git:
    """A repository in a folder; commits are a day apart, so that hashes are the same in every run."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.commits = folder, 0
        folder.mkdir(parents=True, exist_ok=True)
        self("init", "-q", "-b", "main")

    def __call__(self, *arguments: str) -> str:
        # The tests' own git knows no settings but these.
        about = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ana",
            "GIT_AUTHOR_EMAIL": "ana@example.org",
            "GIT_COMMITTER_NAME": "Ana",
            "GIT_COMMITTER_EMAIL": "ana@example.org",
            "GIT_AUTHOR_DATE": self.when,
            "GIT_COMMITTER_DATE": self.when,
        }
        command = ["git", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(command, cwd=self.folder, env=os.environ | about, check=True, capture_output=True)
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    @property
    def when(self) -> str:
        return f"{1_767_268_800 + self.commits * 86_400} +0000"  # 2026-01-01 12:00

    def write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def commit(self, subject: str = "Un cambio", **files: str) -> str:
        """Commit everything, after writing files; in their names `__` is a slash and each is a journey."""
        for name, text in files.items():
            self.write(f"{name.replace('__', '/')}.journey.yaml", text)
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "-m", subject)
        self.commits += 1
        return self("rev-parse", "HEAD")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """An empty repository, which is the working folder."""
    made = Git(tmp_path / "mapas")
    monkeypatch.chdir(made.folder)
    return made
