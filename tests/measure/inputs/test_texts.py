"""CSV and its like: delimiters, encodings, dates and decimals, found out or told."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from cjm.measure.inputs import Columns

HEAD = "case_id,activity,timestamp\n"
See = Callable[..., Any]
Write = Callable[[str, str | bytes], str]


def times(seen: Any, column: str = "time") -> list[str]:
    return [str(row[column]) for row in seen.rows]


def test_ids_keep_their_quotes_commas_and_line_breaks(see: See, wrote: Write) -> None:
    wrote("log.csv", HEAD + '"a,""b""\nc",cart,2026-01-01\n"NA","pay, now",2026-01-01\n')
    rows = see("log.csv").rows
    assert [row["case_id"] for row in rows] == ['a,"b"\nc', "NA"]
    assert rows[1]["activity"] == "pay, now"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_all_rows_alike(see: See, wrote: Write, sign: str) -> None:
    rows = ["case;activity;time", '1;"a, b";2026-01-01', "2;c;2026-01-02"]
    wrote("log.txt", "\n".join(row.replace(";", sign) for row in rows).replace(f'"a,{sign}', '"a, '))
    assert [row["case"] for row in see("log.txt").rows] == ["1", "2"]


def test_excels_word_for_the_delimiter_is_no_row(see: See, wrote: Write) -> None:
    wrote("log.csv", "sep=;\ncase;activity;time\n1;a;2026-01-01\n")
    assert len(see("log.csv").rows) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found_out(see: See, wrote: Write, encoding: str) -> None:
    wrote("log.csv", (HEAD + "ñ1,añadir,2026-01-01\n" * 3).encode(encoding))
    seen = see("log.csv")
    assert seen.rows[0]["activity"] == "añadir"
    assert any("cp1252" in said for said in seen.said) == (encoding == "cp1252")


def test_letters_of_another_encoding_far_into_the_file_are_found_too(see: See, wrote: Write) -> None:
    wrote(
        "log.csv.gz", gzip.compress((HEAD + "1,a,2026-01-01\n" * 40_000 + "2,añadir €,2026-01-02\n").encode("cp1252"))
    )
    seen = see("log.csv.gz")
    assert len(seen.rows) == 40_001
    assert seen.rows[-1]["activity"] == "añadir €"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-02-03T04:05:06.789+02:00", "2026-02-03 02:05:06.789000"),
        ("2026-02-03 04:05:06", "2026-02-03 04:05:06"),
        ("2026/02/03", "2026-02-03 00:00:00"),
        ("2026-02-03 04:05:06,789", "2026-02-03 04:05:06.789000"),
        ("2026-02-03 4:05:06 PM", "2026-02-03 16:05:06"),
        ("2026.02.03 04:05", "2026-02-03 04:05:00"),
        ("20260203T040506Z", "2026-02-03 04:05:06"),
        ("20260203040506", "2026-02-03 04:05:06"),
        ("20260203", "2026-02-03 00:00:00"),
        ("1770091506", "2026-02-03 04:05:06"),
        ("1770091506789", "2026-02-03 04:05:06.789000"),
        ("1770091506789000", "2026-02-03 04:05:06.789000"),
        ("3 feb. 2026, 14:05", "2026-02-03 14:05:00"),
        ("3 de febrero de 2026", "2026-02-03 00:00:00"),
        ("Feb 3, 2026 2:05 PM", "2026-02-03 14:05:00"),
        ("Tue, 3 Feb 2026 14:05:00 +0100", "2026-02-03 13:05:00"),
        ("03/Feb/2026:14:05:00 +0000", "2026-02-03 14:05:00"),
        ("infinity", "None"),
        ("30/02/2026", "None"),
        ("soon", "None"),
    ],
)
def test_a_time_is_read_as_people_write_it(see: See, wrote: Write, written: str, read: str) -> None:
    wrote("log.csv", f'case,activity,time\n1,a,"{written}"\n')
    seen = see("log.csv")
    assert times(seen) == [read]
    assert seen.rows[0]["unread_time"] == (written if read == "None" else None)


def test_one_date_settles_the_order_of_all(see: See, wrote: Write) -> None:
    wrote("log.csv", "case,activity,time\n1,a,03/02/2026 10:00\n1,b,13/02/2026 10:00\n")
    assert times(see("log.csv")) == ["2026-02-03 10:00:00", "2026-02-13 10:00:00"]
    wrote("log.csv", "case,activity,time\n1,a,03/02/2026 10:00\n1,b,02/13/2026 10:00\n")
    assert times(see("log.csv")) == ["2026-03-02 10:00:00", "2026-02-13 10:00:00"]


def test_dates_that_could_be_either_follow_the_rows_order_and_it_is_said(see: See, wrote: Write) -> None:
    wrote("log.csv", "case,activity,time\n" + "".join(f"1,a,{month}/05/2026\n" for month in range(1, 7)))
    seen = see("log.csv")
    assert times(seen)[:2] == ["2026-05-01 00:00:00", "2026-05-02 00:00:00"]
    assert "read day first" in seen.said[-1]
    wrote("log.csv", "case,activity,time\n1,a,01/12/2026\n1,a,02/01/2026\n1,a,02/03/2026\n")
    assert times(see("log.csv"))[0] == "2026-01-12 00:00:00"


def test_what_is_told_of_dates_wins(see: See, refused: Callable[..., str], wrote: Write) -> None:
    wrote("log.csv", "case,activity,time\n1,a,01/02/2026\n1,b,2026-03-04\n")
    assert times(see("log.csv", dates="month-first")) == ["2026-01-02 00:00:00", "2026-03-04 00:00:00"]
    assert times(see("log.csv", dates="%Y-%d-%m")) == ["None", "2026-04-03 00:00:00"]
    assert "is no format of dates" in refused("log.csv", dates="backwards")
    assert "is no format of dates" in refused("log.csv", dates="%Q")


@pytest.mark.parametrize(
    ("written", "read", "told"),
    [
        (["1234.5", "7"], [1234.5, 7.0], None),
        (["1.234,50", "7,5"], [1234.5, 7.5], None),
        (["1,234.50", "7"], [1234.5, 7.0], None),
        (["12,5", "3,25"], [12.5, 3.25], None),
        (["1,234", "2,000"], [1234.0, 2000.0], "."),
        (["1,234", "2,000"], [1.234, 2.0], ","),
        (["$1,234.50", "€ 7.00"], [1234.5, 7.0], None),
        (["-3,5", "many"], [-3.5, None], None),
    ],
)
def test_a_number_is_read_as_people_write_it(
    see: See, wrote: Write, written: list[str], read: list[float | None], told: str | None
) -> None:
    wrote("log.csv", "case;activity;time;sum\n" + "".join(f"1;a;2026-01-01;{each}\n" for each in written))
    seen = see("log.csv", columns=Columns(value="sum"), **({"decimal": told} if told else {}))
    assert [row["sum"] for row in seen.rows] == read


def test_short_rows_are_kept_and_long_ones_set_aside_with_their_lines(see: See, wrote: Write) -> None:
    wrote("log.csv", HEAD + "1,a\n2,b,2026-01-01\n3,c,2026-01-01,more\n")
    seen = see("log.csv")
    assert [row["case_id"] for row in seen.rows] == ["1", "2"]
    assert seen.rows[0]["timestamp"] is None
    (aside,) = seen.table.basis.set_aside
    assert (aside.rows, aside.examples) == (1, ("4: 3,c,2026-01-01,more",))
    assert seen.table.basis.rows == 3


def test_names_that_come_twice_or_not_at_all_are_told_apart(see: See, wrote: Write) -> None:
    wrote("log.csv", "case,activity,activity,,time\n1,a,b,c,2026-01-01\n")
    assert see("log.csv").table.columns == ("case", "activity", "activity (2)", "column 4", "time")


@pytest.mark.parametrize(
    "written",
    [
        "\n \ncase,activity,time\n1,a,2026-01-01\n2,b,2026-01-01\n",
        "case,activity,time\r\n1,a,2026-01-01\n2,b,2026-01-01\r\n",
        "case,activity,time\r1,a,2026-01-01\r2,b,2026-01-01",
        'case,activity,time,note\n1,a,2026-01-01,"say \\"x\\", y"\n2,b,2026-01-01,"C:\\x\\y"\n',
        'case,activity,time,note\n1,a,2026-01-01,"C:\\dir\\"\n2,b,2026-01-01,"say ""x"""\n',
        "case;activity;time;\r\n1;a;2026-01-01;\r\n2;b;2026-01-01;\r\n",
    ],
)
def test_odd_but_honest_files_lose_no_row(see: See, wrote: Write, written: str) -> None:
    wrote("log.csv", written)
    seen = see("log.csv")
    assert [(row["case"], row["activity"]) for row in seen.rows] == [("1", "a"), ("2", "b")]
    assert seen.table.basis.set_aside == ()


def test_a_quote_that_never_ends_does_not_hide_how_many_lines_it_takes(see: See, wrote: Write) -> None:
    wrote("log.csv", HEAD + "1,a,2026-01-01\n" * 300 + '2,"b,2026-01-01\n' + "3,c,2026-01-01\n" * 300)
    (aside,) = see("log.csv").table.basis.set_aside
    assert aside.rows == 301
    assert len(aside.examples[0]) < 300


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_json_in_other_letters_is_read_too(see: See, wrote: Write, encoding: str) -> None:
    wrote("log.jsonl", '{"case": "ñ", "event": "a", "ts": "2026-01-01"}\n'.encode(encoding))
    assert see("log.jsonl").rows[0]["case"] == "ñ"
