"""Prints how long cjm takes against a peer or a floor measured in the same run. Asserts nothing.

    python tests/bench/run.py [--files 1000] [--only peers]

Whole processes, in turn (A B A B …), medians; peers that are not installed are left out and named. Spectral is looked
for on PATH and in tests/bench/node_modules: `npm install --prefix tests/bench --no-save @stoplight/spectral-cli`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

HERE = Path(__file__).parents[2]
sys.path.insert(0, str(HERE))
from tests.bench.generator import journey, write  # noqa: E402 - run as a script, from any folder

SCRIPTS = Path(sysconfig.get_path("scripts"))
ROUNDS, OF_PEERS = 7, 3
SPECTRAL = HERE / "tests" / "bench" / "node_modules" / ".bin"
BARE = """
import sys, yaml
for name in sys.argv[1:]:
    loader = yaml.CSafeLoader(open(name, "rb").read())
    while loader.check_event():
        loader.get_event()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--only", choices=PARTS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        for name, part in PARTS.items():
            if asked.only in (None, name):
                part(Path(folder), asked.files)


def one_file(folder: Path, count: int) -> None:
    """One 8 KB file with findings, whole process."""
    del count
    file = folder / "one.journey.yaml"
    file.write_text(journey(10), encoding="utf-8")
    schema = written_schema(folder)
    ours = [cjm(), "validate", str(file), "--no-cache"]
    print(f"one file of {file.stat().st_size} bytes, whole process")
    compare("cjm validate", ours, "yamllint", peer("yamllint", str(file)), "at most 1.3")
    compare(
        "cjm validate",
        ours,
        "check-jsonschema",
        peer("check-jsonschema", "--schemafile", str(schema), str(file)),
        "at most 0.6",
    )


def many_files(folder: Path, count: int) -> None:
    """Many files, cold, then from the cache, against libyaml's bare events of them."""
    files = write(folder / "many", count)
    ours = [cjm(), "validate", str(folder / "many"), "--output", str(folder / "report.txt")]
    bare = [sys.executable, "-c", BARE, *map(str, files)]
    empty = [sys.executable, "-c", "import yaml"]
    size = sum(file.stat().st_size for file in files) // count
    print(f"{count} files of {size} bytes, cold, {os.cpu_count()} processors")
    cold, floor, start = alternately(lambda: timed([*ours, "--no-cache"]), lambda: timed(bare), lambda: timed(empty))
    say("cjm validate", cold, "bare events", floor - start, "at most 2.8")
    print(f"  peak memory of the largest process: {peak([*ours, '--no-cache']):.0f} MB (under 150)")
    timed(ours)
    (warm,) = alternately(lambda: timed(ours))
    print(f"  unchanged, from the cache: {warm:.3f} s (at most 0.4)")


def peers(folder: Path, count: int) -> None:
    """The same files cold, with all rules of cjm against what others check with the journey's schema or with less."""
    files = [str(file) for file in write(folder / "many", count)]
    schema, rules = written_schema(folder), written_ruleset(folder)
    commands = {
        "yamllint": peer("yamllint", "-d", "relaxed", *files),
        "check-jsonschema": peer("check-jsonschema", "--schemafile", str(schema), *files),
        "spectral": peer("spectral", "lint", "--quiet", "--ruleset", str(rules), f"{folder}/many/*.yaml"),
    }
    print(f"{count} files cold, all rules of cjm, {os.cpu_count()} processors")
    for name in [name for name, command in commands.items() if command is None]:
        print(f"  {name} is not installed")
    there = {name: command for name, command in commands.items() if command}
    ours = [cjm(), "validate", f"{folder}/many", "--no-cache", "--output", f"{folder}/report.txt"]
    took = [[used(command) for command in (ours, *there.values())] for _ in range(OF_PEERS)]
    mine, *theirs = (tuple(map(median, zip(*each, strict=True))) for each in zip(*took, strict=True))
    for name, its in zip(there, theirs, strict=True):
        print(f"  cjm validate {mine[0]:.2f} s, {name} {its[0]:.1f} s: {its[0] / mine[0]:.1f} × as long (at least 10)")
        print(f"    of processors {mine[1]:.2f} s and {its[1]:.1f} s: {its[1] / mine[1]:.1f} × as much")


