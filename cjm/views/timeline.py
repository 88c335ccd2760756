"""A journey's life on one line of time: how it felt and how complete it was, pain points as bars, ideas with steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from cjm.diagnostics import Message, counted, msg
from cjm.locale import DOMAINS, closest, translator
from cjm.views import formats
from cjm.views.framing import MARGIN
from cjm.views.labels import PROGRESS
from cjm.views.legend import legend
from cjm.views.mirror import mirrored
from cjm.views.pen import Pen
from cjm.views.picture import Dot, Group, Line, Mark, Picture, Rect, Sign, Words
from cjm.views.shapes import Box, Point
from cjm.views.typeset import BODY, LABEL, LEAD, SMALL, TITLE
from cjm.views.wording import Say, runs_right, score_text

WIDTH = 1000.0
_NAMES = 290.0
_GAP = 16.0
_ROW = 10.0
_BAR = 9.0
_TICK = 110.0
_SCORES = (2, 1, 0, -1, -2)
_POINTS = (100, 50, 0)
_FEELING, _FULLNESS = 150.0, 70.0
_ROLES = ("line line0", "line line1 dash1", "line line2")
_KEYS = ("ink", "key1", "key2")


class Bar(NamedTuple):
    """A pain point from one day to another; `waiting` are the spans in which nothing answered it."""

    text: str
    severity: int | None
    start: date
    end: date
    waiting: tuple[tuple[date, date], ...]


class Track(NamedTuple):
    """An opportunity, and the days on which it came to each status."""

    text: str
    steps: tuple[tuple[date, str], ...]
    end: date


class Timeline(NamedTuple):
    """What is shown; scores by day, the oldest first, None where nothing was said. `end` is the last day."""

    id: str
    title: str
    language: str
    versions: int
    mean: tuple[tuple[date, float | None], ...]
    lowest: tuple[tuple[date, float | None], ...]
    completeness: tuple[tuple[date, float | None], ...]
    bars: tuple[Bar, ...]
    tracks: tuple[Track, ...]
    end: date


class _Sheet(NamedTuple):
    """The line of time on the page."""

    shown: Timeline
    say: Say
    pen: Pen
    start: date

    @property
    def left(self) -> float:
        return MARGIN + _NAMES + _GAP

    @property
    def right(self) -> float:
        return WIDTH - MARGIN

    def x(self, moment: date) -> float:
        """Where a day is. A life of one day is as wide as any."""
        whole = (self.shown.end - self.start).days
        passed = min(whole, max(0, (moment - self.start).days))
        return self.left + (self.right - self.left) * (passed / whole if whole else 0.0)

    def day(self, moment: date) -> str:
        return formats.day(moment, self.say.language)


def lay_out(shown: Timeline) -> Picture:
    """The picture of a life."""
    spoken = closest(shown.language, DOMAINS["labels"]) or "en"
    say = Say(shown.language, spoken, translator(spoken, "labels"))
    sheet = _Sheet(shown, say, Pen(shown.language), shown.mean[0][0])
    groups = list(_groups(sheet))
    bottom = max(group.box.bottom for group in groups)
    made = Picture(
        id=shown.id or "journey",
        view="history",
        title=shown.title,
        description=say.whole(_said(sheet)),
        language=shown.language.replace("_", "-"),
        width=WIDTH,
        height=ceil(bottom + MARGIN),
        groups=tuple(groups),
    )
    return mirrored(made) if runs_right(shown.language) else made


def _said(sheet: _Sheet) -> Message:
    first, last = sheet.day(sheet.start), sheet.day(sheet.shown.mean[-1][0])
    return counted(
        "{count} version, {first}", "{count} versions, {first} – {last}", sheet.shown.versions, first=first, last=last
    )


def _groups(sheet: _Sheet) -> Iterator[Group]:
    head = _head(sheet)
    yield head
    y = head.box.bottom + 18
    for group in (*_fields(sheet, y),):
        yield group
        y = max(y, group.box.bottom)
    for title, rows in ((msg("Pain points"), _bars(sheet)), (msg("Opportunities"), _tracks(sheet))):
        if rows:
            words = sheet.pen.set(sheet.say(title), LABEL, MARGIN, y + 14, _NAMES)
            yield Group("lane", Box(MARGIN, y + 14, _NAMES, LABEL.leading), (Words("ink", words),))
            y += 14 + LABEL.leading + 4
        for text, marks in rows:
            height = max(_ROW, sheet.pen.depth(text, BODY, _NAMES)) + 6
            block = sheet.pen.set(text, BODY, MARGIN, y, _NAMES)
            placed = tuple(_lowered(mark, y + height / 2 - 3) for mark in marks)
            yield Group(
                "row", Box(MARGIN, y, sheet.right - MARGIN, height), (Words("ink", block), *placed), summary=text
            )
            y += height
    yield from legend(_signs(sheet), MARGIN, y + 16, sheet.right, sheet.pen).groups


def _head(sheet: _Sheet) -> Group:
    room = WIDTH - 2 * MARGIN
    title, about = sheet.shown.title, sheet.say.whole(_said(sheet))
    below = MARGIN + sheet.pen.depth(title, TITLE, room) + 3
    marks = (
        Words("ink", sheet.pen.set(title, TITLE, MARGIN, MARGIN, room)),
        Words("quiet", sheet.pen.set(about, LEAD, MARGIN, below, room)),
    )
    return Group("heading", Box(MARGIN, MARGIN, room, below + LEAD.leading - MARGIN), marks)


def _fields(sheet: _Sheet, top: float) -> Iterator[Group]:
    """Feeling above, completeness below, days under both."""
    shown, language = sheet.shown, sheet.say.language
    felt = [_Drawn(role, _turned(values, *_SCORES[::4])) for role, values in ((1, shown.lowest), (0, shown.mean))]
    yield _field(sheet, top, _FEELING, msg("Emotion"), [score_text(each, language) for each in _SCORES], felt)
    below = top + _FEELING + 26
    full = [_Drawn(2, _turned(shown.completeness, *_POINTS[::2]))]
    scale = [formats.figure(each, language) for each in _POINTS]
    yield _field(sheet, below, _FULLNESS, msg("Completeness"), scale, full)
    yield _axis(sheet, below + _FULLNESS + 8)


class _Drawn(NamedTuple):
    """A line by its number among colours; places go from 0 at the top of the field to 1 at its bottom."""

    number: int
    values: list[tuple[date, float | None]]


def _turned(values: Sequence[tuple[date, float | None]], top: float, bottom: float) -> list[tuple[date, float | None]]:
    return [(day, None if value is None else (top - value) / (top - bottom)) for day, value in values]


def _field(  # noqa: PLR0913 - a field has these parts
    sheet: _Sheet, top: float, height: float, title: Message, scale: Sequence[str], lines: Sequence[_Drawn]
) -> Group:
    """A scale, evenly parted, with lines on it."""
    marks: list[Mark] = [Words("ink", sheet.pen.set(sheet.say(title), LABEL, MARGIN, top, _NAMES - 40))]
    for number, text in enumerate(scale):
        y = top + height * number / (len(scale) - 1)
        marks.append(Line("grid", ((sheet.left, y), (sheet.right, y))))
        marks.append(Words("quiet", sheet.pen.set(text, SMALL, sheet.left - 26, y - SMALL.leading / 2, 40, "middle")))
    for line in lines:
        for run in _runs(sheet, line.values):
            points = tuple((x, top + place * height) for x, place in run)
            marks.append(Line(_ROLES[line.number], points))
            marks.append(Dot(_KEYS[line.number], points[-1], 3.4))
    box = Box(MARGIN, top - 8, sheet.right - MARGIN, height + 16)
    return Group("field", box, tuple(marks), summary=sheet.say(title))


def _runs(sheet: _Sheet, values: Sequence[tuple[date, float | None]]) -> Iterator[list[Point]]:
    """Stretches in which something was said, the last held up to the end."""
    run: list[Point] = []
    for day, value in values:
        if value is not None:
            run.append((sheet.x(day), value))
        elif run:
            yield run
            run = []
    if run:
        yield [*run, (sheet.right, run[-1][1])]


def _axis(sheet: _Sheet, top: float) -> Group:
    whole = (sheet.shown.end - sheet.start).days
    count = max(1, min(int((sheet.right - sheet.left) // _TICK), whole))
    days = (
        [sheet.start + timedelta(days=whole * number // count) for number in range(count + 1)]
        if whole
        else [sheet.start]
    )
    marks: list[Mark] = []
    for number, each in enumerate(days):
        at, align = sheet.x(each), "start" if number == 0 else "end" if number == len(days) - 1 else "middle"
        x = at + 45 if align == "start" else at - 45 if align == "end" else at
        marks.append(Line("rule", ((at, top - 4), (at, top))))
        marks.append(Words("quiet", sheet.pen.set(sheet.day(each), SMALL, x, top + 2, 90, "middle")))
    return Group("axis", Box(sheet.left, top - 4, sheet.right - sheet.left, SMALL.leading + 8), tuple(marks))


def _bars(sheet: _Sheet) -> list[tuple[str, list[Mark]]]:
    """A bar for each pain point, coloured where it waited."""
    return [(bar.text, [_span(sheet, "track", bar.start, bar.end), *_waits(sheet, bar)]) for bar in sheet.shown.bars]


def _waits(sheet: _Sheet, bar: Bar) -> Iterator[Mark]:
    return (_span(sheet, f"severity{bar.severity}", start, end) for start, end in bar.waiting)


def _span(sheet: _Sheet, role: str, start: date, end: date) -> Rect:
    first = sheet.x(start)
    return Rect(role, Box(first, -_BAR / 2, max(3.0, sheet.x(end) - first), _BAR), 2)


def _tracks(sheet: _Sheet) -> list[tuple[str, list[Mark]]]:
    """A line for each opportunity, with a sign where its status changed."""
    return [(track.text, [*_path(sheet, track)]) for track in sheet.shown.tracks]


def _path(sheet: _Sheet, track: Track) -> Iterator[Mark]:
    first = sheet.x(track.steps[0][0])
    yield Line("zero", ((first, 0.0), (sheet.x(track.end), 0.0)))
    for day, status in track.steps:
        yield Dot(f"bubble {status}", (min(sheet.x(day), sheet.right - 8), 0.0), 8)
        yield Sign(status, (min(sheet.x(day), sheet.right - 8), 0.0))


def _lowered(mark: Mark, y: float) -> Mark:
    """A mark of a row at the height of the row."""
    if isinstance(mark, Rect):
        return mark._replace(box=mark.box._replace(y=mark.box.y + y))
    if isinstance(mark, Line):
        return mark._replace(points=tuple((x, each + y) for x, each in mark.points))
    if isinstance(mark, Dot | Sign):
        return mark._replace(center=(mark.center[0], mark.center[1] + y))
    return mark


def _signs(sheet: _Sheet) -> Iterator[tuple[str, str]]:
    """The signs that need a word."""
    say, shown = sheet.say, sheet.shown
    if any(value is not None for _, value in shown.mean):
        yield f"line {_ROLES[0]}", say(msg("How it feels on the whole"))
        yield f"line {_ROLES[1]}", say(msg("The worst moment"))
    if any(bar.waiting for bar in shown.bars):
        worst = max((bar.severity or 0 for bar in shown.bars if bar.waiting), default=0)
        yield f"rect severity{worst or None}", say(msg("Without an opportunity"))
    if any(bar.waiting != ((bar.start, bar.end),) for bar in shown.bars):
        yield "rect track", say(msg("With an opportunity"))
    met = {status for track in shown.tracks for _, status in track.steps}
    yield from ((f"bubble {status}", say(PROGRESS[status])) for status in PROGRESS if status in met)
