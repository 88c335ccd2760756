"""`cjm measure --engine postgresql://…` as a user meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.cli.app import run

JOURNEY = """\
cjm: 1
id: shop
title: Shop
stages:
  - {id: look, name: Look, touchpoints: [{id: see, name: See}]}
  - {id: buy, name: Buy, touchpoints: [{id: pay, name: Pay}]}
"""
TIMES = (
    "2026-03-01 10:00",
    "2026-03-01T10:00:00Z",
    "2026-03-01 12:00:00.000000999+0200",
    "2026-03-01 05:00:00 -05",
    "2024-02-29",
    "2026-02-29 10:00",
    "2026-04-31",
    "1/3/2026",
    "soon",
    "24:61",
)
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cjm(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Runs `cjm measure` in a folder with the journey; gives the code, what was printed, what was said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY)

    def said(*arguments: str) -> tuple[int, str, str]:
        code = run(["measure", "shop.journey.yaml", "--min-cases", "1", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return said


@pytest.fixture(scope="module")
def clicks(postgres_table: Any) -> str:
    rows = [
        (f"c{n}", act, f"2026-03-0{n} 1{place}:00", n * 10 + place)
        for n in range(1, 6)
        for place, act in enumerate(("see", "pay"))
    ]
    made: str = postgres_table(
        "clicks", {"case_id": "text", "event": "varchar(20)", "timestamp": "timestamp", "id": "int"}, rows
    )
    return made


def test_a_table_is_measured_where_it_is(cjm: Said, server: Any, clicks: str) -> None:
    code, out, err = cjm("--engine", server.address, "--events", clicks, "--order", "id", "--format", "json")
    found = json.loads(out)
    assert code == 0, err
    assert (found["engine"], found["journey"]["cases"], found["journey"]["completed"]) == ("PostgreSQL", 5, 1.0)
    assert found["sources"][0]["name"] == "clicks"
    assert found["window"]["from"] == "2026-03-01T10:00:00Z"
    assert str(server.home) not in out + err


def test_nothing_of_ours_stays(cjm: Said, server: Any, clicks: str) -> None:
    import psycopg  # noqa: PLC0415 - an extra

    assert cjm("--engine", server.address, "--events", f"public.{clicks}")[0] == 0
    with psycopg.connect(server.address) as connection:
        left = connection.execute("SELECT relname FROM pg_class WHERE relname LIKE 'cjm%'").fetchall()
    assert left == []


@pytest.mark.parametrize("name", ["walk", "facts", "kinds", '"My.Schema"."Clicks of 2026"'])
def test_a_table_may_be_called_anything(cjm: Said, server: Any, postgres_table: Any, name: str) -> None:
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute('CREATE SCHEMA IF NOT EXISTS "My.Schema"')
    postgres_table(
        name,
        {"case_id": "int", "event": "text", "timestamp": "date"},
        [(1, "see", "2026-03-01"), (1, "pay", "2026-03-02")],
    )
    code, out, err = cjm("--engine", server.address, "--events", name, "--format", "json")
    assert code == 0, err
    assert json.loads(out)["journey"]["duration"]["median"] == 86400


def test_the_order_of_equal_times_is_told_or_that_of_names(cjm: Said, server: Any, postgres_table: Any) -> None:
    rows = [("c", "see", "2026-03-01", 1), ("c", "pay", "2026-03-01", 2)]
    postgres_table("tied", {"case_id": "text", "event": "text", "timestamp": "timestamp", "n": "int"}, rows)
    found, said = [], ""
    for more in ((), ("--order", "n")):
        _, out, err = cjm("--engine", server.address, "--events", "tied", "--format", "json", *more)
        found.append(json.loads(out)["journey"]["first"][0]["touchpoint"])
        said = said or err
    assert found == ["pay", "see"]
    assert "say `--order COLUMN` if one tells better" in said


def test_texts_are_times_where_iso_8601_says_so(cjm: Said, server: Any, postgres_table: Any) -> None:
    rows = [(f"c{n}", "see", each) for n, each in enumerate(TIMES)]
    postgres_table("texts", {"case_id": "text", "event": "text", "timestamp": "text"}, rows)
    code, out, err = cjm("--engine", server.address, "--events", "texts", "--format", "json", "--lenient")
    assert code == 0, err
    (aside,) = json.loads(out)["sources"][0]["set_aside"]
    assert (aside["reason"], aside["rows"]) == ("no readable time", 5)
    assert sorted(each.rpartition(", ")[2] for each in aside["examples"]) == sorted(TIMES[5:])
    assert json.loads(out)["window"] == {"from": "2024-02-29T00:00:00Z", "to": "2026-03-01T10:00:00Z"}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("bigint", (1772359200, 1772359201)),
        ("bigint", (1772359200000, 1772359201000)),
        ("bigint", (1772359200000000, 1772359201000000)),
        ("numeric", (1772359200000000000, 1772359201000000000)),
        ("double precision", (1772359200.0, 1772359201.0)),
        ("timestamptz", ("2026-03-01 12:00+02", "2026-03-01 12:00:01+02")),
        ("timestamp", ("2026-03-01 10:00", "2026-03-01 10:00:01")),
    ],
)
def test_times_of_every_type_are_the_same(
    cjm: Said, server: Any, postgres_table: Any, kind: str, values: tuple[object, object]
) -> None:
    rows = [("c", "see", values[0]), ("c", "pay", values[1])]
    postgres_table("typed", {"case_id": "text", "event": "text", "timestamp": kind}, rows)
    code, out, err = cjm("--engine", server.address, "--events", "typed", "--format", "json")
    assert code == 0, err
    assert json.loads(out)["window"] == {"from": "2026-03-01T10:00:00Z", "to": "2026-03-01T10:00:01Z"}


def test_impossible_times_are_set_aside(cjm: Said, server: Any, postgres_table: Any) -> None:
    rows = [("c", "see", "infinity"), ("c", "see", "20000-01-01"), ("c", "pay", "2026-03-01"), ("c", "pay", None)]
    postgres_table("forever", {"case_id": "text", "event": "text", "timestamp": "timestamp"}, rows)
    code, out, _ = cjm("--engine", server.address, "--events", "forever", "--format", "json", "--lenient")
    assert code == 0
    assert json.loads(out)["sources"][0]["used"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--events", "click"), "did you mean `clicks`?"),
        (("--events", "CLICKS"), "did you mean `clicks`?"),
        (("--events", "clicks", "--case", "case"), "did you mean `case_id`?"),
        (("--events", "clicks", "--order", "idd"), "did you mean `id`?"),
        (("--events", "clicks", "--suggest"), "`--suggest` reads files, and the log is a table"),
        (("--events", "clicks", "--decimal", ","), "how dates and numbers are written is said of files"),
        (("--events", "shop.journey.yaml"), "is a file, and PostgreSQL holds tables"),
        (("--events", "clicks", "--surveys", "nowhere.csv"), "nowhere.csv"),
        (("--events", "'; DROP TABLE clicks; --"), "PostgreSQL has no table `'; DROP TABLE clicks; --`"),
    ],
)
def test_slips_are_told(cjm: Said, server: Any, clicks: str, arguments: tuple[str, ...], message: str) -> None:
    assert clicks
    code, out, err = cjm("--engine", server.address, *arguments)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ana:s3cr%65t@127.0.0.1:1/shop",
        "postgresql://ana:s3cret%zz@127.0.0.1:1/shop",
        "postgres+psycopg://ana:s3cret@/shop?host=/nowhere",
        "postgresql://127.0.0.1:1/shop?password=s3cret&sslmode=s3cret",
        "mysql://ana:s3cret@127.0.0.1/shop",
        "sc://127.0.0.1:1/;token=s3cret",
    ],
)
def test_what_opens_the_door_is_said_nowhere(cjm: Said, needed: Callable[..., None], address: str) -> None:
    needed("psycopg", "sqlglot")
    code, out, err = cjm("--engine", address, "--events", "clicks")
    assert (code, out) == (2, "")
    assert "s3cret" not in err
    assert "s3cr%65t" not in err


def test_who_may_not_read_is_told(cjm: Said, server: Any, clicks: str) -> None:
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    code, _, err = cjm("--engine", server.address.replace("cjm@", "guest@"), "--events", clicks)
    assert code == 2
    assert f"permission denied for table {clicks}" in err


def test_a_journey_may_say_its_table(cjm: Said, server: Any, clicks: str) -> None:
    Path("shop.journey.yaml").write_text(JOURNEY + f"sources: {{events: {{source: {clicks}, case: case_id}}}}\n")
    code, out, err = cjm("--engine", server.address, "--format", "json")
    assert code == 0, err
    assert json.loads(out)["engine"] == "PostgreSQL"
