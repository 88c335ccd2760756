"""Two revisions side by side, from repositories that git made."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cjm.diagnostics import say
from cjm.diff.revisions import GitTrouble, Side, sides

if TYPE_CHECKING:
    from tests.conftest import Git

SMALL = """\
cjm: 1
id: tienda
title: Tienda
persona: Laura
stages:
  - id: compra
    name: Compra
    touchpoints:
      - id: pago
        name: Pago
        emotion: 1
"""
WORSE = SMALL.replace("emotion: 1", "emotion: -2")
OTHER = SMALL.replace("tienda", "visita").replace("Tienda", "Visita")


def between(old: str, new: str | None = None, *paths: str) -> list[Side]:
    return list(sides(old, new, [Path(path) for path in paths], Path.cwd()))


def names(found: list[Side]) -> list[tuple[str, str]]:
    return [(each.old_name, each.new_name) for each in found]


def emotion(side: Side) -> tuple[float | None, float | None]:
    assert side.old is not None
    assert side.new is not None
    return side.old.touchpoints[0].score, side.new.touchpoints[0].score


def trouble(*arguments: str | None) -> tuple[str, str]:
    old, new, *paths = arguments
    with pytest.raises(GitTrouble) as caught:
        between(old or "", new, *(path or "" for path in paths))
    return say(caught.value.message), say(caught.value.hint) if caught.value.hint else ""


def test_a_revision_against_the_files_as_they_lie_there(git: Git) -> None:
    git.commit(tienda=SMALL)
    git.write("tienda.journey.yaml", WORSE)
    (side,) = between("HEAD")
    assert (side.old_name, side.new_name, emotion(side)) == ("tienda.journey.yaml", "tienda.journey.yaml", (1, -2))


def test_two_revisions_do_not_look_at_the_folders(git: Git) -> None:
    git.commit(tienda=SMALL)
    git.commit(tienda=WORSE)
    git.write("tienda.journey.yaml", "{")
    assert [emotion(each) for each in between("HEAD~1", "main")] == [(1, -2)]


def test_what_was_added_and_what_was_taken_away_has_one_side(git: Git) -> None:
    git.commit(tienda=SMALL)
    git("rm", "-q", "tienda.journey.yaml")
    git.commit(visita=OTHER.replace("Pago", "Recepción").replace("pago", "recepcion").replace("Compra", "Llegada"))
    git.write("nueva.journey.yaml", "cjm: 1\ntitle: Nueva\n")
    assert names(between("HEAD~1", "HEAD")) == [("tienda.journey.yaml", ""), ("", "visita.journey.yaml")]
    assert names(between("HEAD")) == [("", "nueva.journey.yaml"), ("visita.journey.yaml", "visita.journey.yaml")]


def test_a_file_that_git_is_told_to_ignore_is_no_new_journey_unless_it_is_named(git: Git) -> None:
    git.write(".gitignore", "salida/\n")
    git.commit(tienda=SMALL)
    git.write("salida/copia.journey.yaml", OTHER)
    assert names(between("HEAD")) == [("tienda.journey.yaml", "tienda.journey.yaml")]
    assert names(between("HEAD", None, "salida/copia.journey.yaml")) == [("", "salida/copia.journey.yaml")]


@pytest.mark.parametrize("revision", [None, "HEAD"])
def test_a_renamed_file_is_followed_from_either_name(git: Git, revision: str | None) -> None:
    git.commit(vieja=SMALL, otra=OTHER)
    git("mv", "vieja.journey.yaml", "nueva.journey.yaml")
    git.write("nueva.journey.yaml", WORSE)
    git.commit()
    expected = [("vieja.journey.yaml", "nueva.journey.yaml")]
    assert names(between("HEAD~1", revision, "nueva.journey.yaml")) == expected
    assert names(between("HEAD~1", revision, "vieja.journey.yaml")) == expected


def test_a_renamed_file_is_known_by_its_id_however_much_was_rewritten(git: Git) -> None:
    git.commit(vieja=SMALL)
    (git.folder / "vieja.journey.yaml").unlink()
    git.write("nueva.journey.yaml", "cjm: 1\nid: tienda\ntitle: Todo de nuevo\nstages:\n  - Una\n")
    assert names(between("HEAD")) == [("vieja.journey.yaml", "nueva.journey.yaml")]


def test_a_renamed_file_is_known_by_what_it_says_it_was(git: Git) -> None:
    git.commit(vieja=SMALL)
    (git.folder / "vieja.journey.yaml").unlink()
    git.write("nueva.journey.yaml", "cjm: 1\nid: comercio\nwas: tienda\ntitle: Todo de nuevo\nstages:\n  - Una\n")
    assert names(between("HEAD")) == [("vieja.journey.yaml", "nueva.journey.yaml")]


def test_a_renamed_file_without_an_id_is_known_by_its_lines(git: Git) -> None:
    text = SMALL.replace("id: tienda\n", "")
    git.commit(vieja=text)
    (git.folder / "vieja.journey.yaml").unlink()
    git.write("nueva.journey.yaml", text.replace("title: Tienda", "title: La tienda nueva"))
    assert names(between("HEAD")) == [("vieja.journey.yaml", "nueva.journey.yaml")]


def test_each_revision_is_read_with_its_own_catalogue(git: Git) -> None:
    project = "cjm_project: 1\ncatalogue:\n  channels:\n    - {id: web, name: Tienda en línea}\n"
    text = SMALL.replace("emotion: 1", "channel: web")
    git.write("cjm.yaml", project)
    git.commit(tienda=text)
    git.write("cjm.yaml", project.replace("Tienda en línea", "Página web"))
    (side,) = between("HEAD")
    assert side.old is not None
    assert side.new is not None
    assert side.old.known_channels[0].name == "Tienda en línea"
    assert side.new.known_channels[0].name == "Página web"


def test_each_revision_says_itself_which_files_are_journeys(git: Git) -> None:
    git.write("cjm.yaml", 'cjm_project: 1\ninclude: ["mapas/*.yaml"]\nexclude: [mapas/viejo.yaml]\n')
    git.write("mapas/a.yaml", SMALL)
    git.write("mapas/viejo.yaml", OTHER)
    git.commit()
    git.write("cjm.yaml", 'cjm_project: 1\ninclude: ["mapas/*.yaml"]\n')
    assert names(between("HEAD", "HEAD")) == [("mapas/a.yaml", "mapas/a.yaml")]
    assert names(between("HEAD")) == [("mapas/a.yaml", "mapas/a.yaml"), ("", "mapas/viejo.yaml")]


def test_several_projects_of_one_repository_are_told_apart(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, channel in (("banco", "Oficina"), ("tienda", "Local")):
        git.write(f"{name}/cjm.yaml", f"cjm_project: 1\ncatalogue:\n  channels:\n    - {{id: aqui, name: {channel}}}\n")
    git.commit(banco__a=SMALL, tienda__a=SMALL)
    found = between("HEAD")
    assert [side.old and side.old.known_channels[0].name for side in found] == ["Oficina", "Local"]
    monkeypatch.chdir(git.folder / "tienda")
    assert names(between("HEAD")) == [("a.journey.yaml", "a.journey.yaml")]
    expected = [("../banco/a.journey.yaml", "../banco/a.journey.yaml")]
    assert names(between("HEAD", None, "../banco")) == expected
    assert names(between("HEAD", None, "../banco/cjm.yaml")) == expected


def test_a_journey_that_cannot_be_read_says_so_with_its_revision(git: Git) -> None:
    git.commit(tienda="cjm: 1\ntitle: [\n")
    git.write("tienda.journey.yaml", SMALL)
    (side,) = between("HEAD")
    assert side.old is None
    assert side.new is not None
    assert {each.file for each in side.diagnostics} == {"tienda.journey.yaml (HEAD)"}


def test_links_submodules_and_hidden_folders_are_passed_over(git: Git, tmp_path: Path) -> None:
    inner = type(git)(tmp_path / "dentro")
    inner.commit(ajena=OTHER)
    git.commit(tienda=SMALL)
    git("submodule", "add", "-q", str(inner.folder), "modulo")
    (git.folder / "enlace.journey.yaml").symlink_to("tienda.journey.yaml")
    (git.folder / "fuera.journey.yaml").symlink_to("/etc/passwd")
    git.write(".oculto/x.journey.yaml", SMALL)
    git.commit()
    expected = [("tienda.journey.yaml", "tienda.journey.yaml")]
    assert names(between("HEAD")) == expected
    assert names(between("HEAD", "HEAD")) == expected


def test_names_of_files_may_be_any_bytes(git: Git) -> None:
    strange = os.fsdecode(b'caf\xe9 "uno"\t*.journey.yaml')
    (git.folder / strange).write_text(SMALL, encoding="utf-8")
    git.commit()
    (git.folder / strange).write_text(WORSE, encoding="utf-8")
    (side,) = between("HEAD")
    assert (side.old_name, emotion(side)) == (strange, (1, -2))
    assert names(between("HEAD", None, strange)) == [(strange, strange)]


def test_what_a_sparse_checkout_leaves_out_is_as_it_was(git: Git) -> None:
    git.commit(a__tienda=SMALL, b__visita=OTHER)
    git("sparse-checkout", "set", "a")
    assert not (git.folder / "b").exists()
    assert [emotion(each) for each in between("HEAD")] == [(1, 1), (1, 1)]


def test_an_unknown_revision_names_the_nearest_branch_or_tag(git: Git) -> None:
    git.commit(tienda=SMALL)
    git("branch", "mejora-del-pago")
    git("tag", "v1.0")
    assert trouble("mejora-del-pagos", None) == (
        "git knows no revision `mejora-del-pagos`",
        "did you mean `mejora-del-pago`?",
    )
    assert trouble("HEAD", "v1.1") == ("git knows no revision `v1.1`", "did you mean `v1.0`?")
    assert trouble("main..v1.0", None)[1] == "name one revision: a branch, a tag or a commit"


@pytest.mark.parametrize("revision", ["-h", "--output=x", "", "HEAD\n--all", "HEAD:tienda.journey.yaml", "a\0b"])
def test_what_is_no_revision_is_refused_and_not_obeyed(git: Git, revision: str) -> None:
    git.commit(tienda=SMALL)
    assert trouble(revision, None)[0].startswith("git knows no revision `")
    assert sorted(each.name for each in git.folder.iterdir()) == [".git", "tienda.journey.yaml"]


def test_a_shallow_clone_says_how_to_get_the_rest(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git.commit(tienda=SMALL)
    git.commit(tienda=WORSE)
    git("clone", "-q", "--depth", "1", f"file://{git.folder}", str(tmp_path / "copia"))
    monkeypatch.chdir(tmp_path / "copia")
    assert "git fetch --unshallow" in trouble("HEAD~1", None)[1]


def test_a_clone_without_contents_says_so_and_fetches_nothing(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git.commit(tienda=SMALL)
    git.commit(tienda=WORSE)
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "-q", "--filter=blob:none", f"file://{git.folder}", str(tmp_path / "copia"))
    monkeypatch.chdir(tmp_path / "copia")
    assert trouble("HEAD~1", None)[0] == "this clone lacks the content of an older version"


def test_no_repository_no_commit_and_no_git_are_said(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert trouble("HEAD", None)[0] == "nothing has been committed here yet"
    git.commit(tienda=SMALL)
    (tmp_path / "suelta").mkdir()
    assert trouble("HEAD", None, "../suelta")[0] == "`../suelta` is not in the git repository of the working folder"
    assert trouble("HEAD", None, "nada.yaml")[0] == "neither version has a journey `nada.yaml`"
    monkeypatch.chdir(tmp_path / "suelta")
    assert trouble("HEAD", None)[0] == "`suelta` is in no git repository"
    monkeypatch.setenv("PATH", "")
    assert trouble("HEAD", None)[0] == "git is not installed"


def test_programs_that_a_repository_names_are_not_run(git: Git) -> None:
    git.write(".gitattributes", "*.yaml diff=mal filter=mal merge=mal\n")
    git.commit(tienda=SMALL)
    program = git.write("mal.sh", f"#!/bin/sh\ntouch {git.folder}/caido\ncat\n")
    program.chmod(0o755)
    hook = git.write(".git/hooks/post-index-change", f"#!/bin/sh\ntouch {git.folder}/caido\n")
    hook.chmod(0o755)
    for setting in (
        "core.fsmonitor",
        "diff.external",
        "diff.mal.command",
        "diff.mal.textconv",
        "filter.mal.clean",
        "filter.mal.smudge",
        "core.pager",
        "gpg.program",
        "core.sshCommand",
    ):
        git("config", setting, str(program))
    git("config", "log.showSignature", "true")
    git.write("tienda.journey.yaml", WORSE)
    assert [emotion(each) for each in between("HEAD")] == [(1, -2)]
    assert not (git.folder / "caido").exists()
    subprocess.run(["git", "status"], cwd=git.folder, capture_output=True, check=False)
    assert (git.folder / "caido").exists(), "the trap does not spring at all"
