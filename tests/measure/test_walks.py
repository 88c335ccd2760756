"""The two ways of laying events out say the same, in one piece and in several."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.measure.engines import duck as room
from cjm.measure.engines.duck import Duck, duck
from cjm.measure.engines.walks import portable

COLUMNS = (
    ("case_no", "BIGINT"),
    ("micros", "BIGINT"),
    ("turn", "BIGINT"),
    ("touchpoint", "SMALLINT"),
    ("amount", "DOUBLE"),
)
QUERY = "SELECT * FROM events"


@pytest.fixture(scope="module")
def engine() -> Duck:
    return duck()


def laid(engine: Duck, carried: tuple[str, ...]) -> list[tuple[object, ...]]:
    engine.lay("walk", QUERY, carried)
    return sorted(engine.rows("SELECT * FROM walk"), key=str)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=40))
def test_one_pass_over_an_order_gives_what_windows_give(engine: Duck, events: list[tuple[int, int, int]]) -> None:
    engine.put("events", COLUMNS, [(case, at, turn, place, turn / 2) for turn, (case, at, place) in enumerate(events)])
    for carried in ((), ("amount",)):
        assert laid(engine, carried) == sorted(engine.rows(portable(QUERY, carried)), key=str)


def test_pieces_are_of_whole_cases(engine: Duck, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [(n % 7 + 1, n // 3, n, n % 4, 1.0) for n in range(400)]
    engine.put("events", COLUMNS, [*events, *((9, 500 + n, 400 + n, n % 3, 1.0) for n in range(400))])
    expected = laid(engine, ())
    engine.connection.execute("SET threads = 3")
    monkeypatch.setattr(room, "_LEAST", 10)
    assert laid(engine, ()) == expected
    assert expected == sorted(engine.rows(portable(QUERY, ())), key=str)
