"""Pain points and opportunities: as they stand at their place, and ranked over the whole journey."""

from __future__ import annotations

from cjm.diagnostics import msg
from cjm.model import Journey, Opportunity, PainPoint, Stage, Touchpoint
from cjm.views.labels import LEVELS, NOTES, PROGRESS, WORDS
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Chance, Item, Pain, Remark, Sign

Place = Journey | Stage | Touchpoint
SEVERE = 4
_CLOSED = ("done", "rejected")
_LAST = 10**9


def pains_of(place: Place, teller: Guide) -> tuple[Pain, ...]:
    """The pain points of a place."""
    return tuple(_pain(each, place, teller) for each in place.pain_points)


def chances_of(place: Place, teller: Guide) -> tuple[Chance, ...]:
    """The opportunities of a place."""
    return tuple(_chance(each, place, teller) for each in place.opportunities)


def remarks_of(place: Place, teller: Guide) -> tuple[Remark, ...]:
    """The notes of a place."""
    return tuple(
        Remark(teller.anchors.of(each), Sign(each.kind, teller.say(NOTES[each.kind])), each.text)
        for each in place.notes
    )


def ranked_pains(teller: Guide) -> tuple[Pain, ...]:
    """Every pain point: by severity, then by the customers who feel it, then as in the file."""
    found = [(pain, place) for place in teller.journey.places for pain in place.pain_points]
    found.sort(key=lambda each: (-(each[0].severity or 0), -(each[0].share or 0)))
    return tuple(_pain(pain, place, teller) for pain, place in found)


def ranked_chances(teller: Guide) -> tuple[Chance, ...]:
    """Every opportunity: the open ones first, by priority, then by impact over effort, then as in the file."""
    found = [(chance, place) for place in teller.journey.places for chance in place.opportunities]
    found.sort(key=lambda each: _rank(each[0]))
    return tuple(_chance(chance, place, teller) for chance, place in found)


def level(value: int | None, teller: Guide) -> Sign | None:
    """A level from 1 to 5 as word and number."""
    return Sign(f"level{value}", teller.say(LEVELS[value]), str(value)) if value in LEVELS else None


def _rank(chance: Opportunity) -> tuple[int, int, float, int]:
    gain = (chance.impact or 0) / (chance.effort or 3)
    return (chance.status in _CLOSED, chance.priority or _LAST, -gain, -(chance.impact or 0))


def _pain(pain: PainPoint, place: Place, teller: Guide) -> Pain:
    answers = [each for each in teller.journey.every_opportunity if pain.id in each.addresses]
    return Pain(
        anchor=teller.anchors.of(pain),
        text=pain.text,
        severity=level(pain.severity, teller),
        share=teller.share(pain.share),
        place=_place(place, teller),
        felt_by=tuple(teller.persona(each) for each in pain.felt_by),
        answers=tuple(teller.place(each, each.text) for each in answers),
        proofs=teller.proofs(pain.evidence),
        order={"severity": str(pain.severity or ""), "share": "" if pain.share is None else str(pain.share)},
    )


def _chance(chance: Opportunity, place: Place, teller: Guide) -> Chance:
    texts = {each.id: each.text for each in teller.journey.every_pain_point}
    to = teller.anchors.to
    return Chance(
        anchor=teller.anchors.of(chance),
        text=chance.text,
        status=Sign(chance.status, teller.say(PROGRESS[chance.status])),
        place=_place(place, teller),
        addresses=tuple(Item(texts.get(each, each), to("pain_point", each)) for each in chance.addresses),
        priority=teller.number(chance.priority),
        impact=teller.number(chance.impact),
        effort=teller.number(chance.effort),
        gain=chance.gain or "",
        owner=teller.team(chance.owner),
        due=teller.day(chance.due),
        late=_late(chance, teller),
        shipped=teller.day(chance.shipped),
        link=teller.address(chance.link) if chance.link else None,
        order={
            "priority": str(chance.priority or ""),
            "status": str([*PROGRESS].index(chance.status) + 1),
            "impact": str(chance.impact or ""),
            "effort": str(chance.effort or ""),
            "due": chance.due.isoformat() if chance.due else "",
        },
    )


def _late(chance: Opportunity, teller: Guide) -> str:
    is_late = teller.today and chance.due and chance.due < teller.today and chance.status not in _CLOSED
    return teller.say(msg("late")) if is_late else ""


def _place(place: Place, teller: Guide) -> Item:
    if isinstance(place, Journey):
        return Item(teller.say(WORDS["all_along"]))
    return teller.place(place, place.name)
