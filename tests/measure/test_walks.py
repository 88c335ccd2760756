"""The two ways of laying events out say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.measure.engines.duck import Duck, duck
from cjm.measure.engines.walks import Most, portable, walk

COLUMNS = (("case_no", "INTEGER"), ("micros", "BIGINT"), ("turn", "BIGINT"), ("touchpoint", "SMALLINT"))
WIDE = Most(1 << 20, 1 << 60)
"""Too large for case and time to be one number."""


@pytest.fixture(scope="module")
def engine() -> Duck:
    return duck()


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=40))
def test_one_pass_over_an_order_gives_what_windows_give(engine: Duck, events: list[tuple[int, int, int]]) -> None:
    engine.put("events", COLUMNS, [(case, at, turn, place) for turn, (case, at, place) in enumerate(events)])
    query = "SELECT * FROM events"
    expected = sorted(engine.rows(portable(query, ())), key=str)
    for most in (Most(4, 5), WIDE):
        assert sorted(engine.rows(walk(query, most, ())), key=str) == expected
