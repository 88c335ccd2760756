"""The runner: whose word on a severity is the last, what silences what, and that nothing makes it stumble."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.checks import GROUPS, RULES
from cjm.checks.policy import Policy, choose
from cjm.diagnostics import Diagnostic, Severity, Span, say

Judge = Callable[..., tuple[Diagnostic, ...]]
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.journey.yaml"))
THREE_STAGES = "stages: [{name: Looking}, {name: Buying}, {name: Wearing}]\n"
NO_OBJECTIVE = "cjm: 1\ntitle: Buying shoes\npersona: Laura\n" + THREE_STAGES
TWO_SKIPPED = "persona: Laura\nstages:\n  - {name: Looking, skipped: x}\n  - {name: Buying, skipped: x}\n"
FIVE = 5

SIX_LINES = """\
cjm: 1
title: Compra en la tienda virtual
persona: Laura
objective: Subir la recompra a 90 días de 18 % a 25 %
stages: [{name: Descubrimiento, touchpoints: [Anuncio en Instagram, Reseña en un blog]}]
language: es
"""


def rules(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.rule for each in found]


def severity_of(found: tuple[Diagnostic, ...], rule: str) -> str:
    return next(each.severity.word for each in found if each.rule == rule)


def test_a_rule_may_be_stricter_with_an_agreed_map(judge: Judge) -> None:
    assert severity_of(judge(NO_OBJECTIVE), "missing-objective") == "warning"
    assert severity_of(judge(NO_OBJECTIVE + "status: agreed\n"), "missing-objective") == "error"
    assert severity_of(judge(NO_OBJECTIVE + "status: retired\n"), "missing-objective") == "warning"


def test_configuration_has_a_later_word_than_the_status(judge: Judge, everything: Policy) -> None:
    lenient = replace(everything, severities={"missing-objective": Severity.INFO})
    assert severity_of(judge(NO_OBJECTIVE + "status: agreed\n", lenient), "missing-objective") == "info"


def test_a_rule_has_a_later_word_than_its_group(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, severities={"scope": Severity.INFO, "missing-objective": Severity.ERROR})
    found = judge("cjm: 1\ntitle: Buying shoes\n" + THREE_STAGES, policy)
    assert severity_of(found, "missing-objective") == "error"
    assert severity_of(found, "missing-persona") == "info"


def test_strict_makes_errors_of_warnings_and_leaves_remarks(judge: Judge, everything: Policy) -> None:
    strict = replace(everything, severities={"missing-persona": Severity.INFO}, strict=True)
    found = judge("cjm: 1\ntitle: Buying shoes\n" + THREE_STAGES, strict)
    assert severity_of(found, "missing-objective") == "error"
    assert severity_of(found, "missing-persona") == "info"


def test_a_rule_that_is_not_selected_is_silent(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, active=choose(["all"], ["missing-objective"]))
    assert "missing-objective" not in rules(judge(NO_OBJECTIVE, policy))


def test_errors_of_source_and_structure_cannot_be_ignored(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, active=choose([], ["all"]), severities={"duplicate-key": Severity.INFO})
    found = judge("cjm: 1\ntitle: Buying\ntitle: Selling\nstages: no list\n", policy)
    assert [(each.rule, each.severity.word) for each in found] == [("duplicate-key", "error"), ("wrong-type", "error")]


def test_a_remark_of_structure_can_be_ignored(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, active=choose(["all"], ["empty-text"]))
    assert "empty-text" not in rules(judge("cjm: 1\ntitle: Buying\ndescription:\n", policy))


@pytest.mark.parametrize(
    "text",
    [
        "cjm: 1  # cjm: ignore[missing-objective] later\n" + NO_OBJECTIVE.removeprefix("cjm: 1\n"),
        "# cjm: ignore[missing-objective] later\n" + NO_OBJECTIVE,
        "# cjm: ignore[scope]\n" + NO_OBJECTIVE,
        "# cjm: ignore[all]\n" + NO_OBJECTIVE,
        "# cjm: ignore[missing-objective, missing-objective]\n" + NO_OBJECTIVE,
    ],
)
def test_a_comment_silences_its_line_or_the_next(judge: Judge, text: str) -> None:
    assert not set(rules(judge(text))) & {"missing-objective", "unused-suppression", "unknown-rule"}


def test_a_comment_on_another_line_silences_nothing_and_is_reported(judge: Judge) -> None:
    text = NO_OBJECTIVE.replace("persona: Laura", "persona: Laura  # cjm: ignore[missing-objective]")
    assert {"missing-objective", "unused-suppression"} <= set(rules(judge(text)))


def test_a_comment_cannot_silence_an_error_of_structure(judge: Judge) -> None:
    found = judge("cjm: 1\ntitle: Buying\nstages: no list  # cjm: ignore[wrong-type]\n")
    assert {"wrong-type", "unused-suppression"} <= set(rules(found))


def test_a_comment_that_names_no_rule_is_answered_with_the_nearest(judge: Judge) -> None:
    found = judge("# cjm: ignore[mising-objective]\n" + NO_OBJECTIVE)
    said = next(each for each in found if each.rule == "unknown-rule")
    assert say(said.message) == "there is no rule `mising-objective`"
    assert said.hint
    assert say(said.hint) == "did you mean `missing-objective`?"
    assert said.span[:2] == (1, 15)


def test_a_comment_for_a_rule_that_is_not_applied_is_not_called_unused(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, active=choose(["all"], ["too-few-stages"]))
    text = "cjm: 1\ntitle: Buying\npersona: L\nobjective: M\n# cjm: ignore[too-few-stages]\nstages: [{name: A}]\n"
    assert rules(judge(text, policy)) == []


def test_a_comment_silences_a_rule_that_looks_across_files(judge: Judge) -> None:
    text = NO_OBJECTIVE + "state: future\ncompares_to: boots  # cjm: ignore[unknown-journey] it is being drawn\n"
    assert not set(rules(judge(text))) & {"unknown-journey", "unused-suppression"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("persona: laura\npersonas: Laura\n" + THREE_STAGES, "wrong-type"),
        ("persona: laura\npersonas: [{name: Laura, id: l l}]\n" + THREE_STAGES, "invalid-id"),
        ("persona: laura\npersonnas: [{name: Laura}]\n" + THREE_STAGES, "unknown-key"),
        ("persona: [Laura]\n" + THREE_STAGES, "wrong-type"),
        ("persona: Laura\nstages: none\n", "wrong-type"),
        ("persona: Laura\nstages: [{name: A}, [B], {name: C}]\n", "wrong-type"),
        ("persona: Laura\nscope: from here to there\n" + THREE_STAGES, "wrong-type"),
        (TWO_SKIPPED + "  - {name: B, touchpoints: x}\n", "wrong-type"),
        ("persona: Laura\nowner: care\nteams: [care]\n" + THREE_STAGES, "wrong-type"),
        ("persona: Laura\nteams: [{name: Care}]\nowner: [Care]\n" + THREE_STAGES, "wrong-type"),
        ("persona: Laura\ntargets: [{metric: felt, at_least: 4}]\nsources: none\n" + THREE_STAGES, "wrong-type"),
        ("persona: Laura\ntargets: [{metric: felt, at_least: 4}]\nmetrics: none\n" + THREE_STAGES, "wrong-type"),
        ("paths: [{name: A, steps: [b]}]\n" + TWO_SKIPPED + "  - {name: A, touchpoints: [[B], c]}\n", "wrong-type"),
        ("persona: luara\npersonas: [{name: Laura}]\n" + THREE_STAGES, "unknown-persona"),
    ],
)
def test_one_mistake_is_one_finding(judge: Judge, text: str, rule: str) -> None:
    head = "cjm: 1\ntitle: Buying shoes\nobjective: Raise repeat purchases\n"
    assert rules(judge(head + text)) == [rule]


def test_a_file_that_is_no_yaml_gives_one_finding(judge: Judge) -> None:
    assert rules(judge("cjm: 1\ntitle: a: b\nstages: [\n")) == ["invalid-yaml"]


def test_a_draft_of_six_lines_gets_at_most_five_findings(judge: Judge) -> None:
    assert len(judge(SIX_LINES)) <= FIVE


def test_what_many_parts_lack_is_said_once_with_the_others_beside_it(judge: Judge) -> None:
    stages = "stages:\n  - {name: A, customer_goal: x}\n  - {name: B}\n  - {name: C}\n  - {name: D}\n"
    found = [each for each in judge("cjm: 1\ntitle: T\n" + stages) if each.rule == "stage-without-goal"]
    assert [say(each.message) for each in found] == ["3 of 4 stages do not say what the customer wants to reach"]
    assert [each.span.line for each in found[0].related] == [6, 7]


def test_findings_come_in_the_order_of_files_and_lines(judge: Judge) -> None:
    text = "cjm: 1\ntitle: B\npersona: x\npersonas: [{name: L}]\nstages: [{name: A}]\ntags:\n"
    found = judge(text + "\n# file: a.journey.yaml\n" + text)
    assert [each.file for each in found] == sorted((each.file for each in found), reverse=True)
    places = [(each.span, each.rule) for each in found if each.file == "a.journey.yaml"]
    assert places == sorted(places)
    assert "duplicate-journey-id" in [rule for _, rule in places]


def test_options_of_rules_are_obeyed(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, options={**everything.options, "stages": 2, "company_words": ("Wearing",)})
    assert {"too-many-stages", "stage-in-company-words"} <= set(rules(judge(NO_OBJECTIVE, policy)))


def test_a_survey_column_of_the_project_is_a_metric(judge: Judge, everything: Policy) -> None:
    text = NO_OBJECTIVE + "targets: [{metric: effort_felt, at_least: 4}]\n"
    assert "unknown-metric" in rules(judge(text))
    assert "unknown-metric" not in rules(judge(text, replace(everything, columns=frozenset({"effort_felt"}))))


def test_a_family_that_the_catalogue_could_not_give_is_not_judged(judge: Judge, everything: Policy) -> None:
    text = NO_OBJECTIVE.replace("Laura", "laura") + "personas: [{id: pedro, name: Pedro}]\n"
    assert "unknown-persona" in rules(judge(text))
    assert "unknown-persona" not in rules(judge(text, replace(everything, broken=frozenset({"personas"}))))


def test_a_hostile_name_is_shown_and_not_obeyed(judge: Judge) -> None:
    found = judge(NO_OBJECTIVE.replace("Laura", '"{0}\\u202e%s"') + "personas: [{name: Pedro}]\n")
    said = next(say(each.message) for each in found if each.rule == "unknown-persona")
    assert said == "there is no persona `{0}U+202E%s`"


def test_every_id_that_the_readers_use_is_a_rule() -> None:
    used = re.compile(r'(?:error|remark|_invalid|Diagnostic)\(\s*"([a-z0-9-]+)"')
    sources = [path.read_text() for room in ("source", "model") for path in (ROOT / "cjm" / room).glob("*.py")]
    ids = {rule for text in sources for rule in used.findall(text)}
    assert ids
    assert ids <= set(RULES)


def test_every_rule_belongs_to_the_group_of_its_module() -> None:
    assert {rule.group for rule in RULES.values()} <= set(GROUPS)


@pytest.mark.parametrize(
    "path", [*SAMPLES, *sorted((ROOT / "samples" / "proyecto").glob("*.journey.yaml"))], ids=lambda path: str(path.stem)
)
def test_a_sample_has_no_warning(path: Path, judge: Judge) -> None:
    text = path.read_text(encoding="utf-8")
    if path.parent.name == "proyecto":
        others = [each for each in sorted(path.parent.glob("*.yaml")) if each != path]
        text += "".join(f"\n# file: {each.name}\n{each.read_text(encoding='utf-8')}" for each in others)
    grave = [each for each in judge(text) if each.severity >= Severity.WARNING and each.file == "it.journey.yaml"]
    assert [f"{each.span.line} {each.rule}: {say(each.message)}" for each in grave] == []


def places_of(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or mapping of a journey, with a key or position in it."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places_of(inner)


JOURNEYS = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in SAMPLES[:2]]
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 9),
    st.text(max_size=9),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.sampled_from(["id", "name", "text", "to", "x"]), st.text(max_size=5), max_size=2),
    st.sampled_from(["laura", "web", "compra", "agreed", "future", "2026-02-30", "40%", "20m", "conversion"]),
)


@settings(max_examples=60, deadline=None)
@given(journey=st.sampled_from(JOURNEYS), seed=st.integers(0, 2**32), values=st.lists(ODD, min_size=1, max_size=6))
def test_no_journey_makes_a_rule_stumble(judge: Judge, journey: Any, seed: int, values: list[Any]) -> None:
    mutated, random = deepcopy(journey), Random(seed)
    for value in values:
        owner, key = random.choice([*places_of(mutated)] or [(mutated, "title")])
        action = random.randrange(3)
        if action == 0:
            owner[key] = value
        elif action == 1 and isinstance(owner, list):
            owner.append(deepcopy(owner[key]))
        else:
            del owner[key]
    found = judge(yaml.safe_dump(mutated, allow_unicode=True, sort_keys=False))
    assert all(say(each.message) and (each.hint is None or say(each.hint)) for each in found)
    assert all(each.span.line >= 1 for each in found)


def shuffled(value: Any, random: Random) -> Any:
    """The same with the keys of every mapping in another order; lists stay as they are."""
    if isinstance(value, list):
        return [shuffled(each, random) for each in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    random.shuffle(keys)
    return {key: shuffled(value[key], random) for key in keys}


@settings(max_examples=25, deadline=None)
@given(journey=st.sampled_from(JOURNEYS), seed=st.integers(0, 2**32), kept=st.integers(0, 40))
def test_the_order_of_keys_means_nothing(judge: Judge, journey: Any, seed: int, kept: int) -> None:
    random = Random(seed)
    mutated = deepcopy(journey)
    for owner, key in [each for each in places_of(mutated) if isinstance(each[0], dict)][:: kept + 2]:
        owner.pop(key, None)
    mutated["cjm"] = 1
    one, other = (judge(yaml.safe_dump(each, sort_keys=False)) for each in (mutated, shuffled(mutated, random)))
    assert sorted(map(gist, one)) == sorted(map(gist, other))


def gist(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.rule, finding.path, say(finding.message)


VALLEYS = """\
cjm: 1
title: Buying shoes
persona: Laura
objective: Raise repeat purchases
stages:
  - name: Looking
    touchpoints:
      - {name: Advertisement, emotion: -2}  # ONE
      - {name: Price, emotion: -2}  # TWO
      - {name: Queue, emotion: -1}  # THREE
  - {name: Buying}
  - {name: Wearing}
