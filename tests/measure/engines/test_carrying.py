"""Queries in other dialects: each that measuring asks is read by SQLGlot, and written without what the other lacks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm import load
from cjm.diagnostics import say
from cjm.measure.engines import Row
from cjm.measure.engines.addresses import engine
from cjm.measure.engines.carrying import carried
from cjm.measure.engines.duck import Duck, duck
from cjm.measure.engines.walks import portable
from cjm.measure.inputs import Columns
from cjm.measure.request import Log, Request, Survey
from cjm.measure.run import measure
from cjm.measure.troubles import MeasureError


@pytest.fixture
def asked(needed: Callable[..., None], samples: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every query of a measurement with surveys, segments and a trend."""
    needed("sqlglot")
    found: list[str] = []
    rows, make = Duck.rows, Duck.make

    def heard_rows(self: Duck, sql: str) -> list[Row]:
        found.append(sql)
        return rows(self, sql)

    def heard_make(self: Duck, table: str, sql: str) -> None:
        found.append(sql)
        make(self, table, sql)

    monkeypatch.setattr(Duck, "rows", heard_rows)
    monkeypatch.setattr(Duck, "make", heard_make)
    monkeypatch.setattr(Duck, "hashed", lambda *_: None)
    monkeypatch.setattr(Duck, "lay", lambda duck, walk, events, carried: duck.make(walk, portable(events, carried)))
    story = samples / "story"
    columns = Columns("customer_id", "event", "timestamp", "channel", "amount")
    surveys = (Survey(("answers.csv",), story, Columns(kind="survey")),)
    request = Request(Log(("events.csv.gz",), story, columns), surveys, by=("region", "device"), window="month")
    measure(load(story / "tienda-del-taller.journey.yaml"), request, duck())
    return found


@pytest.mark.parametrize("dialect", ["postgres", "spark"])
def test_every_query_is_read_again_in_the_other_dialect(asked: list[str], dialect: str) -> None:
    from sqlglot import exp, parse_one  # noqa: PLC0415 - an extra

    for sql in asked:
        if "cjm_rows" in sql:  # reads the file itself
            continue
        tree = parse_one(carried(sql, dialect), read=dialect)
        assert "epoch_us" not in {each.name.lower() for each in tree.find_all(exp.Anonymous)}, sql
        assert all(each.name.startswith("cjm_") for each in tree.find_all(exp.Table)), sql
    assert len(asked) > 40


@pytest.mark.parametrize(
    ("dialect", "written"),
    [
        ("postgres", 'SELECT "it\'s ""x"" `y`", \'o\'\'b \\ c\' FROM "walk" AS e, cjm_walk'),
        ("spark", "SELECT `it's \"x\" ``y```, 'o\\'b \\\\ c' FROM `walk` AS e, cjm_walk"),
    ],
)
def test_names_and_texts_of_others_stay_what_they_are(needed: Callable[..., None], dialect: str, written: str) -> None:
    needed("sqlglot")
    assert carried('SELECT "it\'s ""x"" `y`", \'o\'\'b \\ c\' FROM "walk" AS e, walk', dialect) == written


@pytest.mark.parametrize(
    ("address", "missing", "extra"), [("postgresql://h/d", "psycopg", "engines"), ("local[2]", "pyspark", "spark")]
)
def test_a_client_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str, missing: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MeasureError) as trouble:
        engine(address)
    assert trouble.value.hint
    assert say(trouble.value.hint) == f"install it with `pip install 'cjm-toolkit[{extra}]'`"
