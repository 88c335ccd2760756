"""`mended` and `settled`: a text as `validate --fix --show info` and `fmt` leave it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cjm.checks.policy import Policy, choose, default_options
from cjm.checks.registry import Around
from cjm.checks.run import across, examine
from cjm.edit.formatting import format_journey
from cjm.edit.mending import mend
from cjm.model.build import build_journey
from cjm.source import read

Change = Callable[[bytes], bytes]
AROUND = Around(lambda *_: True, default_options())
POLICY = Policy(active=choose(["all"], []), today=date(2026, 11, 22), options=default_options())


def _mended(data: bytes) -> bytes:
    while True:
        document = read(data, "it.journey.yaml")
        found = across([examine(document, build_journey(document), POLICY)], POLICY, AROUND)
        new = mend(data, [each for each in found if each.fix])
        if not new.findings:
            return data
        assert new.data != data
        data = new.data


@pytest.fixture(scope="session")
def mended() -> Change:
    """A text with everything mended that has one right answer, remarks too."""
    return _mended


@pytest.fixture(scope="session")
def settled() -> Change:
    """A text laid out as all are."""
    return lambda data: format_journey(data).data
