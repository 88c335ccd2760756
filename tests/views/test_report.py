from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.model import Journey
from cjm.project.load import load
from cjm.views.choice import ALL
from cjm.views.flow import flow
from cjm.views.map import lay_out
from cjm.views.pages.shapes import Fact, Piece
from cjm.views.report import ReportView, report
from cjm.views.smooth import smooth

Build = Callable[[str], Journey]
TODAY = date(2026, 11, 22)

SHOP = """
language: en
persona: ann
personas: [{id: ann, name: Ann, summary: Buys at night}]
teams: [{id: web, name: Web team}]
evidence: [{id: talks, kind: interview, title: Twelve talks, date: 2026-03-12, sample: 12480}]
metrics: [{id: waits, name: Time to a person, unit: min, value: 9}]
pain_points: [{id: everywhere, text: Prices differ, severity: 3}]
notes: [{kind: risk, text: A new law}]
stages:
  - id: look
    name: Look
    customer_goal: Find a shoe
    needs: [{text: Honest sizes, evidence: [talks]}]
    touchpoints:
      - {id: advert, name: Advert, emotion: {score: 0, evidence: [talks]}}
      - id: review
        name: Review
        emotion: {score: 1, feeling: curious}
        pain_points: [{id: paid, text: Some are paid for, severity: low, share: 22%}]
  - id: buy
    name: Buy
    targets: [{metric: conversion, at_least: 60%}, {metric: waits, at_most: 5}]
    figures: [{metric: conversion, value: 52%, n: 2621, evidence: [talks]}]
    touchpoints:
      - id: account
        name: Account
        emotion: -2
        moment_of_truth: true
        pain_points: [{id: forced, text: An account is forced, severity: high, share: 35%, felt_by: ann}]
        opportunities:
          - {id: guest, text: Buy as a guest, addresses: [forced], priority: 1, status: in_progress, owner: web,
             due: 2026-12-15}
          - {id: fewer, text: Fewer fields, addresses: [forced, everywhere], impact: 2, effort: 1, due: 2026-11-01}
      - id: pay
        name: Pay
        emotion: -2
        opportunities: [{id: wallet, text: Pay by phone, priority: 1, status: done, shipped: 2026-10-02}]
paths:
  - {id: main, name: Straight, share: 80%, steps: [advert, account, {to: pay, when: Signed up}]}
"""


@pytest.fixture
def shop(journey_of: Build) -> ReportView:
    return page(journey_of(SHOP))


def page(journey: Journey, *found: Diagnostic) -> ReportView:
    return report(journey, (flow(journey),), found, TODAY)


def finding(path: str, severity: Severity = Severity.WARNING, line: int = 1) -> Diagnostic:
    return Diagnostic("rule", severity, msg("`{key}` is missing", key="goal"), "x.yaml", Span(line), path)


def said(view: ReportView) -> list[str]:
    return ["".join(piece.text for piece in sentence) for sentence in view.body.summary.sentences]


def labels(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.label for fact in facts]


def test_the_summary_is_three_sentences_to_quote(shop: ReportView) -> None:
    assert said(shop) == [
        "Ann goes through 2 stages and 4 touchpoints, from “Look” to “Buy”.",
        "The lowest moment is “Account” (−2), the highest “Review” (+1, curious).",
        "It names 3 pain points, 1 of them severe, and answers with 3 opportunities: 1 done, 1 in progress, 1 idea.",
    ]


def test_of_equally_low_moments_the_moment_of_truth_is_named_and_linked(shop: ReportView) -> None:
    assert Piece("Account", "name", "#t-account") in shop.body.summary.sentences[1]
    assert shop.body.summary.tiles[0].items[0].link == "#t-account"


def test_a_draft_with_hardly_anything_reads_well(journey_of: Build) -> None:
    view = page(journey_of("stages: [{name: Look}]"))
    assert said(view) == [
        "The journey has 1 stage and 0 touchpoints.",
        "How it feels has not been written down yet.",
        "It names no pain points and no opportunities yet.",
    ]
    assert [heading.anchor for heading in view.contents] == ["summary", "flow", "stages", "findings"]
    assert view.body.summary.strip is None
    assert view.body.stages[0].notice == "No touchpoints"


def test_a_journey_without_stages_has_a_page(journey_of: Build) -> None:
    assert said(page(journey_of("description: Nothing yet")))[0] == "The journey has 0 stages and 0 touchpoints."


def test_pain_points_are_ranked_by_severity_and_linked_to_what_answers_them(shop: ReportView) -> None:
    assert [pain.text for pain in shop.body.pains] == ["An account is forced", "Prices differ", "Some are paid for"]
    worst, everywhere, paid = shop.body.pains
    assert worst.severity is not None
    assert (worst.severity.word, worst.severity.figure) == ("High", "4")
    assert worst.place.link == "#t-account"
    assert [answer.link for answer in worst.answers] == ["#o-guest", "#o-fewer"]
    assert everywhere.place.link == ""
    assert paid.answers == ()


