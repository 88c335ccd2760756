"""A measurement of any journey, made up: every figure there is, and a little of everything that can be wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from cjm.model import Journey, hops
from cjm.model.measurement import (
    Basis,
    Coverage,
    Gap,
    Levels,
    Measured,
    Measurement,
    Newcomer,
    Passage,
    Period,
    Segment,
    Spot,
    Tally,
    Walk,
)

CASES = 12_480
SINCE = datetime(2026, 9, 1, tzinfo=UTC)
HOUR, DAY = 3600.0, 86_400.0


def measured(journey: Journey, said: str = "deposit_refused") -> Measurement:
    """Customers who leave in the second stage, one segment that waits long, and `said` wherever a log has a name."""
    names = [each.id for each in journey.touchpoints]
    periods = [SINCE + timedelta(weeks=number) for number in range(5)]
    return Measurement(
        journey.id,
        SINCE,
        periods[-1],
        "duckdb 1.4",
        (Basis(said, "events", "sha256:12ab", 90_000, 89_990),),
        Coverage(90_000, 81_000, 34, 30),
        levels(journey),
        passages=passages(journey),
        walks=tuple(walks(names)),
        paths=241,
        first=tuple(Tally(name, CASES - 10, 0.99) for name in names[:1]),
        last=tuple(Tally(name, 4_100, 0.33) for name in names[-1:]),
        new=(Newcomer(said, 7_300, 5_100, 0.081, SINCE), Newcomer("rare", 70, 60, 0.0008, SINCE)),
        silent=tuple(names[-2:-1]),
        gaps=tuple(gaps(journey)),
        window="week",
        trend=tuple(
            Period(one, two, levels(journey, 1 - week / 9)) for week, (one, two) in enumerate(pairwise(periods))
        ),
        segments=(
            Segment("region", "North", levels(journey, 0.8)),
            Segment("region", said, levels(journey, 0.2, slow=3.1)),
            Segment("region", "few", Levels({}), withheld=True),
        ),
    )


def levels(journey: Journey, part: float = 1.0, slow: float = 1.0) -> Levels:
    cases = int(CASES * part)
    whole = {
        "cases": Measured(cases),
        "open": Measured(cases // 20),
        "completed": share(0.127 / slow, cases),
        "duration.median": Measured(9.4 * DAY * slow),
        "duration.p90": Measured(24 * DAY * slow),
        "fit.order": share(0.83, cases),
        "fit.paths": share(0.58, cases),
        "value.sum": Measured(61.5 * cases),
        "csat": Measured(3.4, 900, 3.3, 3.5),
        "nps": Measured(-12.0, 900, -17.0, -7.0),
    }
    entered, stages = float(cases), list[Spot]()
    touchpoints = list[Spot]()
    for number, stage in enumerate(journey.stages):
        kept = 0.31 if number == 1 else 0.78
        figures = {
            "entered": Measured(int(entered)),
            "present": Measured(7),
            "dwell.median": Measured(2.6 * HOUR * slow),
        }
        if number < len(journey.stages) - 1:
            figures |= {"conversion": share(kept, int(entered)), "drop_off": share(1 - kept, int(entered))}
        stages.append(Spot(stage.id, figures))
        for place, each in enumerate(stage.touchpoints):
            reach = max(0.0, entered / cases * (1 - 0.07 * place)) if cases else 0.0
            touchpoints.append(spot(each.id, stage.id, len(touchpoints), reach, cases, slow))
        entered *= kept
    return Levels(whole, tuple(stages), tuple(touchpoints))


def spot(  # noqa: PLR0913 - a touchpoint has these
    name: str, stage: str, number: int, reach: float, cases: int, slow: float
) -> Spot:
    figures = {
        "cases": Measured(int(reach * cases)),
        "events": Measured(int(reach * cases * 1.3)),
        "reach": share(reach, cases),
        "visits_per_case": Measured(1.3, cases, 1.28, 1.32),
        "repeats": share(0.11, cases),
        "exits": share(0.41 if number == 4 else 0.06, cases),
        "wait.median": Measured((40.0 + number * 9 * HOUR) * slow),
        "wait.p90": Measured((400.0 + number * 20 * HOUR) * slow),
    }
    if number % 3 == 1:
        figures |= {"csat": Measured(None, withheld=True)}
    elif number % 3 == 0:
        figures |= {"csat": Measured(1.7 + number % 5 * 0.6, 212, 1.5, 1.9), "espera": Measured(11.5, 40, 9.0, 14.0)}
    return Spot(name, figures, {"web": 0.81, "<b>fax</b>": 0.19}, stage)


def share(value: float, n: int) -> Measured:
    return Measured(round(value, 4), n, max(0.0, round(value - 0.01, 4)), min(1.0, round(value + 0.01, 4)))


def passages(journey: Journey) -> tuple[Passage, ...]:
    names = [each.id for each in journey.touchpoints]
    drawn = {(hop.source, hop.target): None for hop in hops(journey)}
    found = [
        Passage(one, two, 9_000 // (number + 1), 0.71, 0.5 / (number + 1), DAY * number, DAY * number * 3)
        for number, (one, two) in enumerate(drawn)
    ]
    others = [pair for pair in zip(names[1:], names[3:], strict=False) if pair not in drawn]
    others += [pair for pair in [(names[-1], names[0])] if names and pair not in drawn and pair[0] != pair[1]]
    found += [Passage(one, two, 1_400, 0.12, 0.11, 90.0, 900.0, declared=False) for one, two in others]
    found += [Passage("unheard", "of", 300, 0.3, 0.02, declared=False), Passage("a", "b", None, None, withheld=True)]
    return tuple(found)


def walks(names: list[str]) -> list[Walk]:
    return [Walk(tuple(names[:4]), 4_100, 0.33, 3 * HOUR, None), Walk(tuple(names), 1_250, 0.1, 11 * DAY, "principal")]


def gaps(journey: Journey) -> list[Gap]:
    scored = [each for each in journey.touchpoints if each.score is not None]
    return [Gap(each.id, each.score, 1.7 - 3, round(1.7 - 3 - (each.score or 0), 3), 212, 4, 2) for each in scored[::3]]
