"""`cjm discover`: a draft that a person recognises, that passes validation, and that holds whatever the log holds."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import cjm as public

Run = Callable[..., CompletedProcess[str]]


def a_log(file: Path, courses: list[list[str]], channel: str = "web") -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        write = csv.writer(stream).writerow
        write(["customer", "event", "ts", "channel"])
        for number, course in enumerate(courses):
            for minute, activity in enumerate(course):
                write([number, activity, f"2026-01-0{1 + number % 9} 10:{minute:02}:00", channel])
    return file


SHOP = [["view_item", "add_to_cart", "delivery_choice", "payment_card", "payment_done"]] * 6 + [
    ["view_item", "search", "view_item"],
    ["view_item", "add_to_cart"],
    ["search", "view_item", "add_to_cart", "delivery_choice", "payment_cash", "payment_done"],
    ["view_item"],
] * 3


def test_on_a_real_shop_a_person_recognises_catalogue_cart_delivery_and_payment(
    cjm: Run, shared: Path, tmp_path: Path
) -> None:
    log = str(shared / "eventlogs" / "simple-onlineshop.csv.gz")
    made = cjm("discover", log, "--title", "Compra en línea", "--language", "es", "--out", "shop.journey.yaml")
    assert (made.returncode, made.stdout) == (0, "")
    journey = public.load(tmp_path / "shop.journey.yaml")
    assert [stage.name for stage in journey.stages] == ["Catalog", "Cart", "Delivery", "Payment"]
    assert [each.id for each in journey.touchpoints][-1] == "payment-done"
    main = [step.to for step in journey.paths[0].steps]
    assert main[:3] == ["catalog", "cart", "delivery-choice"]
    assert main[-1] == "payment-done"
    assert sum(len(each.events) for each in journey.touchpoints) == 12
    assert (journey.language, journey.status) == ("es", "draft")
    checked = cjm("validate", "shop.journey.yaml")
    assert "error" not in checked.stdout
    assert checked.returncode == 0
    assert cjm("render", "shop.journey.yaml").returncode == 0


def test_the_draft_is_printed_with_its_figures_as_comments_and_measures_as_it_stands(cjm: Run, tmp_path: Path) -> None:
    a_log(tmp_path / "clicks.csv", SHOP)
    made = cjm("discover", "clicks.csv", "--quiet")
    assert made.stderr == ""
    assert "made of clicks.csv, 18 cases, 66 events, from 2026-01-01 to 2026-01-09." in made.stdout
    assert "# 100 % of cases; 1.2 visits each" in made.stdout
    assert "channel: web" in made.stdout
    again = cjm("discover", "clicks.csv", "--quiet", "--out", "maps/clicks.journey.yaml")
    assert again.returncode == 0
    written = (tmp_path / "maps" / "clicks.journey.yaml").read_text(encoding="utf-8")
    assert "source: ../clicks.csv" in written.replace('"', "")
    assert cjm("measure", "maps/clicks.journey.yaml", "--format", "json").returncode == 0


def test_hostile_activities_make_a_draft_that_validates(cjm: Run, tmp_path: Path) -> None:
    odd = [
        "no",
        "a: b",
        "# cjm: ignore[all]",
        "- x",
        "\x07bell",
        " lead",
        "sta*r",
        'quo"te',
        "{x}",
        "注文",
        "😀",
        "a\nb",
    ]
    a_log(tmp_path / "log.csv", [odd, odd[::-1], *[[each] for each in odd]], channel="a: {b}\n#")
    made = cjm("discover", "log.csv", "--out", "x.journey.yaml")
    assert made.returncode == 0, made.stderr
    assert cjm("validate", "x.journey.yaml").returncode == 0
    journey = public.load(tmp_path / "x.journey.yaml")
    assert sum(len(each.events) for each in journey.touchpoints) == len(odd)


def test_what_few_customers_meet_is_gathered_when_there_is_too_much(cjm: Run, tmp_path: Path) -> None:
    a_log(tmp_path / "log.csv", [[f"page_{page}", f"page_{page + 1}"] for page in range(100)])
    made = cjm("discover", "log.csv", "--out", "x.journey.yaml")
    assert made.returncode == 0, made.stderr
    journey = public.load(tmp_path / "x.journey.yaml")
    assert len(journey.touchpoints) <= 47
    assert sum(len(each.events) for each in journey.touchpoints) == 101


def test_one_case_of_one_event_is_a_draft_too(cjm: Run, tmp_path: Path) -> None:
    a_log(tmp_path / "log.csv", [["a"]])
    assert cjm("discover", "log.csv", "--out", "x.journey.yaml").returncode == 0
    assert "error" not in cjm("validate", "x.journey.yaml").stdout


def test_nothing_is_written_over_and_nothing_half_written(cjm: Run, tmp_path: Path) -> None:
    log = a_log(tmp_path / "log.csv", SHOP)
    (tmp_path / "mine.journey.yaml").write_text("mine", encoding="utf-8")
    said = cjm("discover", "log.csv", "--out", "mine.journey.yaml")
    assert (said.returncode, "exists already" in said.stderr) == (2, True)
    log.write_text("customer,event,ts\n,,\n", encoding="utf-8")
    said = cjm("discover", "log.csv", "--out", "new.journey.yaml")
    assert (said.returncode, "has no event with a case" in said.stderr) == (2, True)
    assert not (tmp_path / "new.journey.yaml").exists()
    said = cjm("discover", "log.csv", "--language", "not a language")
    assert (said.returncode, "is no language" in said.stderr) == (2, True)


def test_a_column_that_is_not_there_is_named_with_the_nearest(cjm: Run, tmp_path: Path) -> None:
    a_log(tmp_path / "log.csv", SHOP)
    said = cjm("discover", "log.csv", "--case", "custmer")
    assert said.returncode == 2
    assert "did you mean `customer`?" in said.stderr


def test_the_same_log_makes_the_same_draft(cjm: Run, tmp_path: Path) -> None:
    a_log(tmp_path / "log.csv", SHOP)
    first, second = (cjm("discover", "log.csv", PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
    assert first == second
