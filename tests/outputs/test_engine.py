from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm.outputs import engine
from cjm.outputs.engine import EngineError, draw


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    engine.find.cache_clear()
    yield
    engine.find.cache_clear()


def test_the_embedded_graphviz_is_the_one_beside_the_interpreter() -> None:
    assert Path(engine.find("embedded")).stem == "graphviz-pure"


def test_a_missing_graphviz_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(EngineError, match="graphviz-pure") as caught:
        draw("graph {}")
    assert caught.value.hint is not None
    assert "pip install" in caught.value.hint.template
    with pytest.raises(EngineError, match="dot"):
        draw("graph {}", "system")


def test_a_program_that_cannot_run_is_an_engine_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "graphviz-pure"
    broken.write_text("not a program")
    broken.chmod(0o755)
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(EngineError, match="could not be run"):
        draw("graph {}")


def test_what_graphviz_says_of_its_failure_is_passed_on() -> None:
    with pytest.raises(EngineError, match="syntax error"):
        draw("this is no graph {")
