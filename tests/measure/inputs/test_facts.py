"""Real logs of every kind give the counts that were computed independently."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

from cjm.measure.inputs import Columns

LOGS = {
    "08_receipt.xes.gz": "",
    "customer360-usage_events.csv": "",
    "roadtraffic100traces.xes": "",
    "running-example.csv": "",
    "running-example.parquet": "",
    "running-example.xes": "",
    "sepsis.csv": "",
    "simple-onlineshop.csv.gz": "simple-onlineshop.csv",
}


@pytest.mark.parametrize("name", LOGS)
def test_a_real_log_has_the_events_cases_and_order_that_others_count(
    see: Callable[..., Any], shared: Path, name: str
) -> None:
    known = json.loads((shared / "eventlogs" / f"{LOGS[name] or name}.facts.json").read_text(encoding="utf-8"))
    case, activity, time = (known["columns"][key] for key in ("case", "activity", "timestamp"))
    rows = see(name, base=shared / "eventlogs", columns=Columns(case=case, activity=activity, time=time)).rows
    facts = known["facts"]
    assert len(rows) == facts["events"]
    assert Counter(row[activity] for row in rows) == facts["activity_counts"]
    assert f"{min(row[time] for row in rows).isoformat()}+00:00" == facts["first_timestamp"].replace(".000000", "")
    ordered = sorted(rows, key=lambda row: (str(row[case]), row[time], row["row_order"]))
    courses = [[row[activity] for row in case_] for _, case_ in groupby(ordered, key=lambda row: str(row[case]))]
    assert len(courses) == facts["cases"]
    assert Counter(course[0] for course in courses) == facts["start_activities"]
    assert Counter(course[-1] for course in courses) == facts["end_activities"]
    follows = Counter(pair for course in courses for pair in pairwise(course))
    assert (len(follows), follows.total()) == (facts["dfg_edges"], facts["dfg_total"])
    assert all(follows[one, two] == count for one, two, count in facts["dfg_top"])


def test_a_case_called_na_is_a_case(see: Callable[..., Any], shared: Path) -> None:
    rows = see("sepsis.csv", base=shared / "eventlogs").rows
    assert sum(row["Case ID"] == "NA" for row in rows) == 24


@pytest.mark.parametrize("name", ["hostile-01-billion-laughs.xml", "hostile-03-xxe-http.xml"])
def test_entities_and_document_types_are_refused(refused: Callable[..., str], shared: Path, name: str) -> None:
    assert "declares entities or a document type" in refused(name, base=shared / "cjml")


@pytest.mark.parametrize("name", ["hostile-05-deep.xml", "hostile-07-utf16.xml", "cjml-no-homepage-example-v2.xml"])
def test_other_xml_is_no_log(refused: Callable[..., str], shared: Path, name: str) -> None:
    assert "it begins with `CJML`" in refused(name, base=shared / "cjml")


def test_a_log_with_keys_of_its_own_says_what_it_has_and_takes_what_it_is_told(
    see: Callable[..., Any], refused: Callable[..., str], shared: Path
) -> None:
    name, base = "SJM-Integrator-Example.xes", shared / "cjml"
    said = refused(name, base=base)
    assert "`--case`, `--time`" in said
    assert "`case:journey`" in said
    told = Columns(case="journey", activity="EventType", time="timeCompleted")
    rows = see(name, base=base, columns=told).rows
    assert rows[0]["EventType"] == "USER_SIGN_UP"
    assert str(rows[0]["timeCompleted"]) == "2021-08-20 15:03:01.611000"
