"""The tables of pain points and of opportunities: all of them, in the order of the file, with where they stand."""

from __future__ import annotations

from cjm.model import Journey, Opportunity, PainPoint
from cjm.views.labels import PROGRESS, WORDS
from cjm.views.pages.guide import Guide
from cjm.views.tables.cells import Place, place_name, stage_name
from cjm.views.tables.fields import Field, make_table, people, plain, proofs
from cjm.views.tables.shapes import Table
from cjm.views.tables.touchpoints import ID, REFERENCE, WAS


def pain_points(teller: Guide) -> Table:
    """Every pain point, and the opportunities that answer it."""
    journey = teller.journey
    places = {id(each): place for place in journey.places for each in place.pain_points}
    fields = (plain("id", ID, "id"), plain("text", WORDS["pain"]), *_where(places), *_PAIN)
    return make_table("pain_points", WORDS["pains"], fields, journey.every_pain_point, teller)


def opportunities(teller: Guide) -> Table:
    """Every opportunity, and the pain points that it answers."""
    journey = teller.journey
    places = {id(each): place for place in journey.places for each in place.opportunities}
    fields = (plain("id", ID, "id"), plain("text", WORDS["chance"]), *_where(places), *_CHANCE)
    return make_table("opportunities", WORDS["chances"], fields, journey.every_opportunity, teller)


def _where(places: dict[int, Place]) -> tuple[Field, ...]:
    """The stage and the place of each part, which are looked up by identity: a hurried file may define an id twice."""
    return (
        Field("stage", WORDS["stage"], "text", lambda row, tell: stage_name(places[id(row)], tell.journey)),
        Field("place", WORDS["place"], "text", lambda row, tell: place_name(places[id(row)], tell)),
    )


def _answers(pain: PainPoint, journey: Journey) -> tuple[str, ...]:
    return tuple(each.text for each in journey.every_opportunity if pain.id in each.addresses)


def _addressed(chance: Opportunity, journey: Journey) -> tuple[str, ...]:
    texts = {each.id: each.text for each in journey.every_pain_point}
    return tuple(texts.get(each, each) for each in chance.addresses)


_PAIN = (
    plain("severity", WORDS["severity"], "number"),
    plain("share", WORDS["share"], "share"),
    people("felt_by", WORDS["felt_by"]),
    proofs("evidence", WORDS["proofs"]),
    Field("answers", WORDS["answers"], "list", lambda row, tell: _answers(row, tell.journey)),
    plain("was", WAS, "list"),
    plain("ref", REFERENCE),
)
_CHANCE = (
    Field("addresses", WORDS["addresses"], "list", lambda row, tell: _addressed(row, tell.journey)),
    plain("impact", WORDS["impact"], "number"),
    plain("effort", WORDS["effort"], "number"),
    plain("gain", WORDS["gain"]),
    plain("priority", WORDS["priority"], "number"),
    Field("owner", WORDS["owner"], "text", lambda row, tell: tell.team(row.owner)),
    Field("status", WORDS["status"], "text", lambda row, tell: tell.say(PROGRESS[row.status])),
    plain("due", WORDS["due"], "date"),
    plain("shipped", WORDS["shipped"], "date"),
    plain("link", WORDS["link"]),
    plain("was", WAS, "list"),
    plain("ref", REFERENCE),
)
