"""How high everything stands: cards down each column, and in the gaps a row for each edge or label that needs one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cjm.views.flow.plans import Gap, Plan
from cjm.views.typeset import WHEN, depth

LABEL_WIDTH = 124.0
LEAST_GAP = 30.0
ROW = 14.0
UNDER_TEXT = 3.0
PADDING = 9.0

Role = Literal["start", "beside", "track", "end"]
_ORDER: tuple[Role, ...] = ("start", "beside", "track", "end")


class Row(NamedTuple):
    """What a plan needs in a gap: `track` runs through it, `start` and `end` turn in it, `beside` is a label alone."""

    gap: Gap
    role: Role
    plan: int
    height: float


class Heights(NamedTuple):
    """Tops and bottoms of the cards by column, and of the rows."""

    cards: tuple[tuple[tuple[float, float], ...], ...]
    rows: dict[tuple[int, Gap, Role], tuple[float, float]]
    bottom: float

    def line(self, plan: int, gap: Gap, role: Role) -> float:
        """Where the edge runs in its row: below its text."""
        return self.rows[plan, gap, role][1] - ROW / 2


def label_height(plan: Plan) -> float:
    """How high the label of an edge is; nothing when it has none."""
    return depth(plan.label, WHEN, LABEL_WIDTH, plan.language) if plan.label else 0.0


def stack(plans: Sequence[Plan], heights: Sequence[Sequence[float]], top: float) -> Heights:
    """Everything placed down the columns, the first cards side by side."""
    rows = _by_gap(plans)
    first = max((_needed(rows.get(Gap(column, 0), [])) for column in range(len(heights))), default=0.0)
    placed: dict[tuple[int, Gap, Role], tuple[float, float]] = {}
    cards: list[tuple[tuple[float, float], ...]] = []
    bottom = top
    for column, sizes in enumerate(heights):
        y = top
        spans: list[tuple[float, float]] = []
        for number, size in enumerate((*sizes, 0.0)):
            inside = rows.get(Gap(column, number), [])
            height = first if number == 0 else _gap_height(inside)
            _place(inside, y, height, placed)
            if number < len(sizes):
                spans.append((y + height, y + height + size))
                y += height + size
            else:
                y += height if inside else PADDING
        cards.append(tuple(spans))
        bottom = max(bottom, y)
    return Heights(tuple(cards), placed, bottom)


def _by_gap(plans: Sequence[Plan]) -> dict[Gap, list[Row]]:
    found: dict[Gap, list[Row]] = {}
    for plan in plans:
        for row in _needs(plan):
            found.setdefault(row.gap, []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (_ORDER.index(row.role), row.plan))
    return found


def _needs(plan: Plan) -> Iterator[Row]:
    label = label_height(plan)
    below = Gap(plan.source.column, plan.source.row + 1)
    if plan.shape == "down" and label:
        yield Row(below, "beside", plan.number, label + 2 * UNDER_TEXT)
    if plan.shape == "skip":
        yield Row(below, "start", plan.number, label + ROW)
        yield Row(Gap(plan.target.column, plan.target.row), "end", plan.number, ROW)
    for number, gap in enumerate(plan.passages):
        carries = plan.shape == "back" and number == 0
        yield Row(gap, "track", plan.number, (label if carries else 0.0) + ROW)


def _gap_height(rows: Sequence[Row]) -> float:
    return max(LEAST_GAP, _needed(rows))


def _needed(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows) + 2 * PADDING if rows else 0.0


def _place(
    rows: Sequence[Row], y: float, height: float, placed: dict[tuple[int, Gap, Role], tuple[float, float]]
) -> None:
    """The rows in the middle of their gap."""
    top = y + (height - sum(row.height for row in rows)) / 2
    for row in rows:
        placed[row.plan, row.gap, row.role] = (top, top + row.height)
        top += row.height
