"""Figures of small logs of every kind against a slow and plain working out of their definitions."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.stats import t

from cjm import load
from cjm.measure.engines.duck import Duck, duck
from cjm.measure.inputs import Columns
from cjm.measure.request import Log, Request
from cjm.measure.run import measure
from cjm.model import Journey
from cjm.model.measurement import Levels, Measurement

START = datetime(2026, 1, 5, tzinfo=UTC)


def loaded(name: str) -> Any:
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


oracle = loaded("oracle")

moments = st.one_of(st.integers(0, 6), st.integers(0, 3_000_000)).map(float)


@st.composite
def stories(draw: st.DrawFn) -> tuple[Any, list[Any]]:
    """A map, and what happened; now and then so many touchpoints that their sets take several numbers."""
    names = [f"t{n}" for n in range(draw(st.sampled_from((1, 2, 3, 5, 8, 64, 130))))]
    cut = sorted([*draw(st.lists(st.integers(1, len(names)), max_size=3, unique=True)), 0, len(names)])
    stages = {f"s{n}": names[low:high] for n, (low, high) in enumerate(pairwise(cut)) if high > low}
    met = draw(st.lists(st.sampled_from(names), min_size=1, max_size=6, unique=True))
    event = st.builds(oracle.Event, st.sampled_from("abcdefg"), st.sampled_from(met), moments)
    long = draw(st.integers(0, 9)) == 0
    events = draw(st.lists(event, min_size=1, max_size=200 if long else 40))
    if long:
        events = [each._replace(case="a" if each.case < "e" else "b") for each in events]
    paths = draw(st.lists(st.lists(st.sampled_from(met), min_size=1, max_size=4), max_size=3))
    ways = {f"p{n}": steps for n, steps in enumerate(paths)} or {"": names}
    goal = draw(st.sampled_from((None, *met)))
    return oracle.Map(stages, {goal} if goal else set(list(stages.values())[-1]), ways), events


def journey_text(chart: Any) -> str:
    goals = list(chart.goals)
    text: dict[str, Any] = {
        "cjm": 1,
        "id": "j",
        "title": "J",
        "stages": [
            {"id": stage, "name": stage, "touchpoints": [{"id": name, "name": f"Name of {name}"} for name in own]}
            for stage, own in chart.stages.items()
        ],
    }
    if set(goals) != set(list(chart.stages.values())[-1]):
        text["scope"] = {"ends_at": goals[0]}
    if "" not in chart.paths:
        text["paths"] = [{"id": name, "name": name, "steps": steps} for name, steps in chart.paths.items()]
    return json.dumps(text)


def rows_of(events: Sequence[Any], *more: Callable[[Any], str]) -> list[list[str]]:
    return [
        [
            each.case,
            each.touchpoint,
            (START + timedelta(seconds=each.seconds)).isoformat(),
            *(said(each) for said in more),
        ]
        for each in events
    ]


def assert_same(levels: Levels, expected: dict[Any, Any]) -> None:
    found = {("journey", name): figure for name, figure in levels.journey.items()}
    for spot in (*levels.stages, *levels.touchpoints):
        found |= {(spot.id, name): figure for name, figure in spot.figures.items()}
    for (where, name), value in expected.items():
        if name == "visits.deviation":
            continue
        figure = found.get((where, name))
        assert (figure.value if figure else None) == (
            None if value is None else pytest.approx(value, rel=1e-9, abs=1e-9)
        ), (where, name)
    assert {key for key in found if key not in expected} == set()


@pytest.fixture(scope="module")
def measured_story(
    journey_of: Callable[[str], Journey], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Measurement]:
    folder = tmp_path_factory.mktemp("stories")

    def made(chart: Any, heading: str, rows: list[list[str]], **more: Any) -> Measurement:
        with (folder / "log.csv").open("w", newline="") as stream:
            csv.writer(stream).writerows([heading.split(), *rows])
        request = Request(Log(("log.csv",), folder), **{"min_cases": 1, **more})
        return measure(journey_of(journey_text(chart)), request, duck()).measurement

    return made


few = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@few
@given(stories())
def test_every_figure_is_what_its_definition_says(
    measured_story: Callable[..., Measurement], story: tuple[Any, list[Any]]
) -> None:
    chart, events = story
    found = measured_story(chart, "case_id activity timestamp", rows_of(events))
    expected = oracle.figures(chart, events, max(each.seconds for each in events))
    assert_same(found.whole, expected)
    for spot in found.whole.touchpoints:
        visits, deviation = spot.figures.get("visits_per_case"), expected[spot.id, "visits.deviation"]
        if visits and deviation is not None and visits.n:
            half = t.ppf(0.975, visits.n - 1) * deviation / sqrt(visits.n)
            assert (visits.low, visits.high) == pytest.approx(
                ((visits.value or 0) - half, (visits.value or 0) + half), rel=1e-9, abs=1e-9
            )
    cases = len({each.case for each in events})
    passages = {(each.source, each.target): (each.count, each.cases, each.wait_median) for each in found.passages}
    expected_passages: Any = {
        pair: (count, pytest.approx(own / cases), pytest.approx(wait, abs=1e-6))
        for pair, (count, own, wait) in oracle.transitions(events).items()
    }
    assert passages == expected_passages
    paths = oracle.paths(events)
    assert found.paths == len(paths)
    assert {each.steps: each.count for each in found.walks}.items() <= paths.items()
    assert len(found.walks) == min(20, len(paths))
    for walk in found.walks:
        followed = [name for name, path in chart.paths.items() if oracle.follows(walk.steps, path)]
        assert walk.declared in (followed or [None]) or (walk.declared is None and followed == [""])


class Blunt(Duck):
    """Of its hashes one bit is left: every third case shares one."""

    def hashed(self, text: str) -> str:
        return f"CAST(hash({text}) & 1 AS BIGINT)"


def test_two_cases_that_share_a_hash_stay_two(samples: Path) -> None:
    story = samples / "story"
    columns = Columns("customer_id", "event", "timestamp", "channel", "amount")
    request = Request(Log(("events.csv.gz",), story, columns), by=("region",), window="month")
    journey = load(story / "tienda-del-taller.journey.yaml")
    with duck() as sharp, Blunt(duckdb.connect()) as blunt:
        assert measure(journey, request, blunt) == measure(journey, request, sharp)


@few
@given(stories(), st.sampled_from(("day", "week", "month")))
def test_segments_and_windows_are_measured_as_the_whole_is(
    measured_story: Callable[..., Measurement], story: tuple[Any, list[Any]], window: str
) -> None:
    chart, events = story
    kinds = {case: "x" if case < "d" else "y" for case in "abcdefg"}
    rows = rows_of(events, lambda each: kinds[each.case])
    found = measured_story(chart, "case_id activity timestamp kind", rows, by=("kind",), window=window)
    end = max(each.seconds for each in events)
    completed = [
        own[-1].seconds - own[0].seconds
        for own in oracle.cases_of(events).values()
        if chart.goals & {event.touchpoint for event in own}
    ]
    patience = oracle.quantile(completed, 0.9)
    for segment in found.segments:
        own = [each for each in events if kinds[each.case] == segment.value]
        assert_same(segment.levels, oracle.figures(chart, own, end, -1 if patience is None else patience))
    for period in found.trend:
        low, high = ((moment - START).total_seconds() for moment in (period.since, period.until))
        within = [each for each in events if low <= each.seconds < high]
        if within:
            assert_same(period.levels, oracle.figures(chart, within, high))
        else:
            assert period.levels.journey["cases"].value == 0
    assert sum(int(period.levels.touchpoints[0].figures["events"].value or 0) for period in found.trend) == int(
        found.whole.touchpoints[0].figures["events"].value or 0
    )
