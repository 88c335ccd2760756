"""What is left of a journey when a persona, a path or a channel is picked out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.outputs import OUTPUTS
from cjm.outputs.draw import draw, seen
from cjm.views.choice import ALL, Choice
from cjm.views.map import lay_out
from cjm.views.picking import PickError, pick
from cjm.views.picture import Picture, Words

SHOES = """
persona: laura
personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]
channels: [{id: web, name: Web shop, kind: web}, {id: tel, name: Hotline, kind: phone}]
pain_points: [{id: slow, text: Slow everywhere, felt_by: pedro}]
scope: {ends_at: first-run}
stages:
  - name: Wanting
    emotion: {score: 2, by: {pedro: -1}}
    touchpoints:
      - name: Advert
        channel: web
        emotion: {score: 1, feeling: curious, by: {pedro: -2}}
        pain_points: [{id: loud, text: Too loud, felt_by: pedro}, {id: late, text: Too late, felt_by: laura}]
        opportunities:
          - {id: softer, text: Softer, addresses: [loud]}
          - {id: other, text: Another agency, addresses: [loud, late]}
          - {id: ours, text: Our own idea}
  - name: Choosing
    touchpoints: [{name: Size guide, emotion: 0}, {name: Call, channel: tel, personas: [pedro]}]
  - name: Waiting
    skipped: Nothing to do
  - name: Wearing
    touchpoints: [{name: First run, channels: [web, Club]}]
paths:
  - {id: main, name: The usual way, steps: [advert, size-guide, first-run]}
  - {id: calls, persona: pedro, steps: [advert, call, first-run]}
