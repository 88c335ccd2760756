"""What happens between the columns: where edges leave and enter cards, and how wide each channel must be.

A channel with labels has a column of slots for them: every edge crosses it level, in a slot of its own, so that no
label can meet an edge. On both sides of it edges bend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cjm.views.flow.plans import Cell, Plan
from cjm.views.flow.rows import LABEL_WIDTH, Heights, label_height
from cjm.views.typeset import WHEN, breadth

SLOT = 10.0
PORTS_APART = 14.0
CORNER = 12.0
TURN = 24.0
TURNS_APART = 6.0


class Crossing(NamedTuple):
    """An edge in a channel, from a height on its left to one on its right; a turn leaves on the side it came from."""

    channel: int
    plan: int
    left: float
    right: float
    turn: int = 0
    """−1: turns at the left side of the channel, 1: at its right side, 0: crosses it."""


class Channel(NamedTuple):
    """`before`, `labels` and `after` are widths; `slots` where each crossing edge runs through the labels' column."""

    before: float
    labels: float
    after: float
    slots: dict[int, float]
    turns: dict[tuple[int, int], float]
    """How far out each turn goes, by plan and side."""


def leaving(plans: Sequence[Plan], heights: Heights) -> dict[int, float]:
    """Where each plan leaves the right side of its card."""
    return _ports([(plan, plan.source, _next_height(plan, heights)) for plan in plans if _by_sides(plan)], heights)


def entering(plans: Sequence[Plan], heights: Heights) -> dict[int, float]:
    """Where each plan enters the left side of its card."""
    return _ports([(plan, plan.target, _last_height(plan, heights)) for plan in plans if _by_sides(plan)], heights)


def crossings(plan: Plan, heights: Heights, leave: float, enter: float) -> Iterator[Crossing]:
    """The channels that a plan meets, in the order of travel."""
    levels = [heights.line(plan.number, gap, "track") for gap in plan.passages]
    column = plan.source.column
    if plan.shape == "across":
        stops = [leave, *levels, enter]
        for step, (left, right) in enumerate(pairwise(stops)):
            yield Crossing(column + step, plan.number, left, right)
        return
    yield Crossing(column, plan.number, leave, levels[0], turn=-1)
    for step, (right, left) in enumerate(pairwise(levels), start=1):
        yield Crossing(column - step, plan.number, left, right)
    yield Crossing(plan.target.column - 1, plan.number, levels[-1], enter, turn=1)


def make_channel(inside: Sequence[Crossing], plans: Sequence[Plan], number: int, top: float) -> Channel:
    """The channel to the right of column `number`."""
    through = [crossing for crossing in inside if not crossing.turn]
    labelled = [plans[crossing.plan] for crossing in through if labels_here(plans[crossing.plan], number)]
    width = max((breadth(plan.label, WHEN, LABEL_WIDTH, plan.language) + 2 * CORNER for plan in labelled), default=0.0)
    slots = _slots(through, plans, number, top) if labelled else {}
    turns = {
        (crossing.plan, side): TURN + TURNS_APART * place
        for side in (-1, 1)
        for place, crossing in enumerate(_outward([crossing for crossing in inside if crossing.turn == side]))
    }
    before = _zone([(item.left, slots.get(item.plan, item.right)) for item in through], turns, -1)
    after = _zone([(slots[item.plan], item.right) for item in through if slots], turns, 1)
    return Channel(before, width, after, slots, turns)


def labels_here(plan: Plan, channel: int) -> bool:
    """Whether the label of an edge stands in this channel: the first one it crosses."""
    return plan.shape == "across" and bool(plan.label) and plan.source.column == channel


def _by_sides(plan: Plan) -> bool:
    return plan.shape in {"across", "back"}


def _next_height(plan: Plan, heights: Heights) -> float:
    if plan.passages:
        return heights.line(plan.number, plan.passages[0], "track")
    return sum(heights.cards[plan.target.column][plan.target.row]) / 2


def _last_height(plan: Plan, heights: Heights) -> float:
    if plan.passages:
        return heights.line(plan.number, plan.passages[-1], "track")
    return sum(heights.cards[plan.source.column][plan.source.row]) / 2


def _ports(ends: Sequence[tuple[Plan, Cell, float]], heights: Heights) -> dict[int, float]:
    """Ends spread along the side of their card, in the order of where they go."""
    by_card: dict[Cell, list[tuple[float, int]]] = {}
    for plan, cell, toward in ends:
        by_card.setdefault(cell, []).append((toward, plan.number))
    found: dict[int, float] = {}
    for cell, wanted in by_card.items():
        top, bottom = heights.cards[cell.column][cell.row]
        apart = min(PORTS_APART, (bottom - top - 16) / max(1, len(wanted) - 1))
        first = (top + bottom) / 2 - apart * (len(wanted) - 1) / 2
        found |= {plan: first + apart * place for place, (_, plan) in enumerate(sorted(wanted))}
    return found


def _outward(turns: Sequence[Crossing]) -> list[Crossing]:
    """The shortest turns inside the longer ones."""
    return sorted(turns, key=lambda turn: (abs(turn.left - turn.right), turn.plan))


def _zone(bends: Sequence[tuple[float, float]], turns: Mapping[tuple[int, int], float], side: int) -> float:
    """How wide the bends of one side are to be: wider for steep ones."""
    steepest = max((abs(start - end) for start, end in bends), default=0.0)
    widest = max((reach for (_, turned), reach in turns.items() if turned == side), default=0.0)
    return max(min(34 + steepest * 0.14, 92) if bends else 0.0, widest + 12 if widest else 0.0)


def _slots(through: Sequence[Crossing], plans: Sequence[Plan], channel: int, top: float) -> dict[int, float]:
    """A level for each edge, as near as can be to where it goes, none within another's text."""
    ordered = sorted(through, key=lambda item: ((item.left + item.right) / 2, item.left, item.plan))
    texts = [label_height(plans[item.plan]) if labels_here(plans[item.plan], channel) else 0.0 for item in ordered]
    wanted = [(item.left + item.right) / 2 - text - SLOT / 2 for item, text in zip(ordered, texts, strict=True)]
    tops = spread(wanted, [text + SLOT for text in texts], top)
    return {item.plan: start + text + SLOT / 2 for item, text, start in zip(ordered, texts, tops, strict=True)}


def spread(wanted: Sequence[float], sizes: Sequence[float], least: float) -> list[float]:
    """Starts of intervals in this order, none overlapping, moved as little as possible, none before `least`."""
    blocks: list[tuple[float, float, int]] = []
    for start, size in zip(wanted, sizes, strict=True):
        block = (start, size, 1)
        while blocks and blocks[-1][0] + blocks[-1][1] > block[0]:
            before = blocks.pop()
            count = before[2] + block[2]
            start_together = (before[0] * before[2] + (block[0] - before[1]) * block[2]) / count
            block = (start_together, before[1] + block[1], count)
        blocks.append(block)
    placed: list[float] = []
    at = least
    for start, _, count in blocks:
        at = max(at, start)
        for size in sizes[len(placed) : len(placed) + count]:
            placed.append(at)
            at += size
    return placed
