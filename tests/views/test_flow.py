from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.views.choice import Choice
from cjm.views.flow import flow
from cjm.views.flow.channels import spread
from cjm.views.shapes import Edge, FlowView

Build = Callable[[str], Journey]

SHOP = """
stages:
  - name: Look
    touchpoints: [Advert, {name: Review, emotion: 1}]
  - name: Buy
    touchpoints: [Cart, {name: Account, emotion: -2, moment_of_truth: true}, Pay]
  - name: Get
    touchpoints: [{name: Parcel, kind: wait, lasts: {from: 2d, to: 5d}}]
"""


def columns(view: FlowView) -> dict[str, list[str]]:
    return {
        panel.title.text: [card.name.text for card in view.cards if card.panel == panel.id] for panel in view.panels
    }


def edge(view: FlowView, source: str, target: str) -> Edge:
    return next(each for each in view.edges if (each.source, each.target) == (source, target))


def test_stages_are_columns_and_touchpoints_run_down_in_the_order_of_the_file(journey_of: Build) -> None:
    view = flow(journey_of(SHOP))
    assert columns(view) == {"Look": ["Advert", "Review"], "Buy": ["Cart", "Account", "Pay"], "Get": ["Parcel"]}
    lefts = [panel.box.x for panel in view.panels]
    assert lefts == sorted(lefts)
    for before, after in zip(view.cards, view.cards[1:], strict=False):
        assert before.panel != after.panel or before.box.bottom < after.box.y


def test_the_first_cards_stand_side_by_side_whatever_the_titles_need(journey_of: Build) -> None:
    view = flow(journey_of(SHOP.replace("name: Look", "name: " + "Look and compare " * 9)))
    tops = {card.box.y for card in view.cards if card.name.text in {"Advert", "Cart", "Parcel"}}
    assert len(tops) == 1


def test_an_edge_leaves_by_the_right_and_enters_by_the_left(journey_of: Build) -> None:
    view = flow(journey_of(SHOP))
    review, cart = (next(card for card in view.cards if card.name.text == name) for name in ("Review", "Cart"))
    line = edge(view, "review", "cart")
    assert line.curve[0][0] == review.box.right
    assert review.box.y < line.curve[0][1] < review.box.bottom
    assert line.tip[0] == cart.box.x
    assert line.curve[-1][1] == line.tip[1], "it arrives level"


def test_down_a_column_an_edge_goes_from_bottom_to_top(journey_of: Build) -> None:
    view = flow(journey_of(SHOP))
    cart, account = (next(card for card in view.cards if card.name.text == name) for name in ("Cart", "Account"))
    line = edge(view, "cart", "account")
    assert line.curve[0][1] == cart.box.bottom
    assert line.tip[1] == account.box.y


def test_paths_are_told_apart_by_main_and_thickness(journey_of: Build) -> None:
    paths = """
paths:
  - {name: Usual, share: 70%, steps: [advert, cart, pay]}
  - {name: Slow, share: 10%, when: Has no account, steps: [advert, cart, account, pay]}
"""
    view = flow(journey_of(SHOP + paths))
    assert edge(view, "cart", "pay").main
    assert not edge(view, "cart", "account").main
    assert edge(view, "advert", "cart").width > edge(view, "cart", "pay").width > edge(view, "cart", "account").width
    label = edge(view, "cart", "account").label
    assert label
    assert label.block.text == "Has no account"


def test_an_empty_stage_says_why_or_that_it_is_empty(journey_of: Build) -> None:
    view = flow(journey_of("stages: [{name: A, skipped: Nobody asked yet}, {name: B}]"))
    assert [panel.notice.text for panel in view.panels if panel.notice] == ["Nobody asked yet", "No touchpoints"]


def test_only_signs_that_occur_are_explained_in_the_language_of_the_journey(journey_of: Build) -> None:
    assert [entry.sign for entry in flow(journey_of(SHOP)).legend] == ["main", "star", "wait", "mood1", "mood-2"]
    spanish = flow(journey_of("language: es\n" + SHOP))
    assert "Momento de la verdad" in [entry.block.text for entry in spanish.legend]


def test_a_wait_and_an_action_say_what_they_are(journey_of: Build) -> None:
    metas = {card.name.text: card.meta.text for card in flow(journey_of(SHOP)).cards if card.meta}
    assert metas == {"Parcel": "Wait · 2–5\u00a0days"}


@pytest.mark.parametrize("stages", ["stages: []", "stages: [{name: A, touchpoints: [x]}]"])
def test_the_smallest_journeys_have_a_picture(journey_of: Build, stages: str) -> None:
    view = flow(journey_of(stages))
    assert view.width > 0
    assert view.height > 0


def test_intervals_are_spread_as_little_as_possible() -> None:
    assert spread([10, 50], [10, 10], 0) == [10, 50]
    assert spread([20, 20], [10, 10], 0) == [15, 25]
    assert spread([-5, 0], [10, 10], 0) == [0, 10]


def test_what_was_picked_out_is_said_with_the_legend_however_long(journey_of: Callable[[str], Journey]) -> None:
    name = "The way that hardly anybody takes " * 12
    journey = journey_of(f"stages: [{{name: A, touchpoints: [B, C]}}]\npaths: [{{id: p, name: {name}, steps: [b, c]}}]")
    view = flow(journey, Choice(path="p"))
    note = view.legend[0]
    assert note.block.text == f"only the path “{name.strip()}”"
    assert len(note.block.lines) > 1
    assert all(line.x + line.width <= view.width for line in note.block.lines)
    assert view.legend[1].box.y >= note.box.bottom
    assert flow(journey, Choice(path="p", headed=False)).legend == flow(journey).legend
