"""Agreement with sense: rough drafts, in four languages and many trades, do not drown their authors.

`tests/corpus/` holds them as somebody would have left them after a first afternoon: notes of workshops, templates that
are half filled in, six lines, fifty touchpoints.
"""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest

from cjm.checks.gathering import gathered
from cjm.checks.validate import check
from cjm.diagnostics import Diagnostic, Severity, say
from cjm.locale import translator
from cjm.project import load

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
DRAFTS = sorted((ROOT / "tests" / "corpus").glob("*.journey.yaml"))
SMALL = [
    file for file in DRAFTS if len([line for line in file.read_text("utf-8").splitlines() if line[:1] != "#"]) <= 8
]
SAMPLES = sorted((ROOT / "samples").glob("*.journey.yaml"))
OF_A_SMALL_ONE, OF_ANY = 5, 25
BEGINNING = ("missing-objective", "missing-persona")
Judge = Callable[..., tuple[Diagnostic, ...]]
each_draft = pytest.mark.parametrize("draft", DRAFTS, ids=lambda file: file.name.removesuffix(".journey.yaml"))
each_small_one = pytest.mark.parametrize("draft", SMALL, ids=lambda file: file.name.removesuffix(".journey.yaml"))


def shown(file: Path) -> list[Diagnostic]:
    """What `cjm validate` lists when nothing else is asked for."""
    return [each for each in check(file, today=TODAY) if each.severity >= Severity.WARNING]


def test_the_corpus_is_wide_enough() -> None:
    assert len(DRAFTS) >= 30
    assert {file.name[:2] for file in DRAFTS} == {"en", "es", "fr", "pt"}
    assert len(SMALL) >= 8
    large = [file for file in DRAFTS if "fifty" in file.name or "cincuenta" in file.name or "cinquenta" in file.name]
    assert len(large) == 3
    assert all(len(load(file).touchpoints) >= 50 for file in large)


@each_small_one
def test_six_lines_get_at_most_five_findings(draft: Path) -> None:
    assert len(shown(draft)) <= OF_A_SMALL_ONE


@each_small_one
def test_what_the_map_is_for_and_whose_it_is_comes_first(draft: Path) -> None:
    """After what cannot be read: nothing else helps before."""
    said = [each.rule for each in shown(draft) if each.severity is not Severity.ERROR]
    beginning = [place for place, rule in enumerate(said) if rule in BEGINNING]
    assert beginning == list(range(len(beginning)))


@each_draft
def test_a_draft_gets_at_most_twenty_five_findings(draft: Path) -> None:
    assert len(shown(draft)) <= OF_ANY


@each_draft
def test_every_finding_says_what_to_write_in_english_and_spanish(draft: Path) -> None:
    for each in shown(draft):
        assert each.hint, each
        for language in ("en", "es"):
            assert len(say(each.hint, translator(language))) > 10, each


@each_draft
def test_a_draft_is_no_mistake(draft: Path) -> None:
    """Only words of another language for keys are errors in any of them."""
    wrong = {each.rule for each in shown(draft) if each.severity is Severity.ERROR}
    assert wrong <= {"unknown-key"}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
def test_no_sample_drowns_its_author(sample: Path) -> None:
    assert shown(sample) == []


def alike(found: tuple[Diagnostic, ...], agreed: Collection[str] = ()) -> list[Diagnostic]:
    return [each for each in gathered(found, agreed) if each.rule == "placeholder-text"]


def test_what_one_rule_says_over_and_over_stands_at_the_first_place(judge: Judge) -> None:
    stages = "".join(f"  - {{name: Stage {number}, customer_goal: TODO}}\n" for number in range(7))
    text = f"cjm: 1\ntitle: Moving\nstages:\n{stages}"
    (one,) = alike(judge(text))
    assert say(one.message) == "`TODO` is a placeholder, and 6 more are like it"
    assert one.span.line == 4
    assert [each.span.line for each in one.related] == [5, 6, 7, 8, 9, 10]
    assert len(alike(judge(text), {one.file})) == 7


def test_an_agreed_journey_is_told_everything(tmp_path: Path) -> None:
    stages = "".join(f"  - {{name: Stage {number}, customer_goal: TODO}}\n" for number in range(7))
    file = tmp_path / "it.journey.yaml"
    counts = []
    for status in ("draft", "agreed"):
        file.write_text(f"cjm: 1\ntitle: Moving\nstatus: {status}\nstages:\n{stages}", "utf-8")
        counts.append([each.rule for each in check(file, today=TODAY)].count("placeholder-text"))
    assert counts == [1, 7]


def test_a_silenced_place_is_not_counted_among_the_others(judge: Judge) -> None:
    stages = "".join(f"  - {{name: Stage {number}, customer_goal: TODO}}\n" for number in range(7))
    silenced = stages.replace("TODO}\n", "TODO}  # cjm: ignore[placeholder-text] soon\n", 2)
    found = list(gathered(judge(f"cjm: 1\ntitle: Moving\nstages:\n{silenced}"), ()))
    assert [each.rule for each in found].count("placeholder-text") == 5
    assert "unused-suppression" not in {each.rule for each in found}


def test_a_map_whose_keys_are_all_spanish_is_one_thing_to_mend(tmp_path: Path) -> None:
    touchpoints = "".join(f"      - nombre: Paso {number}\n        canal: web\n" for number in range(50))
    stages = f"  - nombre: Ida\n    puntos_de_contacto:\n{touchpoints}  - nombre: Vuelta\n  - nombre: Fin\n"
    file = tmp_path / "it.journey.yaml"
    file.write_text(f"cjm: 1\ntitulo: Mudanza\nidioma: es\nestado: borrador\netapas:\n{stages}", "utf-8")
    (first,) = [each for each in shown(file) if each.rule == "unknown-key"]
    assert first.fix
    assert len(first.fix.edits) == 108
    said = say(first.hint or first.message, translator("es"))
    assert said == "`cjm validate --fix` corrige todas a la vez; aquí: ¿querías decir `title`?"
    assert say(first.related[0].message) == "did you mean `language`?"
