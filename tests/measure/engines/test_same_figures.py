"""The whole measurement, to the last figure, on every engine: what DuckDB makes of a file, others make of a table."""

from __future__ import annotations

import csv
import gzip
import json
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cjm import load
from cjm.diagnostics import say
from cjm.measure.engines import Engine
from cjm.measure.engines.duck import duck
from cjm.measure.inputs import NOTHING_TOLD, Columns, quoting
from cjm.measure.request import Log, Request, Survey
from cjm.measure.run import measure
from cjm.model import Journey
from cjm.model.measurement import Measurement
from cjm.model.measurement_file import write

Rows = list[tuple[Any, ...]]
Load = Callable[..., str]
START = datetime(2024, 2, 27, 23, 59, 58, 123456, tzinfo=UTC)


class Place:
    """An engine, and what makes tables in it; its types are for a text, a time, a number and a whole number."""

    def __init__(self, engine: Engine, load: Load, types: tuple[str, str, str, str]) -> None:
        self.engine = engine
        self.load = load
        self.text, self.time, self.number, self.whole = types


@pytest.fixture(params=["PostgreSQL", "Spark"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    if request.param == "PostgreSQL":
        from cjm.measure.engines.postgres import postgres  # noqa: PLC0415 - an extra

        server, load = request.getfixturevalue("server"), request.getfixturevalue("postgres_table")
        with postgres(server.address) as engine:
            yield Place(engine, load, ("text", "timestamptz", "double precision", "integer"))
    else:
        session, load = request.getfixturevalue("spark_session"), request.getfixturevalue("spark_table")
        from cjm.measure.engines.spark import Spark  # noqa: PLC0415 - an extra

        with Spark(session.newSession()) as made:
            yield Place(made, load, ("string", "timestamp", "double", "int"))


def differences(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Where two measurements differ: counts and texts at all, other figures beyond a billionth."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from differences(one.get(key), other.get(key), f"{at}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (mine, its) in enumerate(zip(one, other, strict=True)):
            yield from differences(mine, its, f"{at}[{number}]")
    elif isinstance(one, float) and isinstance(other, float):
        if not math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9):
            yield f"{at}: {one!r} and {other!r}"
    elif one != other or type(one) is not type(other):
        yield f"{at}: {one!r} and {other!r}"


def plain(measurement: Measurement) -> Any:
    """As it is written, without what an engine and a file are called."""
    found = json.loads(write(measurement))
    del found["engine"]
    for source in found["sources"]:
        del source["name"], source["fingerprint"]
        for each in source["set_aside"]:  # rows as texts: a number is `3` or `3.0`
            each["examples"] = [text.replace(".0", "") for text in each["examples"]]
    return found


def written(file: Path, heading: Sequence[str], rows: Rows) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heading, *([_said(each) for each in row] for row in rows)])
    return file


