"""Files made to hurt a reader: a finding or a value, soon, and never an exception."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.diagnostics import say
from cjm.source import Document, Limits, Mapping, core, read

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "yaml-hostile"
FILES = sorted(path.name for path in HOSTILE.glob("*.yaml"))
PATIENCE = 30.0  # processor seconds, many times what is promised: only what grows without bound takes so long

RULES = {
    "bomb": {"expanding-aliases"},
    "deep": {"too-deep"},
    "cycle-01": {"recursive-alias"},
    "cycle-03": {"recursive-alias"},
    "cycle-05": {"invalid-yaml"},
    "cycle-07": {"recursive-alias"},
    "dup": {"duplicate-key"},
    "enc-03": {"not-utf8"},
    "enc-05": {"not-utf8"},
    "enc-07": {"not-utf8"},
    "enc-09": {"invalid-yaml"},
    "enc-11": {"not-utf8"},
    "enc-13": {"not-utf8"},
    "enc-19": {"not-utf8"},
    "huge-03": {"invalid-yaml"},
    "key-01": {"invalid-yaml"},
    "merge-03": {"duplicate-key"},
    "multi-01": {"several-documents"},
    "multi-03": {"several-documents"},
    "multi-05": {"invalid-yaml"},
    "multi-07": {"invalid-yaml"},
    "syn-01": {"invalid-yaml"},
    "syn-03": {"invalid-yaml"},
    "syn-05": {"invalid-yaml"},
    "syn-07": {"invalid-yaml"},
    "syn-09": {"invalid-yaml"},
    "syn-15": {"invalid-yaml"},
    "syn-17": {"several-documents"},
    "tag-01": {"unsafe-tag"},
    "tag-03": {"unsafe-tag"},
    "tag-05": {"unsafe-tag"},
    "tag-07": {"invalid-yaml"},
    "type-13": {"unsafe-tag", "duplicate-key"},
    "type-15": {"invalid-yaml"},
    "type-17": {"invalid-yaml"},
    "type-19": {"invalid-yaml"},
}


def timed(data: bytes) -> Document:
    began = time.process_time()
    document = read(data, "hostile.yaml")
    assert time.process_time() - began < PATIENCE
    return document


def rules(document: Document) -> set[str]:
    return {finding.rule for finding in document.diagnostics}


@pytest.mark.skipif(not FILES, reason="../shared/data/yaml-hostile is not there")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_gets_its_finding_in_time(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    document = timed((HOSTILE / name).read_bytes())
    kind, number, *_ = name.split("-")
    assert rules(document) <= RULES.get(f"{kind}-{number}", RULES.get(kind, set()))
    assert bool(document.diagnostics) == (f"{kind}-{number}" in RULES or kind in RULES)
    assert document.diagnostics or document.root is not None
    for finding in document.diagnostics:
        assert "\x1b" not in say(finding.message)
        assert finding.span.line >= 1
        assert finding.span.column >= 1
    assert not list(tmp_path.iterdir())


LAUGHS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" if n else "a0: &a0 [lol]" for n in range(9))
MERGES = "\n".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: v}}" if n else "a0: &a0 {k: v}" for n in range(28))
LADDER = "a0: &a0 x\n" + "\n".join(f"a{n}: &a{n} {'[' * 90}*a{n - 1}{']' * 90}" for n in range(1, 40))
MANY: dict[str, tuple[Callable[[], str], set[str]]] = {
    "laughs": (lambda: LAUGHS, {"expanding-aliases"}),
    "merges": (lambda: MERGES, {"expanding-aliases"}),
    "laughs as keys": (lambda: LAUGHS + "\n? *a3\n: x", {"expanding-aliases"}),
    "depth through aliases": (lambda: LADDER, {"too-deep"}),
    "deep lists": (lambda: "[" * 100_000, {"too-deep"}),
    "deep mappings on lines": (lambda: "".join(f"{' ' * n}a:\n" for n in range(3000)), {"too-deep"}),
    "deep question marks": (lambda: "? " * 100_000, {"too-deep"}),
    "deep mix": (lambda: "[{a: " * 50_000, {"too-deep"}),
    "many items in brackets": (lambda: "[" + "a," * 4_900_000 + "]", {"too-large"}),
    "many empty items": (lambda: "-\n" * 4_900_000, {"too-large"}),
    "many keys": (lambda: "".join(f"k{n}: {n}\n" for n in range(80_000)), set()),
    "the same key again and again": (lambda: "a: 1\n" * 80_000, {"duplicate-key"}),
    "tags again and again": (lambda: "- !x a\n" * 200_000, {"unsafe-tag"}),
    "handles": (lambda: "".join(f"%TAG !{n}! x\n" for n in range(200_000)) + "--- a", {"too-large"}),
    "a long handle": (lambda: f"%TAG !e! {'x' * 3_000_000}\n---\n" + "- !e!a b\n" * 10_000, {"unsafe-tag"}),
    "nine megabytes of one word": (lambda: "a: " + "x" * 9_000_000, set()),
    "nine megabytes of blanks": (lambda: "a: b" + " " * 9_000_000, set()),
    "nine megabytes of comments": (lambda: "a: b\n" + "#\n" * 4_500_000, set()),
    "nine megabytes of line breaks": (lambda: "a: b" + "\n" * 9_000_000, set()),
    "an open quote": (lambda: 'a: "' + "x\n" * 4_500_000, {"invalid-yaml"}),
    "open quotes on each line": (lambda: 'a: "b\n' * 200_000, {"invalid-yaml"}),
    "a slip at the end of a long file": (lambda: "- a\n" * 90_000 + "b: c", {"invalid-yaml"}),
    "question marks": (lambda: "{a: b?, " + "c: d?, " * 30_000 + "e: ?", {"invalid-yaml"}),
    "tabs on their own": (lambda: "a: b\n\t\n" * 30_000, {"invalid-yaml"}),
    "a long line with a slip": (lambda: "a: " + "b: " * 1_000_000, {"invalid-yaml"}),
    "spaces before a colon": (lambda: "a" + " " * 900 + "- " + " " * 1_000_000 + "x\nb: c", {"invalid-yaml"}),
    "a long key": (lambda: "k k " * 500_000 + ": v", {"invalid-yaml"}),
    "anchors and no value": (lambda: "".join(f"- &a{n}\n" for n in range(100_000)), set()),
    "a NUL": (lambda: "a: b\0c", {"invalid-yaml"}),
    "many documents": (lambda: "---\n" * 200_000, {"several-documents"}),
    "more than ten megabytes": (lambda: "x" * 10_000_001, {"too-large"}),
    "half of a pair": (lambda: 'a: "\\ud800"', {"invalid-yaml"}),
    "every private character": (
        lambda: "".join(map(chr, (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE), 0x85))),
        set(),
    ),
}


@pytest.mark.parametrize("name", MANY)
def test_what_else_one_could_think_of_is_read_or_refused_in_time(name: str) -> None:
    text, expected = MANY[name]
    document = timed(text().encode())
    assert rules(document) == expected
    assert len(document.diagnostics) <= 101


def test_limits_can_be_set() -> None:
    assert rules(read(b"[[a]]", "f", Limits(depth=1))) == {"too-deep"}
    assert rules(read(b"a: b", "f", Limits(bytes=3))) == {"too-large"}
    assert rules(read(b"[a, b, c]", "f", Limits(values=2))) == {"too-large"}
    assert rules(read(b"a: &x hello\nb: *x", "f", Limits(expansion=3))) == {"expanding-aliases"}


def test_a_merge_takes_the_keys_of_others_and_keeps_its_own() -> None:
    document = read(b"base: &b {emotion: 3, channel: web}\nx:\n  <<: *b\n  emotion: 5\ny:\n  <<: [{a: 1}, *b]\n", "f")
    assert document.root is not None
    assert not document.diagnostics
    value = core(document.root)
    assert value["x"] == {"emotion": 5, "channel": "web"}
    assert value["y"] == {"a": 1, "emotion": 3, "channel": "web"}
    assert isinstance(document.root, Mapping)
