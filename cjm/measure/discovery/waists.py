"""Where a journey falls into stages: at the narrowest waists of the flow.

Between two neighbours in the order of touchpoints, a waist is narrow when cases that come past it all come in by the
same touchpoint (the width is the perplexity of where they come in), and when few turn back. Cuts are chosen together,
so that stages are few and of a size that can be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import exp, log

from cjm.measure.discovery.flow import Sequences

MOST_STAGES = 7
FEWEST_STAGES = 3
MOST_TOUCHPOINTS = 8
_WORTH = 0.6
"""The narrowness from which a cut is worth it."""
_ALONE, _ALONE_AT_END = 0.2, 0.45
_TOO_MANY = 0.3
_RARE_STAGE = 1.0
_FEW = 0.01
_RARE = 0.02


def stages(order: Sequence[int], reach: Sequence[int], sequences: Sequences) -> list[list[int]]:
    """Touchpoints, given in their order, in stages; `reach` is the cases of each, in that order."""
    cases = sum(sequences.values())
    narrow = _narrowness(order, sequences, cases)
    cuts = _best_cuts(narrow, reach, cases)
    bounds = [0, *cuts, len(order)]
    return [list(order[start:end]) for start, end in pairwise(bounds)]


def _narrowness(order: Sequence[int], sequences: Sequences, cases: int) -> list[float]:
    """For each cut, before the touchpoint of that place: 1 where all pass one door and nobody turns back."""
    place = {touchpoint: number for number, touchpoint in enumerate(order)}
    doors: list[Counter[int]] = [Counter() for _ in order]
    onward, back = [0] * (len(order) + 1), [0] * (len(order) + 1)
    for steps, count in sequences.items():
        places = [place[step] for step in steps if step in place]
        furthest = -1
        for here in places:
            for cut in range(furthest + 1, here + 1):
                doors[cut][here] += count
            furthest = max(furthest, here)
        for here, there in pairwise(places):
            rising = onward if there > here else back
            rising[min(here, there) + 1] += count
            rising[max(here, there) + 1] -= count
    found, forth, turned = [0.0], 0, 0
    for cut in range(1, len(order)):
        forth, turned = forth + onward[cut], turned + back[cut]
        passing = forth >= max(2, cases * _FEW)
        found.append(forth / (forth + turned) / _width(doors[cut]) if passing else 0.0)
    return found


def _width(doors: Counter[int]) -> float:
    total = sum(doors.values())
    return exp(-sum(count / total * log(count / total) for count in doors.values())) if total else 1.0


def _best_cuts(narrow: Sequence[float], reach: Sequence[int], cases: int) -> tuple[int, ...]:
    """The cuts whose narrowness, less what odd sizes cost, adds up to most; at least three stages if there can be."""
    size = len(narrow)
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for end in range(1, size + 1):
        for count in range(1, min(MOST_STAGES, end) + 1):
            ways = [
                (merit + (narrow[start] - _WORTH if start else 0) - _cost(start, end, reach, cases), (*cuts, start))
                for start in range(count - 1, end)
                if (start, count - 1) in best
                for merit, cuts in (best[start, count - 1],)
            ]
            best[end, count] = max(ways, key=lambda way: way[0])
    fewest = min(FEWEST_STAGES, size)
    chosen = max((best[size, count] for count in range(fewest, min(MOST_STAGES, size) + 1)), key=lambda way: way[0])
    return chosen[1][1:]


def _cost(start: int, end: int, reach: Sequence[int], cases: int) -> float:
    """What a stage of these touchpoints costs: alone, too many, or met by nearly nobody."""
    size = end - start
    alone = (_ALONE_AT_END if start == 0 or end == len(reach) else _ALONE) if size == 1 else 0.0
    rare = _RARE_STAGE if max(reach[start:end]) < cases * _RARE else 0.0
    return alone + _TOO_MANY * max(0, size - MOST_TOUCHPOINTS) + rare
