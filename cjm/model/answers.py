"""Which opportunities answer which pain points."""

from __future__ import annotations

from cjm.model.journey import Journey
from cjm.model.touchpoint import Opportunity

CLOSED = ("done", "rejected")
"""The states of an opportunity on which nobody works any more."""


def answers(journey: Journey) -> dict[str, list[Opportunity]]:
    """What would answer each pain point, by its id: what addresses it, or stands beside it and addresses nothing.

    Rejected opportunities answer nothing; ids that no pain point has are kept.
    """
    found: dict[str, list[Opportunity]] = {}
    for place in journey.places:
        for opportunity in place.opportunities:
            if opportunity.status != "rejected":
                for pain in opportunity.addresses or [pain.id for pain in place.pain_points]:
                    found.setdefault(pain, []).append(opportunity)
    return found
