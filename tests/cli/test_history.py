"""`cjm history` and `cjm blame`, as people call them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run
    from tests.conftest import Git

SHOP = """\
cjm: 1
id: tienda
title: Tienda
language: es
owner: cx
teams:
  - {id: cx, name: Experiencia}
  - {id: pagos, name: Pagos}
stages:
  - id: compra
    name: Compra
    touchpoints:
      - id: pago
        name: Pago
        owner: pagos
        emotion: 1
        pain_points:
          - {id: lento, text: Va lento, severity: 4}
"""


@pytest.fixture
def shop(git: Git) -> Git:
    git.commit("Primer taller", tienda=SHOP.replace("emotion: 1", "emotion: 2").replace("id: lento", "id: demora"))
    git.commit("Entrevistas", tienda=SHOP.replace("id: lento", "id: lento, was: demora"))
    return git


def told(cjm: Run, git: Git, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    done = cjm(*arguments, cwd=git.folder, **env)
    assert "Traceback" not in done.stderr
    assert done.returncode != 3, done.stderr
    return done


def data(cjm: Run, git: Git, *arguments: str) -> Any:
    done = told(cjm, git, *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_history_tells_a_journeys_life(cjm: Run, shop: Git) -> None:
    done = told(cjm, shop, "history", "--today", "2026-02-01")
    assert done.returncode == 0
    assert done.stdout == (
        "Tienda  (tienda.journey.yaml)\n"
        "  2 versions from 2026-01-01 to 2026-01-02: Ana\n"
        "\n"
        "  emotion       █▆  +2 → +1\n"
        "  lowest        █▆  now +1, at Pago\n"
        f"  completeness  {done.stdout.partition('completeness  ')[2].partition(chr(10))[0]}\n"
        "\n"
        "  pain points, those without an opportunity first:\n"
        "    Va lento  (Pago)\n"
        "      severity 4, known for 31 days, without an opportunity since 2026-01-01\n"
    )


def test_history_as_data_has_days_commits_and_lengths(cjm: Run, shop: Git) -> None:
    (found,) = data(cjm, shop, "history", "--today", "2026-02-01")["journeys"]
    assert [each["emotion"] for each in found["versions"]] == [
        {"mean": 2, "lowest": 2, "lowest_at": "Pago"},
        {"mean": 1, "lowest": 1, "lowest_at": "Pago"},
    ]
    (pain,) = found["pain_points"]
    assert (pain["id"], pain["known_days"], pain["days_without_opportunity"]) == ("lento", 31, 31)
    assert pain["since"]["subject"] == "Primer taller"


def test_history_as_a_picture_goes_to_a_file(cjm: Run, shop: Git) -> None:
    assert told(cjm, shop, "history", "--format", "svg", "--out", "vida.svg").returncode == 0
    assert (shop.folder / "vida.svg").read_text(encoding="utf-8").startswith("<svg")
    shop.commit(otra=SHOP.replace("id: tienda", "id: otra"))
    several = told(cjm, shop, "history", "--format", "svg")
    assert (several.returncode, several.stderr.splitlines()[0]) == (
        2,
        "cjm: a picture shows the life of one journey, and there are 2",
    )


def test_blame_names_the_first_commit_the_last_change_and_the_owner(cjm: Run, shop: Git) -> None:
    done = told(cjm, shop, "blame", "pago")
    assert done.returncode == 0
    first, last = shop("rev-list", "--reverse", "--abbrev-commit", "--abbrev=10", "HEAD").split()
    assert done.stdout == (
        "pago: Pago  (a touchpoint, tienda.journey.yaml:13)\n"
        f"  since 2026-01-01: Ana, {first} Primer taller\n"
        f"  last changed on 2026-01-02: Ana, {last} Entrevistas\n"
        "    emotion: 2 → 1\n"
        "    pain_points: demora → lento\n"
        "  Pagos answers for it\n"
    )


def test_blame_follows_former_ids_and_the_owner_of_what_is_around(cjm: Run, shop: Git) -> None:
    (found,) = data(cjm, shop, "blame", "demora")["found"]
    assert (found["id"], found["line"], found["in"]) == ("lento", 18, ["tienda", "compra", "pago"])
    assert found["since"]["subject"] == "Primer taller"
    assert found["last_change"]["fields"] == [{"field": "id", "old": "demora", "new": "lento"}]
    assert found["owner"] == {"name": "Pagos", "of": "pago"}
    assert "Experiencia answers for it, as for `tienda`" in told(cjm, shop, "blame", "compra").stdout


def test_blame_knows_what_is_not_committed_and_what_the_project_file_holds(cjm: Run, shop: Git) -> None:
    shop.write("cjm.yaml", "cjm_project: 1\ncatalogue:\n  personas:\n    - {id: laura, name: Laura}\n")
    assert "not committed yet" in told(cjm, shop, "blame", "laura").stdout
    shop.commit("Personas")
    assert "(a persona, cjm.yaml:4)\n  since 2026-01-03: Ana," in told(cjm, shop, "blame", "laura").stdout
    shop.write("tienda.journey.yaml", SHOP.replace("emotion: 1", "emotion: 0"))
    assert "last changed, and not committed yet:\n    emotion: 1 → 0\n" in told(cjm, shop, "blame", "pago").stdout


def test_an_unknown_id_names_the_nearest(cjm: Run, shop: Git) -> None:
    done = told(cjm, shop, "blame", "pagos-lento")
    assert (done.returncode, done.stdout) == (2, "")
    assert told(cjm, shop, "blame", "lente").stderr == (
        "cjm: nothing here has the id `lente`\n     did you mean `lento`?\n"
    )


@pytest.mark.parametrize("command", [("history",), ("blame", "pago")])
def test_what_keeps_git_from_telling_is_said_with_a_hint(
    cjm: Run, git: Git, tmp_path: Path, command: tuple[str, ...]
) -> None:
    alone = tmp_path / "suelta"
    alone.mkdir()
    (alone / "tienda.journey.yaml").write_text(SHOP, encoding="utf-8")
    outside = cjm(*command, cwd=alone)
    assert (outside.returncode, outside.stderr.splitlines()[0]) == (2, "cjm: `suelta` is in no git repository")
    git.write("tienda.journey.yaml", SHOP)
    assert told(cjm, git, *command).stderr.splitlines()[0] == "cjm: nothing has been committed here yet"
    git.commit("Uno")
    git.commit("Dos", tienda=SHOP + "notes: [x]\n")
    git("clone", "-q", "--depth", "1", f"file://{git.folder}", str(tmp_path / "copia"))
    shallow = cjm(*command, cwd=tmp_path / "copia")
    assert shallow.returncode == 2
    assert "git fetch --unshallow" in shallow.stderr
    without = told(cjm, git, *command, PATH=str(alone))
    assert (without.returncode, without.stderr.splitlines()[0]) == (2, "cjm: git is not installed")


def test_a_journey_that_was_never_committed_has_no_history(cjm: Run, shop: Git) -> None:
    shop.write("nueva.journey.yaml", SHOP.replace("id: tienda", "id: nueva"))
    alone = told(cjm, shop, "history", "nueva.journey.yaml")
    assert (alone.returncode, alone.stderr.splitlines()[0]) == (2, "cjm: `nueva.journey.yaml` was never committed")
    both = told(cjm, shop, "history")
    assert (both.returncode, both.stderr) == (0, "cjm: 1 journey was never committed\n")
    stdin = cjm("history", "-", stdin=SHOP, cwd=shop.folder)
    assert (stdin.returncode, stdin.stderr.splitlines()[0]) == (2, "cjm: what comes from standard input has no history")


def test_a_project_around_the_repository_keeps_nobody_from_asking(cjm: Run, shop: Git) -> None:
    (shop.folder.parent / "cjm.yaml").write_text("cjm_project: 1\n", encoding="utf-8")
    assert told(cjm, shop, "blame", "pago").returncode == 0
    assert told(cjm, shop, "history").returncode == 0
