"""Touchpoints of a map as cards, one to a column."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model import Channel, Stage, Touchpoint
from cjm.views.labels import WORDS
from cjm.views.map.columns import Column, Columns
from cjm.views.pen import Pen
from cjm.views.picture import Group, Mark, Rect, Sign, Words
from cjm.views.shapes import Box
from cjm.views.teller import Teller
from cjm.views.typeset import NAME, SMALL
from cjm.views.wording import KINDS, MOODS, mood_of, notice_text

INSET = 4.0
PAD = 9.0
_STAR = 16.0
_SIGN = 18.0
_ROUND = 9.0
_APART = 5.0


def cards_height(columns: Columns, teller: Teller, pen: Pen) -> float:
    """How high the row of cards is."""
    heights = [_height(column, span.stage, teller, pen) for span in columns.spans for column in span.columns]
    return max(heights, default=0.0)


def cards(columns: Columns, top: float, height: float, teller: Teller, pen: Pen) -> Iterator[Group]:
    """A card in each column; an empty stage says why it is empty."""
    number = 0
    for span in columns.spans:
        for column in span.columns:
            box = Box(column.x + INSET, top, column.width - 2 * INSET, height)
            if column.touchpoint is None:
                text = notice_text(span.stage, teller.say)
                words = pen.set(text, SMALL, box.x + PAD, top + PAD, box.width - 2 * PAD)
                yield Group("notice", box, (Rect("note", box, _ROUND), Words("quiet", words)))
                continue
            number += 1
            yield _card(column.touchpoint, box, f"n{number}", teller, pen)


def _card(touchpoint: Touchpoint, box: Box, name: str, teller: Teller, pen: Pen) -> Group:
    role = f"plate {touchpoint.kind}{' truth' if touchpoint.moment_of_truth else ''}"
    marks: list[Mark] = [Rect(role, box, 0.0 if touchpoint.kind == "action" else _ROUND)]
    width = _name_width(touchpoint, box.width)
    marks.append(Words("ink", pen.set(touchpoint.name, NAME, box.x + PAD, box.y + PAD, width)))
    if touchpoint.moment_of_truth:
        marks.append(Sign("star", (box.right - 14, box.y + 16)))
    marks += _foot(touchpoint, box, teller, pen)
    part = ("touchpoint", touchpoint.id)
    return Group("card", box, tuple(marks), part, summary(touchpoint, teller), name)


def _foot(touchpoint: Touchpoint, box: Box, teller: Teller, pen: Pen) -> Iterator[Mark]:
    """The small line, at the bottom of the card so that those of all cards stand level where they are short."""
    said = meta(touchpoint, teller)
    kind = channel_kind(touchpoint, teller)
    left = _SIGN if kind else 0.0
    width = box.width - 2 * PAD - left
    top = box.bottom - PAD - pen.depth(said, SMALL, width)
    if kind:
        yield Sign(kind, (box.x + PAD + 6, top + SMALL.leading / 2))
    if said:
        yield Words("quiet", pen.set(said, SMALL, box.x + PAD + left, top, width))


def meta(touchpoint: Touchpoint, teller: Teller) -> str:
    """Channels, the kind when it is no contact, how many meet it, and how long it takes."""
    kind = "" if touchpoint.kind == "contact" else teller.say(KINDS[touchpoint.kind])
    channels = ", ".join(teller.channel(each) for each in touchpoint.met_in)
    parts = (kind, channels, teller.share(touchpoint.share), teller.span(touchpoint.lasts))
    return " · ".join(part for part in parts if part)


def channel_kind(touchpoint: Touchpoint, teller: Teller) -> str:
    """The sign of its first channel, empty where nobody said what kind that is."""
    known: dict[str, Channel] = {each.id: each for each in teller.journey.known_channels}
    kinds = [known[each].kind or "" for each in touchpoint.met_in[:1] if each in known]
    return kinds[0] if kinds else ""


def summary(touchpoint: Touchpoint, teller: Teller) -> str:
    """What a card says to somebody who cannot see it."""
    mood = mood_of(touchpoint.score)
    feels = f"{teller.say(MOODS[mood])} ({teller.score(touchpoint.score or 0.0)})" if mood is not None else ""
    star = teller.say(WORDS["truth"]) if touchpoint.moment_of_truth else ""
    return " · ".join(part for part in (touchpoint.name, meta(touchpoint, teller), feels, star) if part)


def _name_width(touchpoint: Touchpoint, width: float) -> float:
    return width - 2 * PAD - (_STAR if touchpoint.moment_of_truth else 0.0)


def _height(column: Column, stage: Stage, teller: Teller, pen: Pen) -> float:
    inner = column.width - 2 * INSET
    if column.touchpoint is None:
        return pen.depth(notice_text(stage, teller.say), SMALL, inner - 2 * PAD) + 2 * PAD
    said = meta(column.touchpoint, teller)
    left = _SIGN if channel_kind(column.touchpoint, teller) else 0.0
    name = pen.depth(column.touchpoint.name, NAME, _name_width(column.touchpoint, inner))
    return name + pen.depth(said, SMALL, inner - 2 * PAD - left) + 2 * PAD + _APART
