"""The life of a journey, from repositories that git made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from cjm.diagnostics import untranslated
from cjm.diff.git import Blobs, find_repository
from cjm.history.album import album
from cjm.history.life import Idea, JourneyLife, Pain, life_of
from cjm.history.picture import render as draw
from cjm.history.text import render, sampled, score, spark
from cjm.history.versions import versions

if TYPE_CHECKING:
    from tests.conftest import Git

TODAY = date(2026, 2, 10)
SHOP = """\
cjm: 1
id: tienda
title: Tienda
stages:
  - id: compra
    name: Compra
    touchpoints:
      - id: pago
        name: Pago
        emotion: 1
"""
PAIN = '        pain_points:\n          - {id: lento, text: "Va lento", severity: 4}\n'
IDEA = "        opportunities:\n          - {id: rapido, text: Pago rápido, addresses: [lento]}\n"


def life(git: Git, name: str = "tienda.journey.yaml") -> JourneyLife:
    repository = find_repository(git.folder)
    with Blobs(repository) as contents:
        known = versions(repository, repository.commit("HEAD"), [name], contents)
        found = life_of(name, album(known[name], contents), TODAY)
    assert found is not None
    return found


def pain(found: JourneyLife, name: str = "lento") -> Pain:
    return next(each for each in found.pains if each.thing.id == name)


def steps(idea: Idea) -> list[tuple[str, str]]:
    return [(each.status, each.commit.day.isoformat()) for each in idea.steps]


def test_a_pain_point_is_known_from_its_first_commit_and_waits_until_something_answers_it(git: Git) -> None:
    git.commit(tienda=SHOP)
    git.commit("El taller", tienda=SHOP + PAIN)
    git.commit(tienda=SHOP + PAIN.replace("severity: 4", "severity: 5"))
    git.commit(tienda=SHOP + PAIN + IDEA)
    found = pain(life(git))
    assert (found.since.day, found.since.subject, found.since.author) == (date(2026, 1, 2), "El taller", "Ana")
    assert (found.known, found.unanswered, found.open_since) == (39, 2, None)
    assert found.waiting == ((date(2026, 1, 2), date(2026, 1, 4)),)


def test_a_pain_point_without_an_opportunity_waits_until_today(git: Git) -> None:
    git.commit(tienda=SHOP + PAIN)
    git.commit(tienda=SHOP + PAIN + IDEA)
    git.commit(tienda=SHOP + PAIN + IDEA.replace("}", ", status: rejected}"))
    found = pain(life(git))
    assert (found.known, found.unanswered, found.open_since) == (40, 1 + 38, date(2026, 1, 3))


def test_a_pain_point_that_is_taken_out_has_an_end_and_coming_back_it_is_the_same(git: Git) -> None:
    git.commit(tienda=SHOP + PAIN)
    git.commit("Resuelto", tienda=SHOP)
    gone = pain(life(git))
    assert (gone.gone and gone.gone.subject, gone.known, gone.open_since) == ("Resuelto", 1, None)
    git.commit(tienda=SHOP + PAIN)
    back = pain(life(git))
    assert (back.gone, back.since.day) == (None, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{id: lento, ", "{id: demora, was: lento, "),
        ('{id: lento, text: "Va lento"', '{text: "Va muy, muy lento"'),
    ],
)
def test_another_id_or_other_words_are_the_same_pain_point(git: Git, before: str, after: str) -> None:
    first = before if "text" not in before else '{text: "Va lento"'
    git.commit(tienda=SHOP + PAIN.replace(before, first))
    git.commit(tienda=SHOP + PAIN.replace(before, after))
    (found,) = life(git).pains
    assert (found.since.day, found.gone) == (date(2026, 1, 1), None)


def test_an_opportunity_goes_from_idea_to_done(git: Git) -> None:
    git.commit(tienda=SHOP + IDEA)
    for status in ("planned", "in_progress", "in_progress", "done"):
        git.commit(status, tienda=SHOP + IDEA.replace("}", f", status: {status}}}"))
    (idea,) = life(git).ideas
    assert steps(idea) == [
        ("idea", "2026-01-01"),
        ("planned", "2026-01-02"),
        ("in_progress", "2026-01-03"),
        ("done", "2026-01-05"),
    ]
    assert idea.took == 4


def test_emotion_and_completeness_are_told_of_every_version(git: Git) -> None:
    git.commit(tienda=SHOP)
    git.commit(tienda=SHOP + "      - {id: entrega, name: Entrega, emotion: -2}\n")
    git.commit(tienda=SHOP.replace("        emotion: 1\n", ""))
    moments = [each.snapshot for each in life(git).moments]
    assert [each.felt and tuple(each.felt) for each in moments] == [(1, 1, "Pago"), (-0.5, -2, "Entrega"), None]
    assert moments[0].completeness > 0


def test_a_renamed_file_keeps_its_life(git: Git) -> None:
    git.commit(vieja=SHOP + PAIN)
    git("mv", "vieja.journey.yaml", "tienda.journey.yaml")
    git.commit()
    git("rm", "-q", "tienda.journey.yaml")
    rewritten = SHOP.replace("title: Tienda", "title: De nuevo").replace("Compra", "Todo otra vez")
    git.commit(mapas__tienda=rewritten + PAIN.replace("Va lento", "Tarda"))
    found = life(git, "mapas/tienda.journey.yaml")
    assert found.names == ("mapas/tienda.journey.yaml", "tienda.journey.yaml", "vieja.journey.yaml")
    assert pain(found).since.day == date(2026, 1, 1)


def test_merged_branches_count_from_their_merge(git: Git) -> None:
    git.commit(tienda=SHOP)
    git("switch", "-q", "-c", "rama")
    git.commit("En la rama", tienda=SHOP + PAIN)
    git("switch", "-q", "main")
    git.commit("Otra cosa", otra=SHOP)
    git("merge", "-q", "--no-ff", "-m", "Unir", "rama")
    assert pain(life(git)).since.subject == "Unir"
    assert [each.commit.subject for each in life(git).moments] == ["Un cambio", "Unir"]


def test_the_catalogue_of_its_time_decides_what_each_version_says(git: Git) -> None:
    git.write("cjm.yaml", "cjm_project: 1\nlanguage: es\n")
    git.commit(tienda=SHOP)
    git.write("cjm.yaml", "cjm_project: 1\nlanguage: pt\n")
    git.commit()
    assert [each.snapshot.language for each in life(git).moments] == ["es", "pt"]


def test_a_version_that_cannot_be_read_says_nothing(git: Git) -> None:
    git.commit(tienda=SHOP + PAIN)
    git.commit(tienda="title: [\n")
    git.commit(tienda=SHOP + PAIN)
    found = life(git)
    assert (found.unread, len(found.moments), pain(found).gone) == (1, 2, None)


def test_processes_that_share_the_work_tell_the_same(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        git.commit(tienda=SHOP.replace("emotion: 1", f"emotion: {number - 2}"))
    alone = life(git)
    monkeypatch.setattr("cjm.history.album.WORTH_A_PROCESS", 1)
    monkeypatch.setattr("cjm.history.album._CHUNK", 2)
    monkeypatch.setattr("cjm.history.album.processors", lambda: 2)
    assert life(git) == alone


def test_a_sparkline_has_no_more_signs_than_fit(git: Git) -> None:
    assert spark([-2, -1, None, 0, 2], -2, 2) == "▁▃ ▅█"
    assert [score(each) for each in (-2, -0.04, 0, 0.25, 1.96)] == ["−2", "0", "0", "+0.2", "+2"]
    git.commit(tienda=SHOP)
    (moment,) = life(git).moments
    many = [moment._replace(name=str(number)) for number in range(500)]
    shown = sampled(many)
    assert (len(shown), shown[0].name, shown[-1].name) == (40, "0", "499")


def test_the_text_names_what_waits_first_and_obeys_nothing_in_it(git: Git) -> None:
    evil = PAIN.replace("Va lento", "\\e[31mVa\\nlento")
    git.commit(tienda=SHOP.replace("title: Tienda", 'title: "Tienda\\e]0;x"') + evil)
    text = render([life(git)], untranslated)
    assert "\x1b" not in text
    assert "known for 40 days, without an opportunity since 2026-01-01" in text


def test_the_picture_is_well_formed_and_the_same_twice(git: Git) -> None:
    git.commit(tienda=SHOP.replace("Tienda", "<Tienda> & cía.") + PAIN + IDEA)
    git.commit(tienda=SHOP + PAIN + IDEA.replace("}", ", status: done}"))
    first = draw(life(git), TODAY)
    root = ET.fromstring(first)
    words = [" ".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Va lento", "Pago rápido"} <= {*words}
    assert first == draw(life(git), TODAY)


def test_programs_that_a_repository_names_are_not_run_for_its_history(git: Git) -> None:
    git.write(".gitattributes", "*.yaml diff=mal filter=mal\n")
    git.commit(tienda=SHOP)
    git.commit(tienda=SHOP + PAIN)
    program = git.write("mal.sh", f"#!/bin/sh\ntouch {git.folder}/caido\ncat\n")
    program.chmod(0o755)
    for setting in ("core.fsmonitor", "diff.external", "diff.mal.command", "diff.mal.textconv", "gpg.program"):
        git("config", setting, str(program))
    git("config", "log.showSignature", "true")
    git("config", "diff.renames", "false")
    git("config", "diff.noPrefix", "true")
    assert len(life(git).moments) == 2
    assert not (git.folder / "caido").exists()
