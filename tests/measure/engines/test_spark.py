"""Spark's own: files that it reads, names on a slip, surveys loaded beside a table, numbers that do not change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cjm.diagnostics import say
from cjm.measure.engines.addresses import engine
from cjm.measure.inputs import NOTHING_TOLD, Columns
from cjm.measure.troubles import MeasureError


@pytest.fixture
def spark(spark_session: Any) -> Iterator[Any]:
    with engine("local[2]") as made:
        yield made
    assert spark_session.sparkContext.getConf().get("spark.app.name") == "cjm tests"  # which is still there


def test_files_are_read_by_spark(spark: Any, tmp_path: Path) -> None:
    text = 'case_id,event,timestamp\n"a,b",see,2026-03-01T10:00:00+0200\nNA,"line\nbreak",2026-02-30\n'
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")
    table = spark.opened(("log.csv",), tmp_path, Columns(), NOTHING_TOLD)
    rows = spark.rows(
        f"SELECT case_id, event, epoch_us(timestamp), unread_time FROM {table.sql} AS e ORDER BY row_order"
    )
    assert rows == [("NA", "line\nbreak", None, "2026-02-30"), ("a,b", "see", 1772352000000000, None)]
    assert (table.basis.name, table.basis.rows) == ("log.csv", 2)


def test_a_survey_of_this_computer_is_loaded(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "said.csv").write_text("touchpoint,time,csat\nsee,2026-03-29 01:30,4\npay,2026-03-01,5\n")
    table = spark.opened(("said.csv",), tmp_path, Columns(kind="survey"), NOTHING_TOLD)
    rows = spark.rows(f"SELECT touchpoint, epoch_us(time), csat FROM {table.sql} AS s ORDER BY row_order")
    assert rows == [("see", 1774747800000000, 4.0), ("pay", 1772323200000000, 5.0)]


def test_slips_are_told(spark: Any, spark_table: Callable[..., str], tmp_path: Path) -> None:
    spark_table("clicks", {"case_id": "string"}, [("a",)])
    for name, hint in (("clics", "did you mean `clicks`?"), ("default.clics", "did you mean `default.clicks`?")):
        with pytest.raises(MeasureError) as trouble:
            spark.opened((name,), tmp_path, Columns(), NOTHING_TOLD)
        assert trouble.value.hint
        assert say(trouble.value.hint) == hint
    for name, message in (
        ("nothing.parquet", "`nothing.parquet` is not there"),
        ("clicks", "no column of `clicks` says"),
    ):
        with pytest.raises(MeasureError, match=message):
            spark.opened((name,), tmp_path, Columns(), NOTHING_TOLD)


def test_broken_files_are_told_without_a_path(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "cut.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(MeasureError) as trouble:
        spark.opened(("cut.parquet",), tmp_path, Columns(), NOTHING_TOLD)
    assert "Spark cannot read `cut.parquet`" in str(trouble.value)
    assert str(tmp_path) not in str(trouble.value)


def test_cases_get_the_same_numbers_whenever_they_are_worked_out(spark: Any) -> None:
    spark.put("names", (("name", "VARCHAR"),), [(f"c{n}",) for n in range(3000)])
    asked = (
        f"SELECT name, CAST({spark.numbered} AS INTEGER) AS case_no FROM (SELECT name FROM names GROUP BY name) AS c"
    )
    first, again = (dict(spark.rows(asked)) for _ in range(2))
    assert first == again
    assert len(set(first.values())) == 3000
