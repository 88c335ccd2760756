"""The map: where each thing stands, what its signs say, and how the curve runs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from cjm.model import Journey
from cjm.project.load import load
from cjm.views.choice import Choice
from cjm.views.map import lay_out
from cjm.views.metrics import is_exact
from cjm.views.picking import pick
from cjm.views.picture import Curve, Dot, Face, Group, Line, Picture, Rect, Sign, Words

Build = Callable[[str], Journey]
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.journey.yaml"))

SHOP = """
language: en
persona: ana
personas: [{id: ana, name: Ana, summary: Buys on her phone}, {id: leo, name: Leo}]
channels: [{id: web, name: Web shop, kind: web}]
teams: [{id: shop, name: Shop team}]
evidence: [{id: talks, title: Talks, kind: interview}, {id: guess, title: Guess, kind: assumption}]
lanes: [{id: legal, name: Law}]
stages:
  - name: Look
    customer_goal: Find shoes
    figures: [{metric: conversion, value: 46%, n: 500}]
    touchpoints:
      - {id: advert, name: Advert, channel: web, share: 40%, actions: [Sees it], emotion: {score: 1, evidence: [talks]}}
      - {id: review, name: Review, kind: action, thoughts: [Is it paid for?], emotion: {score: -1, evidence: [talks]}}
  - name: Choose
    skipped: Nobody asked yet
  - name: Buy
    touchpoints:
      - id: pay
        name: Pay
        moment_of_truth: true
        emotion: {score: -2, feeling: anger, evidence: [guess], by: {leo: 2}}
        pain_points: [{id: account, text: An account is asked for, severity: 4, share: 35%, felt_by: ana}]
        opportunities: [{text: Buy as a guest, owner: shop, status: planned, due: 2027-01-29}]
        lanes: {legal: [Only what is needed]}
      - {id: parcel, name: Parcel, kind: wait, lasts: {from: 2d, to: 5d}, emotion: {score: 2, evidence: [talks]}}
