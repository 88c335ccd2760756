"""`cjm diff` on the command line: what it writes, how it leaves, and what it says to a mistake."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from cjm.cli.app import run

OLD = """cjm: 1
id: tienda
title: Compra
language: es
stages:
  - id: compra
    name: Compra
    touchpoints:
      - {id: cuenta, name: Crear cuenta, channel: web, emotion: 0, moment_of_truth: true}
      - {id: pago, name: Pago, channel: web, emotion: 1}
"""
NEW = OLD.replace("emotion: 0", "emotion: -2").replace("name: Pago, ", "name: Pago con tarjeta, ")


class Done(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


Diff = Callable[..., Done]


@pytest.fixture
def diff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Runs `cjm diff` in a folder with two versions of a journey."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(NEW, encoding="utf-8")

    def of(*arguments: str) -> Done:
        code = run(("diff", *arguments))
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return of


def test_changes_are_said_one_to_a_line_the_gravest_first(diff: Diff) -> None:
    done = diff("old.yaml", "new.yaml")
    assert done.code == 0
    assert done.out.splitlines()[:2] == [
        "↓ *Crear cuenta* fell from 0 to −2, at a moment of truth",
        "= *Pago* is now called *Pago con tarjeta*",
    ]
    assert done.out.endswith("2 changes: 1 moment feels worse\n")


def test_the_same_journey_has_no_changes(diff: Diff) -> None:
    assert json.loads(diff("old.yaml", "old.yaml", "--format", "json").out) == {"version": 1, "changes": []}
    assert diff("old.yaml", "old.yaml").out == "nothing of meaning has changed\n"
    assert diff("old.yaml", "old.yaml", "--fail-on", "any").code == 0


def test_json_has_the_keys_that_programs_rely_on(diff: Diff) -> None:
    (first, _) = json.loads(diff("old.yaml", "new.yaml", "-f", "json").out)["changes"]
    assert first == {
        "kind": "fell",
        "of": "touchpoint",
        "id": "cuenta",
        "path": "stages[0].touchpoints[0]",
        "field": "emotion.score",
        "old": 0,
        "new": -2,
        "weight": first["weight"],
        "text": "*Crear cuenta* fell from 0 to −2, at a moment of truth",
    }


@pytest.mark.parametrize(
    ("fail_on", "code"), [("never", 0), ("worse", 1), ("any", 1), ("flat-curve", 0), ("generated-id", 0)]
)
def test_what_it_fails_on(diff: Diff, fail_on: str, code: int) -> None:
    assert diff("old.yaml", "new.yaml", "--fail-on", fail_on).code == code


def test_worse_says_why(diff: Diff) -> None:
    done = diff("old.yaml", "new.yaml", "--fail-on", "worse")
    assert done.err == "cjm: a moment of truth feels worse: *Crear cuenta*, −2 instead of 0\n"
    assert diff("new.yaml", "old.yaml", "--fail-on", "worse").code == 0


def test_a_new_finding_of_a_rule_is_one_that_only_the_new_side_has(diff: Diff) -> None:
    agreed = NEW.replace("language: es", "language: es\nstatus: agreed")
    Path("new.yaml").write_text(agreed, encoding="utf-8")
    pain = agreed.replace("emotion: 1}", "emotion: 1, pain_points: [{text: Duele, severity: 5}]}")
    Path("pain.yaml").write_text(pain, encoding="utf-8")
    rule = "pain-point-without-opportunity"
    assert diff("new.yaml", "pain.yaml", "--fail-on", rule).code == 1
    assert diff("pain.yaml", "pain.yaml", "--fail-on", rule).code == 0
    assert f"[{rule}]" in diff("pain.yaml", "new.yaml").out.split("no longer find:")[1]


def test_the_comment_sums_up_and_folds_the_rest(diff: Diff) -> None:
    more = NEW.replace("emotion: 1", "emotion: 2, owner: cx, share: 40%, actions: [Paga]")
    Path("more.yaml").write_text(more, encoding="utf-8")
    said = diff("old.yaml", "more.yaml", "-f", "md").out
    assert said.startswith("<!-- cjm-diff -->\n\n### ⚠️ Compra: 6 changes\n\n**Worse for the customer** · 1 moment")
    assert said.count("\n1. ") == 3
    assert "<details><summary>All 6 changes</summary>" in said
    assert diff("old.yaml", "old.yaml", "-f", "md").out.startswith("<!-- cjm-diff -->\n\n### ")


def test_the_comment_says_a_thing_once_and_signs_what_is_worse(diff: Diff) -> None:
    old = OLD.replace("emotion: 1}", "emotion: 1, evidence: [e, f]}") + (
        "evidence: [{id: e, kind: interview, title: Entrevistas}, {id: f, kind: survey, title: Encuesta}]\n"
    )
    new = old.replace("emotion: 0", "emotion: {score: -2, by: {ana: -1}}").replace("[e, f]}", "[e]}")
    Path("a.yaml").write_text(old, encoding="utf-8")
    Path("b.yaml").write_text(new.replace("name: Compra\n", "name: La compra\n"), encoding="utf-8")
    said = diff("a.yaml", "b.yaml", "-f", "md").out
    assert "1. ⚠️ *Crear cuenta* fell from 0 to −2, at a moment of truth\n" in said
    assert "a moment of truth feels worse" not in said.lower()
    assert "“Pago” rests on less evidence" not in said


def test_what_follows_from_another_change_stands_behind_it(diff: Diff) -> None:
    old = OLD.replace("emotion: 1}", "emotion: 1, evidence: [e]}") + (
        "evidence: [{id: e, kind: interview, title: Entrevistas}]\n"
        "paths: [{id: p, name: Todo, steps: [cuenta, pago]}]\n"
    )
    new = old.replace("evidence: [e]", "owner: cx").replace(
        "evidence: [{id: e, kind: interview, title: Entrevistas}]\n", ""
    )
    new = new.replace("      - {id: pago", "      - {id: ayuda, name: Ayuda, channel: web}\n      - {id: pago")
    new = new.replace("[cuenta, pago]", "[cuenta, ayuda, pago]")
    Path("a.yaml").write_text(old, encoding="utf-8")
    Path("b.yaml").write_text(new, encoding="utf-8")
    assert [line for line in diff("a.yaml", "b.yaml").out.splitlines() if line.startswith(("+", "−", "~"))] == [
        "+ *Compra* has a new touchpoint: *Ayuda*",
        "− the evidence *Entrevistas* is gone",
        "~ cx now answers for *Pago*",
        "~ “Pago” no longer rests on Entrevistas",
        "~ the path *Todo* now passes *Ayuda*",
    ]


def test_sentences_of_the_comment_begin_with_a_capital_and_names_as_they_are_written(diff: Diff) -> None:
    pain = OLD.replace("emotion: 1}", "emotion: 1, owner: eBay, pain_points: [{text: duele, severity: 2}]}")
    Path("pain.yaml").write_text(pain, encoding="utf-8")
    said = diff("old.yaml", "pain.yaml", "-f", "md").out
    assert "1. A new pain point at *Pago*" in said
    assert "1. eBay now answers for *Pago*" in said


HOSTILE = "<img src=x onerror=alert(1)> </style> *a* `b` | [c](javascript:x) @team \u202e -->"


def test_hostile_names_are_texts_everywhere(diff: Diff) -> None:
    bad = OLD.replace("name: Pago", f"name: {json.dumps(HOSTILE)}").replace(
        "title: Compra", f"title: {json.dumps(HOSTILE)}"
    )
    Path("bad.yaml").write_text(bad, encoding="utf-8")
    comment = MarkdownIt("gfm-like", {"linkify": False}).render(diff("old.yaml", "bad.yaml", "-f", "md").out)
    page = diff("old.yaml", "bad.yaml", "-f", "html").out
    for text in (comment, page):
        assert "<img" not in text
        assert 'href="javascript' not in text
    assert "\u202e" not in diff("old.yaml", "bad.yaml").out
    ET.fromstring(diff("old.yaml", "bad.yaml", "-f", "svg").out)


def test_the_page_fetches_nothing_and_runs_nothing(diff: Diff) -> None:
    page = diff("old.yaml", "new.yaml", "-f", "html").out
    assert "default-src &#39;none&#39;" in page
    assert "<script" not in page
    assert "<strong>Crear cuenta</strong> fell from 0 to −2" in page
    assert page.count("<svg") == 1


def test_folders_are_held_side_by_side_by_ids(diff: Diff) -> None:
    for folder, text, name in (("a", OLD, "x"), ("b", NEW, "y")):
        Path(folder).mkdir()
        Path(folder, f"{name}.journey.yaml").write_text(text, encoding="utf-8")
    Path("b/nueva.journey.yaml").write_text(OLD.replace("tienda", "nueva"), encoding="utf-8")
    found = json.loads(diff("a", "b", "-f", "json").out)["changes"]
    assert [(each["journey"], each["kind"], each["of"]) for each in found] == [
        ("nueva", "added", "journey"),
        ("tienda", "fell", "touchpoint"),
        ("tienda", "renamed", "touchpoint"),
    ]
    assert diff("a", "b", "-f", "svg").code == 0
    Path("a/tercera.journey.yaml").write_text(OLD.replace("tienda", "tercera"), encoding="utf-8")
    Path("b/tercera.journey.yaml").write_text(NEW.replace("tienda", "tercera"), encoding="utf-8")
    refused = diff("a", "b", "-f", "svg")
    assert (refused.code, refused.out) == (2, "")


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


def test_revisions_of_git_are_compared(diff: Diff) -> None:
    git("init", "-q")
    Path("tienda.journey.yaml").write_text(OLD, encoding="utf-8")
    git("add", "tienda.journey.yaml")
    git("commit", "-qm", "one")
    git("mv", "tienda.journey.yaml", "compra.journey.yaml")
    Path("compra.journey.yaml").write_text(NEW, encoding="utf-8")
    Path("old.yaml").unlink()
    Path("new.yaml").unlink()
    done = diff("--from", "HEAD", "--fail-on", "worse")
    assert done.code == 1
    assert done.out.startswith("↓ *Crear cuenta* fell from 0 to −2")
    git("add", "-A")
    git("commit", "-qm", "two")
    assert diff("--from", "HEAD~1", "--to", "HEAD", "compra.journey.yaml").out == done.out
    assert diff("--from", "HEAD").out == "nothing of meaning has changed\n"
    assert diff("--from", "nada").code == 2


MISTAKES = {
    "one file": ("old.yaml",),
    "three files": ("old.yaml", "new.yaml", "old.yaml"),
    "no such file": ("old.yaml", "nothing.yaml"),
    "no such rule": ("old.yaml", "new.yaml", "--fail-on", "wors"),
    "an end without a beginning": ("old.yaml", "--to", "HEAD"),
    "no repository": ("--from", "HEAD"),
    "a day that is none": ("old.yaml", "new.yaml", "--today", "mañana"),
    "no future": ("--current-future", "old.yaml"),
    "a future of revisions": ("--current-future", "--from", "HEAD"),
    "a measurement and a journey": ("old.yaml", "x.measurement.json"),
    "over a journey": ("old.yaml", "new.yaml", "--out", "old.yaml"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_answered_in_a_sentence_and_leaves_with_2(diff: Diff, mistake: str) -> None:
    done = diff(*MISTAKES[mistake])
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cjm: ")


def test_a_version_with_an_error_is_named_and_leaves_with_1(diff: Diff) -> None:
    Path("broken.yaml").write_text(OLD.replace("emotion: 0", "emotion: 9"), encoding="utf-8")
    done = diff("old.yaml", "broken.yaml")
    assert (done.code, done.out) == (1, "")
    assert "broken.yaml:9:" in done.err


def test_two_files_are_one_journey_whatever_their_ids(diff: Diff) -> None:
    Path("other.yaml").write_text(OLD.replace("id: tienda", "id: compra-2"), encoding="utf-8")
    assert diff("old.yaml", "other.yaml").out.startswith("= *Compra* has the id `compra-2` now, not `tienda`")


def test_a_report_is_written_to_a_file(diff: Diff) -> None:
    assert diff("old.yaml", "new.yaml", "-f", "md", "-o", "comment.md").out == ""
    assert Path("comment.md").read_text(encoding="utf-8").startswith("<!-- cjm-diff -->")


FUTURE = """cjm: 1
id: futura
title: Compra como será
language: es
state: future
compares_to: tienda
stages:
  - id: compra
    name: Compra
    touchpoints:
      - {id: cuenta, name: Crear cuenta, channels: [web, app], emotion: 1, moment_of_truth: true}
      - {id: pago, name: Pago, channel: web, emotion: 1}
      - {name: Aviso, channel: sms}
