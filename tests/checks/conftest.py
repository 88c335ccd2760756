"""`judge`: journeys as text, several split by lines `# file: NAME`, to every finding about them."""

import json
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cjm.checks.policy import Policy, choose, default_options
from cjm.checks.registry import Around
from cjm.checks.run import across, examine
from cjm.checks.settings import shared_personas
from cjm.diagnostics import Diagnostic
from cjm.model.build import build_journey, build_project
from cjm.model.measurement_file import read as read_measurement
from cjm.project import Project
from cjm.source import Limits, read

Judge = Callable[..., tuple[Diagnostic, ...]]
EVERYTHING = Policy(active=choose(["all"], []), today=date(2026, 11, 22), options=default_options())
_MEASURED = re.compile(rb"^# measured: (\{.*\})[ \t]*\r?$", re.MULTILINE)
_FILE = re.compile(rb"^# file: (\S+)[ \t]*\r?\n", re.MULTILINE)


def _judge(
    text: str | bytes, policy: Policy = EVERYTHING, there: Collection[str] = (), limits: Limits | None = None
) -> tuple[Diagnostic, ...]:
    """Findings about each file and across them; one called `cjm.yaml` gives the others its catalogue."""
    data = text.encode() if isinstance(text, str) else text
    first, *rest = _FILE.split(data)
    files = {"it.journey.yaml": first} | {name.decode(): part for name, part in zip(rest[::2], rest[1::2], strict=True)}
    shared, around = None, Around(lambda _, path: path in there, policy.options, whole=True)
    if "cjm.yaml" in files:
        project = build_project(read(files.pop("cjm.yaml"), "cjm.yaml"))
        assert project.part
        assert not project.problems
        shared = project.part.catalogue
        personas = shared_personas(Project(Path(), project.part, "cjm.yaml", node=project.root))
        around = around._replace(file="cjm.yaml", personas=personas)
    documents = [read(part, name, limits or Limits()) for name, part in files.items()]
    built = [build_journey(document, shared) for document in documents]
    for part, each in zip(files.values(), built, strict=True):
        policy = _measured(part, each.part.id, policy) if each.part else policy
    alone = [examine(document, each, policy) for document, each in zip(documents, built, strict=True)]
    return across(alone, policy, around)


def _measured(text: bytes, journey: str, policy: Policy) -> Policy:
    """The policy with what comments `# measured: {…}` hold: each a piece of a measurement file of the journey."""
    pieces = [json.loads(each) for each in _MEASURED.findall(text)]
    if not pieces:
        return policy
    whole: dict[str, Any] = {"cjm_measurement": 1, "engine": "none"}
    for piece in pieces:
        whole |= piece
    whole["journey"] = {**whole.get("journey", {}), "id": journey}
    return replace(policy, measurements={**policy.measurements, journey: read_measurement(json.dumps(whole))})


@pytest.fixture(scope="session")
def judge() -> Judge:
    """Every finding about a text that holds one or several journeys."""
    return _judge


@pytest.fixture(scope="session")
def everything() -> Policy:
    """All rules as they are by default, on a day of November 2026."""
    return EVERYTHING
