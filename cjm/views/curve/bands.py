"""What the curves stand on: bands of stages with their names, names of touchpoints, and the scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cjm.diagnostics import Message, msg
from cjm.views.curve.slide import SCALE, Field, Slide
from cjm.views.curve.slots import Leg, Slot
from cjm.views.framing import MARGIN
from cjm.views.map.columns import Column
from cjm.views.picture import Face, Group, Line, Mark, Rect, Sign, Words
from cjm.views.shapes import Box, Style
from cjm.views.typeset import LABEL, LEAD, SMALL, STAGE
from cjm.views.wording import HUES, MOODS, notice_text

NOTICE = 46.0
"""How high a sentence in place of a curve stands."""
_PAD = 10.0
_INSET = 5.0
_STAR = 24.0
_FACE = 7.0

Text = tuple[str, Style, str]
Remarks = Mapping[str, Sequence[Text]]
"""What else is said below the name of a stage, by its id."""


def panels(slide: Slide, top: float, height: float) -> Group:
    """A pale band for each stage."""
    left, right = slide.ours.left, slide.right
    marks = tuple(
        Rect(f"panel hue{number % HUES}", Box(span.x, top, span.width, height), 8)
        for number, span in enumerate(slide.ours.spans)
    )
    return Group("scale", Box(left, top, right - left, height), marks)


def titles_height(slide: Slide, remarks: Remarks | None = None) -> float:
    """How high the row of stage names is."""
    heights = (_depth(slide, _title(slide, leg, remarks), width) for leg, width in _titled(slide))
    return max(heights, default=0.0) + 2 * _PAD


def titles(slide: Slide, top: float, remarks: Remarks | None = None) -> Iterator[Group]:
    """The names of the stages."""
    height = titles_height(slide, remarks)
    for number, (leg, span) in enumerate(zip(slide.legs, slide.ours.spans, strict=True), 1):
        width = span.width - 2 * _PAD
        texts = _title(slide, leg, remarks)
        marks = tuple(_stacked(slide, texts, (span.x + _PAD, top + _PAD, width), "start"))
        part = ("stage", leg.ours.id) if leg.ours else ("", "")
        said = " · ".join(text for text, _, _ in texts) if remarks else leg.stage.name
        yield Group("stage", Box(span.x, top, span.width, height), marks, part, said, f"s{number}")


def _titled(slide: Slide) -> Iterator[tuple[Leg, float]]:
    for leg, span in zip(slide.legs, slide.ours.spans, strict=True):
        yield leg, span.width - 2 * _PAD


def _title(slide: Slide, leg: Leg, remarks: Remarks | None) -> list[Text]:
    alone = _alone(slide, ours=leg.ours is not None, theirs=leg.theirs is not None)
    told = remarks.get(leg.stage.id, ()) if remarks and leg.ours and leg.theirs else ()
    return [(leg.stage.name, STAGE, "ink"), *((slide.teller.say(each), SMALL, "quiet") for each in alone), *told]


def names_height(slide: Slide) -> float:
    """How high the row of touchpoint names is."""
    heights = [_depth(slide, _named(slide, leg, slot), width) for leg, slot, _, width in _slots(slide)]
    return max(heights, default=0.0) + _starred(slide) + _PAD


def names(slide: Slide, top: float) -> Iterator[Group]:
    """The names of the touchpoints, each in its column, with a star at moments of truth."""
    height, above = names_height(slide), _starred(slide)
    for leg, slot, column, width in _slots(slide):
        texts = _named(slide, leg, slot)
        marks: list[Mark] = list(_stacked(slide, texts, (column.middle, top + above, width), "middle"))
        if slot.ours and slot.ours.moment_of_truth:
            marks.append(Sign("star", (column.middle, top + above - 10)))
        part = ("touchpoint", slot.ours.id) if slot.ours else ("", "")
        yield Group("name", Box(column.x, top, column.width, height), tuple(marks), part)


def _starred(slide: Slide) -> float:
    return _STAR if any(each.moment_of_truth for each in slide.journey.touchpoints) else 2.0


def _slots(slide: Slide) -> Iterator[tuple[Leg, Slot, Column, float]]:
    for leg, span in zip(slide.legs, slide.ours.spans, strict=True):
        for slot, column in zip(leg.slots, span.columns, strict=True):
            yield leg, slot, column, column.width - 2 * _INSET


def _named(slide: Slide, leg: Leg, slot: Slot) -> list[Text]:
    held = slot.ours or slot.theirs
    if held is None:
        return [(notice_text(leg.stage, slide.teller.say), SMALL, "quiet")]
    alone = _alone(slide, ours=slot.ours is not None, theirs=slot.theirs is not None)
    role = "ink" if slot.ours else "quiet"
    return [(held.name, LABEL, role), *((slide.teller.say(each), SMALL, "quiet") for each in alone)]


def _alone(slide: Slide, *, ours: bool, theirs: bool) -> Iterator[Message]:
    """What is said of something that only one of two journeys has: new or gone, where one is today and one is not."""
    other = slide.choice.compared
    if other is None or ours == theirs:
        return
    states = (slide.journey.state, other.state)
    if "current" not in states or states[0] == states[1] or None in states:
        yield msg("Only in this one") if ours else msg("Only in the other one")
    else:
        yield msg("New") if ours is (states[1] == "current") else msg("No longer there")


def scale(slide: Slide, field: Field) -> Iterator[Group]:
    """What heights mean: a face with its word in the first column, and lines from there on."""
    left, right = slide.ours.left, slide.right
    marks = tuple(
        Line("zero" if score == 0 else "grid", ((left, field.y(score)), (right, field.y(score)))) for score in MOODS
    )
    yield Group("scale", Box(left, field.top, right - left, 4 * field.step), marks)
    width = SCALE - 2 * _FACE - 12
    for score, mood in MOODS.items():
        said, y = slide.teller.say(mood), field.y(score)
        height = slide.pen.depth(said, SMALL, width)
        x, top = MARGIN + 2 * _FACE + 6, y - height / 2
        words = Words("quiet", slide.pen.set(said, SMALL, x, top, width))
        box = Box(MARGIN, top, SCALE - 6, height)
        yield Group("label", box, (Face(score, (MARGIN + _FACE, y), _FACE), words))


def guides(slide: Slide, field: Field, under: float, callouts: Sequence[Box]) -> Group:
    """A faint line from each place of the field down to its name, broken where a callout stands."""
    marks: list[Mark] = []
    for column in slide.ours.each:
        x, y = column.middle, field.top
        for box in sorted(callouts, key=lambda box: box.y):
            if box.y >= field.bottom and box.x - 2 <= x <= box.right + 2:
                marks.append(Line("grid", ((x, y), (x, box.y))))
                y = box.bottom
        marks.append(Line("grid", ((x, y), (x, under))))
    left, right = slide.ours.left, slide.right
    return Group("scale", Box(left, field.top, right - left, under - field.top), tuple(marks))


def notice(slide: Slide, text: str, top: float) -> Group:
    """A sentence in place of what is not there."""
    width = min(520.0, slide.right - slide.ours.left)
    left = (slide.ours.left + slide.right - width) / 2
    height = slide.pen.depth(text, LEAD, width - 2 * _PAD)
    box = Box(left, top, width, max(NOTICE, height + 2 * _PAD))
    words = slide.pen.set(text, LEAD, left + width / 2, top + (box.height - height) / 2, width - 2 * _PAD, "middle")
    return Group("notice", box, (Rect("note", box, 8), Words("quiet", words)))


def _depth(slide: Slide, texts: Sequence[Text], width: float) -> float:
    return sum(slide.pen.depth(text, style, width) for text, style, _ in texts)


def _stacked(slide: Slide, texts: Sequence[Text], room: tuple[float, float, float], align: str) -> Iterator[Words]:
    """Texts under one another, from x and y on in a width."""
    x, y, width = room
    for text, style, role in texts:
        yield Words(role, slide.pen.set(text, style, x, y, width, "middle" if align == "middle" else "start"))
        y += slide.pen.depth(text, style, width)
