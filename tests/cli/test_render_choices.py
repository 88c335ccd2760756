"""`cjm render --view --persona --path --channel --lanes --compare`: what is shown, and what is refused."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.outputs import OUTPUTS

Run = Callable[..., subprocess.CompletedProcess[str]]
SHOES = """cjm: 1
title: Buying shoes
persona: laura
personas: [{id: laura, name: Laura}, {id: pedro, name: Pedro}]
channels: [{id: web, name: Web shop, kind: web}, {id: tel, name: Hotline, kind: phone}]
lanes: [{id: legal, name: What the law says}]
stages:
  - name: Wanting
    touchpoints:
      - name: Advert
        channel: web
        emotion: {score: 1, by: {pedro: -2}}
        actions: [Looks up]
        lanes: {legal: [Consent]}
  - name: Choosing
    touchpoints: [{name: Size guide, emotion: 0}, {name: Phone call, channel: tel, personas: [pedro]}]
  - {name: Wearing, touchpoints: [First run]}
paths:
  - {id: main, name: The usual way, steps: [advert, size-guide, first-run]}
  - {id: calls, steps: [advert, phone-call, first-run]}
"""


@pytest.fixture
def shoes(tmp_path: Path) -> Path:
    file = tmp_path / "shoes.journey.yaml"
    file.write_text(SHOES, encoding="utf-8")
    return file


def printed(cjm: Run, *arguments: str) -> str:
    done = cjm("render", "shoes.journey.yaml", "--out", "-", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("view", OUTPUTS["svg"].views)
def test_a_view_is_written_under_its_name_unless_it_is_the_usual_one(cjm: Run, shoes: Path, view: str) -> None:
    done = cjm("render", shoes.name, "--view", view)
    assert done.returncode == 0, done.stderr
    name = "buying-shoes.svg" if view == "map" else f"buying-shoes.{view}.svg"
    assert f"cjm-{view}" in (shoes.parent / "cjm-out" / name).read_text().split(">")[0]


def test_two_views_stand_beside_each_other(cjm: Run, shoes: Path) -> None:
    cjm("render", shoes.name)
    cjm("render", shoes.name, "--view", "flow")
    assert sorted(file.name for file in (shoes.parent / "cjm-out").glob("*.svg")) == [
        "buying-shoes.flow.svg",
        "buying-shoes.svg",
    ]


@pytest.mark.usefixtures("shoes")
def test_the_flow_is_what_dot_shows_without_asking(cjm: Run) -> None:
    assert printed(cjm, "--format", "dot") == printed(cjm, "--format", "dot", "--view", "flow")


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in {"png", "pdf", "xlsx"}])
@pytest.mark.parametrize(
    "picked",
    [
        ("--persona", "Laura", "Size guide", "Phone call"),
        ("--path", "main", "Size guide", "Phone call"),
        ("--channel", "hotline", "Phone call", "Size guide"),
    ],
    ids=lambda picked: picked[0],
)
@pytest.mark.usefixtures("shoes")
def test_a_part_can_be_picked_out_in_every_format(cjm: Run, form: str, picked: tuple[str, str, str, str]) -> None:
    option, name, kept, left = picked
    made = printed(cjm, "--format", form, option, name)
    assert kept in made
    assert left not in made


@pytest.mark.usefixtures("shoes")
def test_lanes_stand_in_the_order_that_is_asked_for(cjm: Run) -> None:
    made = printed(cjm, "--lanes", "legal,actions")
    assert made.index("Consent") < made.index("Looks up")
    assert "Consent" not in printed(cjm, "--lanes", "actions")
    assert printed(cjm, "--lanes", "actions", "--lanes", "actions") == printed(cjm, "--lanes", "actions")


def test_another_journey_is_drawn_over_it(cjm: Run, shoes: Path) -> None:
    other = shoes.with_name("future.journey.yaml")
    other.write_text(
        SHOES.replace("title: Buying shoes", "id: future\ntitle: Shoes in 2030").replace("score: 1", "score: 2")
    )
    by_file, by_id = (printed(cjm, "--compare", named) for named in (other.name, "future"))
    assert by_file == by_id
    assert "Shoes in 2030" in by_file
    assert by_file != printed(cjm)


def test_a_journey_with_nothing_in_common_is_told(cjm: Run, shoes: Path) -> None:
    shoes.with_name("b.yaml").write_text("cjm: 1\ntitle: Another\nstages: [{name: A, touchpoints: [Else]}]\n")
    done = cjm("render", shoes.name, "--compare", "b.yaml")
    assert done.returncode == 0
    assert "nothing to compare" in done.stderr


BROKEN = "cjm: 1\nid: broken\ntitel: x\nstages: []\n"
REFUSED = {
    "persona": (("--persona", "Lauar"), "no persona is called `Lauar`", "did you mean `Laura`?"),
    "path": (("--path", "mian"), "no path is called `mian`", "did you mean `main`?"),
    "channel": (("--channel", "fax"), "no touchpoint has the channel `fax`", "there are `web`, `tel`"),
    "lane": (("--lanes", "pain-points"), "no journey has a lane `pain-points`", "did you mean `pain_points`?"),
    "own lane": (("--lanes", "legla"), "no journey has a lane `legla`", "did you mean `legal`?"),
    "nothing left": (("--persona", "laura", "--channel", "tel"), "no touchpoint that fits", "less at a time"),
    "itself": (("--compare", "shoes.journey.yaml"), "compared with itself", "name another journey"),
    "nobody": (("--compare", "future"), "there is no journey `future`", "its id in this project"),
    "slip": (("--compare", "buying-shoe"), "there is no journey `buying-shoe`", "did you mean `buying-shoes`?"),
    "broken file": (("--compare", "broken.journey.yaml"), "holds an error", "cjm validate broken.journey.yaml"),
    "broken id": (("--compare", "broken"), "holds an error", "cjm validate broken.journey.yaml"),
    "folder": (("--compare", "."), "holds 2 journeys", "name the one"),
    "no view": (("--format", "dot", "--view", "map"), "the format `dot` has no such view", "it has `flow`"),
    "no views": (("--format", "csv", "--view", "map"), "`--view` means nothing for the format `csv`", "it is for"),
    "lanes of flow": (("--view", "flow", "--lanes", "actions"), "`--lanes` means nothing for the view `flow`", "`map`"),
    "lanes of dot": (("--format", "dot", "--lanes", "actions"), "means nothing for the format `dot`", "`svg`"),
    "compared board": (("--view", "board", "--compare", "x"), "means nothing for the view `board`", "`map`, `curve`"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_refused_in_a_sentence(cjm: Run, shoes: Path, name: str) -> None:
    shoes.with_name("broken.journey.yaml").write_text(BROKEN)
    options, said, hint = REFUSED[name]
    done = cjm("render", shoes.name, *options)
    first, second = done.stderr.splitlines()
    assert done.returncode == 2
    assert said in first
    assert hint in second
    assert not (shoes.parent / "cjm-out").exists()


def test_a_refusal_is_said_in_the_language_of_the_user(cjm: Run, shoes: Path) -> None:
    """Whatever the catalogue holds by now, names stay as they were written."""
    done = cjm("render", shoes.name, "--persona", "Lauar", "--lang", "es")
    assert done.returncode == 2
    assert "`Lauar`" in done.stderr


def test_a_persona_of_one_journey_keeps_all_of_them_from_being_written(cjm: Run, shoes: Path) -> None:
    shoes.with_name("other.journey.yaml").write_text("cjm: 1\ntitle: Other\npersona: Ana\nstages: []\n")
    done = cjm("render", "--persona", "laura")
    assert done.returncode == 2
    assert done.stderr.startswith("cjm: other.journey.yaml: no persona is called `laura`")
    assert not (shoes.parent / "cjm-out").exists()


def test_what_is_left_out_is_not_hidden_in_the_file(cjm: Run, shoes: Path) -> None:
    """A picture for a supplier must not hold what concerns others."""
    shoes.write_text(SHOES.replace("Phone call,", "Phone call, notes: [Secret],"))
    for form in ("svg", "json", "html"):
        assert "Secret" not in printed(cjm, "--format", form, "--persona", "laura")


@pytest.mark.parametrize("view", OUTPUTS["json"].views)
@pytest.mark.usefixtures("shoes")
def test_json_names_its_view(cjm: Run, view: str) -> None:
    made = json.loads(printed(cjm, "--format", "json", "--view", view))
    assert made["view"] == view
    assert made[view]["title"] == "Buying shoes"


def test_markdown_links_the_picture_that_is_written_beside_it(cjm: Run, shoes: Path) -> None:
    for options, stem in (
        ((), "cjm-out/buying-shoes"),
        (("--view", "flow"), "cjm-out/buying-shoes.flow"),
        (("--out", "mapa de compra.md"), "mapa de compra"),
    ):
        done = cjm("render", shoes.name, "--format", "md", *options)
        assert done.returncode == 0, done.stderr
        document = (shoes.parent / f"{stem}.md").read_text()
        linked = re.search(r"!\[[^\]]*\]\(<?([^)>]+)", document)
        assert linked
        assert linked[1].replace("%20", " ") == f"{Path(stem).name}.svg"
        assert (shoes.parent / f"{stem}.svg").is_file()
