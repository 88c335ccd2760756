"""The curves on their field: lines, faces, the marks of others, and whose each line is, said where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.views.curve.slide import NAMES, Field, Slide
from cjm.views.curve.strands import Strand
from cjm.views.map.emotion import Felt, line, shade
from cjm.views.picture import Dot, Face, Group, Line, Mark, Rect, Words
from cjm.views.shapes import Box, Point
from cjm.views.typeset import LABEL
from cjm.views.wording import MOODS

RADIUS = 12.0
_MARK = 5.5
_BESIDE = RADIUS + _MARK + 1
"""From a face to a mark that would cover it."""
_LEAD = 22.0
_APART = 6.0


def curves(slide: Slide, field: Field, found: Sequence[Strand]) -> Group:
    """Every line, the main one under those of others, so that both are seen where they run together."""
    marks: list[Mark] = []
    for each in found:
        if each.number == 0:
            marks += [*shade(each.felt, field.zero, field.step), *line(each.felt, field.zero, "line", field.step)]
        else:
            marks += line(_firm(each), field.zero, role(each), field.step)
    taken: list[Point] = [(each.x, field.y(each.score)) for each in found[0].felt] if found[0].number == 0 else []
    for each in found:
        marks += _marks(each, field, taken, slide.ours.each[-1].x)
    box = Box(slide.ours.left, field.top - RADIUS, slide.right - slide.ours.left, 4 * field.step + 2 * RADIUS)
    return Group("curve", box, tuple(marks))


def role(strand: Strand) -> str:
    """How its line looks; dots and dashes tell personas apart, for a journey they say what it rests on."""
    if strand.number == 0:
        return "line"
    if strand.heard:
        return "line measured"
    return f"line line{strand.hue} other" + ("" if strand.compared else f" dash{strand.hue}")


def _firm(strand: Strand) -> tuple[Felt, ...]:
    """Points whose line is in one piece, for its dashes already have a meaning."""
    return strand.felt if strand.compared else tuple(each._replace(founded=True) for each in strand.felt)


def _marks(strand: Strand, field: Field, taken: list[Point], last: float) -> Iterator[Mark]:
    """Beside what stands at their place already: to the left in the last column, where names are led to."""
    for each in strand.marked:
        x, y = each.x, field.y(each.score)
        while any(abs(x - other[0]) < _BESIDE - 1 and abs(y - other[1]) < RADIUS for other in taken):
            x += -_BESIDE if each.x >= last else _BESIDE
        taken.append((x, y))
        yield mark(strand, (round(x, 2), y))


def mark(strand: Strand, center: Point) -> Mark:
    """The mark of a line: a square, a diamond, a circle, or a triangle on its foot or on its tip.

    What customers said has a dot of its own.
    """
    return Dot("heard mark", center, _MARK - 1) if strand.heard else _key(strand, center)


def _key(strand: Strand, center: Point) -> Mark:
    (x, y), size, key = center, _MARK, f"key{strand.hue} mark"
    match (strand.number - 1) % 6:
        case 0:
            return Rect(key, Box(x - size + 0.5, y - size + 0.5, 2 * size - 1, 2 * size - 1))
        case 1:
            return Line(key, ((x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y)), closed=True)
        case 2:
            return Dot(key, center, size)
        case 3:
            return Line(key, ((x, y - size - 1), (x + size + 1, y + size), (x - size - 1, y + size)), closed=True)
        case 4:
            return Line(key, ((x, y + size + 1), (x + size + 1, y - size), (x - size - 1, y - size)), closed=True)
        case _:
            return Rect(key, Box(x - size - 1, y - size / 2, 2 * size + 2, size))


def faces(slide: Slide, field: Field, felt: Sequence[Felt]) -> Iterator[Group]:
    """A face at each point of the main curve."""
    for each in felt:
        y = field.y(each.score)
        box = Box(each.x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)
        feels = f"{slide.teller.say(MOODS[each.mood])} ({slide.teller.score(each.score)})"
        said = slide.teller.labelled(each.name, feels)
        part = ("touchpoint", each.touchpoint) if each.touchpoint else ("", "")
        yield Group("feeling", box, (Face(each.mood, (each.x, y), RADIUS),), part, said)


def endings(slide: Slide, field: Field, found: Sequence[Strand]) -> Iterator[Group]:
    """The name of each line in the last column, as near to its end as the other names leave room."""
    if not slide.several:
        return
    x = slide.right + _LEAD + 2 * _MARK + 4
    width = slide.right + NAMES - x
    lowest = field.top - RADIUS
    for each in sorted(found, key=lambda strand: field.y(strand.felt[-1].score)):
        end = (each.felt[-1].x, field.y(each.felt[-1].score))
        height = slide.pen.depth(each.name, LABEL, width)
        y = max(lowest, end[1] - LABEL.leading / 2)
        lowest = y + height + _APART
        yield _ending(slide, each, end, Box(x, y, width, height))


def _ending(slide: Slide, strand: Strand, end: Point, room: Box) -> Group:
    """A thin line leads from where the line ends to its name, if nothing stands between them."""
    at = (room.x - 4 - _MARK, room.y + LABEL.leading / 2)
    marks: list[Mark] = []
    if end[0] >= slide.ours.each[-1].x:
        marks.append(Line(f"lead {_stroke(strand)}", ((end[0] + RADIUS + 2, end[1]), (at[0] - _MARK - 3, at[1]))))
    marks.append(mark(strand, at) if strand.number else Face(strand.felt[-1].mood, at, _MARK + 1.5))
    marks.append(Words("ink", slide.pen.set(strand.name, LABEL, room.x, room.y, room.width)))
    left = slide.right + 1
    return Group("strand", Box(left, room.y, room.right - left, room.height), tuple(marks))


def _stroke(strand: Strand) -> str:
    if strand.heard:
        return "measured"
    return f"line{strand.hue}" if strand.number else "line0"
