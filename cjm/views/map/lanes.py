"""What the lanes of a map hold, of the journey, its stages and touchpoints: texts, pain points, figures and more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from cjm.diagnostics import Message, msg
from cjm.model import Figure, Journey, Opportunity, PainPoint, Stage, Touchpoint
from cjm.views.labels import LEVELS, PROGRESS, WORDS
from cjm.views.teller import Teller

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

Place = Journey | Stage | Touchpoint


class Item(NamedTuple):
    """One thing in a lane. `kind` is text, quote, pain, chance or figure; `level` a severity, a status or a share."""

    kind: str
    text: str
    meta: str = ""
    level: str = ""
    part: tuple[str, str] = ("", "")
    share: float | None = None
    lost: str = ""


Fill = Callable[[Place, Teller], list[Item]]


class Lane(NamedTuple):
    """A row of the map."""

    id: str
    title: str
    fill: Fill


TITLES: dict[str, Message] = {
    "actions": msg("Does"),
    "thoughts": msg("Thinks"),
    "feelings": msg("Feels"),
    "expectations": msg("Expects"),
    "needs": msg("Needs"),
    "pain_points": WORDS["pains"],
    "opportunities": WORDS["chances"],
    "frontstage": msg("In front"),
    "backstage": msg("Unseen"),
    "support": msg("Supported by"),
    "systems": msg("Systems"),
    "offers": msg("What we offer"),
    "decisions": msg("Decided by"),
    "alternatives": msg("Alternatives"),
    "owners": WORDS["owner"],
    "notes": WORDS["notes"],
    "measured": msg("Observed figures"),
}
"""Every lane that there is, by the name that `--lanes` takes."""

USUAL = (
    "actions",
    "thoughts",
    "feelings",
    "expectations",
    "needs",
    "pain_points",
    "opportunities",
    "frontstage",
    "backstage",
    "support",
    "offers",
)
"""Those of a map where nobody chooses; the journey's own and the measured one follow."""


def lanes(teller: Teller, wanted: tuple[str, ...] = (), measurement: Measurement | None = None) -> tuple[Lane, ...]:
    """The lanes of the map that hold something, in the order wanted. A name is the journey's own lane before ours."""
    made = _named_lanes(teller, wanted)
    if measurement is not None:
        made = [each for lane in made for each in _with_measured(lane, measurement, teller)]
    return tuple(lane for lane in made if _holds(lane, teller))


def _named_lanes(teller: Teller, wanted: tuple[str, ...]) -> list[Lane]:
    own = {each.id: each.name for each in teller.journey.lanes}
    if wanted:
        known = [name for name in wanted if name in own or name in TITLES]
        return [_own_lane(name, own) if name in own else _lane(name, teller) for name in known]
    ours = [_lane(name, teller) for name in USUAL]
    return [*ours, *(_own_lane(name, own) for name in own), _lane("measured", teller)]


def _with_measured(lane: Lane, measurement: Measurement, teller: Teller) -> list[Lane]:
    """A lane of what was measured over the one of what somebody observed."""
    from cjm.views.measured.lane import title, told_of  # noqa: PLC0415 - few maps are measured

    if lane.fill is not FILLS["measured"]:
        return [lane]
    return [Lane(lane.id, title(teller), lambda place, tell: told_of(place, measurement, tell)), lane]


def known_lanes(journey: Journey) -> tuple[str, ...]:
    """The names that `--lanes` takes for a journey."""
    return (*TITLES, *(each.id for each in journey.lanes))


def _lane(name: str, teller: Teller) -> Lane:
    return Lane(name, teller.say(TITLES[name]), FILLS[name])


def _own_lane(name: str, own: dict[str, str]) -> Lane:
    return Lane(name, own[name], _own(name))


def _holds(lane: Lane, teller: Teller) -> bool:
    return any(lane.fill(place, teller) for place in teller.journey.places)


def _texts(said: tuple[str, ...], kind: str = "text") -> list[Item]:
    return [Item(kind, text) for text in said if text]


def _of(name: str, kind: str = "text") -> Fill:
    return lambda place, _: _texts(() if isinstance(place, Journey) else getattr(place, name, ()), kind)


def _own(name: str) -> Fill:
    def fill(place: Place, _: Teller) -> list[Item]:
        return [] if isinstance(place, Journey) else _texts(dict(place.lanes).get(name, ()))

    return fill


def _sentences(name: str) -> Fill:
    def fill(place: Place, _: Teller) -> list[Item]:
        said = () if isinstance(place, Journey) else getattr(place, name, ())
        return [Item("text", each.text) for each in said]

    return fill


def _expectations(place: Place, _: Teller) -> list[Item]:
    if isinstance(place, Touchpoint):
        return [Item("text", place.expectation.text)] if place.expectation else []
    return [Item("text", each.text) for each in place.expectations] if isinstance(place, Stage) else []


def _feelings(place: Place, _: Teller) -> list[Item]:
    feeling = place.emotion.feeling if not isinstance(place, Journey) and place.emotion else ""
    return [Item("text", feeling)] if feeling else []


def _owners(place: Place, teller: Teller) -> list[Item]:
    return _texts((teller.team(place.owner),)) if isinstance(place, Touchpoint) else []


def _notes(place: Place, _: Teller) -> list[Item]:
    return [Item("text", each.text, part=("note", each.id)) for each in place.notes]


def _pains(place: Place, teller: Teller) -> list[Item]:
    return [_pain(each, teller) for each in place.pain_points]


def _pain(pain: PainPoint, teller: Teller) -> Item:
    severity = teller.say(LEVELS[pain.severity]) if pain.severity in LEVELS else ""
    who = ", ".join(teller.persona_name(each) for each in pain.felt_by)
    said = " · ".join(part for part in (severity, teller.share(pain.share), who) if part)
    return Item("pain", pain.text, said, f"severity{pain.severity}", ("pain_point", pain.id))


def _chances(place: Place, teller: Teller) -> list[Item]:
    return [_chance(each, teller) for each in place.opportunities]


def _chance(chance: Opportunity, teller: Teller) -> Item:
    parts = (teller.say(PROGRESS[chance.status]), teller.team(chance.owner), teller.day(chance.shipped or chance.due))
    said = " · ".join(part for part in parts if part)
    return Item("chance", chance.text, said, chance.status, ("opportunity", chance.id))


def _figures(place: Place, teller: Teller) -> list[Item]:
    return [] if isinstance(place, Journey) else [_figure(each, teller) for each in place.figures]


def _figure(figure: Figure, teller: Teller) -> Item:
    """A share has a bar; of a conversion, what is lost is said too."""
    size = f"n = {teller.number(figure.n)}" if figure.n is not None else ""
    said = " · ".join(part for part in (size, teller.day(figure.measured)) if part)
    share = figure.value.value if figure.value.unit == "share" else None
    lost = teller.share(1 - share) if share is not None and figure.metric == "conversion" else ""
    return Item("figure", teller.metric(figure.metric), said, teller.amount(figure.value), share=share, lost=lost)


FILLS: dict[str, Fill] = {
    "actions": _of("actions"),
    "thoughts": _of("thoughts", "quote"),
    "feelings": _feelings,
    "expectations": _expectations,
    "needs": _sentences("needs"),
    "pain_points": _pains,
    "opportunities": _chances,
    "frontstage": _of("frontstage"),
    "backstage": _of("backstage"),
    "support": _of("support"),
    "systems": _of("systems"),
    "offers": _of("offer"),
    "decisions": _of("decided_by"),
    "alternatives": _of("alternatives"),
    "owners": _owners,
    "notes": _notes,
    "measured": _figures,
}
