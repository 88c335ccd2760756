"""JSON, Parquet, databases, XES, folders of parts; and what cannot be read, in words."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from cjm.measure.inputs import Columns

HEAD = "case_id,activity,timestamp\n"
See = Callable[..., Any]
Refused = Callable[..., str]
Write = Callable[[str, str | bytes], str]
XES = (
    '<log xmlns="http://www.xes-standard.org/">'
    '<global scope="event"><string key="concept:name" value="UNKNOWN"/></global>'
    '<string key="creator" value="x"><string key="of" value="y"/></string>'
    '<trace><string key="concept:name" value="ñ&quot;, 1"><string key="kind" value="vip"/></string>'
    '<event><string key="concept:name" value="pay"/><date key="time:timestamp" value="2026-01-01T01:00:00+01:00"/>'
    '<string key="lifecycle:transition" value="start"/>'
    '<int key="cost" value="5"><string key="currency" value="EUR"/></int>'
    '<list key="items"><values><string key="sku" value="A1"/></values></list></event></trace></log>'
)


def test_xes_has_its_nested_attributes_those_of_the_trace_and_the_lifecycle(see: See, wrote: Write) -> None:
    wrote("log.xes", XES)
    texts = ("cost.currency", "items.sku", "case:concept:name.kind", "lifecycle:transition")
    (row,) = see("log.xes", columns=Columns(texts=texts)).rows
    assert [row[each] for each in texts] == ["EUR", "A1", "vip", "start"]
    assert (row["case:concept:name"], str(row["time:timestamp"])) == ('ñ", 1', "2026-01-01 00:00:00")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_xes_in_other_encodings(see: See, wrote: Write, encoding: str) -> None:
    wrote("log.xes.gz", gzip.compress(XES.encode(encoding)))
    assert see("log.xes.gz").rows[0]["concept:name"] == "pay"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (XES[:-40], "is damaged: line 1"),
        ('<!DOCTYPE log [<!ENTITY a "b">]><log/>', "declares entities"),
        ("<log><trace>" + '<string key="a" value="b">' * 5000, "nested too deep"),
        ("<log></log>", "has no event"),
        ('<?xml version="1.0" encoding="klingon"?><log/>', "its encoding cannot be read"),
        ("hello", "is damaged"),
        ("", "is empty"),
    ],
)
def test_xes_that_cannot_be_read(refused: Refused, wrote: Write, written: str, said: str) -> None:
    wrote("log.xes", written)
    assert said in refused("log.xes")


def test_json_lines_are_read_with_what_is_nested(see: See, wrote: Write) -> None:
    lines = [
        '{"case_id": 1, "event": "a", "ts": "2026-01-01", "with": {"device": "tv"}}',
        "no json",
        "",
        '{"case_id": "NA"}',
    ]
    wrote("log.jsonl", "\n".join(lines))
    rows = see("log.jsonl", columns=Columns(texts=("with.device",))).rows
    assert [row["case_id"] for row in rows] == ["1", None, "NA"]
    assert rows[0]["with.device"] == "tv"


def test_an_array_of_objects_is_read(see: See, wrote: Write) -> None:
    wrote("log.json", '[{"case_id": 1, "event": "a", "ts": 1770091506789}]')
    assert str(see("log.json").rows[0]["ts"]) == "2026-02-03 04:05:06.789000"


def test_tables_of_sqlite_are_read_by_name(see: See, refused: Refused, tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "shop.sqlite")
    database.execute('CREATE TABLE "ev""ents" (case_id, activity, ts)')
    database.executemany('INSERT INTO "ev""ents" VALUES (?, ?, ?)', [(1, "a\n", "2026-01-01"), ("NA", "", 1770091506)])
    database.commit()
    rows = see("shop.sqlite").rows
    assert [(row["case_id"], row["activity"]) for row in rows] == [("1", "a\n"), ("NA", None)]
    database.execute("CREATE TABLE other (a)")
    database.commit()
    database.close()
    assert 'as in `shop.sqlite::ev"ents`' in refused("shop.sqlite")
    assert "did you mean `other`?" in refused("shop.sqlite::othr")
    assert len(see('shop.sqlite::ev"ents').rows) == 2


def test_tables_of_duckdb_are_read_and_zones_are_turned_to_utc(see: See, refused: Refused, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as database:
        database.execute(
            "CREATE TABLE e AS SELECT 1.0 AS case_id, 'a' AS activity, TIMESTAMPTZ '2026-01-01 00:00+01' AS ts"
        )
    (row,) = see("shop.duckdb").rows
    assert (row["case_id"], str(row["ts"])) == ("1", "2025-12-31 23:00:00")
    assert "its tables are `e`" in refused("shop.duckdb::missing")


def test_a_partitioned_folder_is_one_log_in_the_order_of_its_names(see: See, wrote: Write) -> None:
    for year in (2026, 2024, 2025):
        wrote(f"log/year={year}/part.csv", f"{HEAD}{year},a,{year}-01-01\n")
    wrote("log/_SUCCESS", "")
    for source in ("log", "log/**/*.csv", "log/year=*"):
        rows = see(source, columns=Columns(texts=("year",))).rows
        assert [row["year"] for row in rows] == ["2024", "2025", "2026"]


def test_packed_and_plain_parts_of_any_encoding_are_one_log(see: See, wrote: Write) -> None:
    wrote("log/year=2024/a.csv", f"{HEAD}1,a,2024-01-01\n")
    wrote("log/year=2025/a.csv.gz", gzip.compress(f"{HEAD}2,a,2025-01-01\n".encode()))
    wrote("log/year=2026/a.csv", f"{HEAD}3,añadir,2026-01-01\n".encode("cp1252"))
    rows = see("log", columns=Columns(texts=("year",))).rows
    assert [(row["year"], row["activity"]) for row in rows] == [("2024", "a"), ("2025", "a"), ("2026", "añadir")]


def test_parquet_parts_of_different_columns_are_one_log(
    see: See, connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    for number in (2, 1):
        connection.execute(
            f"COPY (SELECT {number} AS case_id, 'a' AS activity, TIMESTAMP_NS '2026-01-01' AS ts, 'x' AS only{number}) "
            f"TO '{tmp_path}/part{number}.parquet'"
        )
    rows = see("part*.parquet", columns=Columns(texts=("only2",))).rows
    assert [(row["case_id"], row["only2"]) for row in rows] == [(1, None), (2, "x")]


def test_files_of_several_kinds_are_one_log_when_they_have_the_same_columns(
    see: See, refused: Refused, wrote: Write
) -> None:
    wrote("a.csv", f"{HEAD}1,a,2026-01-01\n")
    wrote("b.json", '[{"case_id": "2", "activity": "b", "timestamp": "2026-01-02"}]')
    assert [row["case_id"] for row in see("a.csv", "b.json").rows] == ["1", "2"]
    wrote("c.csv", "case_id,activity,moment\n1,a,2026-01-01\n")
    assert "`c.csv` has no column `timestamp`, as other parts" in refused("a.csv", "c.csv")


@pytest.mark.parametrize("name", ["a[1].csv", "o'r\"x.csv", "año *.csv", "-.csv"])
def test_a_file_may_be_called_anything(see: See, wrote: Write, name: str) -> None:
    wrote(name, f"{HEAD}1,a,2026-01-01\n")
    wrote("a1.csv", f"{HEAD}2,a,2026-01-01\n")
    assert [row["case_id"] for row in see(name).rows] == ["1"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", "", "`empty.csv` is empty"),
        ("lines.csv", "\n\n", "`lines.csv` is empty"),
        ("book.xlsx", b"PK\x03\x04", "save the sheet as CSV"),
        ("log.parquet", "hello", "is no Parquet file"),
        ("cut.parquet", b"PAR1" + b"\0" * 200, "`cut.parquet` cannot be read"),
        ("cut.csv.gz", gzip.compress(HEAD.encode() * 2000, mtime=0)[:60], "is damaged or cut short"),
        ("bad.json", "{{{", "holds no JSON objects"),
        ("typo.csv", "caso_id,actividad,x\n1,a,b\n", "no column of `typo.csv` says by its name which is the time"),
        ("bad.sqlite", b"SQLite format 3\0" + b"\0" * 100, "`bad.sqlite` cannot be read"),
        ("bad.duckdb", b"\0" * 8 + b"DUCK" + b"\1" * 300, "`bad.duckdb` cannot be read"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(  # noqa: PLR0913 - a table of three, and three fixtures
    refused: Refused, wrote: Write, tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    wrote(name, content)
    told = refused(name)
    assert said in told
    assert str(tmp_path) not in told


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("clicks.csvv", "did you mean `clicks.csv`?"),
        ("*.parquet", "no file matches `*.parquet`"),
        ("folder", "the folder `folder` has no log"),
        ("http://127.0.0.1:9/a.csv", "nothing is fetched"),
        ("s3://bucket/a.csv", "nothing is fetched"),
        ("clicks.csv::t", "is no database"),
        ("a\0b", "is not there"),
        ("", "named by nothing"),
    ],
)
def test_a_source_that_is_not_there(refused: Refused, wrote: Write, source: str, said: str) -> None:
    wrote("clicks.csv", f"{HEAD}1,a,2026-01-01\n")
    wrote("folder/readme.md", "nothing")
    assert said in refused(source)


def test_a_column_that_is_not_there_is_answered_with_the_nearest(refused: Refused, wrote: Write) -> None:
    wrote("log.csv", f"{HEAD}1,a,2026-01-01\n")
    assert "did you mean `case_id`?" in refused("log.csv", columns=Columns(case="caseid"))
    assert "its columns are `case_id`, `activity`, `timestamp`" in refused("log.csv", columns=Columns(texts=("zz",)))


def test_columns_that_nobody_named_are_taken_by_their_names_and_it_is_said(see: See, wrote: Write) -> None:
    wrote("log.csv", "Fecha y hora,Evento,ID Cliente,Canal\n2026-01-01,a,1,web\n")
    seen = see("log.csv")
    assert seen.table.roles == {"case": "ID Cliente", "activity": "Evento", "time": "Fecha y hora", "channel": "Canal"}
    assert "`case = ID Cliente`" in seen.said[0]


def test_the_same_files_have_the_same_fingerprint_wherever_they_lie(see: See, wrote: Write) -> None:
    prints = set()
    for folder in ("a", "b"):
        wrote(f"{folder}/log.csv", f"{HEAD}1,a,2026-01-01\n")
        prints.add(see(f"{folder}/log.csv").table.basis.fingerprint)
    wrote("b/log.csv", f"{HEAD}1,a,2026-01-02\n")
    assert len(prints) == 1
    assert see("b/log.csv").table.basis.fingerprint not in prints
