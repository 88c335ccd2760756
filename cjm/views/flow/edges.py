"""Edges drawn along their plans, once columns, rows and channels have their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cjm.model import Hop
from cjm.views.flow.cards import CARD_WIDTH
from cjm.views.flow.channels import CORNER, Channel, Crossing, labels_here
from cjm.views.flow.curves import bend, rounded, straight, turn
from cjm.views.flow.lanes import LANE
from cjm.views.flow.plans import Gap, Plan
from cjm.views.flow.rows import LABEL_WIDTH, ROW, UNDER_TEXT, Heights, label_height
from cjm.views.shapes import Box, Edge, Label, Point
from cjm.views.typeset import WHEN, breadth, set_text

RAIL = 40.0
_STEM = 14.0
_STEMS = 42.0
_THIN, _THICK = 1.6, 2.8
_LEAST, _MOST = 1.4, 6.0


class Ground(NamedTuple):
    """Where everything is: the left sides of cards by column, heights, channels, and what each plan meets."""

    lefts: Sequence[float]
    heights: Heights
    channels: Mapping[int, Channel]
    crossings: Mapping[int, Sequence[Crossing]]
    lanes: Mapping[int, int]
    stems: Mapping[tuple[int, str], tuple[int, int]]
    """For a skip and one of its ends: which stem of its card it is, and of how many."""


def draw_edge(plan: Plan, ground: Ground) -> Edge:
    """The edge of a plan."""
    curve, tip, label = _DRAW[plan.shape](plan, ground)
    said = f" ({plan.label})" if plan.label else ""
    return Edge(
        id=f"e{plan.number + 1}",
        source=plan.hop.source,
        target=plan.hop.target,
        main=plan.hop.main,
        width=line_width(plan.hop),
        head=head_length(plan),
        curve=tuple((round(x, 2), round(y, 2)) for x, y in curve),
        tip=(round(tip[0], 2), round(tip[1], 2)),
        label=label,
        summary=f"{plan.hop.source} → {plan.hop.target}{said}",
        role="strays" if plan.hop.strays else "drawn" if plan.hop.told and not plan.hop.main else "",
    )


def line_width(hop: Hop) -> float:
    """Thicker with more customers; without figures, the main path is thicker than the others."""
    if hop.share is None:
        return _THICK if hop.main else _THIN
    return round(_LEAST + (_MOST - _LEAST) * hop.share, 2)


def head_length(plan: Plan) -> float:
    """How long the arrowhead of an edge is."""
    return round(7 + 1.5 * line_width(plan.hop), 2)


def _down(plan: Plan, ground: Ground) -> tuple[list[Point], Point, Label | None]:
    x = ground.lefts[plan.source.column] + RAIL
    start, end = _below(plan, ground), _above(plan, ground)
    path = [(x, start)]
    straight(path, (x, end - head_length(plan)))
    label = None
    if plan.label:
        top, _ = ground.heights.rows[plan.number, Gap(plan.source.column, plan.source.row + 1), "beside"]
        label = _label(plan, x + _reserved(plan.source.column, plan.source.row + 1, ground), top + UNDER_TEXT)
    return path, (x, end), label


def _skip(plan: Plan, ground: Ground) -> tuple[list[Point], Point, Label | None]:
    """Out of the bottom, round the cards between on the right, into the top."""
    column = plan.source.column
    left = ground.lefts[column]
    first, last = Gap(column, plan.source.row + 1), Gap(column, plan.target.row)
    lane = left + CARD_WIDTH + LANE * (ground.lanes[plan.number] + 1)
    start = left + RAIL + _stem(ground.stems[plan.number, "start"])
    end = left + RAIL + _stem(ground.stems[plan.number, "end"])
    out = ground.heights.line(plan.number, first, "start")
    back = ground.heights.line(plan.number, last, "end")
    path = [(start, _below(plan, ground))]
    tip = (end, _above(plan, ground))
    rounded(path, [(start, out), (lane, out), (lane, back), (end, back)], (end, tip[1] - head_length(plan)))
    top, _ = ground.heights.rows[plan.number, first, "start"]
    return path, tip, _label(plan, left + RAIL + _reserved(column, first.row, ground), top)


def _across(plan: Plan, ground: Ground) -> tuple[list[Point], Point, Label | None]:
    met = ground.crossings[plan.number]
    path = [(ground.lefts[plan.source.column] + CARD_WIDTH, met[0].left)]
    label = None
    for step, crossing in enumerate(met):
        if step:
            straight(path, (ground.lefts[crossing.channel] + CARD_WIDTH, crossing.left))
        last = step == len(met) - 1
        end = ground.lefts[crossing.channel + 1] - (head_length(plan) if last else 0.0)
        label = _through(path, plan, crossing, ground, (end, crossing.right)) or label
    tip = (ground.lefts[plan.target.column], met[-1].right)
    return path, tip, label


def _through(path: list[Point], plan: Plan, crossing: Crossing, ground: Ground, end: Point) -> Label | None:
    """On through a channel to the right."""
    channel = ground.channels[crossing.channel]
    if crossing.plan not in channel.slots:
        bend(path, end)
        return None
    level = channel.slots[crossing.plan]
    left = ground.lefts[crossing.channel] + CARD_WIDTH + channel.before
    bend(path, (left, level))
    straight(path, (left + channel.labels, level))
    bend(path, end)
    if not labels_here(plan, crossing.channel):
        return None
    return _label(plan, left + CORNER, level - ROW / 2 + 2 - label_height(plan))


def _back(plan: Plan, ground: Ground) -> tuple[list[Point], Point, Label | None]:
    first, *between, last = ground.crossings[plan.number]
    lefts = ground.lefts
    path = [(lefts[first.channel] + CARD_WIDTH, first.left)]
    turn(path, (path[0][0], first.right), ground.channels[first.channel].turns[plan.number, -1])
    straight(path, (lefts[first.channel], first.right))
    for crossing in between:
        _leftwards(path, crossing, ground)
        straight(path, (lefts[crossing.channel], crossing.left))
    tip = (lefts[plan.target.column], last.right)
    turn(path, (tip[0] - head_length(plan), tip[1]), -ground.channels[last.channel].turns[plan.number, 1])
    top, _ = ground.heights.rows[plan.number, plan.passages[0], "track"]
    left = lefts[plan.source.column] + RAIL + _reserved(plan.source.column, plan.passages[0].row, ground)
    return path, tip, _label(plan, left, top)


def _leftwards(path: list[Point], crossing: Crossing, ground: Ground) -> None:
    channel = ground.channels[crossing.channel]
    right = ground.lefts[crossing.channel] + CARD_WIDTH
    if crossing.plan in channel.slots:
        level = channel.slots[crossing.plan]
        bend(path, (right + channel.before + channel.labels, level))
        straight(path, (right + channel.before, level))
    bend(path, (right, crossing.left))


_DRAW = {"down": _down, "skip": _skip, "across": _across, "back": _back}


def _below(plan: Plan, ground: Ground) -> float:
    return ground.heights.cards[plan.source.column][plan.source.row][1]


def _above(plan: Plan, ground: Ground) -> float:
    return ground.heights.cards[plan.target.column][plan.target.row][0]


def _stem(place: tuple[int, int]) -> float:
    """How far from the rail a stem stands."""
    number, of = place
    return (number + 1) * min(_STEM, _STEMS / of)


def _reserved(column: int, row: int, ground: Ground) -> float:
    """How far from the rail text may begin in a gap: past the stems that stand in it."""
    gap = Gap(column, row)
    here = {key[0]: key[2] for key in ground.heights.rows if key[1] == gap and key[2] in {"start", "end"}}
    return 9.0 + max((_stem(ground.stems[plan, role]) for plan, role in here.items()), default=0.0)


def _label(plan: Plan, x: float, y: float) -> Label | None:
    if not plan.label:
        return None
    width = breadth(plan.label, WHEN, LABEL_WIDTH, plan.language)
    box = Box(round(x, 2), round(y, 2), round(width, 2), label_height(plan))
    return Label(box, set_text(plan.label, WHEN, x, y, LABEL_WIDTH, language=plan.language))
