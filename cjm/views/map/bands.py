"""The bands of a map: the ribbon, the cards, the emotion, and a lane each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import msg
from cjm.views.labels import WORDS
from cjm.views.map.cards import cards, cards_height
from cjm.views.map.emotion import HEIGHT, RADIUS, STEP, Felt, borrowed, declared, heard, line, place_of, shade
from cjm.views.map.lanes import Lane
from cjm.views.map.ribbon import ribbon, ribbon_height
from cjm.views.map.rows import place_row
from cjm.views.map.sheet import Band, Place, Sheet, label_height, side_note
from cjm.views.picture import Dot, Face, Group, Line, Mark
from cjm.views.shapes import Box
from cjm.views.wording import MOODS

_DOT = 3.5


def stages(sheet: Sheet, y: float) -> Band | None:
    """The stages as a ribbon."""
    if not sheet.columns.spans:
        return None
    height = ribbon_height(sheet.columns, sheet.teller, sheet.pen)
    groups = tuple(ribbon(sheet.columns, y, height, sheet.teller, sheet.pen))
    return Band("", groups, height, rule="", room=14)


def touchpoints(sheet: Sheet, y: float) -> Band | None:
    """The touchpoints as cards."""
    height = cards_height(sheet.columns, sheet.teller, sheet.pen)
    groups = tuple(cards(sheet.columns, y, height, sheet.teller, sheet.pen))
    return Band(sheet.teller.say(msg("Touchpoints")), groups, height) if groups else None


def emotion(sheet: Sheet, y: float) -> Band | None:
    """The curve, with a face at each point; none where nobody said how anything feels."""
    felt = declared(sheet.columns, sheet.journey)
    other = borrowed(sheet.columns, sheet.choice.compared) if sheet.choice.compared else ()
    told = heard(sheet.columns, sheet.choice.measured) if sheet.choice.measured else ()
    if not felt and not other and not told:
        return None
    zero = y + HEIGHT / 2
    groups = (
        _scale(sheet, zero),
        _curves(sheet, felt, other, told, zero),
        *_heard(sheet, told, zero),
        *_faces(sheet, felt, zero),
    )
    return Band(sheet.teller.say(WORDS["emotion"]), groups, HEIGHT, beside=tuple(_ends(sheet, zero)))


def lane(content: Lane) -> Place:
    """A lane as a band."""

    def place(sheet: Sheet, y: float) -> Band:
        row = place_row(content, sheet.columns, y, sheet.teller, sheet.pen)
        return Band(content.title, row.groups, row.height)

    return place


def _scale(sheet: Sheet, zero: float) -> Group:
    left, right = sheet.columns.left, sheet.columns.right
    roles = {2: "grid", 0: "zero", -2: "grid"}
    heights = {score: place_of(score, zero) for score in roles}
    marks = tuple(Line(role, ((left, heights[score]), (right, heights[score]))) for score, role in roles.items())
    return Group("scale", Box(left, heights[2], right - left, 4 * STEP), marks)


def _curves(sheet: Sheet, felt: Sequence[Felt], other: Sequence[Felt], told: Sequence[Felt], zero: float) -> Group:
    marks: list[Mark] = [*shade(felt, zero), *line(other, zero, "line line1 other"), *line(felt, zero)]
    marks += line(told, zero, "line measured")
    marks += [Dot("key1", (each.x, place_of(each.score, zero)), _DOT) for each in other]
    box = Box(sheet.columns.left, zero - HEIGHT / 2, sheet.columns.right - sheet.columns.left, HEIGHT)
    return Group("curve", box, tuple(marks))


def _heard(sheet: Sheet, told: Sequence[Felt], zero: float) -> Iterator[Group]:
    """A dot for what customers said of a touchpoint, under the face where both are at one place."""
    for each in told:
        y = place_of(each.score, zero)
        box = Box(each.x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        feels = sheet.teller.say(msg("customers say {score}", score=sheet.teller.score(each.score)))
        said = sheet.teller.labelled(each.name, feels)
        yield Group("heard", box, (Dot("heard", (each.x, y), _DOT),), ("touchpoint", each.touchpoint), said)


def _faces(sheet: Sheet, felt: Sequence[Felt], zero: float) -> Iterator[Group]:
    for each in felt:
        y = place_of(each.score, zero)
        box = Box(each.x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS)
        feels = f"{sheet.teller.say(MOODS[each.mood])} ({sheet.teller.score(each.score)})"
        said = sheet.teller.labelled(each.name, feels)
        part = ("touchpoint", each.touchpoint) if each.touchpoint else ("", "")
        yield Group("feeling", box, (Face(each.mood, (each.x, y), RADIUS),), part, said)


def _ends(sheet: Sheet, zero: float) -> Iterator[Group]:
    """What the top and the bottom of the scale mean."""
    under = zero - HEIGHT / 2 + label_height(sheet, sheet.teller.say(WORDS["emotion"])) + 2
    yield side_note(sheet, f"+2 · {sheet.teller.say(MOODS[2])}", max(place_of(2, zero) - 7, under))
    yield side_note(sheet, f"−2 · {sheet.teller.say(MOODS[-2])}", place_of(-2, zero) - 7)
