"""The opportunities of a journey: where each stands, and how many customers it touches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cjm.model import Journey, Opportunity, Stage, Touchpoint

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement


class Chance(NamedTuple):
    """An opportunity, its place (empty for the whole journey), and a share of customers, None for unknown."""

    opportunity: Opportunity
    place: str
    share: float | None

    @property
    def cell(self) -> tuple[int, int] | None:
        """Its effort and impact, 1 to 5; None where one of them is not rated."""
        effort, impact = self.opportunity.effort, self.opportunity.impact
        return (effort, impact) if effort is not None and impact is not None else None


def chances(journey: Journey, measurement: Measurement | None = None) -> tuple[Chance, ...]:
    """All of them, in the order of work, then of the file."""
    found = list(_chances(journey, measurement))
    order = sorted(range(len(found)), key=lambda number: (found[number].opportunity.priority or len(found), number))
    return tuple(found[number] for number in order)


def _chances(journey: Journey, measurement: Measurement | None) -> Iterator[Chance]:
    shares = {each.id: each.share for each in journey.every_pain_point if each.share is not None}
    for place in journey.places:
        for each in place.opportunities:
            name = "" if isinstance(place, Journey) else place.name
            yield Chance(each, name, _share(each, place, shares, measurement))


def _share(
    chance: Opportunity, place: Journey | Stage | Touchpoint, shares: dict[str, float], measurement: Measurement | None
) -> float | None:
    """The largest share of what it answers, for customers may feel several; else that of who passes its place.

    Who passes is what was measured, where it was.
    """
    felt = [shares[each] for each in chance.addresses if each in shares]
    if felt:
        return max(felt)
    if measurement is not None:
        from cjm.views.measured.lane import reached  # noqa: PLC0415 - few boards are measured

        if (share := reached(place, measurement)) is not None:
            return share
    return place.share if isinstance(place, Touchpoint) else None
