"""Skips run down beside the cards of their column: each in a lane of its own, on a stem of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cjm.views.flow.plans import Plan

LANE = 9.0


def lanes_and_stems(plans: Sequence[Plan]) -> tuple[dict[int, int], dict[tuple[int, str], tuple[int, int]]]:
    """For each skip its lane beside the cards, none shared where two run side by side, and its stems."""
    lanes: dict[int, int] = {}
    skips = sorted((plan for plan in plans if plan.shape == "skip"), key=lambda plan: (_length(plan), plan.number))
    for plan in skips:
        taken = {lanes[other.number] for other in skips if other.number in lanes and _side_by_side(plan, other)}
        lanes[plan.number] = next(lane for lane in range(len(skips)) if lane not in taken)
    stems: dict[tuple[int, str], tuple[int, int]] = {}
    for role in ("start", "end"):
        groups: dict[object, list[Plan]] = {}
        for plan in skips:
            groups.setdefault(plan.source if role == "start" else plan.target, []).append(plan)
        for group in groups.values():
            for number, plan in enumerate(sorted(group, key=lambda plan: plan.number, reverse=role == "start")):
                stems[plan.number, role] = (number, len(group))
    return lanes, stems


def _length(plan: Plan) -> int:
    return plan.target.row - plan.source.row


def _side_by_side(plan: Plan, other: Plan) -> bool:
    return (
        plan.source.column == other.source.column
        and plan.source.row < other.target.row
        and other.source.row < plan.target.row
    )


def lane_room(plans: Sequence[Plan], lanes: Mapping[int, int], column: int) -> float:
    """How much a column needs beside its cards for the lanes."""
    inside = [lanes[plan.number] + 1 for plan in plans if plan.shape == "skip" and plan.source.column == column]
    return LANE * max(inside, default=0)
