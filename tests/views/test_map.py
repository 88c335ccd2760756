"""The map: lanes in the order wanted, lines by what they rest on, and what has been picked out said."""

from __future__ import annotations

from collections.abc import Callable

from cjm.model import Journey
from cjm.outputs.draw import draw
from cjm.views.choice import Choice
from cjm.views.map import lay_out
from cjm.views.picture import Curve, Picture, Words

MAP = """
persona: laura
personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]
evidence: [{id: talks, kind: interview, title: Talks}, {id: guess, kind: assumption, title: Guess}]
lanes: [{id: needs, name: Our own needs}]
stages:
  - name: Look
    needs: [See it worn]
    touchpoints:
      - {name: Advert, emotion: {score: 1, evidence: [talks]}, actions: [Taps it], lanes: {needs: [A permit]}}
      - {name: Review, emotion: {score: -1, evidence: [talks], by: {pedro: 2}}, thoughts: [Really?]}
  - name: Buy
    touchpoints: [{name: Pay, emotion: {score: 0, evidence: [guess]}, pain_points: [{text: Slow, severity: 4}]}]
"""
Build = Callable[[str], Journey]


def labels(picture: Picture) -> list[str]:
    marks = [mark for group in picture.groups if group.kind == "label" for mark in group.marks]
    return [mark.block.text for mark in marks if isinstance(mark, Words) and mark.block.style == "label"]


def texts(picture: Picture) -> str:
    marks = (mark for group in picture.groups for mark in group.marks)
    return " | ".join(mark.block.text for mark in marks if isinstance(mark, Words))


def test_lanes_stand_in_the_order_wanted(journey_of: Build) -> None:
    picture = lay_out(journey_of(MAP), Choice(lanes=("pain_points", "actions")))
    assert labels(picture)[-2:] == ["Pain points", "Does"]


def test_a_lane_that_holds_nothing_is_left_out(journey_of: Build) -> None:
    assert "Opportunities" not in labels(lay_out(journey_of(MAP)))


def test_a_lane_of_the_journeys_own_stands_beside_ours_of_the_same_name(journey_of: Build) -> None:
    picture = lay_out(journey_of(MAP))
    assert {"Needs", "Our own needs"} <= set(labels(picture))
    assert texts(picture).count("A permit") == 1
    assert "See it worn" in texts(picture)


def test_what_is_assumed_is_dashed(journey_of: Build) -> None:
    roles = [mark.role for group in lay_out(journey_of(MAP)).groups for mark in group.marks if isinstance(mark, Curve)]
    assert roles == ["line", "line assumed"]


def test_the_curve_is_hers_who_is_picked_out_and_the_head_says_so(journey_of: Build) -> None:
    page = draw(journey_of(MAP), "html", choice=Choice(persona="pedro")).decode()
    picture = draw(journey_of(MAP), choice=Choice(persona="pedro")).decode()
    assert "Review: Very positive (+2)" in picture
    for made in (page, picture):
        assert "only what Pedro meets" in made
