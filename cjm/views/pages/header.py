"""The head and the foot of a report: what the journey is, what it is for, and who keeps it true."""

from __future__ import annotations

from cjm.diagnostics import msg
from cjm.model import Objective
from cjm.views.choice import ALL, Choice
from cjm.views.heading import chosen
from cjm.views.pages.labels import STATES, STATUSES, WORDS
from cjm.views.pages.measures import target_text
from cjm.views.pages.people import main_person
from cjm.views.pages.shapes import Fact, Head, Item
from cjm.views.pages.teller import Teller


def head(teller: Teller, choice: Choice = ALL) -> Head:
    """All of the head."""
    journey = teller.journey
    return Head(
        eyebrow=(*eyebrow(teller), *chosen(teller, choice)),
        title=journey.title,
        description=journey.description or "",
        persona=main_person(teller),
        objective=journey.objective.statement if journey.objective else "",
        aims=aims(teller),
        facts=facts(teller),
    )


def eyebrow(teller: Teller) -> tuple[str, ...]:
    """The small line above the title."""
    journey = teller.journey
    said = (
        teller.say(WORDS["map"]),
        teller.say(STATES[journey.state]) if journey.state else "",
        teller.say(STATUSES[journey.status]),
        teller.say(msg("version {version}", version=journey.version)) if journey.version else "",
    )
    return tuple(each for each in said if each)


def aims(teller: Teller) -> tuple[Fact, ...]:
    """How one sees that the objective is reached, and who answers for it."""
    objective = teller.journey.objective
    if objective is None:
        return ()
    return (
        *teller.fact(WORDS["metric"], [_metric(objective, teller)] if objective.metric else []),
        *teller.line(WORDS["target"], target_text(objective, teller)),
        *teller.line(WORDS["owner"], teller.team(objective.owner)),
        *teller.line(WORDS["due"], teller.day(objective.due)),
    )


def facts(teller: Teller) -> tuple[Fact, ...]:
    """Who keeps the map, when it was last held against reality, and where it begins and ends."""
    journey, scope = teller.journey, teller.journey.scope
    names = {each.id: each.name for each in journey.touchpoints}
    ends_at = scope.ends_at if scope else None
    completes = Item(names.get(ends_at, ends_at), teller.anchors.to("touchpoint", ends_at)) if ends_at else None
    return (
        *teller.line(msg("Begins when"), scope.starts_when if scope else None),
        *teller.line(msg("Ends when"), scope.ends_when if scope else None),
        *teller.fact(msg("Completed at"), [completes] if completes else []),
        *teller.line(msg("Kept by"), teller.team(journey.owner)),
        *teller.line(msg("Reviewed"), _reviewed(teller)),
        *teller.line(msg("Replaces"), journey.compares_to),
        *teller.line(msg("Took part"), ", ".join(map(teller.team, journey.participants))),
        *teller.line(msg("Tags"), ", ".join(journey.tags)),
        *teller.line(msg("Reference"), journey.ref),
    )


def footer(teller: Teller) -> tuple[str, ...]:
    """What made the page and from what; the day it was judged on, never the time."""
    journey = teller.journey
    said = (
        teller.say(msg("Made with cjm from {file}, format {version}", file=journey.id, version=journey.cjm)),
        teller.say(msg("reviewed on {day}", day=teller.day(journey.reviewed))) if journey.reviewed else "",
        teller.say(msg("judged as of {day}", day=teller.day(teller.today))) if teller.today else "",
    )
    return tuple(each for each in said if each)


def _metric(objective: Objective, teller: Teller) -> Item:
    metric = objective.metric or ""
    return Item(teller.metric(metric), teller.anchors.to("metric", metric))


def _reviewed(teller: Teller) -> str:
    """The day, and that another review is due."""
    journey = teller.journey
    if journey.reviewed is None:
        return ""
    said = teller.day(journey.reviewed)
    if teller.today and journey.review_every:
        due = journey.reviewed.toordinal() + journey.review_every.days < teller.today.toordinal()
        return f"{said}, {teller.say(msg('due for review'))}" if due else said
    return said
