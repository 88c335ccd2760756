"""What the tests of the model begin with: a text that is read and built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest

from cjm.diagnostics import say
from cjm.model import Catalogue, Journey, ProjectFile
from cjm.model.build import build_journey, build_project
from cjm.source import read


class Findings(Protocol):
    def __call__(self, text: str, *, project: bool = False) -> list[str]: ...


@pytest.fixture(scope="session")
def findings() -> Findings:
    """All findings of a text, source and structure, as `line:column rule message | hint`, in the order of the file."""

    def of(text: str, *, project: bool = False) -> list[str]:
        document = read(text.encode(), "f.yaml")
        built = build_project(document) if project else build_journey(document)
        return [
            f"{each.span.line}:{each.span.column} {each.rule} {say(each.message)}"
            + (f" | {say(each.hint)}" if each.hint else "")
            for each in sorted((*document.diagnostics, *built.problems), key=lambda each: each.place)
        ]

    return of


@pytest.fixture(scope="session")
def journey() -> Callable[..., Journey]:
    """The journey of a text that has nothing wrong."""

    def of(text: str, catalogue: Catalogue | None = None) -> Journey:
        built = build_journey(read(text.encode(), "f.yaml"), catalogue)
        assert not [say(each.message) for each in built.problems]
        assert built.part is not None
        return built.part

    return of


@pytest.fixture(scope="session")
def project_file() -> Callable[[str], ProjectFile]:
    """The project file of a text that has nothing wrong."""

    def of(text: str) -> ProjectFile:
        built = build_project(read(text.encode(), "cjm.yaml"))
        assert not [say(each.message) for each in built.problems]
        assert built.part is not None
        return built.part

    return of
