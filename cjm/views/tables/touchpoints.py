"""The table of touchpoints, with everything that the format can say of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cjm.diagnostics import msg
from cjm.model import Journey, Touchpoint
from cjm.views.labels import WORDS
from cjm.views.pages.guide import Guide
from cjm.views.tables import cells
from cjm.views.tables.fields import Field, make_table, people, plain, proofs
from cjm.views.tables.shapes import Table
from cjm.views.wording import KINDS

ID = msg("Id")
WAS = msg("Earlier ids")
REFERENCE = msg("Reference")


def touchpoints(teller: Guide) -> Table:
    """Every touchpoint, in the order of the file; the team's own lanes are columns too."""
    journey = teller.journey
    stages = {id(each): stage.name for stage in journey.stages for each in stage.touchpoints}
    stage = Field("stage", WORDS["stage"], "text", lambda row, _: stages[id(row)])
    fields = (stage, *_LIVED, *_BEHIND, *_lanes(journey), *_KNOWN)
    return make_table("touchpoints", msg("Touchpoints"), fields, journey.touchpoints, teller)


def _lanes(journey: Journey) -> Iterator[Field]:
    """A column for each lane: those that the journey declares, then those that it only uses."""
    names = {lane.id: lane.name for lane in journey.lanes}
    used = (lane for touchpoint in journey.touchpoints for lane, _ in touchpoint.lanes)
    for lane in dict.fromkeys((*names, *used)):
        yield Field(f"lane:{lane}", names.get(lane, lane), "list", partial(_in_lane, name=lane))


def _in_lane(touchpoint: Touchpoint, _teller: Guide, name: str) -> tuple[str, ...]:
    return tuple(text for lane, texts in touchpoint.lanes if lane == name for text in texts)


_LIVED = (
    plain("id", ID, "id"),
    plain("name", msg("Touchpoint")),
    Field("kind", WORDS["kind"], "text", lambda row, tell: tell.say(KINDS[row.kind])),
    plain("description", msg("Description")),
    Field("channels", msg("Channels"), "list", lambda row, tell: tuple(map(tell.channel, row.met_in))),
    Field("initiator", msg("Who begins"), "text", cells.side),
    people("personas", WORDS["people"]),
    plain("share", WORDS["share"], "share"),
    Field("experience", msg("Asks of the customer"), "list", cells.experiences),
    plain("actions", msg("Does"), "list"),
    plain("thoughts", msg("Thinks"), "list"),
    plain("outcome", msg("Afterwards")),
    plain("emotion.score", msg("Emotion"), "number"),
    plain("emotion.feeling", msg("Feeling")),
    Field("emotion.by", WORDS["others"], "list", cells.others),
    proofs("emotion.evidence", msg("Evidence of the emotion")),
    plain("importance", msg("Importance"), "number"),
    plain("moment_of_truth", WORDS["truth"], "flag"),
    Field("expectation", msg("Expects"), "text", cells.expectation),
    plain("expectation.importance", msg("Importance of the expectation"), "number"),
    proofs("expectation.evidence", msg("Evidence of the expectation")),
    plain("timing", msg("When it happens")),
    Field("lasts", msg("Takes"), "text", lambda row, tell: tell.span(row.lasts)),
    Field("lasts.hours", msg("Takes, in hours"), "number", lambda row, _: cells.hours(row.lasts and row.lasts.longest)),
    Field("time_limit", msg("At most"), "text", lambda row, tell: tell.length(row.time_limit)),
    Field("time_limit.hours", msg("At most, in hours"), "number", lambda row, _: cells.hours(row.time_limit)),
    plain("views.company", msg("Rated by us"), "number"),
    plain("views.customer", msg("Rated by customers"), "number"),
)
_BEHIND = (
    plain("frontstage", msg("In front"), "list"),
    plain("backstage", msg("Unseen"), "list"),
    plain("support", msg("Supported by"), "list"),
    plain("systems", msg("Systems"), "list"),
    Field("owner", WORDS["owner"], "text", lambda row, tell: tell.team(row.owner)),
    proofs("evidence", WORDS["proofs"]),
    Field("pain_points", WORDS["pains"], "list", lambda row, _: tuple(each.text for each in row.pain_points)),
    Field("opportunities", WORDS["chances"], "list", lambda row, _: tuple(each.text for each in row.opportunities)),
    Field("notes", WORDS["notes"], "list", cells.notes),
)
_KNOWN = (
    Field("events", msg("Events"), "list", cells.events),
    Field("targets", msg("Targets"), "list", cells.targets),
    Field("figures", msg("Figures"), "list", cells.figures),
    plain("details", msg("Shown closer in"), "id"),
    plain("image", msg("Picture")),
    Field("links", msg("Links"), "list", cells.links),
    plain("was", WAS, "list"),
    plain("ref", REFERENCE),
)
