"""The curve before and the curve now, and from the one to the other an arrow wherever the feeling changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.views.curve.lines import RADIUS
from cjm.views.curve.slide import NAMES, Field, Slide
from cjm.views.map.emotion import Felt, line, shade
from cjm.views.picture import Dot, Face, Group, Line, Mark, Words
from cjm.views.shapes import Box
from cjm.views.typeset import LABEL

_DOT = 4.5
_HEAD = 5.0
_APART = 6.0
_LEAD = 22.0


def curves(slide: Slide, field: Field, before: Sequence[Felt], now: Sequence[Felt]) -> Group:
    """Both lines in one piece: what they rest on is told elsewhere. The old one is grey and broken."""
    before, now = _firm(before), _firm(now)
    marks: list[Mark] = [*shade(now, field.zero, field.step), *line(before, field.zero, "line before", field.step)]
    marks += line(now, field.zero, "line", field.step)
    marks += (Dot("was", (each.x, field.y(each.score)), _DOT) for each in before)
    marks += _arrows(field, before, now)
    box = Box(slide.ours.left, field.top - RADIUS, slide.right - slide.ours.left, 4 * field.step + 2 * RADIUS)
    return Group("curve", box, tuple(marks))


def _firm(felt: Sequence[Felt]) -> tuple[Felt, ...]:
    return tuple(each._replace(founded=True) for each in felt)


def _arrows(field: Field, before: Sequence[Felt], now: Sequence[Felt]) -> Iterator[Mark]:
    """From the old point up to the new face, or down to it; none where they stand too near for one."""
    old = {each.x: each.score for each in before}
    for each in now:
        was = old.get(each.x)
        if was is None or was == each.score:
            continue
        rises = each.score > was
        start, end = field.y(was), field.y(each.score) + (RADIUS + 2) * (1 if rises else -1)
        if abs(start - end) < _HEAD * 2 or (start > end) is not rises:
            continue
        role, foot = "rose" if rises else "fell", end + _HEAD * 1.4 * (1 if rises else -1)
        yield Line(f"lead step {role}", ((each.x, start), (each.x, foot)))
        yield Line(f"tip {role}", ((each.x, end), (each.x + _HEAD, foot), (each.x - _HEAD, foot)), closed=True)


def faces(slide: Slide, field: Field, now: Sequence[Felt]) -> Iterator[Group]:
    """How it feels now, with what that is called."""
    for each in now:
        y = field.y(each.score)
        box = Box(each.x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)
        part = ("touchpoint", each.touchpoint) if each.touchpoint else ("", "")
        said = slide.teller.labelled(each.name, slide.teller.score(each.score))
        yield Group("feeling", box, (Face(each.mood, (each.x, y), RADIUS),), part, said)


def endings(slide: Slide, field: Field, ends: Sequence[tuple[str, Sequence[Felt], str]]) -> Iterator[Group]:
    """The name of each line in the last column, as near to its end as the other leaves room."""
    x, width, lowest = slide.right + _LEAD, NAMES - _LEAD, field.top - RADIUS
    for name, felt, role in sorted(
        (each for each in ends if each[1]), key=lambda each: (-each[1][-1].score, each[2] != "line0")
    ):
        end = (felt[-1].x, field.y(felt[-1].score))
        height = slide.pen.depth(name, LABEL, width)
        y = max(lowest, end[1] - LABEL.leading / 2)
        lowest = y + height + _APART
        lead = Line(f"lead {role}", ((end[0] + RADIUS + 2, end[1]), (x - 6, y + LABEL.leading / 2)))
        words = Words("ink" if role == "line0" else "quiet", slide.pen.set(name, LABEL, x, y, width))
        left = slide.right + 1
        yield Group("strand", Box(left, y, slide.right + NAMES - left, height), (lead, words))
