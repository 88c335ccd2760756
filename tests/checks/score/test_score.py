"""What a score promises: 0 for nothing, 100 for all, and that nothing that is added to a part ever lowers it."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.checks.score import SIDES, score
from cjm.diagnostics import Severity, say
from cjm.model.build import build_journey
from cjm.model.score import Score
from cjm.project import load
from cjm.source import read

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*.journey.yaml"))
TODAY = date(2026, 11, 22)
BARE = "cjm: 1\ntitle: Buying shoes\n"
SHOP = """\
cjm: 1
title: Buying shoes
stages:
  - name: Looking
    touchpoints: [{name: Advertisement}, {name: Shop window}]
    pain_points: [{id: till, text: The queue at the till}]
    opportunities: [Two tills, A till by phone, Pay at the shelf]
"""


def of(text: str) -> Score:
    built = build_journey(read(text.encode(), "it.journey.yaml"))
    assert built.part
    assert not [each for each in built.problems if each.severity is Severity.ERROR]
    return score(built.part, TODAY)


def side(text: str, name: str) -> int:
    return next(each.score for each in of(text).dimensions if each.id == name)


def test_the_points_of_a_side_and_the_weights_of_all_sum_up_to_100() -> None:
    assert sum(each.weight for each in SIDES) == 100
    assert {sum(question.points for question in each.questions) for each in SIDES} == {100}


def test_the_smallest_journey_has_0_and_is_told_how_to_begin() -> None:
    found = of(BARE)
    assert found.overall == 0
    assert {each.score for each in found.dimensions} == {0}
    assert say(found.first[0].advice) == "say what the company wants: `objective: …`"


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_the_samples_score_high(file: Path) -> None:
    assert score(load(file), TODAY).overall >= 90


def test_what_would_raise_a_side_most_is_named_with_its_figures() -> None:
    some = SHOP.replace("Two tills", "{text: Two tills, owner: Shops}")
    action = next(each for each in of(some).dimensions if each.id == "action")
    said = {say(mark.advice): round(mark.lacking) for mark in action.raises}
    assert said["name an owner for 2 of 3 opportunities: `owner: …`"] == 13


def test_the_points_that_are_promised_are_earned() -> None:
    some, all_of_them = (SHOP.replace("Two tills", f"{{text: Two tills, owner: {owner}}}") for owner in ("", "Shops"))
    assert side(all_of_them, "action") - side(some, "action") in (6, 7)


def test_a_draft_begins_at_the_beginning_and_an_agreed_map_where_most_is_to_win() -> None:
    order = [each.id for each in SIDES]
    draft = of(SHOP)
    low = [gain.dimension.id for gain in draft.first if gain.dimension.score < 50]
    assert low == sorted(low, key=order.index)
    agreed = [gain.points for gain in of(SHOP + "status: agreed\n").first]
    assert agreed == sorted(agreed, reverse=True)


def test_100_means_that_nothing_is_missing() -> None:
    for file in SAMPLES:
        for each in score(load(file), TODAY).dimensions:
            assert (each.score == 100) == (not each.raises)


def test_an_assumption_founds_nothing() -> None:
    cites = SHOP.replace("queue at the till}", "queue at the till, evidence: [talk]}")
    assert side(cites + "evidence: [{id: talk, kind: assumption}]\n", "evidence") == 0
    assert side(cites + "evidence: [{id: talk, kind: interview}]\n", "evidence") > 0


def test_a_map_grows_stale() -> None:
    text = SHOP + "reviewed: 2026-11-01\nreview_every: 30d\n"
    built = build_journey(read(text.encode(), "it.journey.yaml")).part
    assert built
    early, late = (score(built, day).dimensions[-1].score for day in (TODAY, date(2027, 3, 1)))
    assert early > late > 0


PARTS = {"cjm", "title", "name", "text", "id", "stages", "touchpoints", "pain_points", "opportunities", "kind"}
PARTS |= {"status", "addresses", "metric", "to", "steps", "value", "at_least", "at_most", "regex"}
"""Without them a part is another part, or none."""
DEFINITIONS = {"personas", "channels", "teams", "metrics", "lanes", "sources"}
JOURNEYS = [yaml.safe_load(file.read_text("utf-8")) for file in SAMPLES]


def additions(value: Any, *, top: bool = True) -> Iterator[tuple[dict[str, Any], str]]:
    """Every key that could as well not be there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            defined = top and (key in DEFINITIONS or key == "evidence")
            if key not in PARTS and not defined:
                yield value, key
            if not isinstance(inner, str):
                yield from additions(inner, top=False)
    elif isinstance(value, list):
        for each in value:
            yield from additions(each, top=False)


def without(journey: Any, random: Random, part: float) -> Any:
    left = deepcopy(journey)
    for owner, key in list(additions(left)):
        if random.random() < part:
            owner.pop(key, None)
    return left


@settings(max_examples=60)
@given(journey=st.sampled_from(JOURNEYS), seed=st.integers(0, 2**32), some=st.floats(0, 0.9), more=st.floats(0.01, 0.3))
def test_adding_an_owner_or_evidence_or_anything_else_never_lowers_a_score(
    journey: Any, seed: int, some: float, more: float
) -> None:
    random = Random(seed)
    fuller = without(journey, random, some)
    barer = without(fuller, random, more)
    before, after = (of_data(each) for each in (barer, fuller))
    assert before.overall <= after.overall
    for less, rest in zip(before.dimensions, after.dimensions, strict=True):
        assert less.score <= rest.score, less.id


def of_data(data: Any) -> Score:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    built = build_journey(read(text.encode(), "it.journey.yaml"))
    assert built.part
    return score(built.part, TODAY)
