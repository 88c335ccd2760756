"""The format's own examples are valid once their `…` are filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.model import Journey, ProjectFile
from cjm.model.fields import Lapse, Many, One, Table, specs
from cjm.model.parts import Stretch

FORMAT = Path(__file__).parents[3] / "shared" / "FORMAT.md"
Findings = Callable[..., list[str]]

DEFINED = {
    "personas": "{id: laura, name: Laura}",
    "channels": "{id: web, name: Web}",
    "teams": "{id: cx, name: Experiencia}",
    "evidence": "{id: entrevistas, kind: interview}",
    "metrics": "{id: recompra, name: Recompra}",
    "figures": "{metric: csat, value: 4.2}",
}


def examples() -> list[str]:
    if not FORMAT.is_file():
        pytest.skip("../shared/FORMAT.md is not there")
    return re.findall(r"```yaml\n(.*?)```", FORMAT.read_text(), re.DOTALL)


def filled(example: str) -> str:
    for key, item in DEFINED.items():
        example = example.replace(f"{key}: [...]", f"{key}: [{item}]")
    example = example.replace("sources: {…}", "sources: {events: {source: data/events.csv}}")
    example = example.replace("link: …", "link: https://example.org")
    return example.replace("[...]", "[Algo]").replace("…", "Algo")


def test_the_examples_of_the_format_are_valid(findings: Findings) -> None:
    smallest, whole, project = examples()
    assert findings(filled(smallest)) == []
    assert findings(filled(whole)) == []
    assert findings(filled(project), project=True) == []


def declared(part: type[Any], seen: set[type[Any]]) -> set[str]:
    if part in seen:
        return set()
    seen.add(part)
    keys = {spec.key for spec in specs(part)}
    for spec in specs(part):
        kind = spec.kind
        while isinstance(kind, Many | Table):
            kind = kind.item if isinstance(kind, Many) else kind.value
        if isinstance(kind, One | Lapse):
            keys |= declared(kind.part if isinstance(kind, One) else Stretch, seen)
    return keys


def test_the_declarations_and_the_examples_have_the_same_keys() -> None:
    text = "\n".join(re.sub(r" #.*", "", example) for example in examples())
    written = set(re.findall(r"(?:^|[\s{])([a-z_]+):(?=\s)", text))
    keys = declared(Journey, set()) | declared(ProjectFile, set())
    chosen_by_authors = {"device", "plan", "legal", "touchpoints_per_stage", "stages"}
    in_the_prose = {"was", "ref", "score", "feeling", "by", "from"}
    options_of_measure = {
        *("since", "until", "window", "min_cases", "lenient", "order", "delimiter", "encoding", "decimal", "dates")
    }
    assert written - keys == chosen_by_authors - keys
    assert keys - written == in_the_prose | options_of_measure | {"*"}
