"""The measurement file: what is written is read again without loss, and what is none is refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.diagnostics import say
from cjm.model.measurement import (
    Basis,
    Coverage,
    Gap,
    Levels,
    Measured,
    Measurement,
    Newcomer,
    Passage,
    Period,
    Segment,
    SetAside,
    Spot,
    Tally,
    Verdict,
    Walk,
)
from cjm.model.measurement_file import MeasurementError, read, write
from cjm.model.measures import FIGURES

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
counts = st.integers(0, 10**9)
shares = st.floats(0, 1)
seconds = st.none() | st.floats(0, 1e9)
numbers = st.floats(-1e9, 1e9)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - drawn so
ranges = {"count": counts, "share": shares, "duration": st.floats(0, 1e9), "number": numbers}


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Measured]:
    own = texts.filter(lambda name: name not in {*FIGURES, "cases", "events"})
    names = draw(st.lists(st.sampled_from([*FIGURES, "events"]) | own, unique=True, max_size=4))
    return {name: draw(measured(name)) for name in names}


def measured(name: str) -> st.SearchStrategy[Measured]:
    value = counts if name == "events" else ranges[FIGURES.get(name, "number")]
    plain = st.builds(Measured, value, st.none() | counts)
    sure = st.builds(Measured, value, counts, low=numbers, high=numbers)
    return plain | sure | st.builds(Measured, st.none(), st.none() | counts, withheld=st.booleans())


def few(each: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, max_size=2).map(tuple)


spots = st.builds(Spot, texts, figures(), st.dictionaries(texts, shares, max_size=2), texts | st.just(""))
levels = st.builds(Levels, figures(), few(spots), few(spots))
scores = st.none() | st.floats(-2, 2)
views = st.none() | st.floats(1, 5)
limits = st.none() | numbers
measurements = st.builds(
    Measurement,
    journey_id=texts,
    since=st.none() | moments,
    until=st.none() | moments,
    engine=texts,
    sources=few(
        st.builds(
            Basis,
            texts,
            st.sampled_from(["events", "survey"]),
            texts,
            counts,
            counts,
            few(st.builds(SetAside, texts, counts, few(texts))),
        )
    ),
    coverage=st.builds(Coverage, counts, counts, counts, counts),
    whole=levels,
    passages=few(
        st.builds(
            Passage,
            texts,
            texts,
            st.none() | counts,
            st.none() | shares,
            st.none() | shares,
            seconds,
            seconds,
            st.booleans(),
            st.booleans(),
        )
    ),
    walks=few(st.builds(Walk, few(texts), counts, shares, seconds, st.none() | texts)),
    paths=counts,
    first=few(st.builds(Tally, texts, counts, shares)),
    last=few(st.builds(Tally, texts, counts, shares)),
    new=few(st.builds(Newcomer, texts, counts, counts, shares, st.none() | moments)),
    silent=few(texts),
    gaps=few(st.builds(Gap, texts, scores, scores, st.none() | st.floats(-4, 4), st.none() | counts, views, views)),
    targets=few(
        st.builds(
            Verdict,
            st.sampled_from(["journey", "stage", "touchpoint"]),
            texts,
            texts,
            limits,
            limits,
            st.sampled_from(["met", "missed", "unmeasurable"]),
            st.none() | measured("csat"),
            texts | st.just(""),
            st.booleans(),
        )
    ),
    window=st.sampled_from(["", "day", "week", "month"]),
    trend=few(st.builds(Period, moments, moments, levels)),
    segments=few(st.builds(Segment, texts, texts, levels, st.booleans())),
    min_cases=st.integers(1, 100),
)


@settings(max_examples=15, deadline=None)
@given(measurements)
def test_what_is_written_is_read_again_without_loss(measurement: Measurement) -> None:
    assert read(write(measurement)) == measurement


WRONG: list[Any] = [7, "x", [], {}, True, [[]], [{}], [7], {"a": {}}, {"id": 3}, {"new": 1}, {"periods": [{}]}]


def test_whatever_stands_under_a_key_the_file_is_read_or_refused_in_a_sentence() -> None:
    whole = json.loads(write(small()))
    for key in whole:
        for other in (None, *WRONG):
            said, hint = read_or_refused(json.dumps({**whole, key: other}))
            assert bool(said) is bool(hint)


def read_or_refused(text: str) -> tuple[str, object]:
    try:
        return (read(text).journey_id[:0], None)
    except MeasurementError as error:
        return (say(error.message), error.hint)


def test_a_transition_stands_on_one_line() -> None:
    one = Passage("a", "b", 3, 1.0, 0.5, 2.0, 4.0, declared=True)
    text = write(replace(small(), passages=(one, replace(one, source="\n    {}"))))
    lines = text.splitlines()
    first = lines.index('  "transitions": [') + 1
    assert [json.loads(line.rstrip(","))["source"] for line in lines[first : first + 2]] == ["a", "\n    {}"]
    assert lines[first + 2] == "  ],"


def test_a_figure_stands_under_its_own_name() -> None:
    whole = json.loads(write(small()))
    assert whole["cjm_measurement"] == 1
    assert whole["journey"]["cases"] == 12
    assert whole["journey"]["duration"] == {"median": 3600.5}
    assert whole["stages"][0]["conversion"] is None
    assert whole["stages"][0]["withheld"] == ["conversion"]
    assert whole["touchpoints"][0]["columns"] == {"espera": 4.5}
    assert whole["touchpoints"][0]["intervals"] == {"reach": [0.4, 0.6]}
    assert whole["touchpoints"][0]["n"] == {"reach": 12}
    assert whole["window"] == {"from": "2026-09-01T00:00:00Z", "to": None}


def small() -> Measurement:
    spot = Spot("pago", {"reach": Measured(0.5, 12, 0.4, 0.6), "espera": Measured(4.5)}, {"web": 1.0}, "compra")
    return Measurement(
        "tienda",
        datetime(2026, 9, 1, tzinfo=UTC),
        None,
        "duckdb",
        (Basis("events.csv", rows=12, used=12),),
        Coverage(12, 12, 1, 1),
        Levels(
            {"cases": Measured(12), "duration.median": Measured(3600.5)},
            (Spot("compra", {"conversion": Measured(None, withheld=True)}),),
            (spot,),
        ),
    )


REFUSED = {
    "": "it is not JSON: line 1, column 1",
    "{": "it is not JSON: line 1, column 2",
    "[]": "it has no `cjm_measurement`",
    "{}": "it has no `cjm_measurement`",
    '{"cjm_measurement": 2}': "it is of version `2`",
    '{"cjm_measurement": "1"}': "it is of version `1`",
    '{"cjm_measurement": true}': "it is of version `True`",
    '{"cjm_measurement": 1}': "`journey.id` should be a text",
    '{"cjm_measurement": 1, "journey": {"id": 3}}': "`journey.id` should be a text",
    '{"cjm_measurement": 1, "journey": {"id": "a", "cases": -3}}': "`journey.cases` should be a number from 0 to 1e+18",
    '{"cjm_measurement": 1, "journey": {"id": "a", "cases": 1.5}}': "`journey.cases` should be a whole number",
    '{"cjm_measurement": 1, "journey": {"id": "a", "completed": 1.5}}': "a number from 0 to 1",
    '{"cjm_measurement": 1, "journey": {"id": "a", "completed": true}}': "should be a number",
    '{"cjm_measurement": 1, "journey": {"id": "a", "completed": NaN}}': "it holds `NaN`",
    '{"cjm_measurement": 1, "journey": {"id": "a", "completed": 1e999}}': "a number that is too large",
    '{"cjm_measurement": 1, "journey": {"id": "\\ud800"}}': "a text of whole characters",
    '{"cjm_measurement": 1, "journey": {"id": "a"}, "stages": {}}': "`stages` should be a list",
    '{"cjm_measurement": 1, "journey": {"id": "a"}, "stages": [3]}': "`stages[0]` should be an object",
    '{"cjm_measurement": 1, "journey": {"id": "a"}, "window": {"from": "ayer"}}': "`window.from` should be a time",
    '{"cjm_measurement": 1, "journey": {"id": "a"}, "targets": [{"level": "room"}]}': "`targets[0].level` should be",
}


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_what_is_no_measurement_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(MeasurementError) as refused:
        read(text)
    assert said in say(refused.value.message)
    assert refused.value.hint


HOSTILE: dict[str, str | bytes] = {
    "deep": "[" * 200_000,
    "digits": '{"cjm_measurement": ' + "9" * 5_000 + "}",
    "no text": b"\xff\xfe\x00\xd8\x01",
    "large": b" " * 64_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(MeasurementError) as refused:
        read(HOSTILE[name])
    assert len(say(refused.value.message)) < 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_a_windows_shell_wrote_is_read(encoding: str) -> None:
    assert read(write(small()).encode(encoding)) == small()
