"""The board: where an opportunity stands, how large its circle is, and what is said of those that are not rated."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from cjm.model import Journey
from cjm.views.board import lay_out
from cjm.views.picture import Dot, Group, Picture, Sign, Words
from cjm.views.shapes import Box

Build = Callable[[str], Journey]

RATED = """
teams: [{id: web, name: The web team}]
pain_points: [{id: slow, text: Slow, share: 64%}, {id: dear, text: Dear, share: 16%}]
opportunities:
  - {id: top, text: Do it now, impact: 5, effort: 1, addresses: [slow, dear], owner: web, status: planned}
  - {id: bet, text: A bet, impact: 4, effort: 5, addresses: [dear], status: in_progress}
  - {id: low, text: A trifle, impact: 1, effort: 1, status: rejected}
  - {id: sure, text: Hardly rated, impact: 3}
stages:
  - name: Look
    touchpoints:
      - {name: Advert, share: 36%, opportunities: [{id: ad, text: Another picture, impact: 2, effort: 4}]}
"""


def cards(picture: Picture) -> dict[str, Group]:
    return {group.part[1]: group for group in picture.groups if group.kind == "chance"}


def said(group: Group) -> list[str]:
    return [mark.block.text for mark in group.marks if isinstance(mark, Words)]


def bubble(group: Group) -> Dot:
    return next(mark for mark in group.marks if isinstance(mark, Dot))


def corner(picture: Picture, name: str) -> Box:
    return next(group.box for group in picture.groups if group.kind == "corner" and name in said(group))


def inside(inner: Box, outer: Box) -> bool:
    return outer.x <= inner.x and inner.right <= outer.right and outer.y <= inner.y and inner.bottom <= outer.bottom


@pytest.mark.parametrize(
    ("chance", "name"), [("top", "Quick wins"), ("bet", "Big bets"), ("low", "Fill-ins"), ("ad", "Think twice")]
)
def test_an_opportunity_stands_in_the_corner_of_its_rating(chance: str, name: str, journey_of: Build) -> None:
    picture = lay_out(journey_of(RATED))
    assert inside(cards(picture)[chance].box, corner(picture, name))


def test_more_help_is_higher_and_more_effort_is_farther_right(journey_of: Build) -> None:
    found = {name: group.box.middle for name, group in cards(lay_out(journey_of(RATED))).items()}
    assert found["top"][1] < found["bet"][1] < found["ad"][1] < found["low"][1]
    assert found["top"][0] == found["low"][0] < found["ad"][0] < found["bet"][0]


def test_the_area_of_a_circle_goes_with_the_customers_that_it_touches(journey_of: Build) -> None:
    found = cards(lay_out(journey_of(RATED)))
    assert bubble(found["top"]).radius == pytest.approx(2 * bubble(found["bet"]).radius, abs=0.02)
    assert bubble(found["ad"]).radius == pytest.approx(1.5 * bubble(found["bet"]).radius, abs=0.02)
    assert "64% of customers" in said(found["top"])
    assert "Advert · 36% of customers" in said(found["ad"])


def test_a_circle_is_smallest_and_dashed_where_nobody_has_said_how_many(journey_of: Build) -> None:
    picture = lay_out(journey_of(RATED))
    found = cards(picture)
    assert "unknown" in bubble(found["low"]).role.split()
    assert bubble(found["low"]).radius < bubble(found["bet"]).radius
    legend = [text for group in picture.groups if group.kind == "legend" for text in said(group)]
    assert "nobody has said how many customers it touches" in legend


def test_a_card_says_status_in_a_word_and_a_sign_and_who_does_it(journey_of: Build) -> None:
    top = cards(lay_out(journey_of(RATED)))["top"]
    assert said(top)[:2] == ["Do it now", "Planned · The web team"]
    assert [mark.role for mark in top.marks if isinstance(mark, Sign)] == ["planned"]


def test_what_is_not_rated_lies_on_a_tray_that_says_so(journey_of: Build) -> None:
    picture = lay_out(journey_of(RATED))
    [tray] = [group for group in picture.groups if group.kind == "tray"]
    assert said(tray)[0] == "Not rated yet"
    assert inside(cards(picture)["sure"].box, tray.box)
    assert said(cards(picture)["sure"])[-1] == "impact 3 of 5"


def test_many_at_one_point_lie_side_by_side(journey_of: Build) -> None:
    many = "".join(f"  - {{id: o{each}, text: Number {each}, impact: 4, effort: 2}}\n" for each in range(7))
    found = cards(lay_out(journey_of(f"opportunities:\n{many}")))
    assert len(found) == 7
    for one, other in combinations([group.box for group in found.values()], 2):
        assert one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def test_the_order_of_work_is_the_order_in_a_cell(journey_of: Build) -> None:
    text = (
        "opportunities: [{id: b, text: B, impact: 4, effort: 2, priority: 2}, {id: c, text: C, impact: 4, effort: 2},"
    )
    found = cards(lay_out(journey_of(f"{text} {{id: a, text: A, impact: 4, effort: 2, priority: 1}}]")))
    assert [*found] == ["a", "b", "c"]


def test_a_journey_without_opportunities_says_so(journey_of: Build) -> None:
    picture = lay_out(journey_of("stages: [{name: Look}]"))
    assert [said(group) for group in picture.groups if group.kind == "notice"] == [
        ["Nobody has written down an opportunity yet."]
    ]
