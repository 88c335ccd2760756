"""Whatever a journey looks like: laying it out keeps its meaning and its comments, and twice is once."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cjm.edit.formatting import format_journey
from cjm.edit.mending import mend
from cjm.model.build import build_journey
from cjm.model.fields import (
    Choice,
    Day,
    Flag,
    Kind,
    Lapse,
    Length,
    Level,
    Many,
    Number,
    One,
    Quantity,
    Share,
    Table,
    specs,
)
from cjm.model.journey import Journey
from cjm.source import read
from cjm.source.values import Mapping, Node, Scalar

SAMPLES = Path(__file__).parents[2] / "samples"
EVERY = sorted(SAMPLES.rglob("*journey.yaml"))
SLOW = settings(max_examples=60, phases=[Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck))

MANY = ("stages", "touchpoints")
WORDS = st.sampled_from(["Web", "Buscar piso", "no", "1.10", '"a: b, c"', "'it''s'", "«Ñandú» 😀", "x-1", "a b c d"])
LONG = st.sampled_from(
    [
        [">-", "  folded", "    more", "", "  end"],
        ["|", "  kept", "   as it is"],
        ["plain text", "  that goes on", "", "  and on"],
        ['"quoted', "", '  over lines"'],
        ["[one,", "  two]"],
    ]
)
COMMENTS = st.sampled_from(
    ["# a comment", "#no space", "# cjm: ignore[missing-start] why", "# cjm: ignore[flat-curve, emotion]"]
)
WRONG = {
    "stages": "etapas",
    "name": "nombre",
    "title": "titel",
    "touchpoints": "puntos de contacto",
    "emotion": "emocion",
}


def scalar(kind: Kind | None) -> st.SearchStrategy[str]:
    if isinstance(kind, Choice):
        return st.sampled_from(kind.names)
    known: dict[type[Any], st.SearchStrategy[str]] = {
        Flag: st.sampled_from(["true", "false"]),
        Level: st.sampled_from(["1", "5", "high"]),
        Number: st.sampled_from(["1", "2"]),
        Share: st.sampled_from(["40%", "0.4"]),
        Day: st.just("2026-10-01"),
        Length: st.sampled_from(["20m", "3d"]),
        Lapse: st.just("2h"),
        Quantity: st.sampled_from(["3", "25%"]),
    }
    return known.get(type(kind), WORDS)


@st.composite
def flow(draw: st.DrawFn, kind: Kind | None, depth: int) -> str:
    space = draw(st.sampled_from(["", " "]))
    if isinstance(kind, Many):
        items = draw(st.lists(flow(kind.item, depth + 1), max_size=2))
        return f"[{space}{', '.join(items)}{space}]" if items else "[]"
    if isinstance(kind, One) and depth < 3:
        keys = draw(chosen(kind, most=3))
        said = [f"{key}: {draw(flow(inner, depth + 1))}" for key, inner in keys]
        return "{" + space + draw(st.sampled_from([", ", ","])).join(said) + space + "}"
    if isinstance(kind, Table):
        return "{b: " + draw(flow(kind.value, depth + 1)) + ", a: " + draw(flow(kind.value, depth + 1)) + "}"
    return draw(scalar(kind if not isinstance(kind, One) else None))


@st.composite
def chosen(draw: st.DrawFn, kind: One, most: int = 5) -> list[tuple[str, Kind]]:
    """Keys of a part in any order; what it must have is among them."""
    keys = [spec for spec in specs(kind.part) if spec.key not in ("*", "cjm", "regex", "scale", "steps", "id", "was")]
    must = [spec for spec in keys if spec.required or spec.key in ("stages", "touchpoints")]
    more = draw(st.lists(st.sampled_from(keys), max_size=most, unique_by=lambda spec: spec.key))
    every = list({spec.key: spec for spec in (*must, *more)}.values())
    return [(spec.key, spec.kind) for spec in draw(st.permutations(every))]


@st.composite
def between(draw: st.DrawFn, indent: int) -> list[str]:
    """Empty lines and comments before a line; most often none."""
    if draw(st.integers(0, 3)):
        return []
    found = draw(st.lists(st.one_of(st.just(""), COMMENTS.map(lambda text: " " * indent + text)), max_size=3))
    deeper = draw(st.booleans())
    return [*([" " * (indent + 3) + "# further in"] if deeper else []), *found]


@st.composite
def block(draw: st.DrawFn, kind: Kind | None, indent: int, depth: int, *, wrong: bool = False) -> list[str]:
    """The lines of a value below its key, the first of them at `indent`."""
    pad = " " * indent
    lines: list[str] = []
    if isinstance(kind, Many):
        gap = draw(st.integers(1, 3))
        for _ in range(draw(st.integers(1, 3))):
            lines += draw(between(indent)) if lines else []
            if isinstance(kind.item, One) and depth < 7 and draw(st.integers(0, 3)):
                inner = draw(block(kind.item, indent + 1 + gap, depth + 1, wrong=wrong))
                lines += [pad + "-" + " " * gap + inner[0][indent + 1 + gap :], *inner[1:]] if inner else [pad + "- x"]
            else:
                lines.append(pad + "-" + " " * gap + draw(flow(kind.item, depth)) + draw(at_the_end()))
        return lines
    assert isinstance(kind, One)
    for key, of in draw(chosen(kind)):
        lines += draw(between(indent)) if lines else []
        lines += draw(entry(WRONG.get(key, key) if wrong else key, of, indent, depth, wrong=wrong))
    return lines


@st.composite
def at_the_end(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(["", "", "", "  # to be asked", " # cjm: ignore[flat-curve]"]))


@st.composite
def entry(  # noqa: PLR0913 - a line has these parts
    draw: st.DrawFn, key: str, kind: Kind, indent: int, depth: int, *, wrong: bool = False
) -> list[str]:
    pad = " " * indent
    end = draw(at_the_end())
    deep = depth < 6
    if deep and isinstance(kind, Many) and (key in (*MANY, *map(WRONG.get, MANY)) or draw(st.booleans())):
        below = draw(block(kind, indent + draw(st.sampled_from([0, 2, 4])), depth + 1, wrong=wrong))
        return [f"{pad}{key}:{end}", *draw(between(indent + 2)), *below]
    if deep and isinstance(kind, One) and kind.part.short == "" and draw(st.booleans()):
        return [
            f"{pad}{key}:{end}",
            *draw(block(kind, indent + draw(st.sampled_from([1, 2, 4])), depth + 1, wrong=wrong)),
        ]
    if not isinstance(kind, Many | One | Table | Choice) and scalar(kind) is WORDS and not draw(st.integers(0, 4)):
        first, *others = draw(LONG)
        if not first.startswith("["):
            return [f"{pad}{key}: {first}", *(pad + line if line else "" for line in others)]
    return [f"{pad}{key}:{draw(st.sampled_from([' ', '   ']))}{draw(flow(kind, depth))}{end}"]


@st.composite
def journeys(draw: st.DrawFn, *, wrong: bool = False) -> str:
    """The text of a journey file that can be read; with keys that the format does not have, if it is to be wrong."""
    lines = draw(block(One(Journey), 0, 0, wrong=wrong))
    head = draw(between(0))
    at = draw(st.sampled_from([0, len(lines)]))
    lines[at:at] = ["cjm: 1"]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join([*(line for line in head if not line.startswith(" ")), *lines]) + draw(
        st.sampled_from(["", end, end + end])
    )


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


@pytest.mark.parametrize("file", [file for file in EVERY if file.parent.name != "broken"], ids=lambda file: file.name)
def test_the_samples_lie_as_they_should(file: Path) -> None:
    assert format_journey(file.read_bytes()).outcome == "same"
