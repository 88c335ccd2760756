"""Times that are read by what they look like are those that are read without."""

from __future__ import annotations

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.measure.inputs import times

WRITTEN = st.builds(
    "{}{}-{}-{}{}{}:{}:{}{}{}".format,
    st.sampled_from(("", " ", "+", "-")),
    st.sampled_from(("2026", "0999", "26", "12026", "1000")),
    st.sampled_from(("01", "1", "12", "13", "02")),
    st.sampled_from(("01", "1", "29", "30", "31", "00")),
    st.sampled_from((" ", "T", "  ", "t", "")),
    st.sampled_from(("00", "9", "23", "24", "010")),
    st.sampled_from(("00", "5", "59", "60")),
    st.sampled_from(("00", "5", "59", "60", "61")),
    st.sampled_from(("", ".5", ".123456", ".9999999", ".123456789", ".", ",5")),
    st.sampled_from(("", "Z", "z", "+02", "+02:00", "-0330", " UTC", " Europe/Madrid", " PM", " ")),
)
SPECIAL = ("infinity", "-infinity", "epoch", "now", "today", "")
FIRST = ("2026-01-01 10:00:00", "2026-01-01T10:00:00.5", "2026-01-01 10:00:00.25", "2026-01-01T10:00:00Z")


@settings(max_examples=50)
@given(
    st.lists(WRITTEN | st.text(max_size=20) | st.sampled_from(SPECIAL), min_size=1, max_size=50), st.sampled_from(FIRST)
)
def test_what_is_read_by_its_look_is_read_as_it_is_without(texts: list[str], first: str) -> None:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        quick, plain = (times.at_once("x", "VARCHAR", None, known) for known in ((first,), ()))
        assert quick.quick != plain.quick
        read = [
            connection.execute(
                f"SELECT time, {way.unread} FROM (SELECT *, {way.time} AS time FROM "
                f"(SELECT {way.written} AS written, {way.quick} AS quick FROM (SELECT unnest($1) AS x)))",
                [texts],
            ).fetchall()
            for way in (quick, plain)
        ]
        assert read[0] == read[1]
