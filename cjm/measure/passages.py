"""Transitions, first and last touchpoints, and what is new in the log: lists, and who is left out of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cjm.measure.chart import Chart
from cjm.measure.engines import Engine
from cjm.measure.layout import Kind, Source, moment
from cjm.measure.levels import MICRO, PLACES
from cjm.measure.tables import Raw
from cjm.measure.variants import Observed
from cjm.model.measurement import Newcomer, Passage, Tally, Walk


def passages(chart: Chart, raw: Raw, least: int) -> tuple[Passage, ...]:
    """Every transition, the most frequent first.

    One of too few cases is withheld, and so is the least frequent of the others from the same touchpoint where it alone
    could be worked out from their shares.
    """
    outgoing: dict[int, int] = {}
    for (source, _), row in raw.transitions.items():
        outgoing[source] = outgoing.get(source, 0) + row[0]
    ordered = sorted(raw.transitions.items(), key=lambda item: (-item[1][0], item[0]))
    declared = chart.declared
    found = [
        _passage(chart, raw, pair, outgoing[pair[0]], declared=pair in declared or pair[0] == pair[1])
        for pair, _ in ordered
    ]
    few = {place for place, (pair, row) in enumerate(ordered) if row[0] - _again(raw, pair) < least}
    few |= _beside([pair[0] for pair, _ in ordered], few)
    return tuple(_withheld(each) if place in few else each for place, each in enumerate(found))


def _passage(chart: Chart, raw: Raw, pair: tuple[int, int], outgoing: int, *, declared: bool) -> Passage:
    count, wait = raw.transitions[pair]
    source, target = pair
    return Passage(
        chart.touchpoints[source],
        chart.touchpoints[target],
        count,
        count / outgoing,
        (count - _again(raw, pair)) / raw.cases,
        round(wait[0] * MICRO, PLACES),
        round(wait[1] * MICRO, PLACES),
        declared=declared,
    )


def _again(raw: Raw, pair: tuple[int, int]) -> int:
    """How often a case takes it that has taken it before."""
    return int(raw.again.get(pair, (0,))[0])


def _beside(sources: Sequence[int], few: set[int]) -> set[int]:
    """For a source of which one place alone is withheld, the last of its others."""
    places: dict[int, list[int]] = {}
    for place, source in enumerate(sources):
        places.setdefault(source, []).append(place)
    lone = [own for own in places.values() if sum(place in few for place in own) == 1 < len(own)]
    return {max(place for place in own if place not in few) for own in lone}


def _withheld(each: Passage) -> Passage:
    return replace(each, count=None, share=None, cases=None, wait_median=None, wait_p90=None, withheld=True)


def tallies(chart: Chart, cases: dict[int, int], of: int, least: int) -> tuple[Tally, ...]:
    """Touchpoints with their cases, the most frequent first; those of too few are left out."""
    ordered = sorted(cases.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(chart.touchpoints[place], number, number / of) for place, number in ordered if number >= least)


def walks(chart: Chart, observed: Sequence[Observed], of: int) -> tuple[Walk, ...]:
    """Observed paths by ids. One that follows the order of the file follows no path by name."""
    return tuple(
        Walk(
            tuple(chart.touchpoints[step] for step in each.steps),
            each.cases,
            each.cases / of,
            round(each.duration * MICRO, PLACES),
            None if each.way is None else chart.ways[each.way].id,
        )
        for each in observed
    )


def newcomers(engine: Engine, log: Source, kinds: Sequence[Kind], least: int) -> tuple[Newcomer, ...]:
    """Activities that no touchpoint maps, the most frequent first; one of too few cases is left out."""
    unmapped: dict[str, list[Kind]] = {}
    for kind in kinds:
        if kind.touchpoint is None:
            unmapped.setdefault(kind.activity, []).append(kind)
    if not unmapped:
        return ()
    engine.put("unmapped", (("activity", "VARCHAR"),), [(name,) for name in unmapped])
    rows = engine.rows(
        f"SELECT k.activity, count(DISTINCT {log.case}) FROM {log.sql} AS e "
        f"JOIN unmapped AS k ON k.activity = CAST({log.activity} AS VARCHAR) WHERE {log.usable} GROUP BY k.activity"
    )
    every = sum(kind.events for kind in kinds)
    found = [_newcomer(name, unmapped[name], cases, every) for name, cases in rows if cases >= least]
    return tuple(sorted(found, key=lambda each: (-each.events, each.activity)))


def _newcomer(name: str, kinds: Sequence[Kind], cases: int, every: int) -> Newcomer:
    events = sum(kind.events for kind in kinds)
    return Newcomer(name, events, cases, events / every, moment(min(kind.first for kind in kinds)))
