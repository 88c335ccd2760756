"""Whatever the values are: building gives findings and no exception, always the same, and at places of the text."""

from __future__ import annotations

from itertools import count
from typing import Any
from zlib import crc32

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cjm.diagnostics import say
from cjm.model import Journey, ProjectFile
from cjm.model.build import build_journey, build_project
from cjm.model.fields import Choice, Kind, Lapse, Many, One, Table, specs
from cjm.model.parts import Stretch
from cjm.source import Document, read
from cjm.source.values import Mapping, Node, Scalar, Sequence, span

TEXTS = st.sampled_from(
    """
    | ~ | null | true | no | 1 | -2 | 9 | 0.4 | 40% | 20m | 2026-10-01 | high | draft | web | Laura | a b | TODO
    | https://e.org | ../x | csat | conversion | completed | 😀 | 1,5 | [ | etapas
    """.replace("\n", "").split("|")
)
SCALARS = st.builds(
    lambda text, plain: Scalar(1, 1, 1, 1, text.strip() if plain else text, plain),
    st.one_of(TEXTS.map(str.strip), st.text(max_size=8), st.just("x" * 80)),
    st.booleans(),
)


def all_keys(part: type[Any], seen: dict[type[Any], None]) -> set[str]:
    if part in seen:
        return set()
    seen[part] = None
    found: set[str] = set()
    for spec in specs(part):
        found.add(spec.key)
        kind: Kind = spec.kind
        while isinstance(kind, Many | Table):
            kind = kind.item if isinstance(kind, Many) else kind.value
        if isinstance(kind, Choice):
            found.update(kind.names)
        if isinstance(kind, One | Lapse):
            found |= all_keys(kind.part if isinstance(kind, One) else Stretch, seen)
    return found


SEEN: dict[type[Any], None] = {}
KEYS = sorted(all_keys(Journey, SEEN) | all_keys(ProjectFile, SEEN))
WORDS = st.one_of(st.sampled_from([*KEYS, "etapas", "nombre", "emocion", "touchpoint", "a b", ""]), st.text(max_size=6))


def mapping(entries: list[tuple[str, Node]], *, flow: bool) -> Mapping:
    unique = {key: (Scalar(1, 1, 1, 1, key), value) for key, value in entries}
    return Mapping(1, 1, 1, 1, tuple(unique.values()), flow)


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.builds(
            lambda items, flow: Sequence(1, 1, 1, 1, tuple(items), flow), st.lists(inner, max_size=4), st.booleans()
        ),
        st.builds(
            lambda entries, flow: mapping(entries, flow=flow),
            st.lists(st.tuples(WORDS, inner), max_size=6),
            st.booleans(),
        ),
    )


TREES = st.recursive(SCALARS, containers, max_leaves=25)


@st.composite
def shaped(draw: st.DrawFn, part: type[Any], depth: int = 0) -> Node:
    """Mostly what the part's declaration says, with junk here and there."""
    keys = [spec for spec in specs(part) if spec.key != "*"]
    chosen = draw(st.lists(st.sampled_from(keys), unique_by=lambda spec: spec.key, max_size=6))
    entries = [
        (spec.key, draw(of_kind(spec.kind, depth)))
        for spec in {spec.key: spec for spec in [*(spec for spec in keys if spec.required), *chosen]}.values()
    ]
    if draw(st.integers(0, 9)) == 0:
        entries.append((draw(WORDS), draw(TREES)))
    return mapping(entries, flow=draw(st.booleans()))


def of_kind(kind: Kind, depth: int) -> st.SearchStrategy[Any]:
    if depth > 4:
        return SCALARS
    if isinstance(kind, One):
        return st.one_of(shaped(kind.part, depth + 1), SCALARS)
    if isinstance(kind, Many):
        return st.one_of(
            st.lists(of_kind(kind.item, depth + 1), max_size=3).map(
                lambda items: Sequence(1, 1, 1, 1, tuple(items), flow=True)
            ),
            of_kind(kind.item, depth + 1),
        )
    if isinstance(kind, Table):
        return st.lists(st.tuples(WORDS, of_kind(kind.value, depth + 1)), max_size=3).map(
            lambda got: mapping(got, flow=True)
        )
    if isinstance(kind, Choice):
        return st.sampled_from(kind.names).map(lambda name: Scalar(1, 1, 1, 1, name))
    return SCALARS


