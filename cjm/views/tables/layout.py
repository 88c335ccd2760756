"""The whole journey as tables, and the few facts that stand above them in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.model import Journey
from cjm.views.labels import STATES, STATUSES, WORDS
from cjm.views.pages.guide import Guide, guide
from cjm.views.pages.people import main_person
from cjm.views.tables.pains import opportunities, pain_points
from cjm.views.tables.shapes import Chapter, MeasuredTables, TablesView
from cjm.views.tables.touchpoints import touchpoints
from cjm.views.wording import notice_text

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement


def tables(journey: Journey, measurement: Measurement | None = None) -> TablesView:
    """Touchpoints, pain points and opportunities, a table each, in the journey's language; and what was measured."""
    tell = guide(journey)
    return TablesView(
        id=journey.id or "journey",
        title=journey.title,
        language=journey.language or "",
        labels=tell.labels,
        description=journey.description or "",
        facts=tuple((label, text) for label, text in _facts(tell) if text),
        chapters=tuple(
            Chapter(stage.name, len(stage.touchpoints), "" if stage.touchpoints else notice_text(stage, tell.say))
            for stage in journey.stages
        ),
        touchpoints=touchpoints(tell),
        pain_points=pain_points(tell),
        opportunities=opportunities(tell),
        measured=_measured(tell, measurement) if measurement else None,
    )


def _measured(tell: Guide, measurement: Measurement) -> MeasuredTables:
    from cjm.views.measured.tables import measured_tables  # noqa: PLC0415 - few journeys are measured

    return measured_tables(tell, measurement)


def _facts(tell: Guide) -> tuple[tuple[str, str], ...]:
    journey = tell.journey
    person = main_person(tell)
    state = [tell.say(STATUSES[journey.status]), *([tell.say(STATES[journey.state])] if journey.state else [])]
    return (
        (
            tell.say(WORDS["persona"]),
            ": ".join(each for each in (person.name, person.summary) if each) if person else "",
        ),
        (tell.say(WORDS["objective"]), journey.objective.statement if journey.objective else ""),
        (tell.say(WORDS["status"]), " · ".join((*state, *([tell.day(journey.reviewed)] if journey.reviewed else [])))),
    )
