"""How long measuring takes, against reading and sorting the same log with DuckDB alone, and against others.

`python tests/bench/measure.py [1 10 30]`: millions of events; 60 activities, 12 events a case. Every run is a process
of its own, taken three times; the shortest counts. PM4Py and retentioneering are run where they are installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import duckdb

MILLION = 1_000_000
ACTIVITIES, STAGES, EVENTS_OF_A_CASE = 60, 6, 12
TIMES = 3
LIMITS = {1: 2.5, 10: 1.6}
BARE = (
    "import duckdb; c = duckdb.connect(); c.execute('SET threads = 2'); "
    "c.execute(\"CREATE TEMP TABLE e AS SELECT customer_id, event, ts FROM {reader}('{log}') \"\n"
    '          "ORDER BY customer_id, ts")'
)
PM4PY = (
    "import pandas as pd, pm4py; e = pd.read_parquet('{log}'); "
    "e = pm4py.format_dataframe(e, case_id='customer_id', activity_key='event', timestamp_key='ts'); "
    "pm4py.discover_dfg(e); pm4py.get_variants(e)"
)
RETENTIONEERING = (
    "import pandas as pd; from retentioneering.eventstream import Eventstream; e = pd.read_parquet('{log}'); "
    "e = e.rename(columns={{'customer_id': 'user_id', 'ts': 'timestamp'}})[['user_id', 'event', 'timestamp']]; "
    "Eventstream(e).transition_graph_data()"
)


class Cost(NamedTuple):
    """Seconds from start to end, seconds of work, and the most memory in megabytes."""

    seconds: float
    work: float
    memory: float


def cost(command: list[str]) -> Cost:
    """The shortest of several runs."""
    return min((_once(command) for _ in range(TIMES)), key=lambda each: each.seconds)


def _once(command: list[str]) -> Cost:
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"it failed: {' '.join(command)}")
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def make_log(folder: Path, events: int) -> Path:
    """A log in the order of time, its cases interleaved."""
    log = folder / f"{events}.parquet"
    cases = events // EVENTS_OF_A_CASE
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1; SELECT setseed(0.42)")
        connection.execute(
            f"COPY (SELECT 'c' || CAST(random() * {cases} AS BIGINT) AS customer_id, "
            f"'activity_' || lpad(CAST(CAST(floor(random() * {ACTIVITIES}) AS INTEGER) AS VARCHAR), 2, '0') AS event, "
            f"TIMESTAMP '2026-01-01' + INTERVAL 1 SECOND * (i * 86400.0 * 90 / {events}) AS ts, "
            "['web', 'app', 'store', 'phone'][1 + CAST(floor(random() * 4) AS INTEGER)] AS channel, "
            f"round(random() * 100, 2) AS amount FROM range({events}) AS t(i)) TO '{log}' (FORMAT parquet)"
        )
        connection.execute(f"COPY (SELECT * FROM read_parquet('{log}')) TO '{log.with_suffix('.csv')}'")
    return log


def make_journey(folder: Path) -> Path:
    """A touchpoint an activity."""
    journey, own = folder / "bench.journey.yaml", ACTIVITIES // STAGES
    lines = ["cjm: 1", "id: bench", "title: Bench", "stages:"]
    for stage in range(STAGES):
        lines += [f"  - id: s{stage}", f"    name: Stage {stage}", "    touchpoints:"]
        lines += [
            f"      - {{id: t{n}, name: T{n}, events: [activity_{n:02}]}}"
            for n in range(stage * own, (stage + 1) * own)
        ]
    journey.write_text("\n".join(lines) + "\n")
    return journey


def main(millions: list[int]) -> None:
    """Print a line for each log and way."""
    with tempfile.TemporaryDirectory() as written:
        folder = Path(written)
        journey = make_journey(folder)
        for number in millions:
            compare(journey, make_log(folder, number * MILLION), number)


def compare(journey: Path, log: Path, number: int) -> None:
    """Every way of looking at one log, against its bare reading and sorting."""
    for file, reader in ((log, "read_parquet"), (log.with_suffix(".csv"), "read_csv")):
        bare = cost([sys.executable, "-c", BARE.format(log=file, reader=reader)])
        ours = cost([sys.executable, "-m", "cjm", "measure", str(journey), "--events", str(file), "--format", "json"])
        limit = LIMITS.get(number, "-") if file == log else 1.6
        print(
            f"{number:>3} million, {file.suffix[1:]:7}: bare {bare.seconds:6.2f} s {bare.memory:6.0f} MB, "
            f"cjm {ours.seconds:6.2f} s {ours.memory:6.0f} MB: {ours.seconds / bare.seconds:5.2f} × the time "
            f"(at most {limit}), "
            f"{ours.work / bare.work:5.2f} × the work, {ours.memory / bare.memory:5.2f} × the memory (at most 1.2)",
            flush=True,
        )
        if file == log:
            other_tools(log, ours)


def other_tools(log: Path, ours: Cost) -> None:
    """PM4Py and retentioneering, for the two things that they share with us."""
    for name, program in (("pm4py", PM4PY), ("retentioneering", RETENTIONEERING)):
        if find_spec(name):
            theirs = cost([sys.executable, "-c", program.format(log=log)])
            print(f"      {name}: {theirs.seconds:6.2f} s, {theirs.seconds / ours.seconds:5.2f} × ours", flush=True)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1, 10])