JOURNEYS = shaped(Journey).map(
    lambda node: node._replace(
        entries=tuple(  # type: ignore[call-arg]
            (key, Scalar(1, 1, 1, 1, "1") if key.text == "cjm" else value)
            for key, value in node.entries  # type: ignore[union-attr]
        )
    )
)


def placed(node: Node, lines: count[int]) -> Node:
    """Each value on a line of its own, as in a file."""
    line = next(lines)
    if isinstance(node, Scalar):
        return node._replace(line=line, end_line=line, end_column=2)
    if isinstance(node, Sequence):
        return node._replace(line=line, items=tuple(placed(item, lines) for item in node.items), end_line=next(lines))
    entries = tuple((key._replace(line=next(lines)), placed(value, lines)) for key, value in node.entries)
    return node._replace(line=line, entries=entries, end_line=next(lines))


calm = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@calm
@given(TREES)
def test_any_values_are_built_or_refused(root: Node) -> None:
    for build in (build_journey, build_project):
        built = build(Document("f", "", root))
        assert built.part is not None or built.problems
        assert all(say(each.message) and each.path == each.path.strip(".") for each in built.problems)


@calm
@given(JOURNEYS)
def test_journeys_with_junk_in_them_are_built_with_findings(root: Node) -> None:
    built = build_journey(Document("f", "", root))
    assert built.part is not None
    for each in built.problems:
        assert say(each.message)
        assert each.hint is None or say(each.hint)
        assert not say(each.message).endswith(".")


@calm
@given(JOURNEYS)
def test_reading_again_finds_the_same(root: Node) -> None:
    first, second = (build_journey(Document("f", "", root)) for _ in range(2))
    assert (first.part, first.problems) == (second.part, second.problems)


def shuffled(node: Node, turn: int) -> Node:
    """The same with the keys of every part in another order; those that an author chooses keep theirs."""
    if isinstance(node, Sequence):
        return node._replace(items=tuple(shuffled(item, turn) for item in node.items))
    if not isinstance(node, Mapping):
        return node
    entries = [(key, shuffled(value, turn)) for key, value in node.entries]
    known = sorted(
        (entry for entry in entries if entry[0].text in KEYS),
        key=lambda entry: crc32(f"{turn}{entry[0].text}".encode("utf-8", "replace")),
    )
    return node._replace(entries=(*known, *(entry for entry in entries if entry[0].text not in KEYS)))


@calm
@given(JOURNEYS, st.integers(0, 3))
def test_the_order_of_keys_does_not_change_a_journey(root: Node, turn: int) -> None:
    root = placed(root, count(1))
    first, second = build_journey(Document("f", "", root)), build_journey(Document("f", "", shuffled(root, turn)))
    errors = {each.rule for each in first.problems}
    assume("unknown-key" not in errors)  # which of two near misses is taken for a key is a question of their order
    assert sorted(each.path for each in first.problems) == sorted(each.path for each in second.problems)
    tables = ("by=", "segment=", "lanes=((", "columns=")
    assume(not any(table in repr(first.part) for table in tables))
    assert first.part == second.part


def as_yaml(node: Node) -> str:
    if isinstance(node, Scalar):
        quoted = node.text.replace("\\", "\\\\").replace('"', '\\"')
        safe = "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in quoted)
        return f'"{safe}"'
    if isinstance(node, Sequence):
        return "[" + ", ".join(map(as_yaml, node.items)) + "]"
    return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(value)}" for key, value in node.entries) + "}"


@calm
@given(JOURNEYS)
def test_every_finding_stands_in_the_text(root: Node) -> None:
    text = "".join(f"{as_yaml(key)}: {as_yaml(value)}\n" for key, value in root.entries)  # type: ignore[union-attr]
    assume(not any("\ud800" <= char <= "\udfff" for char in text))
    document = read(text.encode(), "f")
    assume(document.root is not None)
    lines = text.split("\n")
    for each in build_journey(document).problems:
        first, last = each.span[:2], each.span[2:]
        assert (1, 1) <= first <= last
        assert last[0] <= len(lines)
        assert last[1] <= len(lines[last[0] - 1]) + 1


def test_a_span_is_the_first_four_numbers_of_a_value() -> None:
    assert span(Scalar(1, 2, 3, 4, "x")) == (1, 2, 3, 4)
