"""The service blueprint: three lines, what stands under each, and what nobody has written yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.views.blueprint import lay_out
from cjm.views.picture import Curve, Face, Group, Line, Picture, Words

Build = Callable[[str], Journey]
LINES = ["Line of interaction", "Line of visibility", "Line of internal interaction"]

CLINIC = """
language: en
teams: [{id: desk, name: Front desk}]
stages:
  - name: Arrive
    touchpoints:
      - id: desk
        name: Sign in
        emotion: -1
        moment_of_truth: true
        actions: [Says her name]
        frontstage: [The clerk looks her up]
        backstage: [The file is fetched]
        support: [The archive]
        systems: [Register, Printer]
        owner: desk
        thoughts: [Do they know me?]
      - {id: wait, name: Wait, kind: wait, frontstage: [A screen shows her number]}
"""
BARE = "language: en\nstages: [{name: A, touchpoints: [{name: x, actions: [Does it], support: [A partner]}]}]"


def of_kind(picture: Picture, kind: str) -> list[Group]:
    return [group for group in picture.groups if group.kind == kind]


def words(group: Group) -> list[str]:
    return [mark.block.text for mark in group.marks if isinstance(mark, Words)]


def labels(picture: Picture) -> list[str]:
    """What stands in the first column, from top to bottom."""
    found = sorted(of_kind(picture, "label"), key=lambda group: group.box.y)
    return [text for group in found for text in words(group)]


def top_of(picture: Picture, text: str) -> float:
    (found,) = [group for group in picture.groups if text in words(group)]
    return found.box.y


def boundaries(picture: Picture) -> list[float]:
    """The heights of the lines."""
    marks = [mark for group in picture.groups for mark in group.marks if isinstance(mark, Line)]
    return sorted({mark.points[0][1] for mark in marks if mark.role == "boundary"})


def test_the_customer_stands_over_three_lines_and_the_company_under_them(journey_of: Build) -> None:
    assert labels(lay_out(journey_of(CLINIC))) == [
        "Touchpoints",
        "Does",
        "Line of interaction",
        "In front",
        "Line of visibility",
        "Unseen",
        "Line of internal interaction",
        "Supported by",
        "Systems",
        "Owner",
    ]


def test_each_line_runs_between_what_it_parts(journey_of: Build) -> None:
    picture = lay_out(journey_of(CLINIC))
    said = ["Says her name", "The clerk looks her up", "The file is fetched", "The archive"]
    tops = [top_of(picture, each) for each in said]
    interaction, visibility, internal = boundaries(picture)
    assert tops[0] < interaction < tops[1] < visibility < tops[2] < internal < tops[3]
    assert all(top_of(picture, name) < line for name, line in zip(LINES, boundaries(picture), strict=True))


def test_a_line_runs_from_the_first_column_to_the_last(journey_of: Build) -> None:
    picture = lay_out(journey_of(CLINIC))
    marks = [mark for group in picture.groups for mark in group.marks if isinstance(mark, Line)]
    for height in boundaries(picture):
        across = [
            x for mark in marks if mark.role == "boundary" and mark.points[0][1] == height for x, _ in mark.points
        ]
        assert min(across) < picture.fixed
        assert max(across) >= max(card.box.right for card in of_kind(picture, "card"))


def test_owner_and_systems_stand_under_their_touchpoint(journey_of: Build) -> None:
    picture = lay_out(journey_of(CLINIC))
    sign_in = of_kind(picture, "card")[0].box
    for text in ("Register", "Printer", "Front desk"):
        (group,) = [each for each in of_kind(picture, "text") if words(each) == [text]]
        assert group.box.x == pytest.approx(sign_in.x)


def test_what_she_thinks_and_feels_is_for_the_map(journey_of: Build) -> None:
    picture = lay_out(journey_of(CLINIC))
    assert not any(isinstance(mark, Curve | Face) for group in picture.groups for mark in group.marks)
    assert not any("Do they know me?" in words(group) for group in picture.groups)


def test_a_lane_without_contents_is_left_out_but_the_three_lines_stand(journey_of: Build) -> None:
    picture = lay_out(journey_of(BARE))
    assert labels(picture) == [
        "Touchpoints",
        "Does",
        LINES[0],
        "In front",
        LINES[1],
        "Unseen",
        LINES[2],
        "Supported by",
    ]
    assert len(boundaries(picture)) == 3


def test_what_nobody_has_written_under_a_line_is_said_quietly_where_it_belongs(journey_of: Build) -> None:
    picture = lay_out(journey_of(BARE))
    gaps = of_kind(picture, "gap")
    assert [words(group) for group in gaps] == [["Not written down yet"]] * 2
    interaction, visibility, internal = boundaries(picture)
    assert interaction < gaps[0].box.y < visibility < gaps[1].box.y < internal
    assert all(mark.role == "quiet" for group in gaps for mark in group.marks if isinstance(mark, Words))
    assert of_kind(lay_out(journey_of(CLINIC)), "gap") == []


def test_a_journey_with_nothing_in_it_still_shows_what_belongs_there(journey_of: Build) -> None:
    picture = lay_out(journey_of("language: en"))
    assert len(boundaries(picture)) == 3
    assert len(of_kind(picture, "gap")) == 3


def test_lines_are_named_in_the_language_of_the_journey(journey_of: Build) -> None:
    spanish = labels(lay_out(journey_of(CLINIC.replace("language: en", "language: es"))))
    assert {"Línea de interacción", "Línea de visibilidad", "Línea de interacción interna"} <= {*spanish}


def test_signs_of_the_cards_are_explained(journey_of: Build) -> None:
    explained = [words(group) for group in of_kind(lay_out(journey_of(CLINIC)), "legend")]
    assert explained == [["Moment of truth"], ["Wait"]]
