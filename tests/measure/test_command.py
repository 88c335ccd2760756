"""`cjm measure` as a user meets it: what it says of good logs and of bad ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from math import sqrt
from pathlib import Path
from statistics import stdev

import pytest
from scipy.stats import t

from cjm.cli.app import run
from cjm.measure.engines.duck import duck
from cjm.measure.request import Log, Request
from cjm.measure.run import measure

JOURNEY = """\
cjm: 1
id: shop
title: Shop
objective: {statement: More orders, metric: completed, at_least: 90%}
targets: [{metric: duration.median, at_most: 2d}, {metric: csat, at_least: 3}]
channels: [{id: web, name: Web}, {id: app, name: App}]
stages:
  - id: look
    name: Look
    targets: [{metric: conversion, at_least: 40%}]
    touchpoints:
      - {id: see, name: See, channel: web, events: ["view_*"]}
      - {id: see-app, name: See in the app, channel: app, events: ["view_*"]}
  - id: buy
    name: Buy
    touchpoints:
      - {id: pay, name: Pay, events: [{regex: "^paid"}], emotion: {score: 2}}
      - {id: thanks, name: Thanks, kind: wait}
paths: [{id: straight, name: Straight, steps: [see, pay]}]
"""
HEAD = "case_id,event,timestamp,channel\n"
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cjm(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Runs `cjm measure` in a folder with the journey; gives the code, what was printed, what was said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY)

    def said(*arguments: str) -> tuple[int, str, str]:
        code = run(["measure", "shop.journey.yaml", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return said


def log(folder: Path, rows: Sequence[str], head: str = HEAD, name: str = "log.csv") -> str:
    (folder / name).write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return name


def orders(number: int) -> list[str]:
    """Customers who look, of whom every second one pays a day later."""
    looks = [f"c{n},view_shoe,2026-01-01T10:{n % 60:02}:00Z,web" for n in range(number)]
    return looks + [f"c{n},paid,2026-01-02T10:{n % 60:02}:00Z,web" for n in range(0, number, 2)]


def test_a_log_is_measured_and_its_map_told_what_is_untrue(cjm: Said, tmp_path: Path) -> None:
    code, text, said = cjm("--events", log(tmp_path, orders(100)))
    assert code == 0
    assert "100 customers" in text
    assert "← mend this first" in text
    assert "columns taken by their names: `case = case_id`" in said


def test_the_channel_decides_between_touchpoints_that_share_an_activity(cjm: Said, tmp_path: Path) -> None:
    rows = [f"c{n},view_bag,2026-01-01,{'App' if n < 4 else 'WEB' if n < 6 else 'phone'}" for n in range(10)]
    _, out, said = cjm("--events", log(tmp_path, rows), "--format", "json", "--min-cases", "1")
    counts = {each["id"]: each["cases"] for each in json.loads(out)["touchpoints"]}
    assert counts == {"see": 6, "see-app": 4, "pay": 0, "thanks": 0}
    assert "several touchpoints claim `view_bag`" in said


def test_a_missed_target_fails_the_build_and_is_named(cjm: Said, tmp_path: Path) -> None:
    code, _, said = cjm("--events", log(tmp_path, orders(100)), "--check")
    assert code == 1
    assert "target missed: " in said
    assert "50" in said
    assert "duration" not in said


def test_a_share_is_missed_only_when_its_interval_excludes_the_target(cjm: Said, tmp_path: Path) -> None:
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY.replace("90%", "55%"))
    source = log(tmp_path, orders(100))
    assert cjm("--events", source, "--check")[0] == 0
    assert cjm("--events", source, "--check", "--point")[0] == 1


def test_what_was_not_measured_says_why(cjm: Said, tmp_path: Path) -> None:
    _, out, _ = cjm("--events", log(tmp_path, orders(100)), "--format", "json")
    found = {(each["id"], each["metric"]): each for each in json.loads(out)["targets"]}
    assert found["shop", "csat"]["outcome"] == "unmeasurable"
    assert found["shop", "csat"]["why"] == "nobody was asked"


def test_surveys_are_laid_beside_the_log(cjm: Said, tmp_path: Path) -> None:
    answers = [f"Pay,c{n},{1 + n % 3},{n % 11}" for n in range(60)] + ["nowhere,c1,5,5", "pay,c2,9,"]
    survey = log(tmp_path, answers, "touchpoint,case_id,csat,nps\n", "answers.csv")
    code, out, said = cjm("--events", log(tmp_path, orders(100)), "--surveys", survey, "--format", "json")
    assert code == 2
    assert "an answer outside its scale" in said
    code, out, _ = cjm("--events", "log.csv", "--surveys", survey, "--format", "json", "--lenient")
    assert code == 0
    pay = next(each for each in json.loads(out)["touchpoints"] if each["id"] == "pay")
    assert pay["csat"] == 2.0
    assert pay["gap"] == -3.0
    promoters, detractors = sum(n % 11 >= 9 for n in range(60)), sum(n % 11 <= 6 for n in range(60))
    assert pay["nps"] == pytest.approx(100 * (promoters - detractors) / 60)


@pytest.mark.parametrize(
    ("rows", "head", "options", "expected"),
    [
        ([], HEAD, [], "has no events"),
        (["a,unknown,2026-01-01,web"] * 9, HEAD, [], "no event of `log.csv` belongs to a touchpoint of `Shop`"),
        (["a,paid,soon,web"] * 9, HEAD, [], "9 of 9 rows of `log.csv` cannot be used; 9 of them: no readable time"),
        ([",paid,2026-01-01,web", "b,paid,2026-01-01,web"], HEAD, [], "no case"),
        (["a,paid,2026-01-01,web"], HEAD, ["--case", "case_ib"], "did you mean `case_id`?"),
        (["a,paid,2026-01-01,web"], HEAD, ["--by", "chanel"], "did you mean `channel`?"),
        (["a,paid,2026-01-01,web"], HEAD, ["--since", "2027-01-01"], "no event in that window"),
        (["a,paid,2026-01-01,web"], HEAD, ["--since", "yesterday"], "`yesterday` is not a date"),
        (["a,paid,2026-01-01,web"], HEAD, ["--since", "2026-02-01", "--until", "2026-01-01"], "ends before it begins"),
        (["a,paid,2026-01-01,web"], HEAD, ["--surveys", "none.csv"], "`none.csv` is not there"),
        (["1,2,3"], "a,b,c\n", [], "name it with `--case`"),
    ],
)
def test_what_cannot_be_measured_is_said_and_nothing_written(  # noqa: PLR0913 - a case has these parts
    cjm: Said, tmp_path: Path, rows: list[str], head: str, options: list[str], expected: str
) -> None:
    code, out, said = cjm("--events", log(tmp_path, rows, head), "--out", "result.json", "--format", "json", *options)
    assert code == 2
    assert expected in said
    assert out == ""
    assert not (tmp_path / "result.json").exists()


def test_without_a_log_the_command_says_where_to_name_it(cjm: Said) -> None:
    code, _, said = cjm()
    assert code == 2
    assert "name the log after `--events`" in said


def test_ids_hold_quotes_commas_line_breaks_and_na(cjm: Said, tmp_path: Path) -> None:
    ids = ['"a,b"', '"say ""hi"""', '"two\nlines"', "NA", "null", "''; DROP TABLE walk; --"]
    rows = [f"{name},view_x,2026-01-01,web" for name in ids]
    _, out, _ = cjm("--events", log(tmp_path, rows), "--format", "json", "--min-cases", "1")
    assert json.loads(out)["journey"]["cases"] == len(ids)


