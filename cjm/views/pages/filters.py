"""What a reader can pick out of a report, and which parts each choice keeps.

A part keeps to its place: a pain point of a stage stays while any touchpoint of the stage does, one of the whole
journey stays always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cjm.diagnostics import counted
from cjm.model import Journey, Opportunity, PainPoint, Stage, Touchpoint
from cjm.views.labels import LEVELS, PROGRESS
from cjm.views.pages.anchors import shown_personas
from cjm.views.pages.guide import Guide
from cjm.views.pages.pains import Place
from cjm.views.pages.shapes import Body, Filter, Option

Kept = frozenset[str] | None
"""The choices that keep a part; None where every choice does."""
FEWEST = 2
SHOWN = "{shown}"


@dataclass(frozen=True, slots=True)
class _Reach:
    """The choices that keep a part, by filter."""

    persona: Kept = None
    channel: Kept = None
    owner: Kept = None
    severity: Kept = None
    status: Kept = None


def filters(teller: Guide) -> tuple[Filter, ...]:
    """The filters that can tell parts of this journey apart; one with a single choice would hide nothing."""
    found = (Filter(name, tuple(options(teller))) for name, options in _OPTIONS.items())
    return tuple(each for each in found if len(each.options) >= (1 if each.name == "severity" else FEWEST))


def reaches(teller: Guide, offered: tuple[Filter, ...]) -> dict[str, dict[str, str]]:
    """By anchor and filter, the numbers of the options that keep a part, from 1; left out where all of them do."""
    numbers = {each.name: {option.value: str(n) for n, option in enumerate(each.options, 1)} for each in offered}
    return {teller.anchors.of(part): _numbered(reach, numbers) for part, reach in _reaches(teller.journey)}


def tallies(body: Body, teller: Guide) -> dict[str, str]:
    """How much of each kind a choice leaves, by kind; `{shown}` is where the page writes the number."""
    touches = sum(len(each.touches) for each in body.stages)
    said = {
        "shown_touch": counted("{shown} of {count} touchpoint", "{shown} of {count} touchpoints", touches, shown=SHOWN),
        "shown_pain": counted(
            "{shown} of {count} pain point", "{shown} of {count} pain points", len(body.pains), shown=SHOWN
        ),
        "shown_chance": counted(
            "{shown} of {count} opportunity", "{shown} of {count} opportunities", len(body.chances), shown=SHOWN
        ),
    }
    return {kind: teller.say(message) for kind, message in said.items()}


def _numbered(reach: _Reach, numbers: dict[str, dict[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, known in numbers.items():
        kept = getattr(reach, name)
        if kept is not None:
            found[name] = " ".join(number for value, number in known.items() if value in kept)
    return found


def _personas(teller: Guide) -> Iterator[Option]:
    journey = teller.journey
    said = (name for each in journey.touchpoints for name in each.personas)
    felt = (name for pain in journey.every_pain_point for name in pain.felt_by)
    for each in dict.fromkeys((*(persona.id for persona in shown_personas(journey)), *said, *felt)):
        yield Option(each, teller.persona(each).text)


def _channels(teller: Guide) -> Iterator[Option]:
    for each in dict.fromkeys(channel for touchpoint in teller.journey.touchpoints for channel in touchpoint.met_in):
        yield Option(each, teller.channel(each))


def _owners(teller: Guide) -> Iterator[Option]:
    journey = teller.journey
    said = [each.owner for each in journey.touchpoints] + [each.owner for each in journey.every_opportunity]
    for each in dict.fromkeys(name for name in said if name):
        yield Option(each, teller.team(each))


def _severities(teller: Guide) -> Iterator[Option]:
    known = sorted({each.severity for each in teller.journey.every_pain_point if each.severity in LEVELS}, reverse=True)
    for each in known:
        yield Option(str(each), f"≥ {each} {teller.say(LEVELS[each])}")


def _statuses(teller: Guide) -> Iterator[Option]:
    known = {each.status for each in teller.journey.every_opportunity}
    for each, word in PROGRESS.items():
        if each in known:
            yield Option(each, teller.say(word))


_OPTIONS: dict[str, Callable[[Guide], Iterable[Option]]] = {
    "persona": _personas,
    "channel": _channels,
    "owner": _owners,
    "severity": _severities,
    "status": _statuses,
}


def _reaches(journey: Journey) -> Iterator[tuple[Touchpoint | PainPoint | Opportunity, _Reach]]:
    pains = {each.id: each for each in journey.every_pain_point}
    for place in journey.places:
        around = _of_place(place)
        if isinstance(place, Touchpoint):
            yield place, around
        for pain in place.pain_points:
            yield pain, _of_pain(pain, around)
        for chance in place.opportunities:
            yield chance, _of_chance(chance, around, [pains[each] for each in chance.addresses if each in pains])


def _of_place(place: Place) -> _Reach:
    if isinstance(place, Journey):
        return _Reach()
    if isinstance(place, Stage):
        inside = [_of_place(each) for each in place.touchpoints]
        return _Reach(*(_joined(getattr(each, name) for each in inside) for name in ("persona", "channel", "owner")))
    owners = (place.owner, *(each.owner for each in place.opportunities))
    return _Reach(
        persona=frozenset(place.personas) or None,
        channel=frozenset(place.met_in),
        owner=frozenset(each for each in owners if each),
        severity=_up_to(place.pain_points),
    )


def _of_pain(pain: PainPoint, around: _Reach) -> _Reach:
    felt_by = frozenset(pain.felt_by) or around.persona
    return _Reach(felt_by, around.channel, around.owner, _up_to([pain]))


def _of_chance(chance: Opportunity, around: _Reach, answered: list[PainPoint]) -> _Reach:
    return _Reach(
        persona=_joined(frozenset(each.felt_by) or None for each in answered) or around.persona,
        channel=around.channel,
        owner=frozenset([chance.owner]) if chance.owner else around.owner,
        severity=_up_to(answered),
        status=frozenset([chance.status]),
    )


def _up_to(pains: Iterable[PainPoint]) -> Kept:
    """Every level that the worst of them reaches."""
    worst = max((each.severity or 0 for each in pains), default=0)
    return frozenset(str(level) for level in range(1, worst + 1))


def _joined(several: Iterable[Kept]) -> Kept:
    """What any of them keeps; everything when one of them, or nobody, says so."""
    found: set[str] = set()
    kept = list(several)
    if not kept:
        return None
    for each in kept:
        if each is None:
            return None
        found |= each
    return frozenset(found)
