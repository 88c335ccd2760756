"""The slide as a whole: stages as bands, touchpoints named under them, curves between, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import counted, msg
from cjm.model import Journey
from cjm.views.choice import ALL, Choice
from cjm.views.curve import bands
from cjm.views.curve.callouts import Callout, best, depth, hardest, place_best, place_hardest
from cjm.views.curve.lines import curves, endings, faces, role
from cjm.views.curve.slide import Field, Slide, make_slide
from cjm.views.curve.strands import Strand, others, strands
from cjm.views.framing import MARGIN, framed
from cjm.views.heading import heading
from cjm.views.labels import WORDS
from cjm.views.legend import legend
from cjm.views.picture import Group, Picture

RATIO = 9 / 16
"""Of a slide's height to its width."""
LEAST, MOST = 60.0, 130.0
"""From one score to the next."""
SILENT = 30.0
"""The same where there are none."""
FOOT = 58.0
"""About as much as a legend takes with the margin."""


def lay_out(journey: Journey, choice: Choice = ALL) -> Picture:
    """The curve of a journey."""
    slide = make_slide(journey, choice, several=bool(choice.compared or choice.measured or others(journey, choice)))
    found = strands(slide)
    head = heading(slide.teller, choice, MARGIN, MARGIN, slide.width - 2 * MARGIN, slide.pen)
    groups, bottom = _body(slide, found, head.bottom)
    key = legend(_signs(slide, found), slide.ours.left, bottom + 14, slide.right, slide.pen)
    lowest = max(key.bottom, *(group.box.bottom for group in groups), bottom)
    whole = (*head.groups, *groups, *key.groups)
    return framed(journey, "curve", _said(slide, found), whole, slide.width, lowest, slide.ours.left)


def _body(slide: Slide, found: Sequence[Strand], top: float) -> tuple[list[Group], float]:
    """Everything between the heading and the legend, and where it ends."""
    if not slide.legs:
        return [bands.notice(slide, slide.teller.say(msg("There are no stages yet.")), top)], top + bands.NOTICE
    main = next((each.felt for each in found if each.number == 0), ())
    high, low = best(slide, main), hardest(slide, main)
    titles, names = bands.titles_height(slide), bands.names_height(slide)
    spare = titles + depth(high) + depth(low) + names
    step = min(MOST, max(LEAST, (slide.width * RATIO - top - spare - FOOT) / 4)) if found else SILENT
    field = Field(top + titles + depth(high), step)
    under = field.bottom + depth(low)
    panels = bands.panels(slide, top, under + names - top)
    groups = [panels, *bands.titles(slide, top)]
    groups += _drawn(slide, found, field, high, low, under) if found else _silent(slide, field)
    return [*groups, *bands.names(slide, under)], under + names


def _drawn(  # noqa: PLR0913 - what stands around the field
    slide: Slide, found: Sequence[Strand], field: Field, high: Callout | None, low: Callout | None, under: float
) -> Iterator[Group]:
    yield from bands.scale(slide, field)
    placed = [place_best(slide, high, field)] if high else []
    placed += [place_hardest(slide, low, field)] if low else []
    yield bands.guides(slide, field, under, [group.box for group in placed])
    yield curves(slide, field, found)
    yield from placed
    for each in found:
        if each.number == 0:
            yield from faces(slide, field, each.felt)
    yield from endings(slide, field, found)


def _silent(slide: Slide, field: Field) -> Iterator[Group]:
    """Nobody has said how anything feels."""
    text = slide.teller.say(msg("Nobody has written down yet how this feels."))
    yield bands.notice(slide, text, field.zero - bands.NOTICE / 2)


def _signs(slide: Slide, found: Sequence[Strand]) -> Iterator[tuple[str, str]]:
    """The signs that need a word."""
    say = slide.teller.say
    felt = [each for strand in found if strand.number == 0 or strand.compared for each in strand.felt]
    if any(each.founded for each in felt) and not all(each.founded for each in felt):
        yield "line line", say(msg("rests on evidence"))
    if any(not each.founded for each in felt):
        yield "line line assumed", say(msg("assumed: no evidence yet"))
    main = next((each.name for each in found if each.number == 0), "")
    for each in found:
        if each.number and not each.compared and not each.heard and main:
            said = msg("{name}: where there is no mark, as {main}", name=each.name, main=main)
            yield f"line {role(each)}", say.whole(said)
    if any(each.moment_of_truth for each in slide.journey.touchpoints):
        yield "star", say(WORDS["truth"])


def _said(slide: Slide, found: Sequence[Strand]) -> str:
    """What the picture shows, for somebody who cannot see it."""
    say, journey = slide.teller.say, slide.journey
    touchpoints = say(counted("{count} touchpoint", "{count} touchpoints", len(journey.touchpoints)))
    names = ", ".join(each.name for each in found if len(found) > 1)
    said = say(msg("Emotion curve of the journey: {touchpoints}", touchpoints=touchpoints))
    return f"{said} ({names})" if names else said
