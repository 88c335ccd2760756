"""A finding is known again when lines have moved, keys have changed their order, and others have come before it."""

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.checks.policy import Policy, choose, default_options
from cjm.checks.registry import Around
from cjm.checks.run import across, examine
from cjm.diagnostics import Diagnostic, Severity, Span, counted, msg
from cjm.model.build import build_journey
from cjm.reports.fingerprints import fingerprints, numbered
from cjm.source import read
from cjm.source.ways import way

ROOT = Path(__file__).parents[2]
AROUND = Around(lambda *_: True, default_options())
POLICY = Policy(active=choose(["all"], []), today=date(2026, 11, 22), options=default_options())
JOURNEY = """\
cjm: 1
title: Buying shoes
persona: Laura
stages:
  - name: Looking
    kind: awareness
    touchpoints:
      - name: Advert
        channel: nowhere
        emotion: 9
      - name: Shop
        emocion: 1
  - {name: Choosing, touchpoints: [{name: Guide, emotion: -2, channel: [web, somewhere]}]}
  - name: Wearing
    touchpoints: [First run, ""]
channels: [{id: web, name: Web}]
"""


def judge(text: str, file: str = "a.yaml") -> Sequence[Diagnostic]:
    document = read(text.encode(), file)
    return across([examine(document, build_journey(document), POLICY)], POLICY, AROUND)


def prints(text: str, file: str = "a.yaml") -> list[str]:
    found = judge(text, file)
    assert found
    return sorted(numbered(found, lambda _: text))


def test_findings_have_fingerprints_of_their_own() -> None:
    assert len(judge(JOURNEY)) >= 8
    assert len(set(prints(JOURNEY))) == len(judge(JOURNEY))


@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_blank_lines_and_comments_change_none(chance: random.Random, count: int) -> None:
    lines = JOURNEY.splitlines()
    for _ in range(count):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(["", "# a remark", "    # another"]))
    assert prints("\n".join(lines) + "\n") == prints(JOURNEY)


def texts() -> Iterator[tuple[str, str]]:
    """Every broken sample, but those that are no UTF-8: no line can be put before these."""
    for path in sorted((ROOT / "samples" / "broken").glob("*.yaml")):
        with suppress(UnicodeDecodeError):
            yield path.stem, path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in texts()])
def test_a_comment_on_top_changes_none_in_any_broken_sample(text: str) -> None:
    assert prints("# moved\n\n" + text) == prints(text)


def test_a_stage_before_the_others_changes_none_of_theirs() -> None:
    more = JOURNEY.replace("stages:\n", "stages:\n  - {name: Dreaming, kind: awareness, touchpoints: [Film]}\n")
    kept = set(prints(JOURNEY)) & set(prints(more))
    assert len(kept) >= len(prints(JOURNEY)) - 1


def test_keys_in_another_order_change_none() -> None:
    moved = JOURNEY.replace("      - name: Advert\n        channel: nowhere\n        emotion: 9\n", "")
    moved = moved.replace(
        "    touchpoints:\n",
        "    touchpoints:\n      - emotion: 9\n        channel: nowhere\n        name: Advert\n",
        1,
    )
    assert moved != JOURNEY
    assert prints(moved) == prints(JOURNEY)


def test_other_words_for_the_same_place_are_another_finding() -> None:
    assert prints(JOURNEY.replace("nowhere", "nirgends")) != prints(JOURNEY)


def test_what_is_said_of_many_stays_when_the_first_is_mended() -> None:
    def lacking(path: str, count: int) -> Diagnostic:
        message = counted("{count} stage has no goal", "{count} stages have no goal", count)
        return Diagnostic("stage-without-goal", Severity.WARNING, message, "a.yaml", Span(), path)

    before, after = fingerprints((lacking("stages[0].goal", 3), lacking("stages[1].goal", 1)), lambda _: JOURNEY)
    assert before == after


def test_the_language_of_messages_and_their_sentences_are_no_part() -> None:
    one, other = (
        Diagnostic("flat-curve", Severity.ERROR, message, "a.yaml", Span())
        for message in (msg("the id `{id}` is taken", id="x"), msg("`{id}` is given twice", id="x"))
    )
    assert len(set(fingerprints((one, other), lambda _: None))) == 1


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("stages[0].touchpoints[1].emocion", ".stages[Looking].touchpoints[Shop].emocion"),
        ("stages[2].touchpoints[1]", ".stages[Wearing].touchpoints[1]"),
        ("stages[2].touchpoints[0]", ".stages[Wearing].touchpoints[First run]"),
        ("channels[0].name", ".channels[web].name"),
        ("nothing[7].there", "nothing[7].there"),
        ("stages[0]].x", ".stages[Looking]].x"),
        ("[x", "[x"),
        ("", ""),
    ],
)
def test_a_way_is_told_by_ids_and_names(path: str, expected: str) -> None:
    assert way(path, read(JOURNEY.encode(), "a.yaml").root) == expected


def test_a_key_may_hold_a_dot_or_a_bracket() -> None:
    root = read(b'"a.b[0]": {c: [{id: x}]}\na: 1\n', "a.yaml").root
    assert way("a.b[0].c[0]", root) == ".a.b[0].c[x]"


@given(st.text(alphabet="ab.[]0129", max_size=20))
def test_every_path_leads_to_a_way(path: str) -> None:
    assert isinstance(way(path, read(b"a: [b, {a: 1}]\nb: {a: [1]}\n", "a.yaml").root), str)


def test_every_payload_has_a_fingerprint_of_its_own(payloads: dict[str, str]) -> None:
    found = [
        Diagnostic("flat-curve", Severity.ERROR, msg("{text}", text=text), "a.yaml", Span(), text)
        for text in payloads.values()
    ]
    assert len(set(fingerprints(found, lambda _: None))) == len(set(payloads.values()))


def test_what_judging_brings_along_is_what_reading_again_gives() -> None:
    found = judge(JOURNEY)
    assert any(each.way for each in found)
    bare = [replace(each, way="") for each in found]
    assert fingerprints(found, lambda _: None) == fingerprints(bare, lambda _: JOURNEY)
