"""The touchpoints under the curves: a card round what changed, with what happened to it; the others by name alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cjm.views.changed.badges import CAME, WENT, Badge
from cjm.views.curve.slide import Slide
from cjm.views.curve.slots import Leg, Slot
from cjm.views.labels import WORDS
from cjm.views.map.columns import Column
from cjm.views.picture import Group, Mark, Rect, Sign, Words
from cjm.views.shapes import Box, Style
from cjm.views.typeset import LABEL, SMALL
from cjm.views.wording import notice_text

INSET = 3.0
PAD = 7.0
_BETWEEN = 5.0
_STAR = 18.0
_ROUND = 8.0

Badges = Mapping[str, tuple[Badge, ...]]
Text = tuple[str, Style, str]


def cards_height(slide: Slide, badges: Badges) -> float:
    """How high the row is."""
    heights = [_height(slide, leg, slot, column, badges) for leg, slot, column in _slots(slide)]
    return max(heights, default=0.0) + PAD


def cards(slide: Slide, badges: Badges, top: float) -> Iterator[Group]:
    """Each touchpoint in its column, of the new journey or of the old one."""
    for number, (leg, slot, column) in enumerate(_slots(slide), 1):
        yield _card(slide, leg, slot, column, badges, top, f"n{number}")


def _slots(slide: Slide) -> Iterator[tuple[Leg, Slot, Column]]:
    for leg, span in zip(slide.legs, slide.ours.spans, strict=True):
        for slot, column in zip(leg.slots, span.columns, strict=True):
            yield leg, slot, column


def _card(  # noqa: PLR0913 - a card is made of these
    slide: Slide, leg: Leg, slot: Slot, column: Column, badges: Badges, top: float, name: str
) -> Group:
    texts, happened = _texts(slide, leg, slot, badges), _happened(slot, badges)
    height = _height(slide, leg, slot, column, badges)
    box = Box(column.x + INSET, top, column.width - 2 * INSET, height)
    marks: list[Mark] = [Rect(f"plate {_role(happened)}", box, _ROUND)] if happened else []
    y = top + PAD
    if _is_truth(slot):
        marks.append(Sign("star", (column.middle, y + 6)))
        y += _STAR
    for number, (text, style, role) in enumerate(texts):
        y += _BETWEEN if number == 1 else 0
        marks.append(Words(role, slide.pen.set(text, style, column.middle, y, box.width - 2 * PAD, "middle")))
        y += slide.pen.depth(text, style, box.width - 2 * PAD)
    held = slot.ours or slot.theirs
    part = ("touchpoint", slot.ours.id) if slot.ours else ("", "")
    said = " · ".join(text for text, _, _ in texts) if held else ""
    truth = slide.teller.say(WORDS["truth"]) if _is_truth(slot) else ""
    return Group("card", box, tuple(marks), part, " · ".join(each for each in (said, truth) if each), name)


def _role(happened: Sequence[Badge]) -> str:
    if CAME in happened:
        return "came"
    return "gone" if WENT in happened else "altered"


def _happened(slot: Slot, badges: Badges) -> tuple[Badge, ...]:
    held = slot.ours or slot.theirs
    return badges.get(held.id, ()) if held else ()


def _is_truth(slot: Slot) -> bool:
    held = slot.ours or slot.theirs
    return held is not None and held.moment_of_truth


def _texts(slide: Slide, leg: Leg, slot: Slot, badges: Badges) -> list[Text]:
    held = slot.ours or slot.theirs
    if held is None:
        return [(notice_text(leg.stage, slide.teller.say), SMALL, "quiet")]
    happened = _happened(slot, badges)
    name = (held.name, LABEL, "ink" if happened and slot.ours else "quiet")
    return [name, *((f"{each.sign} {slide.teller.say(each.word)}", SMALL, each.role) for each in happened)]


def _height(slide: Slide, leg: Leg, slot: Slot, column: Column, badges: Badges) -> float:
    texts, width = _texts(slide, leg, slot, badges), column.width - 2 * INSET - 2 * PAD
    height = sum(slide.pen.depth(text, style, width) for text, style, _ in texts) + 2 * PAD
    return height + (_BETWEEN if len(texts) > 1 else 0) + (_STAR if _is_truth(slot) else 0)