def _said(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value


# A log in which all that can go wrong does


MANY = 66
DEVICES = ("móvil", "it's", 'a "big" one', "NA", "back\\slash", "two\nlines", None, "")
ODD_IDS = (
    "NA",
    "null",
    "o'brien",
    'say "hi"',
    "a,b",
    "line\nbreak",
    "ñandú",
    "日本",
    "1e5",
    "007",
    "7",
    "%s {x}",
    "\\N",
    "\\",
)


def hostile_journey(journey_of: Callable[[str], Journey]) -> Journey:
    fill = [{"id": f"t{n}", "name": f"Name of {n}", "emotion": n % 5 - 2} for n in range(6, MANY)]
    first = [
        {
            "id": "visit",
            "name": "Visit",
            "events": ["visit", "page/*"],
            "emotion": 1,
            "targets": [{"metric": "csat", "at_least": 4}],
        },
        {"id": "shop", "name": "Shop", "events": ["buy"], "channels": ["shop"]},
        {"id": "web", "name": "Web", "events": ["buy", {"regex": "^pay'(now|later)$"}], "channels": ["web"]},
    ]
    return journey_of(
        json.dumps(
            {
                "cjm": 1,
                "id": "hostile",
                "title": "H",
                "channels": [{"id": "shop", "name": "shop"}, {"id": "web", "name": "web"}],
                "personas": [
                    {"id": "one", "name": "One", "segment": {"device": ["móvil", "it's"]}},
                    {"id": "two", "name": "Two", "segment": {"device": 'a "big" one'}},
                ],
                "targets": [{"metric": "completed", "at_least": "99%"}, {"metric": "duration.median", "at_most": "2d"}],
                "stages": [
                    {"id": "s0", "name": "S0", "touchpoints": first},
                    {"id": "s1", "name": "S1", "touchpoints": fill[:30]},
                    {
                        "id": "s2",
                        "name": "S2",
                        "touchpoints": fill[30:58],
                        "targets": [{"metric": "dwell.median", "at_most": "1m"}],
                    },
                    {"id": "s3", "name": "S3", "touchpoints": fill[58:]},
                ],
                "paths": [
                    {"id": "p", "name": "P", "steps": [{"to": "visit"}, {"to": "web"}, {"to": "t6"}]},
                    {"id": "q", "name": "Q", "steps": [{"to": "visit"}, {"to": "shop"}]},
                ],
            }
        )
    )


HEADING = ("Case Id", 'what "happened"', "at", "channel", "paid", "device", "n")


def hostile_rows() -> Rows:
    """Ties, odd names, a case with so many steps over so long that times and steps outgrow 64 bits together."""
    dice = random.Random(5)
    acts = [
        "visit",
        "page/a b",
        "page/ü",
        "buy",
        "pay'now",
        "pay'later",
        *(f"Name of {n}" for n in range(6, MANY)),
        "New thing",
        "otra 'cosa'",
    ]
    found: list[list[Any]] = []

    def event(case: Any, act: Any, when: Any) -> None:
        paid = round(dice.random() * 100, 2) if dice.random() < 0.3 else None
        found.append([case, act, when, dice.choice(["web", "shop", "App Móvil", None, ""]), paid, dice.choice(DEVICES)])

    for number in range(90):
        case = ODD_IDS[number] if number < len(ODD_IDS) else f"c{number}"
        when = START + timedelta(days=dice.randrange(900), microseconds=dice.randrange(1_000_000))
        for _ in range(dice.randrange(1, 12)):
            event(case, dice.choice(acts if dice.random() < 0.6 else acts[:6]), when)
            when += timedelta(microseconds=dice.choice([0, 0, 1, 3, 1_000_000, 3_600_000_007, 86_400_000_000]))
    for _ in range(6):
        for place, act in enumerate(("visit", "pay'now", "Name of 6")):
            event(f"follows{_}", act, START + timedelta(minutes=place * 7 * (_ + 1)))
    for step in range(800):
        event("bot", acts[step % 7], START + timedelta(hours=step * 30))
    for _ in range(3):
        event(None, "visit", START)
        event("", "visit", START)
        event("lost", "", START)
    dice.shuffle(found)
    found.sort(key=lambda row: 0 if row[2] is None else row[2].toordinal() // 90)
    return [(*row, place) for place, row in enumerate(found)]


SAID = ("case", "touchpoint", "answered", "csat", "nps", "ces", "minutes")


def answers() -> Rows:
    dice = random.Random(7)
    found: Rows = []
    for number in range(120):
        case = dice.choice([*ODD_IDS, None, "c20", "c21", "c22", "c23"])
        when = START + timedelta(days=dice.randrange(900), seconds=number)
        spot = dice.choice(["Visit", "visit", " web ", "T7", "Name of 7", None])
        found.append(
            (
                case,
                spot,
                when,
                float(dice.randrange(1, 6)),
                dice.choice([None, 0.0, 6.5, 7.0, 9.0, 10.0]),
                dice.choice([None, 1.0, 7.0]),
                dice.random() * 30,
            )
        )
    found.append(("c20", "nowhere", START, 3.0, None, None, None))
    return found


def hostile_request(log: Log, survey: Survey) -> Request:
    return Request(log, (survey,), by=("device", "persona"), window="month", min_cases=2, lenient=True)


def columns(order: str | None) -> Columns:
    return Columns("Case Id", 'what "happened"', "at", "channel", "paid", order=order)


def test_a_hostile_log_gives_the_same_measurement(
    place: Place, tmp_path: Path, journey_of: Callable[[str], Journey]
) -> None:
    journey, rows, said = hostile_journey(journey_of), hostile_rows(), answers()
    asked = Columns(
        case="case",
        touchpoint="touchpoint",
        time="answered",
        csat="csat",
        nps="nps",
        ces="ces",
        numbers=("minutes",),
        kind="survey",
    )
    log, file = written(tmp_path / "log.csv", HEADING, rows), written(tmp_path / "said.csv", SAID, said)
    here = measure(
        journey, hostile_request(Log((str(log),), Path(), columns(None)), Survey((str(file),), Path(), asked)), duck()
    )
    types = (place.text, place.text, place.time, place.text, place.number, place.text, place.whole)
    place.load("hostile_log", dict(zip(HEADING, types, strict=True)), rows)
    types = (place.text, place.text, place.time, *(place.number,) * 4)
    place.load("hostile_said", dict(zip(SAID, types, strict=True)), said)
    there = measure(
        journey,
        hostile_request(Log(("hostile_log",), Path(), columns("n")), Survey(("hostile_said",), Path(), asked)),
        place.engine,
    )
    assert here.measurement.whole.journey["fit.paths"].value
    assert list(differences(plain(here.measurement), plain(there.measurement))) == []
    assert there.measurement.engine == place.engine.name


# Logs of others, and the sample shop's own


def test_the_sample_shop_is_the_same(place: Place, samples: Path) -> None:
    """With its survey as the file that it is, loaded beside the table."""
    story = samples / "story"
    journey, survey = load(story / "tienda-del-taller.journey.yaml"), Columns(kind="survey")
    with gzip.open(story / "events.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        heading, *rows = csv.reader(stream)
    kept = Columns("customer_id", "event", "timestamp", "channel", "amount")
    surveys = (Survey(("answers.csv",), story, survey),)
    here = measure(journey, Request(Log(("events.csv.gz",), story, kept), surveys, by=("region",)), duck())
    place.load(
        "shop", dict.fromkeys((*heading, "n"), place.text), [(*row, f"{number:09}") for number, row in enumerate(rows)]
    )
    there = measure(
        journey, Request(Log(("shop",), Path(), replace(kept, order="n")), surveys, by=("region",)), place.engine
    )
    assert list(differences(plain(here.measurement), plain(there.measurement))) == []
    assert any("answers.csv" in say(note) for note in there.notes)


LOGS = (
    "08_receipt.xes.gz",
    "customer360-usage_events.csv",
    "roadtraffic100traces.xes",
    "running-example.parquet",
    "sepsis.csv",
    "simple-onlineshop.csv.gz",
)


@pytest.mark.parametrize(
    ("place", "name"),
    [*(("PostgreSQL", name) for name in LOGS), ("Spark", "running-example.parquet")],  # ten seconds a log on Spark
    indirect=["place"],
)
def test_logs_of_others_are_the_same(
    place: Place, name: str, shared: Path, journey_of: Callable[[str], Journey]
) -> None:
    file = shared / "eventlogs" / name
    facts = json.loads(file.with_name(f"{name.removesuffix('.gz') if '.csv' in name else name}.facts.json").read_text())
    names, told = list(facts["facts"]["activity_counts"]), facts["columns"]
    spots = [{"id": f"t{n}", "name": f"T{n}", "events": [each]} for n, each in enumerate(names)]
    cut = len(spots) // 2
    stages = [
        {"id": "a", "name": "A", "touchpoints": spots[:cut]},
        {"id": "b", "name": "B", "touchpoints": spots[cut:-1]},
    ]
    journey = journey_of(json.dumps({"cjm": 1, "id": "j", "title": "J", "stages": stages}))
    kept = Columns(told["case"], told["activity"], told["timestamp"])
    engine = duck()
    here = measure(journey, Request(Log((str(file),), Path(), kept), min_cases=1), engine)
    table = engine.opened((str(file),), Path(), kept, NOTHING_TOLD)
    listed = ", ".join(quoting.name(table.roles[role]) for role in ("case", "activity", "time"))
    rows = engine.rows(f"SELECT {listed}, row_number() OVER (ORDER BY row_order) FROM {table.sql} AS e")
    rows = [
        (None if row[0] is None else str(row[0]), row[1], row[2] and row[2].replace(tzinfo=UTC), row[3]) for row in rows
    ]
    place.load("log_of_others", {"case": place.text, "act": place.text, "at": place.time, "n": place.whole}, rows)
    there = measure(
        journey,
        Request(Log(("log_of_others",), Path(), Columns("case", "act", "at", order="n")), min_cases=1),
        place.engine,
    )
    assert list(differences(plain(here.measurement), plain(there.measurement))) == []