def test_a_case_of_a_hundred_thousand_events_is_one_case_with_one_path(cjm: Said, tmp_path: Path) -> None:
    rows = [f"a,{'view_x' if n % 2 else 'paid'},2026-01-01,web" for n in range(100_000)]
    _, out, _ = cjm("--events", log(tmp_path, [*rows, "b,paid,2026-01-01,web"]), "--format", "json", "--min-cases", "1")
    found = json.loads(out)["journey"]
    assert found["cases"] == 2
    assert found["path_count"] == 2
    assert max(len(path["steps"]) for path in found["paths"]) == 100_000


def test_few_cases_are_withheld_on_every_level(cjm: Said, tmp_path: Path) -> None:
    rows = [*orders(20), "x1,thanks,2026-01-03,web", "x2,thanks,2026-01-03,web", "x3,secret,2026-01-03,web"]
    _, out, _ = cjm("--events", log(tmp_path, rows), "--format", "json", "--by", "channel")
    found = json.loads(out)
    thanks = next(each for each in found["touchpoints"] if each["id"] == "thanks")
    assert thanks["cases"] is None
    assert set(thanks["withheld"]) >= {"cases", "events", "reach"}
    assert "secret" not in out


def test_the_same_input_gives_the_same_bytes(cjm: Said, tmp_path: Path) -> None:
    source = log(tmp_path, orders(500))
    options = ("--events", source, "--format", "json", "--by", "channel", "--window", "day")
    assert cjm(*options)[1] == cjm(*options)[1]