def used(command: list[str]) -> tuple[float, float]:
    """Seconds of the clock, and of all processors, which a busy machine changes less."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = timed(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def written_schema(folder: Path) -> Path:
    schema = folder / "schema.json"
    schema.write_text(subprocess.run([cjm(), "schema"], capture_output=True, check=True, text=True).stdout)
    return schema


def written_ruleset(folder: Path) -> Path:
    """The schema and three rules of a good map, as somebody would write them for Spectral."""
    schema = json.loads(written_schema(folder).read_text(), object_hook=without_emoji)
    rules = {
        "schema": {"given": "$", "then": {"function": "schema", "functionOptions": {"schema": schema}}},
        "missing-objective": {"given": "$", "then": {"field": "objective", "function": "truthy"}},
        "too-few-stages": {"given": "$.stages", "then": {"function": "length", "functionOptions": {"min": 3}}},
        "pain-point-without-severity": {
            "given": "$.stages[*].touchpoints[*].pain_points[*]",
            "then": {"field": "severity", "function": "defined"},
        },
    }
    file = folder / "ruleset.json"
    file.write_text(json.dumps({"rules": rules}))
    return file


def without_emoji(part: dict[str, object]) -> dict[str, object]:
    """Spectral reads patterns without the flag `u`, and takes none with characters of more than 16 bits."""
    pattern = part.get("pattern")
    return {**part, "pattern": "^[^ ]+$"} if isinstance(pattern, str) and max(pattern) > "\uffff" else part


def pictures(folder: Path, count: int) -> None:
    """One sample drawn, and a hundred journeys in one call."""
    del count
    sample = HERE / "samples" / "tienda-online.journey.yaml"
    aims = {"svg": " (at most 0.35)", "html": " (at most 0.6)"}
    for form in ("svg", "html", "png"):
        command = [cjm(), "render", str(sample), "--format", form, "--out", f"{folder}/out", "--force"]
        (drawn,) = alternately(partial(timed, command))
        print(f"render one sample to {form}: {drawn:.3f} s{aims.get(form, '')}")
    hundred = [file for file in write(folder / "hundred", 112) if "ownr" not in file.read_text(encoding="utf-8")][:100]
    command = [cjm(), "render", *map(str, hundred), "--out", f"{folder}/out100", "--force", "--quiet"]
    (drawn,) = alternately(partial(timed, command))
    print(f"render {len(hundred)} journeys to svg in one call: {drawn:.3f} s (at most 2)")
    mermaid(folder, hundred[:3], drawn / len(hundred))


def past(folder: Path, count: int) -> None:
    """The history of a journey with many revisions, each of them another text."""
    del count
    revisions = 500
    place = folder / "past"
    place.mkdir()
    sample = (HERE / "samples" / "tienda-online.journey.yaml").read_text(encoding="utf-8")
    stream: list[bytes] = []
    for number in range(revisions):
        text = sample.replace("title: ", f"title: {number} ", 1).encode()
        said = b"commit refs/heads/main\ncommitter Ana <ana@example.org> %d +0000\ndata 1\nx\n"
        stream.append(said % (1_700_000_000 + number * 86_400))
        stream.append(b"M 100644 inline tienda.journey.yaml\ndata %d\n%b\n" % (len(text), text))
    subprocess.run(["git", "init", "-q", "-b", "main", str(place)], check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=place, input=b"".join(stream), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=place, check=True)
    for command in ("history", "blame pago"):
        (told,) = alternately(partial(timed, [cjm(), *command.split(), str(place / "tienda.journey.yaml")]))
        print(f"cjm {command} over {revisions} revisions of {len(sample.encode())} bytes: {told:.3f} s (under 5)")


def mermaid(folder: Path, files: list[Path], ours: float) -> None:
    """What mermaid-cli takes for a journey of the same stages; it starts a browser for each call."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not peer("mmdc") or not chromium:
        print("  mermaid-cli is not installed")
        return
    settings = folder / "puppeteer.json"
    settings.write_text(json.dumps({"executablePath": chromium, "args": ["--no-sandbox"]}))
    subprocess.run([cjm(), "render", *map(str, files), "-f", "mermaid", "-o", f"{folder}/mmd", "-q"], check=True)
    made = sorted((folder / "mmd").glob("*.mmd"))
    drawing = [peer("mmdc", "-p", str(settings), "-i", str(each), "-o", f"{each}.svg") or [] for each in made]
    theirs = sum(median(timed(command) for _ in range(3)) for command in drawing) / len(drawing)
    print(f"  a journey: cjm {ours:.3f} s, mermaid-cli {theirs:.3f} s: {ours / theirs:.3f} ×")


def starting(folder: Path, count: int) -> None:
    """What it costs to do nothing."""
    del folder, count
    version, bare = alternately(lambda: timed([cjm(), "--version"]), lambda: timed([sys.executable, "-c", "pass"]))
    print(f"cjm --version {version:.3f} s, python -c pass {bare:.3f} s")


def cjm() -> str:
    return str(SCRIPTS / "cjm")


def peer(name: str, *arguments: str) -> list[str] | None:
    found = shutil.which(name, path=os.pathsep.join((str(SCRIPTS), str(SPECTRAL), os.environ["PATH"])))
    return [found, *arguments] if found else None


def compare(name: str, ours: list[str], other: str, theirs: list[str] | None, aim: str) -> None:
    if theirs is None:
        print(f"  {other} is not installed")
        return
    mine, its = alternately(lambda: timed(ours), lambda: timed(theirs))
    say(name, mine, other, its, aim)


def say(name: str, mine: float, other: str, its: float, aim: str) -> None:
    print(f"  {name} {mine:.3f} s, {other} {its:.3f} s: {mine / its:.2f} × ({aim})")


def alternately(*measures: Callable[[], float]) -> tuple[float, ...]:
    """Each measure's median over rounds in which they take turns, after one round that does not count."""
    rounds = [[measure() for measure in measures] for _ in range(ROUNDS + 1)][1:]
    return tuple(median(column) for column in zip(*rounds, strict=True))


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def peak(command: list[str]) -> float:
    """Megabytes of the largest process of a run."""
    code = (
        "import json, resource, subprocess, sys\n"
        "subprocess.run(json.loads(sys.argv[1]), capture_output=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    asked = [sys.executable, "-c", code, json.dumps(command)]
    printed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return int(printed) / 1024


PARTS: dict[str, Callable[[Path, int], None]] = {
    "one": one_file,
    "many": many_files,
    "peers": peers,
    "pictures": pictures,
    "past": past,
    "starting": starting,
}


if __name__ == "__main__":
    main()
