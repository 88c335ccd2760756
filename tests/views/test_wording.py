from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.model import Journey
from cjm.views.flow import flow
from cjm.views.pages.findings import pieces
from cjm.views.pages.guide import guide
from cjm.views.report import report
from cjm.views.wording import runs_right, speaker

Build = Callable[[str], Journey]
SHOP = "stages: [{name: A, touchpoints: [{name: B, moment_of_truth: true, kind: wait, lasts: 2d}]}]"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es-MX", "Momento de la verdad"),
        ("pt-BR", "Momento da verdade"),
        ("fr_CA", "Moment de vérité"),
        ("de", "Moment of truth"),
        ("ar", "Moment of truth"),
    ],
)
def test_pictures_speak_the_journeys_language(journey_of: Build, language: str, said: str) -> None:
    view = flow(journey_of(f"language: {language}\n{SHOP}"))
    assert said in [entry.block.text for entry in view.legend]


def test_a_report_speaks_the_journeys_language(journey_of: Build) -> None:
    journey = journey_of(f"language: fr\n{SHOP}")
    view = report(journey, (flow(journey),))
    assert (view.labels, view.words["pains"]) == ("fr", "Irritants")
    assert view.body.summary.sentences[0][0].text == "Le parcours compte "
    assert view.body.stages[0].touches[0].about[-1].text == "2\u00a0jours"


@pytest.mark.parametrize(
    ("language", "said"), [("es", " está vacío"), ("fr", " is empty"), ("pt-BR", " is empty"), ("de", " is empty")]
)
def test_findings_are_in_english_where_there_are_no_messages(journey_of: Build, language: str, said: str) -> None:
    tell = guide(journey_of(f"language: {language}\n{SHOP}"))
    found = Diagnostic("rule", Severity.INFO, msg("`{key}` is empty", key="name"), "x.yaml", Span(1), "")
    assert [piece.text for piece in pieces(found.message, tell)] == ["name", said]
    assert tell.judge.labels == ("es" if language == "es" else "en")


def test_who_speaks_knows_the_journeys_own_language(journey_of: Build) -> None:
    say = speaker(journey_of("language: pt-PT"))
    assert (say.language, say.labels) == ("pt-PT", "pt")
    assert speaker(journey_of("description: x")).language == ""


@pytest.mark.parametrize("language", ["ar", "ar-EG", "he_IL", "fa", "ur", "az-Arab", "AR"])
def test_some_languages_are_written_from_right_to_left(language: str) -> None:
    assert runs_right(language)


@pytest.mark.parametrize("language", ["", "es", "en-US", "ar-Latn", "zh-Hant-TW", "az"])
def test_others_are_not(language: str) -> None:
    assert not runs_right(language)
