"""Reports for several readers at once, and a baseline for a project that is older than its rules."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from cjm.cli.validate import run
from cjm.reports import REPORTS

Run = Callable[..., subprocess.CompletedProcess[str]]
NO_OBJECTIVE = "objective: Fewer returns\n"
EVERYTHING = (
    "--format",
    "text",
    *(part for name in REPORTS if name != "text" for part in ("--format", f"{name}=o.{name}")),
)


@pytest.fixture
def lacking(journey: Path) -> Path:
    """A journey with one warning."""
    journey.write_text(journey.read_text().replace(NO_OBJECTIVE, ""))
    return journey


def rules(text: str) -> list[str]:
    return [each["rule"] for each in json.loads(text)["findings"]]


def test_one_report_is_printed_and_others_are_written(cjm: Run, lacking: Path) -> None:
    done = cjm("validate", "--format", "text", "--format", "sarif=out/a.sarif", "--format", "junit=out/a.xml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[missing-objective]" in done.stdout
    sarif = json.loads((lacking.parent / "out" / "a.sarif").read_text())
    assert [each["ruleId"] for each in sarif["runs"][0]["results"]] == ["missing-objective"]
    assert ElementTree.parse(lacking.parent / "out" / "a.xml").getroot().get("failures") == "1"


def test_where_nothing_is_printed_the_count_is_said(cjm: Run, lacking: Path) -> None:
    assert lacking.exists()
    done = cjm("validate", "--format", "md=o.md")
    assert done.stdout == ""
    assert done.stderr.startswith("1 warning in 1 file")
    assert cjm("validate", "--format", "md=o.md", "--quiet").stderr == ""


def test_every_format_can_be_printed_and_is_named_in_the_help(cjm: Run, lacking: Path) -> None:
    usage = " ".join(cjm("validate", "--help").stdout.split())
    for name in REPORTS:
        done = cjm("validate", lacking.name, "--format", name)
        assert "missing-objective" in done.stdout, name
        assert name in usage
    assert run.__annotations__["form"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "sarrif"], "did you mean `sarif`?"),
        (["--format", "papyrus"], "choose one of `text`, `json`, `github`, `sarif`, `gitlab`, `junit`, `md`"),
        (["--format", "text", "--format", "json"], "only one format can be printed"),
        (["--format", "json=a.json", "--format", "sarif=./a.json"], "two formats would be written to `a.json`"),
        (["--format", "json", "--format", "md=a.md", "--output", "b.json"], "`--output` names the file of a single"),
        (["--format", "json=a.json", "--output", "b.json"], "`--output` names the file of a single"),
        (["--format", "json="], "names no file"),
        (["--format", ""], "there is no format ``"),
        (["--format", "json=shoes.journey.yaml"], "would be written over"),
        (["--format", "text", "--format", "json=shoes.journey.yaml"], "would be written over"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    cjm: Run, journey: Path, options: list[str], words: str
) -> None:
    before = journey.read_bytes()
    done = cjm("validate", journey.name, *options)
    assert done.returncode == 2
    assert words in done.stderr.replace("./", "")
    assert done.stdout == ""
    assert [each.name for each in journey.parent.iterdir() if each.is_file()] == [journey.name]
    assert journey.read_bytes() == before


def test_a_journey_of_another_ending_is_not_written_over(cjm: Run, journey: Path) -> None:
    named = journey.rename(journey.with_name("shoes.txt"))
    before = named.read_bytes()
    done = cjm("validate", named.name, "--format", "md=shoes.txt")
    assert (done.returncode, named.read_bytes()) == (2, before)


def test_the_same_journeys_give_the_same_bytes_wherever_they_lie(cjm: Run, lacking: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / lacking.name).write_bytes(lacking.read_bytes())
    one = cjm("validate", lacking.name, *EVERYTHING)
    two = cjm("validate", lacking.name, *EVERYTHING, "--no-cache", cwd=other)
    assert one.stdout == two.stdout
    for name in REPORTS:
        if name != "text":
            written = (tmp_path / f"o.{name}").read_bytes()
            assert written == (other / f"o.{name}").read_bytes()
            assert str(tmp_path).encode() not in written


def test_hostile_names_of_files_and_texts_reach_every_report_as_text(cjm: Run, shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "journeys"
    folder.mkdir()
    lines = [line for file in sorted((shared / "payloads").glob("*.txt")) for line in file.read_text().split("\n")]
    payloads = sorted({line for line in lines if line.strip()})
    for number, text in enumerate(payloads):
        whole = {"cjm": 1, "id": f"j{number}", "title": text, "persona": text, "personas": [], "stages": [{text: 1}]}
        name = text.replace("/", "\u2215")[:60]
        (folder / f"{number} {name}.journey.yaml").write_text(json.dumps(whole), "utf-8")
    done = cjm("validate", *EVERYTHING)
    assert done.returncode == 1
    found = {name: (tmp_path / f"o.{name}").read_text("utf-8") for name in REPORTS if name != "text"}
    total = len(json.loads(found["json"])["findings"])
    assert total >= len(payloads)
    assert len(json.loads(found["sarif"])["runs"][0]["results"]) == total
    assert len(json.loads(found["gitlab"])) == total
    assert len(found["github"].splitlines()) == total
    root = ElementTree.fromstring(found["junit"].encode())
    assert len(root.findall("*/testcase/failure")) == total
    assert len(root) == len(payloads)


def test_a_baseline_leaves_out_what_is_known_and_nothing_else(cjm: Run, lacking: Path) -> None:
    done = cjm("validate", "--write-baseline", "known.yaml", "--strict")
    assert done.returncode == 0
    assert done.stdout == "nothing new in 1 file; 1 known finding left out\n"
    assert "`known.yaml` holds 1 finding\n" in done.stderr
    lacking.write_text(
        "# moved\n\n" + lacking.read_text().replace("persona: Laura\n", "").replace("cjm: 1", "cjm:   1")
    )
    done = cjm("validate", "--baseline", "known.yaml", "--format", "json", "--strict")
    assert done.returncode == 1
    assert rules(done.stdout) == ["missing-persona"]
    assert json.loads(done.stdout)["known"] == 1


def test_what_has_been_mended_is_said_until_the_baseline_is_written_anew(cjm: Run, lacking: Path) -> None:
    cjm("validate", "--write-baseline", "known.yaml")
    lacking.write_text(lacking.read_text() + NO_OBJECTIVE)
    done = cjm("validate", "--baseline", "known.yaml")
    assert "1 known finding has been mended since `known.yaml` was written" in done.stderr
    assert "`--write-baseline known.yaml`" in done.stderr
    assert cjm("validate", "--baseline", "known.yaml", "--quiet").stderr == ""
    assert "mended" not in cjm("validate", "--baseline", "known.yaml", "--select", "stages").stderr
    cjm("validate", "--write-baseline", "known.yaml")
    assert cjm("validate", "--baseline", "known.yaml").stderr == ""
    assert "missing-objective" not in (lacking.parent / "known.yaml").read_text()


def test_a_baseline_serves_from_every_folder(cjm: Run, lacking: Path, tmp_path: Path) -> None:
    (tmp_path / "ci").mkdir()
    cjm("validate", "--write-baseline", "ci/known.yaml")
    done = cjm("validate", f"../{lacking.name}", "--baseline", "known.yaml", cwd=tmp_path / "ci")
    assert "1 known finding left out" in done.stdout
    assert str(tmp_path) not in (tmp_path / "ci" / "known.yaml").read_text()


def test_one_journey_written_anew_leaves_the_others_known(cjm: Run, lacking: Path) -> None:
    other = lacking.with_name("boots.journey.yaml")
    other.write_text(lacking.read_text().replace("shoes", "boots"))
    cjm("validate", "--write-baseline", "known.yaml")
    both = (lacking.parent / "known.yaml").read_text()
    cjm("validate", lacking.name, "--write-baseline", "known.yaml")
    assert (lacking.parent / "known.yaml").read_text() == both
    other.unlink()
    assert "mended" in cjm("validate", lacking.name, "--baseline", "known.yaml").stderr
    cjm("validate", lacking.name, "--write-baseline", "known.yaml")
    files = [each["file"] for each in yaml.safe_load((lacking.parent / "known.yaml").read_text())["findings"]]
    assert set(files) == {lacking.name}


@pytest.mark.parametrize("content", [None, "title: x\n", "", "cjm_baseline: 2\nfindings: []\n", "\x00"])
def test_a_baseline_that_is_none_is_refused_with_advice(cjm: Run, journey: Path, content: str | None) -> None:
    if content is not None:
        (journey.parent / "known.yaml").write_text(content)
    done = cjm("validate", journey.name, "--baseline", "known.yaml")
    assert done.returncode == 2
    assert "`known.yaml`" in done.stderr
    assert "--write-baseline" in done.stderr


def test_a_baseline_is_never_written_over_anything_else(cjm: Run, journey: Path) -> None:
    before = journey.read_bytes()
    done = cjm("validate", journey.name, "--write-baseline", journey.name)
    assert (done.returncode, journey.read_bytes()) == (2, before)
    assert "is not a baseline" in done.stderr
    assert cjm("validate", journey.name, "--write-baseline", ".").returncode == 2


def test_no_baseline_is_written_where_the_project_file_is_wrong(cjm: Run, lacking: Path) -> None:
    (lacking.parent / "cjm.yaml").write_text("cjm_project: 1\nrules: {ignore: [nothing-such]}\n")
    assert cjm("validate", "--write-baseline", "known.yaml").returncode == 2
    assert not (lacking.parent / "known.yaml").exists()


def test_an_old_project_can_start_today(cjm: Run, samples: Path, tmp_path: Path) -> None:
    for file in (samples / "broken").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert cjm("validate").returncode == 1
    assert cjm("validate", "--write-baseline", "known.yaml").returncode == 0
    done = cjm("validate", "--baseline", "known.yaml", "--strict", "--show", "info")
    assert done.returncode == 0, done.stdout
    assert done.stderr == ""
