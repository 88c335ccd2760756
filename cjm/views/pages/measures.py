"""Figures that somebody wrote down, what they should reach, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from cjm.diagnostics import msg
from cjm.model import Amount, Figure, Journey, Metric, Objective, Stage, Target, Touchpoint
from cjm.views.pages.anchors import shown_metrics
from cjm.views.pages.labels import WORDS
from cjm.views.pages.shapes import Fact, Item, Measure, Sign
from cjm.views.pages.teller import Teller

Aim = Target | Objective


def measures(teller: Teller) -> tuple[Measure, ...]:
    """The objective's figure, then those of each place, then metrics that no place speaks of."""
    rows = [*chain.from_iterable(_of_place(place, teller) for place in teller.journey.places)]
    said = {name for name, _ in rows}
    unsaid = [each.id for each in shown_metrics(teller.journey) if each.id not in said]
    spare = [_measure(name, None, None, Item(""), teller) for name in unsaid]
    seen: set[str] = set()
    found: list[Measure] = []
    for row in [*(row for _, row in rows), *spare]:
        found.append(row if row.anchor not in seen else row._replace(anchor=""))
        seen.add(row.anchor)
    return tuple(found)


def figures_of(place: Stage | Touchpoint, teller: Teller) -> list[Fact]:
    """The figures of one place: what was observed, then what it should reach."""
    found: list[Fact] = []
    for _, row in _of_place(place, teller):
        verdict = f" ({row.verdict.word})" if row.verdict else ""
        aim = teller.labelled(teller.say(WORDS["target"]), f"{row.target}{verdict}") if row.target else ""
        text, aside = (row.today.text, aim) if row.today.text else (aim, "")
        found.append(Fact(row.name, (Item(text, aside=aside, proofs=row.proofs),)))
    return found


def target_text(aim: Aim, teller: Teller) -> str:
    """`at least 25%`, `at most 12 days`; a bare number with the unit of its metric."""
    metric = _metric(aim.metric, teller)
    least, most = (_with_unit(bound, metric, teller) for bound in (aim.at_least, aim.at_most))
    said = [
        teller.say(msg("at least {amount}", amount=least)) if least else "",
        teller.say(msg("at most {amount}", amount=most)) if most else "",
    ]
    return ", ".join(each for each in said if each)


def _of_place(place: Journey | Stage | Touchpoint, teller: Teller) -> Iterator[tuple[str, Measure]]:
    aims: list[Aim] = [*place.targets]
    figures: tuple[Figure, ...] = ()
    if isinstance(place, Journey):
        objective = place.objective
        aims = [*([objective] if objective and objective.metric else []), *aims]
        where = Item(teller.say(WORDS["all_along"]))
    else:
        figures = place.figures
        where = teller.place(place, place.name)
    names = dict.fromkeys(each.metric or "" for each in (*aims, *figures))
    for name in names:
        aim = next((each for each in aims if each.metric == name), None)
        figure = next((each for each in figures if each.metric == name), None)
        yield name, _measure(name, aim, figure, where, teller)


def _measure(name: str, aim: Aim | None, figure: Figure | None, where: Item, teller: Teller) -> Measure:
    metric = _metric(name, teller)
    value = figure.value if figure else metric.value if metric else None
    return Measure(
        anchor=teller.anchors.to("metric", name).removeprefix("#"),
        name=teller.metric(name),
        place=where,
        target=target_text(aim, teller) if aim else "",
        today=Item(_with_unit(value, metric, teller), aside=_basis(figure, metric, teller)),
        verdict=_verdict(value, aim, teller),
        benchmark=_with_unit(metric.benchmark, metric, teller) if metric else "",
        about=tuple(Item(each) for each in (metric.formula, metric.source) if each) if metric else (),
        proofs=teller.proofs(figure.evidence) if figure else (),
    )


def _metric(name: str | None, teller: Teller) -> Metric | None:
    return next((each for each in teller.journey.known_metrics if each.id == name), None)


def _with_unit(value: Amount | None, metric: Metric | None, teller: Teller) -> str:
    """A bare number with the unit of its metric; a share written as a fraction as one."""
    if value is None or value.unit != "number" or metric is None or not metric.unit:
        return teller.amount(value)
    if metric.unit == "share" and 0 <= value.value <= 1:
        return teller.share(value.value)
    return f"{teller.amount(value)} {metric.unit}"


def _basis(figure: Figure | None, metric: Metric | None, teller: Teller) -> str:
    day = teller.day(figure.measured if figure else metric.measured if metric else None)
    size = f"n = {teller.number(figure.n)}" if figure and figure.n is not None else ""
    return ", ".join(each for each in (size, day) if each)


def _verdict(value: Amount | None, aim: Aim | None, teller: Teller) -> Sign | None:
    """Whether the value is where it should be; None where it cannot be said."""
    bounds = [each for each in (aim.at_least, aim.at_most) if each] if aim else []
    if value is None or aim is None or not bounds or any(each.unit != value.unit for each in bounds):
        return None
    reached = (not aim.at_least or value.value >= aim.at_least.value) and (
        not aim.at_most or value.value <= aim.at_most.value
    )
    return Sign("met", teller.say(msg("reached"))) if reached else Sign("missed", teller.say(msg("not reached")))
