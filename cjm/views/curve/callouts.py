"""What is said of the best and of the hardest moment of a curve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.diagnostics import msg
from cjm.model import PainPoint, Stage, Touchpoint
from cjm.views.curve.lines import RADIUS
from cjm.views.curve.slide import Field, Slide
from cjm.views.map.emotion import Felt
from cjm.views.pages.labels import LEVELS
from cjm.views.picture import Group, Line, Mark, Rect, Words
from cjm.views.shapes import Box, Style
from cjm.views.typeset import BODY, LABEL, SMALL

_WIDTH = 250.0
_PAD = 9.0
_GAP = 16.0
"""From the field to a callout."""

Text = tuple[str, Style, str]


class Callout(NamedTuple):
    """A moment and the texts about it, with their styles and roles."""

    felt: Felt
    texts: tuple[Text, ...]
    width: float
    height: float


def best(slide: Slide, felt: Sequence[Felt]) -> Callout | None:
    """The first of the highest moments; none where all feel alike."""
    if not _differ(felt):
        return None
    found = max(felt, key=lambda each: (each.score, _weight(slide, each)))
    said = slide.teller.say(msg("The best moment ({score})", score=slide.teller.score(found.score)))
    return _callout(slide, found, said, _feeling(slide, found))


def hardest(slide: Slide, felt: Sequence[Felt]) -> Callout | None:
    """The first of the lowest moments, with the worst of what hurts there; none where all feel alike."""
    if not _differ(felt):
        return None
    found = max(felt, key=lambda each: (-each.score, _weight(slide, each)))
    said = slide.teller.say(msg("The hardest moment ({score})", score=slide.teller.score(found.score)))
    return _callout(slide, found, said, [*_feeling(slide, found), *_pain(slide, found)])


def _differ(felt: Sequence[Felt]) -> bool:
    return len({each.score for each in felt}) > 1


def _weight(slide: Slide, felt: Felt) -> tuple[bool, int]:
    """Of moments that feel alike the one that matters more is spoken of."""
    place = _place(slide, felt)
    importance = place.importance or 0 if isinstance(place, Touchpoint) else 0
    return isinstance(place, Touchpoint) and place.moment_of_truth, importance


def _place(slide: Slide, felt: Felt) -> Stage | Touchpoint | None:
    if felt.touchpoint:
        return next((each for each in slide.journey.touchpoints if each.id == felt.touchpoint), None)
    return next((each for each in slide.journey.stages if each.name == felt.name), None)


def _feeling(slide: Slide, felt: Felt) -> list[Text]:
    place = _place(slide, felt)
    feeling = place.emotion.feeling if place and place.emotion else None
    return [(feeling, BODY, "ink")] if feeling else []


def _pain(slide: Slide, felt: Felt) -> Iterator[Text]:
    place = _place(slide, felt)
    pains = sorted(place.pain_points, key=_rank) if place else []
    for pain in pains[:1]:
        level = slide.teller.say(LEVELS[pain.severity]) if pain.severity in LEVELS else ""
        said = " · ".join(part for part in (level, slide.teller.share(pain.share)) if part)
        yield pain.text, BODY, "ink"
        if said:
            yield said, SMALL, "alert"


def _rank(pain: PainPoint) -> tuple[int, float]:
    return -(pain.severity or 0), -(pain.share or 0.0)


def _callout(slide: Slide, felt: Felt, title: str, texts: Sequence[Text]) -> Callout:
    whole: tuple[Text, ...] = ((title, SMALL, "quiet"), (felt.name, LABEL, "ink"), *texts)
    room = _WIDTH - 2 * _PAD
    width = max(slide.pen.breadth(text, style, room) for text, style, _ in whole)
    height = sum(slide.pen.depth(text, style, room) for text, style, _ in whole)
    return Callout(felt, whole, width + 2 * _PAD + 1, height + 2 * _PAD)


def depth(callout: Callout | None) -> float:
    """How much room a callout needs beside the field."""
    return callout.height + _GAP + RADIUS if callout else RADIUS + 6


def place_best(slide: Slide, callout: Callout, field: Field) -> Group:
    """Over the field, with a line down to its moment."""
    box = _box(slide, callout, field.top - depth(callout))
    return _placed(slide, callout, box, (box.bottom, field.y(callout.felt.score) - RADIUS), "best")


def place_hardest(slide: Slide, callout: Callout, field: Field) -> Group:
    """Under the field, with a line up to its moment."""
    box = _box(slide, callout, field.bottom + _GAP + RADIUS)
    return _placed(slide, callout, box, (box.y, field.y(callout.felt.score) + RADIUS), "hardest")


def _box(slide: Slide, callout: Callout, y: float) -> Box:
    x = min(max(callout.felt.x - callout.width / 2, slide.ours.left), slide.right - callout.width)
    return Box(round(x, 2), y, callout.width, callout.height)


def _placed(slide: Slide, callout: Callout, box: Box, lead: tuple[float, float], kind: str) -> Group:
    x, y = callout.felt.x, box.y + _PAD
    marks: list[Mark] = [Line("lead line0", ((x, lead[0]), (x, lead[1]))), Rect("plate truth", box, 8)]
    for text, style, role in callout.texts:
        marks.append(Words(role, slide.pen.set(text, style, box.x + _PAD, y, _WIDTH - 2 * _PAD)))
        y += slide.pen.depth(text, style, _WIDTH - 2 * _PAD)
    part = ("touchpoint", callout.felt.touchpoint) if callout.felt.touchpoint else ("", "")
    return Group(f"callout {kind}", box, tuple(marks), part)
