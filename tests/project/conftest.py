"""A folder of one's own, with files written by their names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes files below the working folder; a journey where no text is given."""
    monkeypatch.chdir(tmp_path)

    def put(*names: str, text: str = "cjm: 1\ntitle: T\n") -> Path:
        for name in names:
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return tmp_path / names[-1]

    return put
