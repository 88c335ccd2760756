"""The small pictures of the measured chapter: the funnel, how it feels, and the trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cjm.diagnostics import msg
from cjm.model.measurement import Measurement
from cjm.views.framing import framed
from cjm.views.measured.figures import said, value_of, value_said
from cjm.views.measured.lane import reached
from cjm.views.pen import Pen
from cjm.views.picture import Dot, Face, Group, Line, Mark, Picture, Rect, Words
from cjm.views.shapes import Box
from cjm.views.teller import Teller
from cjm.views.typeset import BODY, LABEL, SMALL, STAGE
from cjm.views.wording import MOODS, mood_of

WIDTH = 720.0
NAMES = 190.0
"""The column of names."""
_APART = 12.0
_BAR = 22.0
_NUMBERS = 150.0
_RADIUS = 8.0
_LEAST_ROW = 26.0
_TREND = ("cases", "completed", "duration.median", "csat")
_PANEL_HEIGHT = 66.0


def funnel(teller: Teller, measurement: Measurement) -> Picture | None:
    """How many of all customers come to each stage, and how many are lost on the way to the next."""
    shares = [(stage, reached(stage, measurement)) for stage in teller.journey.stages]
    if not any(share is not None for _, share in shares):
        return None
    pen, groups, y = Pen(teller.say.language), [], 0.0
    room = WIDTH - NAMES - _NUMBERS
    for number, (stage, share) in enumerate(shares):
        figures = measurement.stage(stage.id)
        height = max(_BAR, pen.depth(stage.name, LABEL, NAMES - _APART))
        marks: list[Mark] = [Words("ink", pen.set(stage.name, LABEL, 0.0, y, NAMES - _APART))]
        full = Box(NAMES, y, room, _BAR)
        marks.append(Rect("track", full, 3))
        if share:
            marks.append(Rect("bar", full._replace(width=max(1.0, room * share)), 3))
        count = teller.number(value_of(figures, "entered"))
        text = " · ".join(part for part in (teller.share(None if share is None else round(share, 2)), count) if part)
        marks.append(Words("ink", pen.set(text, LABEL, NAMES + room + _APART, y + 3, _NUMBERS - _APART)))
        lost = said("drop_off", figures.get("drop_off"), teller)
        bottom = y + height
        if lost and number < len(shares) - 1:
            marks.append(Words("alert", pen.set(f"↓ {lost}", SMALL, NAMES, y + _BAR + 4, room)))
            bottom = max(bottom, y + _BAR + 4 + SMALL.leading)
        groups.append(
            Group("funnel", Box(0.0, y, WIDTH, bottom - y), tuple(marks), ("stage", stage.id), f"{stage.name}: {text}")
        )
        y = bottom + _APART
    title = teller.say(msg("Funnel: how many customers come to each stage"))
    return _framed(teller, "funnel", title, groups, y)


def felt(teller: Teller, measurement: Measurement) -> Picture | None:
    """A row for each touchpoint that customers were asked about: the face of the map, the dot of the customers."""
    rows = [
        (each, heard)
        for each in teller.journey.touchpoints
        if (heard := measurement.felt(each.id)) and heard.value is not None
    ]
    if not rows:
        return None
    pen, groups = Pen(teller.say.language), list(_scale(teller))
    y = groups[0].box.bottom + _APART
    for touchpoint, heard in rows:
        height = max(_LEAST_ROW, pen.depth(touchpoint.name, BODY, NAMES - _APART))
        middle = y + height / 2
        measured = _x(heard.value or 0.0)
        top = y + (height - pen.depth(touchpoint.name, BODY, NAMES - _APART)) / 2
        marks: list[Mark] = [Words("ink", pen.set(touchpoint.name, BODY, 0.0, top, NAMES - _APART))]
        marks.append(Line("rule", ((_x(-2), middle), (_x(2), middle))))
        text = teller.say(msg("customers say {score}", score=teller.score(round(heard.value or 0.0, 1))))
        if touchpoint.score is not None:
            marks.append(Line("line measured", ((_x(touchpoint.score), middle), (measured, middle))))
            marks.append(Face(mood_of(touchpoint.score) or 0, (_x(touchpoint.score), middle), _RADIUS))
            text = f"{teller.score(touchpoint.score)}, {text}"
        marks.append(Dot("heard", (measured, middle), 5))
        part = ("touchpoint", touchpoint.id)
        groups.append(
            Group("felt", Box(0.0, y, WIDTH, height), tuple(marks), part, teller.labelled(touchpoint.name, text))
        )
        y += height + 6
    title = teller.say(msg("How it feels: faces are of the map, dots of the customers who were asked"))
    return _framed(teller, "felt", title, groups, y)


def _x(score: float) -> float:
    room = WIDTH - NAMES - 2 * _RADIUS - 40
    return round(NAMES + _RADIUS + 20 + (max(-2.0, min(2.0, score)) + 2) / 4 * room, 2)


def _scale(teller: Teller) -> Iterator[Group]:
    """What left, middle and right mean."""
    marks: list[Mark] = []
    pen, width = Pen(teller.say.language), 96.0
    lowest = 0.0
    for score in (-2, 0, 2):
        text = teller.say(MOODS[score])
        x = min(_x(score), WIDTH - width / 2)
        marks.append(Words("quiet", pen.set(text, SMALL, x, 0.0, width, "middle")))
        lowest = max(lowest, pen.depth(text, SMALL, width))
    yield Group("scale", Box(NAMES - _APART, 0.0, WIDTH - NAMES + _APART, lowest), tuple(marks))


class _Panel(NamedTuple):
    """A figure from window to window."""

    name: str
    title: str
    values: tuple[float | None, ...]


def trend(teller: Teller, measurement: Measurement) -> Picture | None:
    """A small line for each of a few figures, its last value large; none for fewer than two windows."""
    periods = [each.levels.journey for each in measurement.trend]
    made = [_Panel(name, teller.metric(name), tuple(value_of(each, name) for each in periods)) for name in _TREND]
    panels = [each for each in made if sum(value is not None for value in each.values) > 1]
    if not panels:
        return None
    pen, width = Pen(teller.say.language), (WIDTH - _APART * (len(panels) - 1)) / len(panels)
    head = max(pen.depth(each.title, SMALL, width) for each in panels)
    groups = [
        _panel(
            each, Box((width + _APART) * number, 0.0, width, head + STAGE.leading + _PANEL_HEIGHT), head, teller, pen
        )
        for number, each in enumerate(panels)
    ]
    title = teller.say(msg("Trend: from window to window"))
    return _framed(teller, "trend", title, groups, groups[0].box.bottom)


def _panel(panel: _Panel, box: Box, head: float, teller: Teller, pen: Pen) -> Group:
    known = [value for value in panel.values if value is not None]
    last = value_said(panel.name, known[-1], teller)
    low, high = min(known), max(known)
    top, bottom = box.y + head + STAGE.leading + 8, box.bottom - 6
    marks: list[Mark] = [
        Words("quiet", pen.set(panel.title, SMALL, box.x, box.y, box.width)),
        Words("ink", pen.set(last, STAGE, box.x, box.y + head, box.width)),
        Line("grid", ((box.x, bottom), (box.right, bottom))),
    ]
    step = (box.width - 10) / max(1, len(panel.values) - 1)
    points = [
        (round(box.x + 5 + step * number, 2), round(bottom - (value - low) / ((high - low) or 1) * (bottom - top), 2))
        for number, value in enumerate(panel.values)
        if value is not None
    ]
    marks += [Line("line measured", pair) for pair in pairwise(points)]
    marks.append(Dot("heard", points[-1], 4))
    return Group("trend", box, tuple(marks), summary=f"{panel.title}: {_told(panel, teller)}")


def _told(panel: _Panel, teller: Teller) -> str:
    return ", ".join(value_said(panel.name, value, teller) for value in panel.values if value is not None)


def _framed(teller: Teller, view: str, title: str, groups: Sequence[Group], bottom: float) -> Picture:
    made = framed(teller.journey, view, title, groups, WIDTH, bottom)
    return made._replace(title=title, height=max(1, round(bottom)))
