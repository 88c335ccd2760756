from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.source import read


@pytest.fixture(scope="session")
def journey_of() -> Callable[[str], Journey]:
    """A journey from YAML that begins after its title."""

    def build(text: str) -> Journey:
        built = build_journey(read(f"cjm: 1\ntitle: Test\n{text}".encode(), "test.journey.yaml"))
        assert built.part is not None
        return built.part

    return build
