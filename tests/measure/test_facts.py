"""Figures of real logs against those that others have worked out from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cjm.measure.inputs import Columns
from cjm.measure.request import Survey
from cjm.model import Journey
from cjm.model.measurement import Measurement

LOGS = (
    "08_receipt.xes.gz",
    "customer360-usage_events.csv",
    "roadtraffic100traces.xes",
    "running-example.csv",
    "running-example.parquet",
    "running-example.xes",
    "sepsis.csv",
    "simple-onlineshop.csv.gz",
)


@pytest.fixture(params=LOGS)
def log(request: pytest.FixtureRequest, shared: Path) -> tuple[Path, dict[str, Any]]:
    file = shared / "eventlogs" / request.param
    facts = file.with_name(f"{file.name.removesuffix('.gz') if '.csv' in file.name else file.name}.facts.json")
    return file, json.loads(facts.read_text())


@pytest.fixture
def found(
    log: tuple[Path, dict[str, Any]], journey_of: Callable[[str], Journey], measured_log: Callable[..., Measurement]
) -> Measurement:
    """One touchpoint an activity, all in one stage, so that every case completes."""
    file, facts = log
    touchpoints = [{"id": f"t{n}", "name": f"T{n}", "events": [name]} for n, name in enumerate(names(facts))]
    stages = [{"id": "all", "name": "All", "touchpoints": touchpoints}]
    journey = journey_of(json.dumps({"cjm": 1, "id": "j", "title": "J", "stages": stages}))
    told = facts["columns"]
    columns = Columns(case=told["case"], activity=told["activity"], time=told["timestamp"])
    return measured_log(journey, file, columns=columns)


def names(facts: dict[str, Any]) -> list[str]:
    return list(facts["facts"]["activity_counts"])


def test_every_fact_is_found(found: Measurement, log: tuple[Path, dict[str, Any]]) -> None:
    facts, ids = log[1]["facts"], {name: f"t{n}" for n, name in enumerate(names(log[1]))}
    whole = found.whole.journey
    assert whole["cases"].value == facts["cases"]
    assert found.coverage.events == found.coverage.mapped == facts["events"]
    assert found.coverage.activities == facts["activities"]
    assert found.sources[0].rows == facts["rows"]
    counts = {spot.id: spot.figures["events"].value for spot in found.whole.touchpoints}
    assert counts == {ids[name]: count for name, count in facts["activity_counts"].items()}
    assert {each.touchpoint: each.count for each in found.first} == by_id(facts["start_activities"], ids)
    assert {each.touchpoint: each.count for each in found.last} == by_id(facts["end_activities"], ids)
    pairs = {(each.source, each.target): each.count for each in found.passages}
    assert len(pairs) == facts["dfg_edges"]
    assert sum(count or 0 for count in pairs.values()) == facts["dfg_total"]
    assert all(pairs[ids[source], ids[target]] == count for source, target, count in facts["dfg_top"])
    assert whole["duration.median"].value == pytest.approx(facts["case_duration_seconds"]["median"], abs=1e-6)
    assert found.since == datetime.fromisoformat(facts["first_timestamp"])
    assert found.until == datetime.fromisoformat(facts["last_timestamp"])


def test_variants_are_paths_where_nothing_is_repeated_at_once(
    found: Measurement, log: tuple[Path, dict[str, Any]]
) -> None:
    facts, ids = log[1]["facts"], {name: f"t{n}" for n, name in enumerate(names(log[1]))}
    if any(each.source == each.target for each in found.passages):
        assert found.paths <= facts["variants"]
        return
    assert found.paths == facts["variants"]
    shown = {each.steps: each.count for each in found.walks}
    least = min(shown.values())
    for variant in facts["top_variants"]:
        steps = tuple(ids[name] for name in variant["trace"])
        assert shown.get(steps) == variant["count"] or variant["count"] == least


def by_id(counts: dict[str, int], ids: dict[str, str]) -> dict[str, int]:
    return {ids[name]: count for name, count in counts.items()}


def test_a_survey_of_the_whole_journey_has_the_known_score(
    shared: Path, journey_of: Callable[[str], Journey], measured_log: Callable[..., Measurement]
) -> None:
    facts = json.loads((shared / "eventlogs" / "customer360-nps.csv.facts.json").read_text())["facts"]
    journey = journey_of('{"cjm": 1, "id": "j", "title": "J", "stages": [{"name": "All", "touchpoints": ["feat_A"]}]}')
    asked = Columns(nps="score", case="account_id", time="survey_date", kind="survey")
    survey = Survey((str(shared / "eventlogs" / "customer360-nps.csv"),), Path(), asked)
    log = shared / "eventlogs" / "customer360-usage_events.csv"
    found = measured_log(journey, log, surveys=(survey,)).whole.journey["nps"]
    assert found.value == pytest.approx(facts["nps"], abs=1e-4)
    assert found.n == facts["rows"]
