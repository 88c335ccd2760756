"""The picture as a whole: stages as bands, both curves, the cards with what happened to them, and what signs mean."""

from __future__ import annotations

from typing import TypeAlias

from cjm.diagnostics import Message, counted, msg
from cjm.model import Journey
from cjm.model.changes import Changes
from cjm.views.changed.aligned import aligned
from cjm.views.changed.badges import badges, stage_badges
from cjm.views.changed.cards import Badges, cards, cards_height
from cjm.views.changed.lines import curves, endings, faces
from cjm.views.choice import Choice
from cjm.views.curve import bands
from cjm.views.curve.lines import RADIUS
from cjm.views.curve.slide import Field, Slide, make_slide
from cjm.views.framing import MARGIN, framed
from cjm.views.heading import heading
from cjm.views.labels import STATES, WORDS
from cjm.views.legend import legend
from cjm.views.map.emotion import Felt, declared
from cjm.views.picture import Group, Picture
from cjm.views.teller import teller
from cjm.views.typeset import SMALL

Both: TypeAlias = "tuple[tuple[Felt, ...], tuple[Felt, ...]]"
"""What was felt, and what is felt now."""
STEP = 62.0
"""From one score to the next."""
SILENT = 30.0
"""The same where nobody says how anything feels."""


def lay_out(old: Journey, new: Journey, changes: Changes, *, headed: bool = True) -> Picture:
    """The new journey with the old one behind it."""
    before, now = aligned(old, new, changes)
    slide = make_slide(now, Choice(compared=before, headed=headed), several=True)
    tell = teller(new)
    head = heading(tell, Choice(headed=headed), MARGIN, MARGIN, slide.width - 2 * MARGIN, slide.pen)
    names = _names(old, new)
    happened = badges(before, now, changes)
    felt = declared(slide.theirs, before), declared(slide.ours, now)
    remarks = _remarks(slide, stage_badges(before, now, changes))
    groups, bottom = _body(slide, (happened, remarks), felt, names, head.bottom)
    signs = _signs(slide, felt, names)
    key = legend(signs, slide.ours.left, bottom + 14, slide.right, slide.pen)
    lowest = max(key.bottom, *(group.box.bottom for group in groups), bottom)
    count = tell.say(counted("{count} change", "{count} changes", len(changes)))
    said = tell.say(msg("The journey before and now: {changes}", changes=count))
    return framed(new, "changes", said, (*head.groups, *groups, *key.groups), slide.width, lowest, slide.ours.left)


def _remarks(slide: Slide, happened: Badges) -> bands.Remarks:
    """What happened to stages, as it is written below their names."""
    return {
        stage: [(f"{each.sign} {slide.teller.say(each.word)}", SMALL, each.role) for each in badges]
        for stage, badges in happened.items()
    }


def _body(
    slide: Slide, told: tuple[Badges, bands.Remarks], felt: Both, names: tuple[Message, Message], top: float
) -> tuple[list[Group], float]:
    """Everything between the heading and the legend, and where it ends."""
    if not slide.legs:
        return [bands.notice(slide, slide.teller.say(msg("There are no stages yet.")), top)], top + bands.NOTICE
    (before, now), (happened, remarks) = felt, told
    titles, under_names = bands.titles_height(slide, remarks), cards_height(slide, happened)
    step = STEP if before or now else SILENT
    field = Field(top + titles + RADIUS + 6, step)
    under = field.bottom + RADIUS + 10
    groups = [bands.panels(slide, top, under + under_names - top), *bands.titles(slide, top, remarks)]
    if before or now:
        say = slide.teller.say
        groups += bands.scale(slide, field)
        groups += [bands.guides(slide, field, under, []), curves(slide, field, before, now), *faces(slide, field, now)]
        groups += endings(slide, field, ((say(names[0]), before, "before"), (say(names[1]), now, "line0")))
    else:
        text = slide.teller.say(msg("Nobody has written down yet how this feels."))
        groups.append(bands.notice(slide, text, field.zero - bands.NOTICE / 2))
    return [*groups, *cards(slide, happened, under)], under + under_names


def _names(old: Journey, new: Journey) -> tuple[Message, Message]:
    """Whose line is whose: by the states of the journeys where one is of today and one of the future."""
    if (old.state or "current", new.state) == ("current", "future"):
        return STATES["current"], STATES["future"]
    return msg("Before"), msg("Now")


def _signs(slide: Slide, felt: Both, names: tuple[Message, Message]) -> list[tuple[str, str]]:
    """The signs that need a word; what happened to a card is said on it."""
    say = slide.teller.say
    found = [("line line", say(names[1]))] if felt[1] else []
    found += [("line line before", say(names[0]))] if felt[0] else []
    held = [touchpoint for leg in slide.legs for slot in leg.slots for touchpoint in slot if touchpoint]
    return [*found, ("star", say(WORDS["truth"]))] if any(each.moment_of_truth for each in held) else found