"""


@pytest.fixture
def shoes(journey_of: Callable[[str], Journey]) -> Journey:
    return journey_of(SHOES)


def names(journey: Journey) -> list[str]:
    return [each.name for each in journey.touchpoints]


def stages(journey: Journey) -> list[str]:
    return [each.name for each in journey.stages]


def test_without_a_choice_nothing_changes(shoes: Journey) -> None:
    assert pick(shoes, ALL) is shoes


@pytest.mark.parametrize("said", ["pedro", "Pedro", "PEDRO"])
def test_a_persona_is_known_by_id_and_by_name(shoes: Journey, said: str) -> None:
    picked = pick(shoes, Choice(persona=said))
    assert picked.main_persona == "pedro"
    assert names(picked) == ["Advert", "Size guide", "Call", "First run"]


def test_what_others_meet_is_left_out(shoes: Journey) -> None:
    assert "Call" not in names(pick(shoes, Choice(persona="laura")))


def test_a_persona_may_be_free_text(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of("persona: Laura\nstages: [{name: A, touchpoints: [{name: B, personas: [Ana]}, C]}]")
    assert names(pick(journey, Choice(persona="Ana"))) == ["B", "C"]
    assert names(pick(journey, Choice(persona="laura"))) == ["C"]


def test_it_is_felt_as_she_feels_it(shoes: Journey) -> None:
    advert = pick(shoes, Choice(persona="pedro")).touchpoints[0]
    assert advert.emotion is not None
    assert (advert.score, advert.emotion.feeling) == (-2, None)
    assert pick(shoes, Choice(persona="laura")).touchpoints[0].emotion == shoes.touchpoints[0].emotion


def test_the_mood_of_a_stage_is_hers_too(shoes: Journey) -> None:
    mood = pick(shoes, Choice(persona="pedro")).stages[0].emotion
    assert mood is not None
    assert mood.score == -1


def test_where_she_feels_nothing_else_the_main_personas_emotion_stands(shoes: Journey) -> None:
    assert pick(shoes, Choice(persona="pedro")).touchpoints[1].score == 0


def test_what_hurts_others_is_left_out_and_what_would_help_them_alone(shoes: Journey) -> None:
    hers, his = (pick(shoes, Choice(persona=name)) for name in ("laura", "pedro"))
    assert [each.text for each in hers.every_pain_point] == ["Too late"]
    assert [each.text for each in his.every_pain_point] == ["Slow everywhere", "Too loud"]
    assert [each.id for each in hers.every_opportunity] == ["other", "ours"]
    assert hers.every_opportunity[0].addresses == ("late",)


def test_paths_of_others_are_left_out(shoes: Journey) -> None:
    assert [each.id for each in pick(shoes, Choice(persona="laura")).paths] == ["main"]
    assert [each.id for each in pick(shoes, Choice(persona="pedro")).paths] == ["main", "calls"]


@pytest.mark.parametrize("said", ["main", "The usual way"])
def test_a_path_leaves_its_steps_and_the_stages_of_them(shoes: Journey, said: str) -> None:
    picked = pick(shoes, Choice(path=said))
    assert names(picked) == ["Advert", "Size guide", "First run"]
    assert [each.id for each in picked.paths] == ["main"]


def test_a_stage_without_a_touchpoint_of_its_own_stays(shoes: Journey) -> None:
    assert stages(pick(shoes, Choice(channel="tel"))) == ["Choosing", "Waiting"]


@pytest.mark.parametrize("said", ["web", "Web shop", "web SHOP"])
def test_a_channel_leaves_the_touchpoints_that_have_it(shoes: Journey, said: str) -> None:
    picked = pick(shoes, Choice(channel=said))
    assert names(picked) == ["Advert", "First run"]
    assert [[step.to for step in each.steps] for each in picked.paths] == [["advert", "first-run"]] * 2


def test_a_channel_that_nobody_defined_can_be_picked(shoes: Journey) -> None:
    with pytest.raises(PickError):
        pick(shoes, Choice(channel="Clubs"))
    assert names(pick(shoes, Choice(channel="Club"))) == ["First run"]


def test_choices_are_combined(shoes: Journey) -> None:
    assert names(pick(shoes, Choice(persona="pedro", path="calls", channel="tel"))) == ["Call"]


def test_choices_that_nothing_fits_are_refused(shoes: Journey) -> None:
    with pytest.raises(PickError, match="no touchpoint that fits") as caught:
        pick(shoes, Choice(persona="laura", channel="tel"))
    assert caught.value.hint


def test_an_end_that_is_left_out_is_not_spoken_of(shoes: Journey) -> None:
    picked = pick(shoes, Choice(channel="tel"))
    assert picked.scope is not None
    assert picked.scope.ends_at is None


@pytest.mark.parametrize(
    ("choice", "said", "hint"),
    [
        (Choice(persona="Lauar"), "no persona is called `Lauar`", "Laura"),
        (Choice(persona="zzz"), "no persona is called `zzz`", "there are"),
        (Choice(path="mian"), "no path is called `mian`", "main"),
        (Choice(channel="Hotlien"), "no touchpoint has the channel `Hotlien`", "Hotline"),
    ],
)
def test_what_is_not_there_is_refused_with_what_was_meant(shoes: Journey, choice: Choice, said: str, hint: str) -> None:
    with pytest.raises(PickError, match=said) as caught:
        pick(shoes, choice)
    assert caught.value.hint is not None
    assert hint in f"{caught.value.hint.template} {caught.value.hint.arguments}"
    assert caught.value.known


def test_a_journey_that_names_none_says_so(journey_of: Callable[[str], Journey]) -> None:
    with pytest.raises(PickError) as caught:
        pick(journey_of("stages: [{name: A, touchpoints: [B]}]"), Choice(path="x"))
    assert caught.value.known == ()


def test_what_is_an_id_is_not_taken_for_the_name_of_another(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of(
        "stages: [{name: A, touchpoints: [B, C]}]\npaths: [{id: x, steps: [b]}, {id: y, name: x, steps: [c]}]"
    )
    assert names(pick(journey, Choice(path="x"))) == ["B"]


def test_a_journey_is_not_compared_with_itself(shoes: Journey, journey_of: Callable[[str], Journey]) -> None:
    with pytest.raises(PickError, match="itself"):
        pick(shoes, Choice(compared=journey_of(SHOES)))


def test_the_other_journey_is_felt_by_the_same_persona(shoes: Journey, journey_of: Callable[[str], Journey]) -> None:
    other = journey_of(SHOES.replace("by: {pedro: -2}", "by: {pedro: 0}").replace("score: 1,", "score: 2,"))
    choice = Choice(persona="pedro", compared=other)
    alone = lay_out(pick(shoes, choice), Choice(persona="pedro", compared=pick(other, Choice(persona="pedro"))))
    assert seen(shoes, "svg", "map", choice) == alone
    assert seen(shoes, "svg", "map", Choice(persona="pedro", compared=other)) != seen(
        shoes, "svg", "map", Choice(compared=other)
    )


PARTS = {
    "Pedro": Choice(persona="PEDRO"),
    "The usual way": Choice(path="main"),
    "Web shop": Choice(channel="web shop"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_map_says_that_it_is_a_part(shoes: Journey, name: str) -> None:
    made = seen(shoes, "svg", "map", PARTS[name])
    assert isinstance(made, Picture)
    head = next(each for each in made.groups if each.kind == "heading")
    said = " ".join(mark.block.text for mark in head.marks if isinstance(mark, Words))
    assert "only" in said
    assert name in said


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in {"png", "pdf"}])
def test_every_format_leaves_out_what_was_not_picked(shoes: Journey, form: str) -> None:
    made = draw(shoes, form, choice=Choice(channel="tel"))
    if form != "xlsx":
        assert b"Call" in made
        assert b"First run" not in made