"""


@pytest.mark.parametrize(
    ("silent", "line", "said"),
    [
        (["TWO"], 8, "the curve falls in 2 places"),
        (["ONE"], 9, "the curve falls in 2 places"),
        (["ONE", "THREE"], 9, "the curve falls here"),
        (["ONE", "TWO", "THREE"], 0, ""),
    ],
)
def test_a_comment_takes_its_own_place_out_of_a_finding_about_many(
    judge: Judge, silent: list[str], line: int, said: str
) -> None:
    text = VALLEYS
    for place in silent:
        text = text.replace(f"# {place}", "# cjm: ignore[valley-without-pain-point] known")
    found = [each for each in judge(text) if each.rule in ("valley-without-pain-point", "unused-suppression")]
    assert [(each.span.line, say(each.message).split(",")[0]) for each in found] == [(line, said)] * bool(line)
    assert all(len(each.related) == 2 - len(silent) for each in found)


def test_a_part_whose_missing_id_is_excused_is_given_none(judge: Judge) -> None:
    text = "status: agreed\n" + NO_OBJECTIVE.replace(
        THREE_STAGES, "stages:\n  - {name: Looking}\n  - {name: Buying} # x\n"
    )
    (found,) = [
        each
        for each in judge(text.replace("# x", "# cjm: ignore[generated-id]"))
        if each.rule == "generated-id" and each.fix
    ]
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == ["id: looking, "]


def excused(reason: str) -> str:
    return f"# cjm: ignore[missing-objective] {reason}\n{NO_OBJECTIVE}"


@pytest.mark.parametrize(
    "reason",
    [
        "the board meets, until 2026-11-22",
        "until 2026-11-22",
        "HASTA el 2026-11-22.",
        "jusqu'au 2026-11-22",
        "até o 2026-11-22",
    ],
)
def test_a_comment_holds_until_its_day_and_on_it(judge: Judge, everything: Policy, reason: str) -> None:
    on_the_day, after = (judge(excused(reason), replace(everything, today=date(2026, 11, day))) for day in (22, 23))
    assert not set(rules(on_the_day)) & {"missing-objective", "expired-suppression", "unused-suppression"}
    assert {"missing-objective", "expired-suppression"} <= set(rules(after))
    assert "unused-suppression" not in rules(after)


def test_an_ended_comment_is_told_at_its_day(judge: Judge) -> None:
    found = judge(excused("since 2025-01-01 until 2026-05-31, says Ana"))
    said = next(each for each in found if each.rule == "expired-suppression")
    assert say(said.message) == "this silenced `missing-objective` until 2026-05-31, and the day has passed"
    assert said.span == Span(1, 57, 1, 67)


@pytest.mark.parametrize(
    "day",
    ["31/01/2027", "2027-1-31", "2027-02-30", "31.1.27", "31 January 2027", "January 31, 2027", "31 de enero de 2027",
     "the 1st of March", "2027", "1/2"],
)  # fmt: skip
def test_a_day_that_cannot_be_read_is_told_and_the_comment_holds(judge: Judge, day: str) -> None:
    found = judge(excused(f"a while, until {day}"))
    assert "invalid-date" in rules(found)
    assert not set(rules(found)) & {"missing-objective", "unused-suppression", "expired-suppression"}


@pytest.mark.parametrize(
    "reason",
    [
        "until launch",
        "hasta que lo decidan",
        "until 3 people have answered",
        "2020-01-01",
        "until maybe",
        "runtil 2020-01-01",
    ],
)
def test_until_is_a_word_too(judge: Judge, reason: str) -> None:
    found = judge(excused(reason))
    assert not set(rules(found)) & {"missing-objective", "invalid-date", "expired-suppression"}


def test_an_ended_comment_is_not_told_where_its_rule_is_not_applied(judge: Judge, everything: Policy) -> None:
    policy = replace(everything, active=choose(["all"], ["missing-objective"]))
    assert "expired-suppression" not in rules(judge(excused("until 2020-01-01"), policy))
