"""The board as a whole: four corners with their names, the cards, what is not rated yet, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import counted, msg
from cjm.model import Journey
from cjm.model.touchpoint import OPPORTUNITY_STATUSES
from cjm.views.board.cards import WIDTH
from cjm.views.board.chances import Chance, chances
from cjm.views.board.corners import AXIS, axes, corners, strip
from cjm.views.board.grid import APART, cards, make_grid, rows
from cjm.views.choice import ALL, Choice
from cjm.views.framing import MARGIN, framed
from cjm.views.heading import heading
from cjm.views.labels import PROGRESS
from cjm.views.legend import legend
from cjm.views.pen import Pen
from cjm.views.picture import Group, Picture, Rect, Words
from cjm.views.shapes import Box
from cjm.views.teller import Teller, teller
from cjm.views.typeset import LEAD, SMALL, STAGE

_NARROWEST = 1180.0
"""The right side of a board without a grid."""
_PAD = 12.0


def lay_out(journey: Journey, choice: Choice = ALL) -> Picture:
    """The board of a journey."""
    tell, pen, found = teller(journey), Pen(journey.language or ""), chances(journey, choice.measured)
    rated = [each for each in found if each.cell]
    right = make_grid(rated, MARGIN + AXIS, 0.0, tell, pen).columns[-1] if rated else _NARROWEST
    head = heading(tell, choice, MARGIN, MARGIN, right - MARGIN, pen)
    groups, y = [*head.groups], head.bottom
    if rated:
        groups, y = _added(groups, _grid(rated, y, tell, pen))
    loose = [each for each in found if not each.cell]
    if loose:
        groups, y = _added(groups, _tray(loose, Box(MARGIN, y, right - MARGIN, 0.0), tell, pen))
    if not found:
        groups, y = _added(groups, [_nothing(Box(MARGIN, y, right - MARGIN, 0.0), tell, pen)])
    key = legend(_signs(found, tell), MARGIN, y, right, pen)
    return framed(journey, "board", _said(found, tell), (*groups, *key.groups), right + MARGIN, key.bottom)


def _added(groups: list[Group], more: Sequence[Group]) -> tuple[list[Group], float]:
    """Groups with more under them, and where the next may begin."""
    return [*groups, *more], max(group.box.bottom for group in more) + 18.0


def _grid(rated: Sequence[Chance], top: float, tell: Teller, pen: Pen) -> list[Group]:
    high = strip(make_grid(rated, MARGIN + AXIS, top, tell, pen), tell, pen)
    grid = make_grid(rated, MARGIN + AXIS, top + high, tell, pen)
    return [*corners(grid, tell, pen), *axes(grid, tell, pen), *cards(grid, tell, pen)]


def _tray(loose: Sequence[Chance], room: Box, tell: Teller, pen: Pen) -> list[Group]:
    """Those without a place on the grid, side by side on a tray."""
    width = room.width - 2 * _PAD
    title = tell.say(msg("Not rated yet"))
    why = tell.say(msg("These still need an impact and an effort from 1 to 5."))
    x, y = room.x + _PAD, room.y + _PAD
    below = y + pen.depth(title, STAGE, width)
    texts = Words("ink", pen.set(title, STAGE, x, y, width)), Words("quiet", pen.set(why, SMALL, x, below, width))
    under = below + pen.depth(why, SMALL, width) + 8
    abreast = max(1, int((width + APART) // (WIDTH + APART)))
    held = rows(loose, x, under, abreast, tell, pen)
    bottom = max(group.box.bottom for group in held) + _PAD
    box = room._replace(height=bottom - room.y)
    return [Group("tray", box, (Rect("note", box, 8), *texts)), *held]


def _nothing(room: Box, tell: Teller, pen: Pen) -> Group:
    text = tell.say(msg("Nobody has written down an opportunity yet."))
    width = room.width - 2 * _PAD
    box = room._replace(height=pen.depth(text, LEAD, width) + 2 * _PAD)
    return Group(
        "notice", box, (Rect("note", box, 8), Words("quiet", pen.set(text, LEAD, box.x + _PAD, box.y + _PAD, width)))
    )


def _signs(found: Sequence[Chance], tell: Teller) -> Iterator[tuple[str, str]]:
    """The signs that need a word."""
    for status in OPPORTUNITY_STATUSES:
        if any(each.opportunity.status == status for each in found):
            yield f"bubble {status}", tell.say(PROGRESS[status])
    if any(each.share is not None for each in found):
        yield "sizes", tell.say(msg("the larger, the more customers it touches"))
    if any(each.share is None for each in found):
        yield "bubble unknown", tell.say(msg("nobody has said how many customers it touches"))


def _said(found: Sequence[Chance], tell: Teller) -> str:
    """What the picture shows, for somebody who cannot see it."""
    count = tell.say(counted("{count} opportunity", "{count} opportunities", len(found)))
    return tell.say(msg("Opportunities by impact and effort: {opportunities}", opportunities=count))
