"""The journey in three sentences, and in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from string import Formatter

from cjm.diagnostics import Message, counted, msg, visible
from cjm.model import Opportunity, Touchpoint
from cjm.views.pages.guide import Guide
from cjm.views.pages.pains import SEVERE
from cjm.views.pages.shapes import Item, Piece, Tile
from cjm.views.wording import mood_of

COUNTED: dict[str, Callable[[int], Message]] = {
    "done": lambda count: counted("{count} done", "{count} done", count),
    "in_progress": lambda count: counted("{count} in progress", "{count} in progress", count),
    "planned": lambda count: counted("{count} planned", "{count} planned", count),
    "idea": lambda count: counted("{count} idea", "{count} ideas", count),
    "rejected": lambda count: counted("{count} rejected", "{count} rejected", count),
}


def sentences(teller: Guide) -> tuple[tuple[Piece, ...], ...]:
    """Three sentences to quote: how long the way is, how it feels, and what is done about where it hurts."""
    low, high = extremes(teller)
    links = {name: f"#{teller.anchors.of(place)}" for name, place in (("low", low), ("high", high)) if place}
    return tuple(tuple(linked(each, links, teller)) for each in (_way(teller), _feelings(teller), _work(teller)))


def linked(message: Message, links: dict[str, str], teller: Guide) -> Iterator[Piece]:
    """A sentence with the journey's names apart, so that each keeps its direction and can be a link."""
    template = teller.say(message._replace(arguments=()))
    arguments = dict(message.arguments)
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            yield Piece(literal)
        value = arguments.get(name or "")
        if isinstance(value, Message):
            yield Piece(teller.say(value))
        elif name:
            yield Piece(visible(str(value)), "name", links.get(name, ""))


def tiles(teller: Guide) -> tuple[Tile, ...]:
    """The same as figures, each with the places that it speaks of."""
    low, high = extremes(teller)
    found: list[Tile] = []
    if low and high:
        found.append(_moment(low, msg("Lowest moment"), teller))
        if high is not low:
            found.append(_moment(high, msg("Highest moment"), teller))
    return (*found, *_counts(teller))


def extremes(teller: Guide) -> tuple[Touchpoint | None, Touchpoint | None]:
    """Where it feels worst and best. Of equals a moment of truth, then what matters most, then the first."""
    scored = [each for each in teller.journey.touchpoints if each.score is not None]
    low = min(scored, key=lambda each: (each.score or 0, *_weight(each)), default=None)
    high = min(scored, key=lambda each: (-(each.score or 0), *_weight(each)), default=None)
    return low, high


def _weight(touchpoint: Touchpoint) -> tuple[bool, int]:
    return (not touchpoint.moment_of_truth, -(touchpoint.importance or 0))


def _way(teller: Guide) -> Message:
    journey = teller.journey
    count = sum(1 for _ in journey.touchpoints)
    size = {
        "stages": counted("{count} stage", "{count} stages", len(journey.stages)),
        "touchpoints": counted("{count} touchpoint", "{count} touchpoints", count),
    }
    names = [each.name for each in journey.stages]
    who = teller.persona(journey.main_persona).text if journey.main_persona else ""
    if len(names) > 1 and who:
        return msg(
            "{persona} goes through {stages} and {touchpoints}, from “{first}” to “{last}”.",
            persona=who,
            first=names[0],
            last=names[-1],
            **size,
        )
    if len(names) > 1:
        return msg(
            "The journey goes through {stages} and {touchpoints}, from “{first}” to “{last}”.",
            first=names[0],
            last=names[-1],
            **size,
        )
    return msg("The journey has {stages} and {touchpoints}.", **size)


def _feelings(teller: Guide) -> Message:
    low, high = extremes(teller)
    if low is None or high is None:
        return msg("How it feels has not been written down yet.")
    if low.score == high.score:
        return msg("It feels the same everywhere that somebody has said so: {score}.", score=_felt(low, teller))
    return msg(
        "The lowest moment is “{low}” ({low_score}), the highest “{high}” ({high_score}).",
        low=low.name,
        low_score=_felt(low, teller),
        high=high.name,
        high_score=_felt(high, teller),
    )


def _felt(touchpoint: Touchpoint, teller: Guide) -> str:
    feeling = touchpoint.emotion.feeling if touchpoint.emotion else None
    score = teller.score(touchpoint.score or 0)
    return f"{score}, {feeling}" if feeling else score


def _work(teller: Guide) -> Message:
    pains, severe, chances = _tally(teller)
    hurts: dict[str, Message] = {"pains": counted("{count} pain point", "{count} pain points", pains)}
    if not pains and not chances:
        return msg("It names no pain points and no opportunities yet.")
    if not chances:
        return msg("It names {pains} and no opportunities yet.", **hurts)
    many = counted("{count} opportunity", "{count} opportunities", len(chances))
    progress = ", ".join(item.text for item in _progress(chances, teller))
    if not pains:
        return msg("It names no pain points yet, and {chances}: {progress}.", chances=many, progress=progress)
    if severe:
        return msg(
            "It names {pains}, {severe}, and answers with {chances}: {progress}.",
            severe=counted("{count} of them severe", "{count} of them severe", severe),
            chances=many,
            progress=progress,
            **hurts,
        )
    return msg("It names {pains}, and answers with {chances}: {progress}.", chances=many, progress=progress, **hurts)


def _tally(teller: Guide) -> tuple[int, int, list[Opportunity]]:
    pains = list(teller.journey.every_pain_point)
    severe = sum(1 for each in pains if (each.severity or 0) >= SEVERE)
    return len(pains), severe, list(teller.journey.every_opportunity)


def _progress(chances: Sequence[Opportunity], teller: Guide) -> list[Item]:
    counts = Counter(each.status for each in chances)
    return [Item(teller.say(say(counts[status])), aside=status) for status, say in COUNTED.items() if counts[status]]


def _moment(touchpoint: Touchpoint, label: Message, teller: Guide) -> Tile:
    place = teller.place(touchpoint, touchpoint.name)
    return Tile(teller.score(touchpoint.score or 0), teller.say(label), (place,), mood_of(touchpoint.score))


def _counts(teller: Guide) -> list[Tile]:
    pains, severe, chances = _tally(teller)
    found: list[Tile] = []
    if pains:
        said = Item(teller.say(counted("{count} severe", "{count} severe", severe)), "#pains")
        found.append(Tile(teller.number(pains), teller.say(msg("Pain points")), (said,)))
    if chances:
        listed = tuple(_progress(chances, teller))
        found.append(Tile(teller.number(len(chances)), teller.say(msg("Opportunities")), listed))
    return found
