"""The observed paths: which are the most frequent, how many there are, and which follow a declared one.

A case follows a path when the path's steps appear in it in order with nothing between them; repeats of one step do not
count, and what comes before the first or after the last does not matter. Each observed path is looked at once, by a
case that shows it: where it takes the first hop, the second and so on at the places that follow each other.
"""

from __future__ import annotations

from typing import NamedTuple

from cjm.measure.cases import Shape
from cjm.measure.chart import Chart
from cjm.measure.engines import Engine, Row
from cjm.measure.engines.walks import fresh
from cjm.measure.paths import gather_tails
from cjm.measure.queries import Slice

SHOWN = 20


class Observed(NamedTuple):
    """A path: its touchpoints by number, its cases, the median of their durations, the declared path it follows."""

    steps: tuple[int, ...]
    cases: int
    duration: float
    way: int | None


def gather_variants(engine: Engine, chart: Chart, where: Slice, form: Shape) -> None:
    """Make `variants` (the columns of a path, its `cases`, a case that shows it) and `followed` (`example`, `way`)."""
    if form.packing.tailed:
        gather_tails(engine, where.walk, form.packing, "tails")
    key = ", ".join(form.packing.key)
    engine.make(
        "variants",
        f"SELECT {key}, count(*) AS cases, min(case_no) AS example, max(steps) AS steps "
        f"FROM ({_keyed(where.facts, form)}) AS c GROUP BY {key}",
    )
    _gather_followed(engine, chart, where.walk)


def _keyed(facts: str, form: Shape) -> str:
    if not form.packing.tailed:
        return f"SELECT f.* FROM {facts} AS f"
    return f"SELECT f.*, coalesce(t.tail, 0) AS tail FROM {facts} AS f LEFT JOIN tails AS t ON t.case_no = f.case_no"


def _gather_followed(engine: Engine, chart: Chart, walk: str) -> None:
    hops = [
        (number, place, source, target, len(way.steps) - 1)
        for number, way in enumerate(chart.ways)
        for place, (source, target) in enumerate(zip(way.steps, way.steps[1:], strict=False), 1)
    ]
    engine.put("hops", [(name, "INTEGER") for name in ("way", "hop", "source", "target", "hops")], hops)
    alone = [(number, way.steps[0]) for number, way in enumerate(chart.ways) if len(way.steps) == 1]
    engine.put("single_steps", [("way", "INTEGER"), ("touchpoint", "INTEGER")], alone)
    least = min((len(way.steps) for way in chart.ways if len(way.steps) > 1), default=1)
    shown = f"(SELECT example FROM variants WHERE steps >= {least}) AS v JOIN {walk} AS w ON w.case_no = v.example"
    whole = (
        f"SELECT v.example, h.way FROM {shown} JOIN hops AS h ON h.source = w.before AND h.target = w.touchpoint "
        f"WHERE {fresh('w')} GROUP BY v.example, h.way, w.step - h.hop HAVING count(*) = max(h.hops)"
    )
    single = (
        f"SELECT v.example, s.way FROM variants AS v JOIN {walk} AS w ON w.case_no = v.example "
        "JOIN single_steps AS s ON s.touchpoint = w.touchpoint"
    )
    engine.make(
        "followed", f"SELECT DISTINCT example, way FROM ({whole}{f' UNION ALL {single}' if alone else ''}) AS f"
    )


def following(engine: Engine, where: Slice, form: Shape) -> list[Row]:
    """Rows of part, and its cases that follow a declared path."""
    key = form.packing.key
    same = " AND ".join(f"v.{column} = c.{column}" for column in key)
    cases = _keyed(f"({where.closed_or_not})", form)
    follow = "SELECT v.* FROM variants AS v WHERE v.example IN (SELECT example FROM followed)"
    return engine.rows(f"SELECT c.part, count(*) FROM ({cases}) AS c JOIN ({follow}) AS v ON {same} GROUP BY c.part")


def how_many(engine: Engine) -> int:
    """Different paths that were observed."""
    ((number,),) = engine.rows("SELECT count(*) FROM variants")
    return int(number)


def most_frequent(engine: Engine, chart: Chart, where: Slice, form: Shape, least: int) -> tuple[Observed, ...]:
    """The 20 most frequent paths of at least so many cases; among equals, in the order of the file."""
    key = form.packing.key
    order = ", ".join(("cases DESC", *key))
    engine.make("top", f"SELECT * FROM variants WHERE cases >= {least} ORDER BY {order} LIMIT {SHOWN}")
    same = " AND ".join(f"v.{column} = c.{column}" for column in key)
    path = ", ".join(f"v.{each}" for each in key)
    found = engine.rows(
        f"SELECT v.example, max(v.cases), {engine.quantiles('c.last_at - c.first_at')} "
        f"FROM top AS v JOIN ({_keyed(where.facts, form)}) AS c ON {same} GROUP BY v.example, "
        f"{', '.join(f'v.{each}' for each in key)} "
        f"ORDER BY max(v.cases) DESC, {path}"
    )
    steps = _steps(engine, where.walk)
    ways = _ways(engine, chart)
    return tuple(Observed(steps[example], cases, middle[0], ways.get(example)) for example, cases, middle in found)


def _steps(engine: Engine, walk: str) -> dict[int, tuple[int, ...]]:
    rows = engine.rows(
        f"SELECT w.case_no, w.touchpoint FROM {walk} AS w JOIN top AS v ON v.example = w.case_no "
        f"WHERE {fresh('w')} ORDER BY w.case_no, w.step"
    )
    found: dict[int, list[int]] = {}
    for case, touchpoint in rows:
        found.setdefault(case, []).append(touchpoint)
    return {case: tuple(steps) for case, steps in found.items()}


def _ways(engine: Engine, chart: Chart) -> dict[int, int]:
    """By example the longest declared path that it follows; among equals the first."""
    rows = engine.rows("SELECT f.example, f.way FROM followed AS f JOIN top AS v ON v.example = f.example")
    found: dict[int, int] = {}
    for example, way in sorted(rows, key=lambda row: (-len(chart.ways[row[1]].steps), row[1])):
        found.setdefault(example, way)
    return found
