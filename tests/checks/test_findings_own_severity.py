"""A rule may say that one case is graver than another; a project's own word is the last one all the same."""

from collections.abc import Callable
from dataclasses import replace

from cjm.checks.policy import Policy
from cjm.diagnostics import Diagnostic, Severity

Judge = Callable[..., tuple[Diagnostic, ...]]
FORGOTTEN = "cjm: 1\ntitle: A cat\nreviewed: 2020-01-01\nreview_every: 90d\nstages: [{name: Looking}]\n"


def severities(found: tuple[Diagnostic, ...], rule: str) -> list[Severity]:
    return [each.severity for each in found if each.rule == rule]


def test_a_finding_can_be_graver_than_its_rule(judge: Judge) -> None:
    assert severities(judge(FORGOTTEN), "review-overdue") == [Severity.ERROR]


def test_the_project_has_the_last_word(judge: Judge, everything: Policy) -> None:
    lenient = replace(everything, severities={"review-overdue": Severity.INFO})
    assert severities(judge(FORGOTTEN, lenient), "review-overdue") == [Severity.INFO]


def test_a_lighter_case_stays_a_remark_when_strict(judge: Judge, everything: Policy) -> None:
    journey = (
        "cjm: 1\ntitle: A cat\nstages:\n  - name: Looking\n    opportunities: [{text: A bell, addresses: [deaf]}]\n"
        "    pain_points: [{id: deaf, text: Deaf}, {text: It hurts, severity: 4}, {text: It itches, severity: 1}]\n"
    )
    found = judge(journey, replace(everything, strict=True))
    assert severities(found, "pain-point-without-opportunity") == [Severity.ERROR, Severity.INFO]


def test_a_six_line_draft_gets_at_most_five_findings(judge: Judge) -> None:
    draft = "cjm: 1\ntitle: Shoes\nstages:\n  - name: Looking\n    touchpoints: [Advert, {name: Shop, emotion: -2}]\n"
    shown = [each.rule for each in judge(draft) if each.severity > Severity.INFO]
    assert len(shown) <= 5, shown
