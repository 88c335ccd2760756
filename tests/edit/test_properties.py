"""Whatever a journey looks like: laying it out keeps its meaning and its comments, and twice is once."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from cjm.edit.formatting import format_journey
from cjm.edit.mending import mend
from cjm.model.build import build_journey
from cjm.source import read
from cjm.source.values import Mapping, Node, Scalar

sys.path.insert(0, str(Path(__file__).parent))
from texts import journeys

SAMPLES = Path(__file__).parents[2] / "samples"
EVERY = sorted(SAMPLES.rglob("*journey.yaml"))
SLOW = settings(max_examples=60, phases=[Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck))


def comments(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"(?:^|(?<=\s))#[^\r\n]*", data.decode()))


def values(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: values(value) for key, value in node.entries}
    if isinstance(node, Scalar) or node is None:
        return node and (node.text.rstrip("\n"), node.plain)
    return [values(item) for item in node.items]


def texts(node: Node | None) -> Counter[str]:
    """Every text that is no key."""
    if isinstance(node, Scalar) or node is None:
        return Counter([node.text] if node else [])
    inside = [value for _, value in node.entries] if isinstance(node, Mapping) else node.items
    return sum(map(texts, inside), Counter[str]())


def same_but_for_its_layout(before: bytes, after: bytes) -> None:
    old, new = read(before, "f"), read(after, "f")
    assert not new.diagnostics
    assert values(old.root) == values(new.root)
    assert build_journey(old).part == build_journey(new).part
    assert comments(before) == comments(after)
    assert format_journey(after).data == after


@SLOW
@given(journeys())
def test_laying_out_changes_no_meaning_and_loses_no_comment(text: str) -> None:
    data = text.encode()
    if read(data, "f").diagnostics:
        return
    found = format_journey(data)
    assert found.outcome in ("same", "changed")
    same_but_for_its_layout(data, found.data)


@SLOW
@given(journeys(wrong=True))
def test_mending_loses_no_value_and_no_comment(text: str) -> None:
    data = re.sub(r"# cjm: ignore.*", "# silent", text).encode()
    document = read(data, "f")
    found = [each for each in build_journey(document).problems if each.fix]
    after = mend(data, found)
    new = read(after.data, "f")
    assert len(new.diagnostics) <= len(document.diagnostics)
    assert comments(data) == comments(after.data)
    assert texts(document.root) - texts(new.root) <= Counter({"no": 9999})
    if after.findings:
        assert len(build_journey(new).problems) < len(build_journey(document).problems)
    assert data.count(b"\r") <= after.data.count(b"\r")


@pytest.mark.parametrize("file", EVERY, ids=[file.name for file in EVERY])
def test_every_sample_keeps_its_meaning(file: Path) -> None:
    data = file.read_bytes()
    if format_journey(data).outcome == "unreadable":
        assert format_journey(data).data == data
    else:
        same_but_for_its_layout(data, format_journey(data).data)
