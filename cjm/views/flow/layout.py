"""Where everything of the flow stands: columns, heights, panels, cards and the channels between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from cjm.diagnostics import counted, msg
from cjm.model import Hop, Journey, Touchpoint, hops
from cjm.views.choice import ALL, Choice
from cjm.views.flow.cards import (
    CARD_WIDTH,
    card_height,
    head_height,
    notice_height,
    panel_id,
    place_card,
    place_notice,
    place_panel,
)
from cjm.views.flow.channels import Channel, Crossing, crossings, entering, leaving, make_channel
from cjm.views.flow.edges import Ground, draw_edge
from cjm.views.flow.lanes import lane_room, lanes_and_stems
from cjm.views.flow.legend import MARGIN, place_legend
from cjm.views.flow.plans import Cell, Plan, make_plans
from cjm.views.flow.rows import Heights, stack
from cjm.views.heading import chosen
from cjm.views.shapes import Block, Box, Card, Edge, Entry, FlowView, Panel
from cjm.views.teller import teller
from cjm.views.wording import Say, meta_text, speaker

PADDING = 18.0
APART = 28.0
"""Between one panel and the next, at least."""


class _Placed(NamedTuple):
    """The picture before its last details."""

    journey: Journey
    tell: Say
    metas: dict[str, str]
    ground: Ground
    plans: tuple[Plan, ...]
    rooms: tuple[float, ...]
    bottom: float


def flow(journey: Journey, choice: Choice = ALL) -> FlowView:
    """The whole picture, every text, box and line at its place. What was picked out is said with the legend."""
    taken, rarer = _taken(journey, choice)
    placed = _place(journey, speaker(journey), taken)
    panels = _panels(placed)
    cards = tuple(_cards(placed))
    edges = tuple(draw_edge(plan, placed.ground) for plan in placed.plans)
    width = max(_right(panels, edges) + MARGIN, 2 * MARGIN + CARD_WIDTH)
    notes = (*(chosen(teller(journey), choice) if choice.headed else ()), *_left_out(rarer, placed.tell))
    legend = place_legend(cards, edges, placed.bottom + MARGIN / 2, width - MARGIN, placed.tell, notes)
    return FlowView(
        id=journey.id or "journey",
        title=journey.title,
        description=_description(journey, placed.tell),
        language=journey.language or "",
        width=ceil(width),
        height=ceil(_bottom(legend, placed.bottom) + MARGIN),
        panels=panels,
        cards=cards,
        edges=edges,
        legend=legend,
    )


def _taken(journey: Journey, choice: Choice) -> tuple[tuple[Hop, ...], int]:
    """The hops to draw, and how many more there are."""
    if choice.measured is None:
        return hops(journey), 0
    from cjm.views.measured.ways import measured_hops  # noqa: PLC0415 - few flows are measured

    return measured_hops(teller(journey), choice.measured)


def _left_out(count: int, tell: Say) -> Iterator[str]:
    if count:
        yield tell(
            counted(
                "{count} rarer way that no path takes is left out",
                "{count} rarer ways that no path takes are left out",
                count,
            )
        )


def _place(journey: Journey, tell: Say, taken: Sequence[Hop]) -> _Placed:
    cells = {
        touchpoint.id: Cell(column, row)
        for column, stage in enumerate(journey.stages)
        for row, touchpoint in enumerate(stage.touchpoints)
    }
    ports = Counter(hop.source for hop in taken) | Counter(hop.target for hop in taken)
    metas = {touchpoint.id: meta_text(touchpoint, journey, tell) for touchpoint in journey.touchpoints}
    sizes = [
        [_height(touchpoint, metas, ports, tell.language) for touchpoint in stage.touchpoints]
        or [notice_height(stage, tell)]
        for stage in journey.stages
    ]
    plans = make_plans(taken, cells, sizes, tell.language)
    top = MARGIN + max((head_height(stage, tell) for stage in journey.stages), default=0.0)
    heights = stack(plans, sizes, top)
    channels, met = _channels(plans, heights, len(journey.stages), top)
    lanes, stems = lanes_and_stems(plans)
    rooms = tuple(lane_room(plans, lanes, column) for column in range(len(journey.stages)))
    ground = Ground(_lefts(channels, rooms), heights, channels, met, lanes, stems)
    lowest = max((level for channel in channels.values() for level in channel.slots.values()), default=0.0)
    return _Placed(journey, tell, metas, ground, plans, rooms, max(heights.bottom + PADDING / 2, lowest + PADDING))


def _height(touchpoint: Touchpoint, metas: dict[str, str], ports: Counter[str], language: str) -> float:
    return card_height(touchpoint, metas[touchpoint.id], ports[touchpoint.id], language)


def _channels(
    plans: Sequence[Plan], heights: Heights, columns: int, top: float
) -> tuple[dict[int, Channel], dict[int, tuple[Crossing, ...]]]:
    leave, enter = leaving(plans, heights), entering(plans, heights)
    met = {
        plan.number: tuple(crossings(plan, heights, leave[plan.number], enter[plan.number]))
        for plan in plans
        if plan.number in leave
    }
    every = [crossing for found in met.values() for crossing in found]
    return {
        number: make_channel([item for item in every if item.channel == number], plans, number, top)
        for number in range(-1, columns)
    }, met


def _lefts(channels: dict[int, Channel], rooms: Sequence[float]) -> tuple[float, ...]:
    """The left sides of the cards, by column."""
    first = MARGIN + max(PADDING, _wide(channels[-1]) - PADDING)
    steps = (
        CARD_WIDTH + max(_wide(channels[column]), room + 2 * PADDING + APART) for column, room in enumerate(rooms[:-1])
    )
    return tuple(accumulate(steps, initial=first))


def _wide(channel: Channel) -> float:
    return channel.before + channel.labels + channel.after


def _panels(placed: _Placed) -> tuple[Panel, ...]:
    found: list[Panel] = []
    for column, stage in enumerate(placed.journey.stages):
        left = placed.ground.lefts[column]
        width = CARD_WIDTH + 2 * PADDING + placed.rooms[column]
        box = Box(round(left - PADDING, 2), MARGIN, width, round(placed.bottom - MARGIN, 2))
        found.append(place_panel(stage, column, box, left + CARD_WIDTH / 2, placed.tell, _notice(placed, column)))
    return tuple(found)


def _notice(placed: _Placed, column: int) -> Block | None:
    stage = placed.journey.stages[column]
    if stage.touchpoints:
        return None
    return place_notice(stage, _box(placed.ground, column, 0), placed.tell)


def _cards(placed: _Placed) -> list[Card]:
    found: list[Card] = []
    for column, stage in enumerate(placed.journey.stages):
        for row, touchpoint in enumerate(stage.touchpoints):
            box = _box(placed.ground, column, row)
            meta = placed.metas[touchpoint.id]
            found.append(place_card(touchpoint, panel_id(column), len(found) + 1, box, meta, placed.tell))
    return found


def _box(ground: Ground, column: int, row: int) -> Box:
    top, bottom = ground.heights.cards[column][row]
    return Box(round(ground.lefts[column], 2), round(top, 2), CARD_WIDTH, round(bottom - top, 2))


def _right(panels: Sequence[Panel], edges: Sequence[Edge]) -> float:
    ends = [panel.box.right for panel in panels]
    return max([*ends, *(x + edge.width for edge in edges for x, _ in edge.curve)], default=0.0)


def _bottom(legend: Sequence[Entry], least: float) -> float:
    return max((entry.box.bottom for entry in legend), default=least)


def _description(journey: Journey, tell: Say) -> str:
    stages = tell(counted("{count} stage", "{count} stages", len(journey.stages)))
    count = sum(1 for _ in journey.touchpoints)
    touchpoints = tell(counted("{count} touchpoint", "{count} touchpoints", count))
    return tell(msg("Flow of the journey: {stages}, {touchpoints}", stages=stages, touchpoints=touchpoints))