"""


def of_kind(picture: Picture, kind: str) -> list[Group]:
    return [group for group in picture.groups if group.kind == kind]


def words(group: Group) -> list[str]:
    return [mark.block.text for mark in group.marks if isinstance(mark, Words)]


def labels(picture: Picture) -> list[str]:
    """The titles in the first column, from top to bottom."""
    marks = [mark for group in of_kind(picture, "label") for mark in group.marks]
    return [mark.block.text for mark in marks if isinstance(mark, Words) and mark.block.style == "label"]


def roles(group: Group) -> list[str]:
    return [mark.role for mark in group.marks if not isinstance(mark, Face)]


def faces(picture: Picture) -> list[Face]:
    return [mark for group in of_kind(picture, "feeling") for mark in group.marks if isinstance(mark, Face)]


def in_curve(picture: Picture, kind: type[Curve | Dot]) -> list[Curve | Dot]:
    return [mark for group in of_kind(picture, "curve") for mark in group.marks if isinstance(mark, kind)]


def lines(picture: Picture) -> list[Curve]:
    return [mark for mark in in_curve(picture, Curve) if isinstance(mark, Curve)]


def dots(picture: Picture) -> list[tuple[float, float]]:
    return [mark.center for mark in in_curve(picture, Dot) if isinstance(mark, Dot)]


def plain(touchpoints: str) -> str:
    return f"language: en\nstages: [{{name: A, touchpoints: [{touchpoints}]}}]"


def test_from_top_to_bottom_stand_heading_stages_touchpoints_emotion_and_lanes(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    kinds = ("heading", "stage", "card", "feeling", "text", "legend")
    tops = [min(group.box.y for group in of_kind(picture, kind)) for kind in kinds]
    assert tops == sorted(tops)


def test_the_lanes_that_hold_something_stand_in_their_usual_order_and_no_others(journey_of: Build) -> None:
    usual = ["Touchpoints", "Emotion", "Does", "Thinks", "Feels", "Pain points", "Opportunities"]
    assert labels(lay_out(journey_of(SHOP))) == [*usual, "Law", "Observed figures"]


def test_an_arrow_spans_the_cards_of_its_stage(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    look, choose, buy = of_kind(picture, "stage")
    advert, review, pay, parcel = of_kind(picture, "card")
    assert look.box.x <= advert.box.x < review.box.right <= look.box.right
    assert buy.box.x <= pay.box.x < parcel.box.right <= buy.box.right
    assert look.box.right < choose.box.x < choose.box.right < buy.box.x
    assert words(look) == ["Look", "Find shoes"]


def test_an_empty_stage_says_why_it_is_empty(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    (notice,) = of_kind(picture, "notice")
    assert words(notice) == ["Nobody asked yet"]
    assert of_kind(picture, "stage")[1].box.x <= notice.box.x
    assert words(of_kind(lay_out(journey_of("language: en\nstages: [{name: A}]")), "notice")[0]) == ["No touchpoints"]


def test_a_card_says_name_channel_share_and_how_long_it_takes(journey_of: Build) -> None:
    advert, review, _, parcel = of_kind(lay_out(journey_of(SHOP)), "card")
    assert words(advert) == ["Advert", "Web shop · 40%"]
    assert "web" in roles(advert), "the sign of its channel"
    assert words(review) == ["Review", "Customer alone"]
    assert words(parcel)[1].startswith("Wait · ")


def test_a_moment_of_truth_has_a_star_and_a_frame(journey_of: Build) -> None:
    cards = of_kind(lay_out(journey_of(SHOP)), "card")
    starred = [words(card)[0] for card in cards if "star" in roles(card)]
    framed = [words(card)[0] for card in cards if "truth" in roles(card)[0].split()]
    assert starred == framed == ["Pay"]


def test_columns_are_equally_wide_and_follow_each_other(journey_of: Build) -> None:
    cards = of_kind(lay_out(journey_of(SHOP)), "card")
    assert len({round(card.box.width, 2) for card in cards}) == 1
    assert all(before.box.right < after.box.x for before, after in pairwise(cards))


def test_cards_are_wider_where_there_are_few(journey_of: Build) -> None:
    pictures = [lay_out(journey_of(plain(", ".join("abcdefghijkl"[:count])))) for count in (2, 6, 12)]
    widths = [of_kind(picture, "card")[0].box.width for picture in pictures]
    assert widths == sorted(widths, reverse=True)
    assert len({*widths}) == 3


def test_a_face_stands_as_high_as_its_score_over_the_middle_of_its_card(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    found = faces(picture)
    assert [face.mood for face in found] == [1, -1, -2, 2]
    (scale,) = of_kind(picture, "scale")
    zero = next(mark.points[0][1] for mark in scale.marks if isinstance(mark, Line) and mark.role == "zero")
    step = (zero - found[3].center[1]) / 2
    assert step > 0
    assert [(zero - face.center[1]) / step for face in found] == pytest.approx([1, -1, -2, 2])
    for card, face in zip(of_kind(picture, "card"), found, strict=True):
        assert card.box.middle[0] == pytest.approx(face.center[0], abs=0.1)


def test_the_line_is_dashed_from_and_to_a_point_that_rests_on_an_assumption_alone(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    solid, dashed = lines(picture)
    assert (solid.role, dashed.role) == ("line", "line assumed")
    across = [face.center[0] for face in faces(picture)]
    assert (solid.points[0][0], solid.points[-1][0]) == (across[0], across[1])
    assert (dashed.points[0][0], dashed.points[-1][0]) == (across[1], across[3])
    explained = [text for group in of_kind(picture, "legend") for text in words(group)]
    assert explained[:2] == ["rests on evidence", "assumed: no evidence yet"]


def test_the_curve_runs_through_every_face_and_never_beyond_one(journey_of: Build) -> None:
    scores = (0, 2, 2, -2, -1, 1, 1.5, -2)
    steps = ", ".join(f"{{name: T{number}, emotion: {score}}}" for number, score in enumerate(scores))
    picture = lay_out(journey_of(plain(steps)))
    (curve,) = lines(picture)
    assert list(curve.points[::3]) == [face.center for face in faces(picture)]
    for start in range(0, len(curve.points) - 1, 3):
        (_, first), (_, leave), (_, arrive), (_, last) = curve.points[start : start + 4]
        assert min(first, last) <= leave <= max(first, last)
        assert min(first, last) <= arrive <= max(first, last)


def test_the_mood_of_a_stage_stands_where_its_touchpoints_say_nothing(journey_of: Build) -> None:
    silent = "{name: A, emotion: 1, touchpoints: [x, y]}"
    telling = "{name: B, emotion: 2, touchpoints: [{name: z, emotion: -1}]}"
    picture = lay_out(journey_of(f"stages: [{silent}, {telling}]"))
    assert [face.mood for face in faces(picture)] == [1, -1]
    assert faces(picture)[0].center[0] == pytest.approx(of_kind(picture, "stage")[0].box.middle[0])


def test_where_nobody_said_how_it_feels_there_is_no_curve(journey_of: Build) -> None:
    picture = lay_out(journey_of(plain("x")))
    assert "Emotion" not in labels(picture)
    assert not faces(picture)
    assert not lines(picture)


def test_another_journey_is_drawn_over_the_touchpoints_that_it_shares(journey_of: Build) -> None:
    own = journey_of(SHOP)
    changed = "{id: checkout, was: pay, name: Check out, emotion: 1}, {id: gift, name: Gift, emotion: 2}"
    other = journey_of(plain(f"{changed}, {{id: parcel, name: Parcel, emotion: 0}}"))
    picture = lay_out(own, Choice(compared=other))
    (over,) = [line for line in lines(picture) if "other" in line.role]
    assert [x for x, _ in dots(picture)] == [face.center[0] for face in faces(picture)[2:]]
    assert list(over.points[::3]) == dots(picture)
    assert dots(picture)[0][1] == faces(picture)[0].center[1], "both say +1"
    assert faces(picture) == faces(lay_out(pick(own, Choice()))), "its own points stay"


def test_a_touchpoint_is_found_again_by_the_id_that_it_had(journey_of: Build) -> None:
    today = journey_of(SHOP)
    tomorrow = journey_of(plain("{id: checkout, was: pay, name: Check out, emotion: 1}"))
    picture = lay_out(tomorrow, Choice(compared=today))
    assert [x for x, _ in dots(picture)] == [face.center[0] for face in faces(picture)]


def test_a_pain_point_says_how_much_it_hurts_whom_and_how_many(journey_of: Build) -> None:
    (pain,) = of_kind(lay_out(journey_of(SHOP)), "pain")
    assert words(pain) == ["An account is asked for", "High · 35% · Ana"]
    assert "severity4" in roles(pain)
    assert pain.part == ("pain_point", "account")


def test_an_opportunity_says_how_far_it_is_and_who_does_it_by_when(journey_of: Build) -> None:
    (chance,) = of_kind(lay_out(journey_of(SHOP)), "chance")
    text, said = words(chance)
    assert text == "Buy as a guest"
    assert said.startswith("Planned · Shop team · ")
    assert said.endswith("2027")
    assert [mark.role for mark in chance.marks if isinstance(mark, Sign)] == ["planned"]


def test_a_share_that_goes_on_has_a_bar_as_long_as_it_and_says_what_is_lost(journey_of: Build) -> None:
    (figure,) = of_kind(lay_out(journey_of(SHOP)), "figure")
    bars = {mark.role: mark.box.width for mark in figure.marks if isinstance(mark, Rect)}
    assert bars["bar"] == pytest.approx(0.46 * bars["track"])
    assert "46% · ↓ 54%" in words(figure)


@pytest.mark.parametrize(("name", "said"), [("Advert", "Sees it"), ("Pay", "Only what is needed")])
def test_what_stands_in_a_column_stands_under_its_card(name: str, said: str, journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    (card,) = [group.box for group in of_kind(picture, "card") if words(group)[0] == name]
    (text,) = [group.box for group in of_kind(picture, "text") if words(group) == [said]]
    assert text.x == pytest.approx(card.x)
    assert text.width == pytest.approx(card.width)


def test_the_first_column_holds_the_labels_and_nothing_else(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    for group in picture.groups:
        if group.kind not in {"heading", "rule"}:
            assert (group.box.right <= picture.fixed) is (group.kind == "label"), group.kind


def test_only_signs_that_occur_are_explained(journey_of: Build) -> None:
    picture = lay_out(journey_of(plain("{name: x, kind: wait}")))
    assert [words(group) for group in of_kind(picture, "legend")] == [["Wait"]]


def test_a_map_can_be_read_by_who_cannot_see_it(journey_of: Build) -> None:
    picture = lay_out(journey_of(SHOP))
    pay = of_kind(picture, "card")[2]
    assert pay.summary == "Pay · Very negative (−2) · Moment of truth"
    assert pay.part == ("touchpoint", "pay")
    assert picture.description == "Map of the journey: 3 stages, 4 touchpoints"


def test_labels_are_said_in_the_language_of_the_journey(journey_of: Build) -> None:
    spanish = labels(lay_out(journey_of(SHOP.replace("language: en", "language: es"))))
    assert {"Puntos de contacto", "Emoción", "Puntos de dolor", "Oportunidades"} <= {*spanish}


def test_a_journey_with_nothing_in_it_keeps_no_room_for_what_is_not_there(journey_of: Build) -> None:
    picture = lay_out(journey_of("language: en"))
    (heading,) = picture.groups
    assert heading.kind == "heading"
    assert picture.height - heading.box.bottom < 3 * heading.box.y


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: str(file.name).partition(".")[0])
def test_the_bundled_font_has_every_letter_of_a_map_in_latin_script(sample: Path) -> None:
    """Another would be drawn in whatever font a machine has, or not at all."""
    marks = (mark for group in lay_out(load(sample)).groups for mark in group.marks)
    drawn = {line.text for mark in marks if isinstance(mark, Words) for line in mark.block.lines}
    assert {text for text in drawn if not is_exact(text)} == set()
