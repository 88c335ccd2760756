from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_sound_journey_leaves_with_0(cjm: Run, journey: Path) -> None:
    done = cjm("validate", journey.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 file" in done.stdout


def test_an_error_leaves_with_1_and_shows_the_line(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("persona:", "personna:"))
    done = cjm("validate", journey.name)
    assert done.returncode == 1
    assert "shoes.journey.yaml:3:1" in done.stdout
    assert "did you mean `persona`?" in done.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on_says_from_which_severity_on(cjm: Run, journey: Path, fail_on: str, code: int) -> None:
    journey.write_text(journey.read_text().replace("objective: Fewer returns\n", ""))
    assert cjm("validate", journey.name, "--fail-on", fail_on).returncode == code


def test_strict_makes_errors_of_warnings(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("objective: Fewer returns\n", ""))
    done = cjm("validate", journey.name, "--strict", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"][0]["severity"] == "error"


def test_remarks_are_counted_and_listed_only_when_asked_for(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("[Size guide]", "[{name: Size guide, actions: [no]}]"))
    quietly = json.loads(cjm("validate", journey.name, "--format", "json").stdout)
    fully = json.loads(cjm("validate", journey.name, "--format", "json", "--show", "info").stdout)
    assert quietly["findings"] == []
    assert quietly["hidden"] == quietly["summary"]["info"] == len(fully["findings"]) > 0


def test_select_and_ignore_take_rules_and_groups(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("objective: Fewer returns\n", "").replace("persona: Laura\n", ""))

    def rules(*options: str) -> set[str]:
        done = cjm("validate", journey.name, "--format", "json", *options)
        return {finding["rule"] for finding in json.loads(done.stdout)["findings"]}

    assert rules() == {"missing-objective", "missing-persona"}
    assert rules("--select", "missing-persona") == {"missing-persona"}
    assert rules("--ignore", "missing-persona,stages") == {"missing-objective"}
    assert rules("--ignore", "scope") == set()


def test_an_unknown_rule_is_refused_with_the_nearest(cjm: Run, journey: Path) -> None:
    done = cjm("validate", journey.name, "--select", "mising-persona")
    assert done.returncode == 2
    assert "did you mean `missing-persona`?" in done.stderr


def test_a_file_that_is_not_there_is_refused_with_the_nearest(cjm: Run, journey: Path) -> None:
    done = cjm("validate", journey.name.replace("shoes", "shoe"))
    assert done.returncode == 2
    assert "did you mean `shoes.journey.yaml`?" in done.stderr


def test_standard_input_is_a_file(cjm: Run, journey: Path) -> None:
    done = cjm("validate", "-", stdin=journey.read_text().replace("title:", "titel:"))
    assert done.returncode == 1
    assert "<stdin>:2:1" in done.stdout
    assert "titel: Buying shoes" in done.stdout


def test_without_paths_the_project_is_judged(cjm: Run, journey: Path) -> None:
    assert journey.parent.name in str(journey)
    done = cjm("validate", "--format", "json")
    assert json.loads(done.stdout)["summary"]["files"] == 1


def test_without_any_journey_the_command_says_how_to_name_one(cjm: Run) -> None:
    done = cjm("validate")
    assert done.returncode == 2
    assert "there is no journey here" in done.stderr


def test_a_mistake_in_the_project_file_leaves_with_2(cjm: Run, journey: Path) -> None:
    (journey.parent / "cjm.yaml").write_text("cjm_project: 1\nrules: {ignore: [mising-start], limits: {stagess: 4}}\n")
    done = cjm("validate")
    assert done.returncode == 2
    assert "did you mean `missing-start`?" in done.stdout
    assert "did you mean `stages`?" in done.stdout


def test_the_project_sets_severities_limits_and_the_catalogue(cjm: Run, journey: Path) -> None:
    (journey.parent / "cjm.yaml").write_text(
        "cjm_project: 1\n"
        "catalogue: {channels: [{id: web, name: Web}]}\n"
        "rules: {severity: {too-many-stages: error}, limits: {stages: 2}}\n"
    )
    journey.write_text(journey.read_text().replace("[Size guide]", "[{name: Size guide, channel: wob}]"))
    found = cjm("validate", "--format", "json", "--ignore", "touchpoints").stdout
    assert {(each["rule"], each["severity"]) for each in json.loads(found)["findings"]} == {
        ("too-many-stages", "error"),
        ("unknown-channel", "error"),
    }


def test_messages_are_said_in_the_language_that_is_asked_for(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("persona:", "personna:"))
    by_option = cjm("validate", journey.name, "--lang", "es").stdout
    by_variable = cjm("validate", journey.name, CJM_LANG="es").stdout
    by_locale = cjm("validate", journey.name, CJM_LANG="", LC_ALL="es_AR.UTF-8").stdout
    assert by_option == by_variable == by_locale
    assert "¿querías decir `persona`?" in by_option


def test_the_cache_changes_nothing_and_follows_the_content(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("persona:", "personna:"))
    cold, warm = cjm("validate"), cjm("validate")
    spanish = cjm("validate", "--lang", "es")
    assert cold.stdout == warm.stdout
    assert "¿querías decir" in spanish.stdout
    journey.write_text(journey.read_text().replace("personna:", "persona:"))
    assert cjm("validate").returncode == 0


def test_a_damaged_cache_is_rebuilt_in_silence(cjm: Run, journey: Path, tmp_path: Path) -> None:
    home = tmp_path / "cache"
    sound = cjm("validate", journey.name, XDG_CACHE_HOME=str(home))
    for shard in home.rglob("*.shard"):
        shard.write_bytes(shard.read_bytes()[:-7] + b"garbage")
    again = cjm("validate", journey.name, XDG_CACHE_HOME=str(home))
    assert (again.stdout, again.stderr, again.returncode) == (sound.stdout, "", 0)


def test_processes_find_what_one_finds(cjm: Run, tmp_path: Path, samples: Path) -> None:
    text = (samples / "tienda-online.journey.yaml").read_text(encoding="utf-8")
    for number in range(60):
        renamed = text.replace("id: tienda-online", f"id: tienda-{number}", 1)
        broken = renamed.replace("emotion:", "emocion:", number % 3)
        (tmp_path / f"j{number}.journey.yaml").write_text(broken, encoding="utf-8")
    serial = cjm("validate", "--jobs", "1", "--no-cache", "--today", "2026-11-22")
    parallel = cjm("validate", "--jobs", "2", "--no-cache", "--today", "2026-11-22")
    assert serial.stdout == parallel.stdout
    assert serial.stdout.count("emocion") >= 60


def test_a_report_is_written_to_a_file_but_never_over_a_journey(cjm: Run, journey: Path) -> None:
    before = journey.read_text()
    assert cjm("validate", journey.name, "--output", journey.name).returncode == 2
    assert journey.read_text() == before
    assert cjm("validate", journey.name, "--format", "json", "--output", "report.json").returncode == 0
    assert json.loads((journey.parent / "report.json").read_text())["version"] == 1


def test_quiet_says_nothing_of_a_sound_journey(cjm: Run, journey: Path) -> None:
    assert cjm("validate", journey.name, "--quiet").stdout == ""


def test_two_journeys_of_one_id_are_found_in_both_files(cjm: Run, journey: Path) -> None:
    (journey.parent / "again.journey.yaml").write_text(journey.read_text())
    findings = json.loads(cjm("validate", "--format", "json").stdout)["findings"]
    assert "duplicate-journey-id" in {each["rule"] for each in findings}


def test_every_broken_sample_shows_the_mistake_it_is_named_for(cjm: Run, samples: Path) -> None:
    files = sorted((samples / "broken").iterdir())
    done = cjm("validate", *map(str, files), "--format", "json", "--show", "info", "--today", "2026-11-22")
    found: dict[str, set[str]] = {}
    for each in json.loads(done.stdout)["findings"]:
        found.setdefault(Path(each["file"]).name, set()).add(each["rule"])
    names = {"hash-in-sentence": "split-sentence"}
    for file in files:
        stem = file.name.removesuffix(".journey.yaml")
        rules = found.get(file.name, set())
        assert any(stem.startswith(rule) for rule in rules) or names.get(stem) in rules, (file.name, rules)


def test_the_samples_have_nothing_wrong_even_when_strict(cjm: Run, samples: Path) -> None:
    good = [str(file) for file in sorted(samples.glob("*.journey.yaml"))]
    done = cjm("validate", *good, str(samples / "proyecto"), "--strict", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout


def test_a_journey_alone_knows_its_neighbours(cjm: Run, samples: Path) -> None:
    done = cjm("validate", str(samples / "proyecto" / "reclamacion-futura.journey.yaml"), "--today", "2026-11-22")
    assert "unknown-journey" not in done.stdout
    assert done.returncode == 0, done.stdout


def test_a_journey_that_names_one_that_is_nowhere_is_told(cjm: Run, journey: Path) -> None:
    journey.write_text(journey.read_text().replace("title:", "state: future\ncompares_to: nowhere\ntitle:"))
    assert "unknown-journey" in cjm("validate", journey.name).stdout
