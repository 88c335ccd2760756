"""Who lives through the journey, which ways they go, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diagnostics import counted, msg
from cjm.model import Evidence, Persona, Route, Step, uses
from cjm.model.reading import say_path
from cjm.views.labels import EVIDENCE_KINDS
from cjm.views.pages.anchors import shown_evidence, shown_personas
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Fact, Item, Person, Proof, Way


def people(teller: Guide) -> tuple[Person, ...]:
    """Every persona of the journey."""
    return tuple(person(each, teller) for each in shown_personas(teller.journey))


def main_person(teller: Guide) -> Person | None:
    """The one whose curve is drawn; by name alone where nothing more is written about her."""
    said = teller.journey.main_persona
    known = next((each for each in teller.journey.known_personas if each.id == said), None)
    if known:
        return person(known, teller)
    return Person("", said, "", "", "", ()) if said else None


def person(persona: Persona, teller: Guide) -> Person:
    """A persona with what she needs, wants and suffers."""
    is_main = persona.id == teller.journey.main_persona and len(shown_personas(teller.journey)) > 1
    segment = [f"{column}: {', '.join(values)}" for column, values in persona.segment]
    return Person(
        anchor=teller.anchors.of_part.get(id(persona), ""),
        name=persona.name,
        main=teller.say(msg("The curve is hers")) if is_main else "",
        summary=persona.summary or "",
        quote=persona.quote or "",
        facts=(
            *teller.statements(msg("Needs"), persona.needs),
            *teller.statements(msg("Goals"), persona.goals),
            *teller.statements(msg("Frustrations"), persona.frustrations),
            *teller.texts(msg("Picked out by"), segment, "codes"),
            *teller.line(msg("Picture"), persona.image),
        ),
    )


def ways(teller: Guide) -> tuple[Way, ...]:
    """Every path, in the order of the file."""
    return tuple(_way(route, teller) for route in teller.journey.paths)


def _way(route: Route, teller: Guide) -> Way:
    about: list[Fact] = [
        *teller.fact(msg("Who"), [teller.persona(route.persona)] if route.persona else []),
        *teller.line(msg("When"), route.when),
        *teller.line(msg("Ends because"), route.ends_when),
    ]
    names = {each.id: each.name for each in teller.journey.touchpoints}
    return Way(
        anchor=teller.anchors.of(route),
        name=route.name or route.id or teller.say(msg("Path")),
        share=teller.share(route.share),
        about=tuple(about),
        steps=tuple(_step(step, names, teller) for step in route.steps),
    )


def _step(step: Step, names: dict[str, str], teller: Guide) -> Item:
    return Item(names.get(step.to, step.to), teller.anchors.to("touchpoint", step.to), step.when or "")


def proofs(teller: Guide) -> tuple[Proof, ...]:
    """Every piece of evidence, how often something rests on it, and where."""
    used: dict[str, list[str]] = {}
    for use in uses.evidence(teller.journey):
        used.setdefault(use.said, []).append(teller.anchors.nearest(say_path(use.path)))
    return tuple(_proof(each, used.get(each.id, []), teller) for each in shown_evidence(teller.journey))


def _proof(evidence: Evidence, used: Sequence[str], teller: Guide) -> Proof:
    count = len(used)
    title = evidence.title or evidence.id
    return Proof(
        anchor=teller.anchors.of(evidence),
        title=teller.address(evidence.link, title) if evidence.link else Item(title),
        kind=teller.say(EVIDENCE_KINDS[evidence.kind]) if evidence.kind in EVIDENCE_KINDS else "",
        day=teller.day(evidence.date),
        sample=teller.number(evidence.sample),
        used=teller.say(counted("once", "{count} times", count)) if count else teller.say(msg("nowhere")),
        places=tuple(Item(teller.anchors.names[each], f"#{each}") for each in dict.fromkeys(used) if each),
    )