@pytest.mark.usefixtures("cjm")
def test_sources_of_the_journey_are_relative_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log(tmp_path, [row.replace("c", "k", 1) for row in orders(50)], "who,what,ts,channel\n")
    text = JOURNEY + "sources: {events: {source: log.csv, case: who, activity: what, time: ts}}\n"
    (tmp_path / "shop.journey.yaml").write_text(text)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run(["measure", "../shop.journey.yaml", "--quiet"]) == 0


def test_another_log_of_the_journey_may_name_its_columns_otherwise(cjm: Said, tmp_path: Path) -> None:
    text = JOURNEY + "sources: {events: {source: gone.csv, case: who, activity: what, time: ts, value: paid}}\n"
    (tmp_path / "shop.journey.yaml").write_text(text)
    same = log(tmp_path, orders(50), "who,what,ts,channel\n", "same.csv")
    assert cjm("--events", same, "--quiet")[0] == 0
    assert cjm("--events", log(tmp_path, orders(50)), "--quiet")[0] == 0
    code, _, said = cjm("--events", same, "--case", "whom")
    assert (code, "`who`" in said) == (2, True)


WRITTEN_DOWN = """\
sources:
  since: 2026-02-01
  until: 2026-03-10
  by: region
  window: month
  min_cases: 2
  lenient: true
  events: {source: log.txt, case: who, activity: what, time: ts, delimiter: tab, encoding: cp1252, dates: month-first}
  surveys: {source: said.txt, time: ts, csat: mark, delimiter: "|", decimal: ",", dates: day-first}
"""