def test_opportunities_stand_in_the_order_of_work_and_closed_ones_last(shop: ReportView) -> None:
    assert [chance.text for chance in shop.body.chances] == ["Buy as a guest", "Fewer fields", "Pay by phone"]
    assert [item.link for item in shop.body.chances[1].addresses] == ["#p-forced", "#p-everywhere"]
    assert shop.body.chances[0].owner == "Web team"


def test_only_an_open_opportunity_whose_day_has_passed_is_late(journey_of: Build) -> None:
    journey = journey_of(SHOP)
    assert [chance.late for chance in page(journey).body.chances] == ["", "late", ""]
    undated = report(journey, (flow(journey),))
    assert not any(chance.late for chance in undated.body.chances)
    assert not any("22" in each for each in undated.footer)
    assert "judged as of 22\u00a0Nov\u00a02026" in page(journey).footer


@pytest.mark.parametrize(
    ("path", "link", "name"),
    [
        ("stages[1].touchpoints[0].emotion.evidence[0]", "#t-account", "Account"),
        ("stages[1].touchpoints[0].pain_points[0].severity", "#p-forced", "An account is forced"),
        ("stages[0].customer_goal", "#s-look", "Look"),
        ("personas[0].needs", "#u-ann", "Ann"),
        ("paths[0].steps[2].when", "#r-main", "Straight"),
        ("evidence[0]", "#e-talks", "Twelve talks"),
        ("metrics[0].name", "#m-waits", "Time to a person"),
        ("objective.metric", "#aims", "The journey"),
        ("owner", "#top", "The journey"),
        ("channels[3].kind", "#top", "The journey"),
        ("", "#top", "The journey"),
    ],
)
def test_a_finding_leads_to_the_nearest_place_on_the_page(journey_of: Build, path: str, link: str, name: str) -> None:
    found = page(journey_of(SHOP), finding(path)).body.findings[0]
    assert (found.place.link, found.place.text) == (link, name)
    assert found.message == (Piece("goal", "code"), Piece(" is missing"))


def test_a_finding_never_leads_to_a_section_that_is_not_there(journey_of: Build) -> None:
    view = page(journey_of("stages: [{name: Look}]"), finding("opportunities"), finding("stages"))
    assert [found.place.link for found in view.body.findings] == ["#top", "#stages"]


def test_the_gravest_findings_come_first_and_places_say_how_many_they_have(journey_of: Build) -> None:
    low, high = finding("stages[0]", Severity.INFO), finding("stages[0]", Severity.ERROR, line=7)
    view = page(journey_of(SHOP), low, high)
    assert [found.severity.word for found in view.body.findings] == ["Error", "Remark"]
    assert view.flags == {"s-look": 2}


def test_ids_that_are_defined_twice_get_anchors_of_their_own(journey_of: Build) -> None:
    view = page(journey_of("stages:\n- {id: a, name: A}\n- {id: a, name: B}\n- {id: a-2, name: C}\n"))
    assert [chapter.anchor for chapter in view.body.stages] == ["s-a", "s-a-2", "s-a-2-2"]


def test_figures_say_whether_their_target_is_reached(shop: ReportView) -> None:
    conversion, waits = shop.body.measures
    assert (conversion.name, conversion.target, conversion.today.text) == (
        "Conversion to the next stage",
        "at least 60%",
        "52%",
    )
    assert conversion.verdict is not None
    assert conversion.verdict.word == "not reached"
    assert conversion.today.aside == "n = 2,621"
    assert waits.today.text == "9 min"
    assert waits.anchor == "m-waits"


def test_evidence_is_linked_from_what_rests_on_it(shop: ReportView) -> None:
    mood = shop.body.stages[0].touches[0].mood
    assert mood is not None
    assert [proof.link for proof in mood.proofs] == ["#e-talks"]
    assert shop.body.proofs[0].used == "3 times"
    assert shop.body.proofs[0].sample == "12,480"


def test_nothing_empty_is_shown(shop: ReportView) -> None:
    assert labels(shop.body.stages[0].facts) == ["The customer wants", "Needs"]
    assert [group.title for group in shop.body.stages[0].touches[0].groups] == ["Known about it"]


def test_every_step_of_a_path_is_linked_to_its_touchpoint(samples: Path) -> None:
    for file in sorted(samples.glob("*.journey.yaml")):
        view = page(load(file))
        anchors = {touch.anchor for chapter in view.body.stages for touch in chapter.touches}
        assert {step.link for way in view.body.ways for step in way.steps} <= {f"#{anchor}" for anchor in anchors}


def test_labels_are_in_the_journeys_language_and_in_english_where_there_is_no_catalogue(journey_of: Build) -> None:
    spanish = page(journey_of(SHOP.replace("language: en", "language: es-MX")))
    assert spanish.words["stage"] == "Etapa"
    assert (spanish.language, spanish.labels) == ("es-MX", "es")
    german = page(journey_of(SHOP.replace("language: en", "language: de")))
    assert (german.words["stage"], german.labels) == ("Stage", "en")


