"""The curve alone: heights are scores, lines are told apart, and what two journeys do not share is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.views.choice import Choice
from cjm.views.curve import lay_out
from cjm.views.picking import pick
from cjm.views.picture import Curve, Face, Group, Picture, Words

Build = Callable[[str], Journey]

TODAY = """
id: today
state: current
persona: laura
personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]
evidence: [{id: talks, kind: interview, title: Talks}]
stages:
  - name: Look
    touchpoints:
      - {id: advert, name: Advert, emotion: {score: 1, feeling: curious, evidence: [talks]}}
      - {id: review, name: Review, emotion: {score: 2, feeling: sure, evidence: [talks], by: {pedro: -1}}}
  - name: Buy
    touchpoints:
      - {id: cart, name: Cart, emotion: -1}
      - id: account
        name: Account
        emotion: {score: -2, feeling: angry}
        pain_points: [{text: A slow form, severity: 2}, {text: It must be made first, severity: 5, share: 35%}]
"""
TOMORROW = """
id: tomorrow
state: future
stages:
  - name: Look
    touchpoints: [{id: advert, name: Advert, emotion: 1}, {id: review, name: Review, emotion: 2}]
  - name: Buy
    touchpoints: [{id: trial, name: Trial, emotion: 2}, {id: basket, name: Basket, was: cart, emotion: 1}]
"""


def said(group: Group) -> list[str]:
    return [mark.block.text for mark in group.marks if isinstance(mark, Words)]


def of_kind(picture: Picture, kind: str) -> list[Group]:
    return [group for group in picture.groups if kind in group.kind.split()]


def faces(picture: Picture) -> list[Face]:
    return [mark for group in of_kind(picture, "feeling") for mark in group.marks if isinstance(mark, Face)]


def curves(picture: Picture) -> list[Curve]:
    return [mark for group in of_kind(picture, "curve") for mark in group.marks if isinstance(mark, Curve)]


def test_a_point_stands_as_high_as_its_score_says(journey_of: Build) -> None:
    labels = [mark for group in of_kind(lay_out(journey_of(TODAY)), "label") for mark in group.marks]
    scale = {mark.mood: mark.center[1] for mark in labels if isinstance(mark, Face)}
    found = faces(lay_out(journey_of(TODAY)))
    assert [face.mood for face in found] == [1, 2, -1, -2]
    assert [face.center[1] for face in found] == [scale[mood] for mood in (1, 2, -1, -2)]
    assert [face.center[0] for face in found] == sorted(face.center[0] for face in found)


def test_a_line_is_dashed_where_nothing_but_an_assumption_stands_behind_it(journey_of: Build) -> None:
    main = [each for each in curves(lay_out(journey_of(TODAY))) if "other" not in each.role]
    assert [each.role for each in main] == ["line", "line assumed"]
    assert main[0].points[-1] == main[1].points[0]


def test_the_best_and_the_hardest_moment_are_called_out_with_what_hurts_most(journey_of: Build) -> None:
    picture = lay_out(journey_of(TODAY))
    [best], [hardest] = of_kind(picture, "best"), of_kind(picture, "hardest")
    assert said(best) == ["The best moment (+2)", "Review", "sure"]
    assert said(hardest) == ["The hardest moment (−2)", "Account", "angry", "It must be made first", "Critical · 35%"]


def test_nothing_is_called_out_where_all_feels_alike(journey_of: Build) -> None:
    picture = lay_out(journey_of("stages: [{name: A, touchpoints: [{name: B, emotion: 1}, {name: C, emotion: 1}]}]"))
    assert of_kind(picture, "callout") == []


def test_a_persona_who_feels_otherwise_has_a_line_of_her_own_with_her_name_at_its_end(journey_of: Build) -> None:
    picture = lay_out(journey_of(TODAY))
    assert sorted(text for group in of_kind(picture, "strand") for text in said(group)) == ["Laura", "Pedro"]
    [hers] = [each for each in curves(picture) if "other" in each.role]
    assert "dash1" in hers.role.split()
    main = faces(picture)
    assert hers.points[3][0] == main[1].center[0]
    assert hers.points[3][1] == next(face for face in main if face.mood == -1).center[1]
    assert [hers.points[at] for at in (0, 6, 9)] == [main[at].center for at in (0, 2, 3)]


def test_a_persona_that_is_picked_out_stands_alone(journey_of: Build) -> None:
    choice = Choice(persona="pedro")
    picture = lay_out(pick(journey_of(TODAY), choice), choice)
    assert [face.mood for face in faces(picture)] == [1, -1, -1, -2]
    assert of_kind(picture, "strand") == []


def test_a_journey_of_tomorrow_is_drawn_over_that_of_today(journey_of: Build) -> None:
    picture = lay_out(journey_of(TODAY), Choice(compared=journey_of(TOMORROW)))
    names = [said(group) for group in of_kind(picture, "name")]
    assert names == [["Advert"], ["Review"], ["Trial", "New"], ["Cart"], ["Account", "No longer there"]]
    labels = sorted(text for group in of_kind(picture, "strand") for text in said(group))
    assert labels == ["As it is today", "As it should be"]
    assert len(faces(picture)) == 4


def test_from_tomorrow_what_is_new_and_gone_changes_places(journey_of: Build) -> None:
    picture = lay_out(journey_of(TOMORROW), Choice(compared=journey_of(TODAY)))
    names = [said(group) for group in of_kind(picture, "name")]
    assert names == [["Advert"], ["Review"], ["Trial", "New"], ["Basket"], ["Account", "No longer there"]]


def test_a_stage_that_only_one_of_two_journeys_has_says_so(journey_of: Build) -> None:
    other = journey_of(TOMORROW.replace("name: Buy", "name: Try").replace("was: cart", "was: none"))
    picture = lay_out(journey_of(TODAY), Choice(compared=other))
    assert [said(group) for group in of_kind(picture, "stage")] == [
        ["Look"],
        ["Try", "New"],
        ["Buy", "No longer there"],
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no stages yet."),
        ("stages: [{name: Look, touchpoints: [Advert]}]", "Nobody has written down yet how this feels."),
    ],
)
def test_a_draft_says_what_is_missing(text: str, sentence: str, journey_of: Build) -> None:
    picture = lay_out(journey_of(text))
    assert [said(group) for group in of_kind(picture, "notice")] == [[sentence]]
    assert curves(picture) == []


def test_the_mood_of_a_stage_stands_in_its_middle_where_its_touchpoints_say_nothing(journey_of: Build) -> None:
    picture = lay_out(journey_of("stages: [{name: A, emotion: 2, touchpoints: [B, C]}]"))
    [face] = faces(picture)
    [stage] = of_kind(picture, "stage")
    assert face.center[0] == pytest.approx(stage.box.middle[0])


def test_a_slide_is_about_as_wide_as_a_screen(journey_of: Build) -> None:
    picture = lay_out(journey_of(TODAY))
    assert 1.5 < picture.width / picture.height < 2
