"""The merge driver, called by git itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run
    from tests.conftest import Git

OLD = """\
cjm: 1
title: Tienda
stages:
  - id: compra
    name: Compra
    touchpoints:
      - id: pago
        name: Pago
        emotion: 1
"""


@pytest.fixture
def driven(git: Git) -> Git:
    """A repository set up with the two lines, with two branches from one commit."""
    git.write(".gitattributes", "*.journey.yaml merge=cjm\n")
    git("config", "merge.cjm.driver", f"'{sys.executable}' -m cjm merge-driver %O %A %B --path %P")
    git.commit("Primero", tienda=OLD)
    git("branch", "mejora")
    return git


def merge(git: Git, ours: str, theirs: str) -> subprocess.CompletedProcess[str]:
    git.commit("Nuestro", tienda=ours)
    git("switch", "-q", "mejora")
    git.commit("Suyo", tienda=theirs)
    git("switch", "-q", "main")
    about = {
        "GIT_AUTHOR_NAME": "Ana",
        "GIT_AUTHOR_EMAIL": "a@b",
        "GIT_COMMITTER_NAME": "Ana",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    command = ["git", "merge", "-q", "-m", "Unir", "mejora"]
    return subprocess.run(command, cwd=git.folder, env=os.environ | about, check=False, capture_output=True, text=True)


def test_two_branches_that_added_at_one_place_merge_by_themselves(driven: Git) -> None:
    new = "      - Recibo\n"
    other = "      # desde el taller\n      - Encuesta\n"
    done = merge(driven, OLD + new, OLD + other)
    assert (done.returncode, done.stderr) == (0, "")
    assert (driven.folder / "tienda.journey.yaml").read_text() == OLD + new + other
    assert driven("status", "--porcelain") == ""


def test_what_both_changed_stops_the_merge_with_marks_and_a_sentence(driven: Git) -> None:
    done = merge(driven, OLD.replace("emotion: 1", "emotion: 2"), OLD.replace("emotion: 1", "emotion: -2"))
    assert done.returncode == 1
    assert "cjm: `tienda.journey.yaml`: 1 thing was changed on both sides\n     `emotion` of `pago`\n" in done.stderr
    assert (driven.folder / "tienda.journey.yaml").read_text() == OLD.replace(
        "        emotion: 1\n",
        "<<<<<<< ours\n        emotion: 2\n=======\n        emotion: -2\n>>>>>>> mejora\n",
    )
    assert driven("status", "--porcelain") == "UU tienda.journey.yaml"


def test_a_side_that_cannot_be_read_is_merged_by_lines(driven: Git) -> None:
    done = merge(driven, OLD + "      - [\n", OLD.replace("title: Tienda", "title: Otra"))
    assert done.returncode == 0
    assert "cjm: `tienda.journey.yaml` could not be merged by ids, so its lines were merged as git does" in done.stderr
    assert (driven.folder / "tienda.journey.yaml").read_text() == OLD.replace("Tienda", "Otra") + "      - [\n"


def test_lines_that_both_changed_have_marks_all_the_same(driven: Git) -> None:
    done = merge(driven, OLD.replace("title: Tienda", "title: ["), OLD.replace("title: Tienda", "title: Otra"))
    assert done.returncode == 1
    assert (
        "<<<<<<< ours\ntitle: [\n=======\ntitle: Otra\n>>>>>>> mejora\n"
        in (driven.folder / "tienda.journey.yaml").read_text()
    )


def test_an_error_that_only_the_whole_has_is_told(driven: Git) -> None:
    old = OLD + "objective:\n  statement: Vender\n  metric: conversion\n"
    driven.commit("Con objetivo", tienda=old)
    driven("branch", "-f", "mejora")
    done = merge(driven, old + "  at_least: 20%\n", old + "  at_most: 30%\n")
    assert "was merged, and holds an error now: an objective has both `at_least` and `at_most`" in done.stderr
    assert done.returncode == 0


def test_three_files_without_git(cjm: Run, git: Git) -> None:
    for name, text in (
        ("o", OLD),
        ("a", OLD.replace("Tienda", "Otra")),
        ("b", OLD.replace("emotion: 1", "emotion: 2")),
    ):
        git.write(name, text)
    assert cjm("merge-driver", "o", "a", "b", cwd=git.folder).returncode == 0
    assert Path("a").read_text() == OLD.replace("Tienda", "Otra").replace("emotion: 1", "emotion: 2")
    missing = cjm("merge-driver", "o", "nada", "b", cwd=git.folder)
    assert (missing.returncode, missing.stderr.splitlines()[0]) == (
        2,
        "cjm: `nada` cannot be read: it is not there",
    )


def test_labels_and_the_size_of_marks_can_be_given(cjm: Run, git: Git) -> None:
    for name, title in (("o", "Tienda"), ("a", "Una"), ("b", "Otra")):
        git.write(name, OLD.replace("Tienda", title))
    done = cjm(
        "merge-driver",
        "o",
        "a",
        "b",
        "--marker-size",
        "9",
        "--our-label",
        "HEAD",
        "--their-label",
        "mejora",
        cwd=git.folder,
    )
    assert done.returncode == 1
    assert "<<<<<<<<< HEAD\ntitle: Una\n=========\ntitle: Otra\n>>>>>>>>> mejora\n" in Path("a").read_text()