"""
PAINS = (
    "pain_points: [{id: largo, text: Formulario largo, severity: 4}]}",
    "pain_points: [{id: caro, text: Caro, severity: 3}]}",
)


def test_a_future_is_held_against_what_it_replaces(diff: Diff) -> None:
    current = OLD.replace("moment_of_truth: true}", f"moment_of_truth: true, {PAINS[0]}")
    current = current.replace("emotion: 1}", f"emotion: 1, {PAINS[1]}")
    Path("old.journey.yaml").write_text(current, encoding="utf-8")
    Path("futura.journey.yaml").write_text(FUTURE, encoding="utf-8")
    (told,) = json.loads(diff("--current-future", "futura.journey.yaml", "-f", "json").out)["futures"]
    assert (told["current"], told["future"]) == ("tienda", "futura")
    assert told["promised"] == ["*Crear cuenta* rose from 0 to +1, at a moment of truth"]
    assert told["build"] == ["*Compra* has a new touchpoint: *Aviso*", "*Crear cuenta* in the channel app"]
    assert [(each["id"], each["how"]) for each in told["answered"]] == [
        ("largo", "*Crear cuenta* rose from 0 to +1, at a moment of truth")
    ]
    assert [(each["id"], each["how"]) for each in told["forgotten"]] == [("caro", "nothing changes where it hurts")]
    assert "Pain points that it forgets (1)" in diff("--current-future").out
    assert diff("--current-future", "-f", "md").out.startswith("<!-- cjm-diff -->")
    assert "Compra como será" in diff("--current-future", "-f", "html").out


def test_a_definition_that_moves_to_the_catalogue_is_no_change(diff: Diff) -> None:
    persona = "personas:\n  - {id: ana, name: Ana, summary: Compra de noche}\n"
    main = OLD.replace("stages:", "persona: ana\nstages:", 1)
    for folder, project, text in (
        ("a", "cjm_project: 1\n", main.replace("stages:", f"{persona}stages:", 1)),
        ("b", "cjm_project: 1\ncatalogue:\n  personas:\n    - {id: ana, name: Ana, summary: Compra de noche}\n", main),
        ("c", "cjm_project: 1\ncatalogue:\n  personas:\n    - {id: ana, name: Ana, summary: Compra de día}\n", main),
    ):
        Path(folder).mkdir()
        Path(folder, "cjm.yaml").write_text(project, encoding="utf-8")
        Path(folder, "tienda.journey.yaml").write_text(text, encoding="utf-8")
    assert diff("a", "b").out.startswith("nothing of meaning")
    assert diff("b", "c").out.startswith("~ *Ana*, summary: “Compra de día” instead of “Compra de noche”")


def test_help_says_what_worse_is(diff: Diff) -> None:
    said = " ".join(diff("--help").out.split())
    assert "a lost channel; evidence removed" in said
    assert "Example: cjm diff" in said
