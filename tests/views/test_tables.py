"""The journey as tables: everything that the format can say stands in one of them, with its type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from typing import Any

import pytest

from cjm.model import Amount, Duration, Journey, Lasting, Part, Stage, Touchpoint
from cjm.model import fields as kinds
from cjm.views.tables import Table, tables

Build = Callable[[str], Journey]
HOUR, DAY = Duration(3600.0, "1h"), Duration(86_400.0, "1d")
SIMPLE: dict[type, tuple[Any, Any]] = {
    kinds.Flag: (True, False),
    kinds.Level: (4, 2),
    kinds.Share: (0.4, 0.2),
    kinds.Day: (date(2026, 1, 2), date(2026, 3, 4)),
    kinds.Length: (HOUR, DAY),
    kinds.Lapse: (Lasting(HOUR, HOUR), Lasting(HOUR, DAY)),
    kinds.Quantity: (Amount(0.4, "share", "40%"), Amount(0.2, "share", "20%")),
}
"""A value of each kind, and another."""
UNSEEN = {f"{part}.{key}" for part in ("notes", "expectation") for key in ("id", "was")}
"""What nothing points to, and nobody looks for."""


def value_of(kind: kinds.Kind, numbers: Iterator[int], other: int = 0) -> Any:
    match kind:
        case kinds.One(part=part):
            return filled(part, numbers)
        case kinds.Many(item=item):
            return (value_of(item, numbers),)
        case kinds.Table(value=value):
            return ((f"key{next(numbers)}", value_of(value, numbers)),)
        case kinds.Choice(names=names):
            return names[other]
        case kinds.Number():
            return 2 - other
    return SIMPLE[type(kind)][other] if type(kind) in SIMPLE else f"text{next(numbers)}"


def filled(part: type[Any], numbers: Iterator[int]) -> Any:
    return part(**{spec.attribute: value_of(spec.kind, numbers) for spec in kinds.specs(part)})


def replaced(part: Part, attribute: str, value: object) -> Any:
    return type(part)(**{name: getattr(part, name) for name in part.names} | {attribute: value})


def changes(part: Part, way: str = "") -> Iterator[tuple[str, Any]]:
    """The part with one thing in it changed or taken out, for each thing that can be, and the way to it."""
    for spec in kinds.specs(type(part)):
        value = getattr(part, spec.attribute)
        several = isinstance(value, tuple)
        inner = value[0] if several else value
        if isinstance(inner, Part):
            for deeper, changed in changes(inner, f"{way}{spec.key}."):
                yield deeper, replaced(part, spec.attribute, (changed,) if several else changed)
        other = () if several else None if isinstance(inner, Part) else value_of(spec.kind, count(1000), 1)
        yield f"{way}{spec.key}", replaced(part, spec.attribute, other)


def journey_with(touchpoint: Touchpoint) -> Journey:
    return Journey(id="j", title="J", stages=(Stage(id="s", name="S", touchpoints=(touchpoint,)),))


def test_every_field_of_a_touchpoint_takes_part() -> None:
    whole = filled(Touchpoint, count())
    before = tables(journey_with(whole)).tables
    ways = dict(changes(whole))
    assert {"channel", "emotion.by", "opportunities.shipped", "figures.evidence", "lanes"} <= set(ways)
    silent = {way for way, changed in ways.items() if tables(journey_with(changed)).tables == before}
    assert silent == UNSEEN


SHOP = """
language: en
personas: [{id: laura, name: Laura}]
persona: laura
teams: [{id: shop, name: Shop team}]
lanes: [{id: legal, name: Legal needs}]
evidence: [{id: talks, title: Talks with customers, kind: interview}]
pain_points: [{id: slow, text: All of it is slow, severity: 2}]
stages:
  - name: Look
    opportunities: [{text: Be found, addresses: [slow], impact: 5, due: 2026-12-15, owner: shop}]
    touchpoints:
      - {name: Advert, emotion: {score: -1.5, evidence: [talks]}, share: 35%, lasts: {from: 30m, to: 2h}}
  - name: Buy
    touchpoints:
      - name: Pay
        emotion: 0
        moment_of_truth: true
        lanes: {legal: [A receipt, A right to return]}
        pain_points: [{text: Too dear, felt_by: laura, share: 12.5%}]
"""


@pytest.fixture
def shop(journey_of: Build) -> Journey:
    return journey_of(SHOP)


def column(table: Table, heading: str) -> list[Any]:
    place = [each.heading for each in table.columns].index(heading)
    return [row[place] for row in table.rows]


def test_a_row_stands_for_a_touchpoint_in_the_order_of_the_file(shop: Journey) -> None:
    found = tables(shop).touchpoints
    assert column(found, "Stage") == ["Look", "Buy"]
    assert column(found, "Touchpoint") == ["Advert", "Pay"]
    assert column(found, "Id") == ["advert", "pay"]


def test_values_have_types_that_sort(shop: Journey) -> None:
    found = tables(shop)
    assert column(found.touchpoints, "Emotion") == [-1.5, 0]
    assert column(found.touchpoints, "Share") == [0.35, None]
    assert column(found.touchpoints, "Moment of truth") == [False, True]
    assert column(found.touchpoints, "Takes, in hours") == [2.0, None]
    assert column(found.opportunities, "Due") == [date(2026, 12, 15)]
    assert {each.key: each.kind for each in found.opportunities.columns}["due"] == "date"


def test_what_nobody_fills_has_no_column(shop: Journey) -> None:
    headings = [each.heading for each in tables(shop).touchpoints.columns]
    assert "Thinks" not in headings
    assert "Emotion" in headings, "a score of zero is a score"
    assert [each.key for each in tables(shop).touchpoints.columns[:4]] == ["stage", "id", "name", "kind"]


def test_a_lane_of_the_team_is_a_column_under_its_name(shop: Journey) -> None:
    assert column(tables(shop).touchpoints, "Legal needs") == [None, ("A receipt", "A right to return")]


def test_references_are_said_by_name(shop: Journey) -> None:
    found = tables(shop)
    assert column(found.touchpoints, "Evidence of the emotion") == [("Talks with customers",), None]
    assert column(found.opportunities, "Owner") == ["Shop team"]
    assert column(found.pain_points, "Felt by") == [None, ("Laura",)]


def test_pain_points_and_opportunities_say_where_they_stand_and_what_answers_what(shop: Journey) -> None:
    found = tables(shop)
    assert column(found.pain_points, "Stage") == [None, "Buy"]
    assert column(found.pain_points, "Where") == ["All along the journey", "Pay"]
    assert column(found.pain_points, "Answered by") == [("Be found",), None]
    assert column(found.opportunities, "Where") == ["Look"]
    assert column(found.opportunities, "Answers") == [("All of it is slow",)]


def test_a_journey_with_nothing_in_it_has_headings_and_no_rows(journey_of: Build) -> None:
    found = tables(journey_of(""))
    assert [table.rows for table in found.tables] == [(), (), ()]
    assert [each.key for each in found.touchpoints.columns] == ["stage", "id", "name"]


def test_headings_are_in_the_journeys_language(journey_of: Build) -> None:
    found = tables(journey_of(SHOP.replace("language: en", "language: es")))
    assert found.touchpoints.columns[0].heading == "Etapa"
    assert [table.title for table in found.tables[1:]] == ["Puntos de dolor", "Oportunidades"]
