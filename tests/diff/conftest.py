"""What the tests of changes begin with: journeys as text, and what is said of two of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.diagnostics import say
from cjm.diff.compare import compare
from cjm.model import Catalogue, Journey
from cjm.model.build import build_journey
from cjm.source import read

Built = Callable[..., Journey]
Told = Callable[[str, str], list[str]]


@pytest.fixture(scope="session")
def journey() -> Built:
    """The journey of a text that has no error."""

    def of(text: str, catalogue: Catalogue | None = None) -> Journey:
        built = build_journey(read(text.encode(), "f.yaml"), catalogue)
        assert not [say(each.message) for each in built.problems if each.severity.word == "error"]
        assert built.part is not None
        return built.part

    return of


@pytest.fixture(scope="session")
def told(journey: Built) -> Told:
    """Each change of two texts as `kind of id field: sentence`, in the order of importance."""

    def of(old: str, new: str) -> list[str]:
        changes = compare(journey(old), journey(new))
        return [f"{each.kind} {each.of} {each.id} {each.field}".rstrip() + f": {say(each.text)}" for each in changes]

    return of