def test_the_curve_never_passes_a_point() -> None:
    points = [(0.0, 0.0), (1.0, 2.0), (2.0, 2.0), (3.0, -2.0), (4.0, 1.0)]
    made = list(smooth(points))
    assert made[::3] == points
    for number, (before, after) in enumerate(itertools.pairwise(points)):
        inner = [y for _, y in made[3 * number + 1 : 3 * number + 3]]
        assert all(min(before[1], after[1]) <= y <= max(before[1], after[1]) for y in inner)


def test_links_are_followed_to_the_web_and_to_mail_alone(journey_of: Build) -> None:
    links = ["https://example.org/x", "mailto:ann@example.org", "notes/talk.md"]
    written = ", ".join(f"{{link: '{link}'}}" for link in links)
    view = page(journey_of(f"stages: [{{name: A, touchpoints: [{{name: B, links: [{written}]}}]}}]"))
    shown = view.body.stages[0].touches[0].groups[0].facts[0].items
    assert [item.text for item in shown] == links
    assert [item.away for item in shown] == [True, True, False]
    assert shown[2].link == ""


FILTERED = """
language: en
personas: [{id: ann, name: Ann}, {id: bob, name: Bob}]
channels: [{id: web, name: Website}]
teams: [{id: shop, name: Shop team}]
pain_points: [{id: all-along, text: Slow, severity: 2}]
stages:
  - id: buy
    name: Buy
    pain_points: [{id: in-stage, text: Long, severity: 3}]
    touchpoints:
      - {id: cart, name: Cart, channel: web, owner: shop}
      - id: call
        name: Call
        channel: phone
        personas: [bob]
        pain_points: [{id: busy, text: Busy, severity: 5, felt_by: ann}]
        opportunities:
          - {id: chat, text: A chat, addresses: [busy], owner: shop, status: planned}
          - {id: bot, text: A robot, status: idea}
"""


def kept(view: ReportView, name: str, value: str) -> set[str]:
    """The anchors that a choice keeps."""
    chosen = next(each for each in view.filters if each.name == name)
    number = str([each.value for each in chosen.options].index(value) + 1)
    return {anchor for anchor, reach in view.reach.items() if number in reach.get(name, number).split()}


def test_filters_offer_what_the_journey_tells_apart(journey_of: Build) -> None:
    offered = {each.name: [option.text for option in each.options] for each in page(journey_of(FILTERED)).filters}
    assert offered == {
        "persona": ["Ann", "Bob"],
        "channel": ["Website", "phone"],
        "severity": ["≥ 5 Critical", "≥ 3 Medium", "≥ 2 Low"],
        "status": ["Idea", "Planned"],
    }
    assert page(journey_of("stages: [{name: Look, touchpoints: [Advert]}]")).filters == ()


@pytest.mark.parametrize(
    ("name", "value", "anchors"),
    [
        ("persona", "ann", {"t-cart", "p-all-along", "p-in-stage", "p-busy", "o-chat"}),
        ("persona", "bob", {"t-cart", "t-call", "p-all-along", "p-in-stage", "o-bot"}),
        ("channel", "web", {"t-cart", "p-all-along", "p-in-stage"}),
        ("channel", "phone", {"t-call", "p-all-along", "p-in-stage", "p-busy", "o-chat", "o-bot"}),
        ("severity", "5", {"t-call", "p-busy", "o-chat"}),
        ("severity", "2", {"t-call", "p-all-along", "p-in-stage", "p-busy", "o-chat"}),
        ("status", "planned", {"t-cart", "t-call", "p-all-along", "p-in-stage", "p-busy", "o-chat"}),
    ],
)
def test_a_choice_keeps_what_it_speaks_of(journey_of: Build, name: str, value: str, anchors: set[str]) -> None:
    assert kept(page(journey_of(FILTERED)), name, value) == anchors


def test_the_counts_of_filters_know_their_plurals(journey_of: Build) -> None:
    words = page(journey_of(FILTERED)).words
    assert words["shown_touch"] == "{shown} of 2 touchpoints"
    assert words["shown_pain"] == "{shown} of 3 pain points"
    assert words["shown_chance"] == "{shown} of 2 opportunities"


def test_pictures_stand_in_the_order_given_under_names_of_their_own(journey_of: Build) -> None:
    journey = journey_of(SHOP)
    view = report(journey, (lay_out(journey, ALL), flow(journey)), (), TODAY)
    assert [(each.anchor, each.name) for each in view.body.pictures] == [("map", "Map"), ("flow", "Flow")]
    assert [heading.anchor for heading in view.contents][:3] == ["summary", "map", "flow"]


def test_evidence_says_which_places_rest_on_it(shop: ReportView) -> None:
    assert [place.link for place in shop.body.proofs[0].places] == ["#t-advert", "#s-buy", "#s-look"]


def test_a_stage_shows_its_own_figures_against_their_targets(shop: ReportView) -> None:
    conversion = next(fact for fact in shop.body.stages[1].facts if fact.label == "Conversion to the next stage")
    assert conversion.items[0].text == "52%"
    assert conversion.items[0].aside == "Target: at least 60% (not reached)"


def test_a_touchpoint_knows_the_paths_through_it(shop: ReportView) -> None:
    known = shop.body.stages[1].touches[1].groups[0]
    assert [item.link for fact in known.facts for item in fact.items] == ["#r-main"]