def test_whatever_is_asked_may_be_written_down_and_the_command_line_goes_before_it(cjm: Said, tmp_path: Path) -> None:
    rows = [
        f"c{n}\t{what}\t0{2 + n % 2}/0{day}/2026\t{'España' if n % 3 else 'Perú'}"
        for n in range(40)
        for day, what in enumerate(("view_shoe", "paid"), 1)
    ]
    head = "who\twhat\tts\tregion\n"
    (tmp_path / "log.txt").write_text(head + "\n".join([*rows, "c1\t\t02/01/2026\t"]), encoding="cp1252")
    (tmp_path / "said.txt").write_text("ts|mark\n" + "".join(f"0{day}/02/2026|{day},5\n" for day in range(1, 5)))
    told = (
        *(
            "--events",
            "log.txt",
            "--case",
            "who",
            "--activity",
            "what",
            "--time",
            "ts",
            "--min-cases",
            "2",
            "--lenient",
        ),
        *(
            "--since",
            "2026-02-01",
            "--until",
            "2026-03-10",
            "--by",
            "region",
            "--window",
            "month",
            "--dates",
            "month-first",
        ),
    )
    plain = cjm(*told, "--delimiter", "tab", "--encoding", "cp1252", "--format", "json", "-q")
    assert plain[0] == 0, plain
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY + WRITTEN_DOWN)
    code, printed, _ = cjm("--format", "json", "-q")
    assert code == 0
    written, spoken = json.loads(printed), json.loads(plain[1])
    assert written["journey"].pop("csat") == 3
    assert [each["value"] for each in written["segments"]] == ["España", "Perú"]
    assert len(written["trend"]["periods"]) == 2
    for figure in ("cases", "completed", "duration"):
        assert written["journey"][figure] == spoken["journey"][figure]
    later = json.loads(cjm("--since", "2026-03-01", "--min-cases", "1", "--format", "json", "-q")[1])
    assert (later["window"]["from"], later["min_cases"]) == ("2026-03-01T00:00:00Z", 1)
    code, _, said = cjm("--since", "2026-04-01")
    assert (code, "2026-03-10" in said) == (2, True)


def test_what_the_project_asks_holds_where_a_journey_asks_nothing_else(cjm: Said, tmp_path: Path) -> None:
    log(tmp_path, orders(50))
    (tmp_path / "cjm.yaml").write_text(
        "cjm_project: 1\nsources: {events: {source: log.csv}, window: month, min_cases: 7}\n"
    )
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY + "sources: {min_cases: 3}\n")
    found = json.loads(cjm("--format", "json", "-q")[1])
    assert (found["trend"]["window"], found["min_cases"], found["sources"][0]["name"]) == ("month", 3, "log.csv")


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_what_a_log_holds_is_never_obeyed(cjm: Said, tmp_path: Path, form: str) -> None:
    rows = [f"c{n},\x1b[31m<script>|x|,2026-01-01,web" for n in range(50)]
    code, out, _ = cjm("--events", log(tmp_path, [*rows, *orders(40)]), "--format", form, "--quiet")
    assert code == 0
    assert "\x1b" not in out
    assert form != "md" or "<script>" not in out


def test_a_log_larger_than_memory_is_spilled(journey_of: Callable[..., object], tmp_path: Path) -> None:
    engine = duck()
    engine.connection.execute(f"SET memory_limit = '60MB'; SET threads = 2; SET temp_directory = '{tmp_path}'")
    engine.connection.execute(
        "COPY (SELECT 'c' || (i % 40000) AS case_id, ['view_x', 'paid', 'thanks'][1 + i % 3] AS activity, "
        f"TIMESTAMP '2026-01-01' + INTERVAL 1 SECOND * i AS ts FROM range(1000000) AS t(i)) TO '{tmp_path}/log.parquet'"
    )
    request = Request(Log(("log.parquet",), tmp_path))
    found = measure(journey_of(JOURNEY), request, engine).measurement  # type: ignore[arg-type]
    assert found.whole.journey["cases"].value == 40_000


def test_the_value_of_cases_has_a_sum_and_a_mean_with_its_interval(cjm: Said, tmp_path: Path) -> None:
    rows = [f"c{n},paid,2026-01-01,{n % 7}.25" for n in range(50)]
    source = log(tmp_path, [*rows, "c1,paid,2026-01-02,", "c2,view_x,2026-01-02,10"], "case_id,event,timestamp,euros\n")
    _, out, _ = cjm("--events", source, "--value", "euros", "--format", "json")
    sums = [n % 7 + 0.25 + (10 if n == 2 else 0) for n in range(50)]
    found = json.loads(out)["journey"]
    assert found["value"] == {"sum": sum(sums), "mean": pytest.approx(sum(sums) / 50)}
    half = t.ppf(0.975, 49) * stdev(sums) / sqrt(50)
    assert found["intervals"]["value.mean"] == pytest.approx([sum(sums) / 50 - half, sum(sums) / 50 + half])
