"""What worse means: a lower moment of truth, a severe pain nobody answers, a lost channel, evidence removed."""

from __future__ import annotations

import pytest

from cjm.diagnostics import untranslated
from cjm.diff.account import account, spoken
from tests.diff.conftest import Built
from tests.diff.test_compare import shop

PAIN = "{id: p, name: Pago, pain_points: [{id: d, text: Duele, severity: %s}]%s}"
EVIDENCE = "evidence: [{id: e, kind: interview, title: Entrevistas}]"
CASES = {
    "a lower emotion at a moment of truth": (
        shop("{name: Pago, emotion: 1, moment_of_truth: true}"),
        shop("{name: Pago, emotion: 0, moment_of_truth: true}"),
        ["a moment of truth feels worse: *Pago*, 0 instead of +1"],
    ),
    "a lower emotion elsewhere": (shop("{name: Pago, emotion: 1}"), shop("{name: Pago, emotion: 0}"), []),
    "a higher one": (
        shop("{name: Pago, emotion: 0, moment_of_truth: true}"),
        shop("{name: Pago, emotion: 1, moment_of_truth: true}"),
        [],
    ),
    "another persona's": (
        shop("{name: Pago, emotion: {score: 1, by: {ana: 1}}, moment_of_truth: true}"),
        shop("{name: Pago, emotion: {score: 1, by: {ana: 0}}, moment_of_truth: true}"),
        ["a moment of truth feels worse for ana: *Pago*, 0 instead of +1"],
    ),
    "a severe pain point": (
        shop("Pago"),
        shop("{name: Pago, pain_points: [{text: Duele, severity: 4}]}"),
        ["a new pain point of severity 4 without an opportunity: “Duele”"],
    ),
    "a slight one": (shop("Pago"), shop("{name: Pago, pain_points: [{text: Duele, severity: 3}]}"), []),
    "a severe one with an opportunity": (
        shop("Pago"),
        shop(PAIN % (5, ", opportunities: [{text: X, addresses: [d]}]")),
        [],
    ),
    "one that has risen": (
        shop(PAIN % (4, "")),
        shop(PAIN % (5, "")),
        ["a pain point has risen to severity 5 without an opportunity: “Duele”"],
    ),
    "one whose opportunity was rejected": (
        shop(PAIN % (5, ", opportunities: [{text: X, addresses: [d]}]")),
        shop(PAIN % (5, ", opportunities: [{text: X, addresses: [d], status: rejected}]")),
        ["a pain point of severity 5 has lost its opportunity: “Duele”"],
    ),
    "a lost channel": (
        shop("{name: Pago, channels: [web, app]}"),
        shop("{name: Pago, channels: [app]}"),
        ["*Compra* lost the channel web"],
    ),
    "a channel that another touchpoint of the stage has": (
        shop("{name: Pago, channels: [web, app]}", "{name: Ayuda, channel: web}"),
        shop("{name: Pago, channels: [app]}", "{name: Ayuda, channel: web}"),
        ["*Pago* lost the channel web"],
    ),
    "a touchpoint that takes its channel along": (
        shop("{name: Pago, channel: web}") + "  - {id: e, name: Entrega}\n",
        shop().replace("    touchpoints:\n", "")
        + "  - {id: e, name: Entrega, touchpoints: [{name: Pago, channel: web}]}\n",
        [],
    ),
    "evidence removed": (
        shop("{name: Pago, evidence: [e]}", rest=EVIDENCE),
        shop("Pago"),
        ["evidence removed: *Entrevistas*"],
    ),
    "what rested on evidence rests on none": (
        shop("{name: Pago, evidence: [e]}", "{name: Ayuda, evidence: [e]}", rest=EVIDENCE),
        shop("Pago", "{name: Ayuda, evidence: [e]}", rest=EVIDENCE),
        ["“Pago” rests on no evidence any more"],
    ),
    "less evidence": (
        shop("{name: Pago, evidence: [e, f]}", "{name: Ayuda, evidence: [e]}", rest=EVIDENCE),
        shop("{name: Pago, evidence: [f]}", "{name: Ayuda, evidence: [e]}", rest=EVIDENCE),
        ["“Pago” rests on less evidence: no longer on Entrevistas"],
    ),
    "other evidence": (shop("{name: Pago, evidence: [e]}"), shop("{name: Pago, evidence: [f]}"), []),
    "nothing": (shop("Pago"), shop("Pago", "Ayuda"), []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_worse(case: str, journey: Built) -> None:
    old, new, expected = CASES[case]
    told = account(journey(old), journey(new), "a", "b")
    assert [spoken(each, untranslated) for each in told.worse] == expected
