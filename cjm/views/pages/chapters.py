"""Stages as chapters, with their touchpoints."""

from __future__ import annotations

from cjm.diagnostics import msg
from cjm.model import Emotion, Stage, Touchpoint
from cjm.views.labels import EXPERIENCES, SIDES, STAGE_KINDS, WORDS
from cjm.views.pages.guide import Guide
from cjm.views.pages.measures import figures_of
from cjm.views.pages.pains import chances_of, level, pains_of, remarks_of
from cjm.views.pages.shapes import Chapter, Fact, Group, Item, Mood, Touch
from cjm.views.wording import HUES, KINDS, MOODS, mood_of, notice_text


def chapters(teller: Guide) -> tuple[Chapter, ...]:
    """Every stage, in order."""
    return tuple(_chapter(stage, number, teller) for number, stage in enumerate(teller.journey.stages))


def mood(emotion: Emotion | None, teller: Guide) -> Mood | None:
    """How a place feels; None where nobody said."""
    if emotion is None or (emotion.score is None and not emotion.feeling and not emotion.by):
        return None
    face = mood_of(emotion.score)
    return Mood(
        face=face,
        word=teller.say(MOODS[face]) if face is not None else "",
        figure=teller.score(emotion.score) if emotion.score is not None else "",
        feeling=emotion.feeling or "",
        others=tuple(teller.persona(name, teller.score(score)) for name, score in emotion.by),
        proofs=teller.proofs(emotion.evidence),
    )


def _chapter(stage: Stage, number: int, teller: Guide) -> Chapter:
    return Chapter(
        anchor=teller.anchors.of(stage),
        number=str(number + 1),
        hue=number % HUES,
        name=stage.name,
        kind=teller.say(STAGE_KINDS[stage.kind]) if stage.kind in STAGE_KINDS else "",
        description=stage.description or "",
        mood=mood(stage.emotion, teller),
        facts=tuple(_stage_facts(stage, teller)),
        pains=pains_of(stage, teller),
        chances=chances_of(stage, teller),
        remarks=remarks_of(stage, teller),
        touches=tuple(
            _touch(touchpoint, f"{number + 1}.{place}", teller) for place, touchpoint in enumerate(stage.touchpoints, 1)
        ),
        notice="" if stage.touchpoints else notice_text(stage, teller.say),
    )


def _stage_facts(stage: Stage, teller: Guide) -> list[Fact]:
    return [
        *teller.line(msg("The customer wants"), stage.customer_goal),
        *teller.line(msg("We want"), stage.business_goal),
        *teller.line(msg("Begins when"), stage.enters_when),
        *teller.line(msg("Takes"), teller.span(stage.lasts)),
        *teller.statements(msg("Needs"), stage.needs),
        *teller.statements(msg("Expectations"), stage.expectations),
        *teller.texts(msg("Decided by"), stage.decided_by),
        *teller.texts(msg("Alternatives"), stage.alternatives),
        *teller.texts(msg("What we offer"), stage.offer),
        *figures_of(stage, teller),
        *_lanes(stage, teller),
    ]


def _touch(touchpoint: Touchpoint, number: str, teller: Guide) -> Touch:
    return Touch(
        anchor=teller.anchors.of(touchpoint),
        number=number,
        name=touchpoint.name,
        kind=touchpoint.kind,
        about=tuple(_about(touchpoint, teller)),
        channels=", ".join(map(teller.channel, touchpoint.met_in)),
        description=touchpoint.description or "",
        star=touchpoint.moment_of_truth,
        mood=mood(touchpoint.emotion, teller),
        groups=tuple(group for group in _groups(touchpoint, teller) if group.facts),
        pains=pains_of(touchpoint, teller),
        chances=chances_of(touchpoint, teller),
        remarks=remarks_of(touchpoint, teller),
    )


def _about(touchpoint: Touchpoint, teller: Guide) -> list[Item]:
    """The small line: kind, channels, who begins, how many meet it and how long it takes."""
    said = [
        teller.say(KINDS[touchpoint.kind]) if touchpoint.kind != "contact" else "",
        *(teller.channel(each) for each in touchpoint.met_in),
        teller.say(SIDES[touchpoint.initiator]) if touchpoint.initiator in SIDES else "",
        _met_by(touchpoint, teller),
        teller.span(touchpoint.lasts),
        touchpoint.timing or "",
    ]
    return [*(Item(each) for each in said if each), *(teller.persona(each) for each in touchpoint.personas)]


def _met_by(touchpoint: Touchpoint, teller: Guide) -> str:
    share = teller.share(touchpoint.share)
    return teller.say(msg("{share} of customers", share=share)) if share else ""


def _groups(touchpoint: Touchpoint, teller: Guide) -> tuple[Group, ...]:
    return (
        Group(teller.say(msg("What the customer lives")), tuple(_lived(touchpoint, teller))),
        Group(teller.say(msg("Behind it")), tuple(_behind(touchpoint, teller))),
        Group(teller.say(msg("Known about it")), tuple(_known(touchpoint, teller))),
        Group(teller.say(WORDS["measures"]), tuple(figures_of(touchpoint, teller))),
    )


def _lived(touchpoint: Touchpoint, teller: Guide) -> list[Fact]:
    expectation = [touchpoint.expectation] if touchpoint.expectation else []
    experience = ", ".join(teller.say(EXPERIENCES[each]) for each in touchpoint.experience if each in EXPERIENCES)
    return [
        *teller.texts(msg("Does"), touchpoint.actions),
        *teller.texts(msg("Thinks"), touchpoint.thoughts, "quotes"),
        *teller.statements(msg("Expects"), expectation),
        *teller.line(msg("Afterwards"), touchpoint.outcome),
        *teller.line(msg("Asks of the customer"), experience),
    ]


def _behind(touchpoint: Touchpoint, teller: Guide) -> list[Fact]:
    return [
        *teller.texts(msg("In front"), touchpoint.frontstage),
        *teller.texts(msg("Unseen"), touchpoint.backstage),
        *teller.texts(msg("Supported by"), touchpoint.support),
        *teller.texts(msg("Systems"), touchpoint.systems),
        *teller.line(WORDS["owner"], teller.team(touchpoint.owner)),
        *_lanes(touchpoint, teller),
    ]


def _known(touchpoint: Touchpoint, teller: Guide) -> list[Fact]:
    importance = level(touchpoint.importance, teller)
    events = [each.name or each.regex or "" for each in touchpoint.events]
    links = [teller.address(each.link, each.title) for each in touchpoint.links]
    return [
        *teller.line(msg("Importance"), f"{importance.word} ({importance.figure})" if importance else ""),
        *teller.line(msg("At most"), teller.length(touchpoint.time_limit)),
        *teller.fact(WORDS["ways"], _ways(touchpoint, teller), "list"),
        *_views(touchpoint, teller),
        *teller.fact(WORDS["proofs"], teller.proofs(touchpoint.evidence), "list"),
        *teller.texts(msg("Events"), events, "codes"),
        *teller.line(msg("Shown closer in"), touchpoint.details),
        *teller.line(msg("Picture"), touchpoint.image),
        *teller.fact(msg("Links"), links, "list"),
        *teller.line(msg("Reference"), touchpoint.ref),
    ]


def _ways(touchpoint: Touchpoint, teller: Guide) -> list[Item]:
    """The paths that lead through it."""
    through = [path for path in teller.journey.paths if any(step.to == touchpoint.id for step in path.steps)]
    return [teller.place(path, teller.anchors.names[teller.anchors.of(path)]) for path in through]


def _views(touchpoint: Touchpoint, teller: Guide) -> list[Fact]:
    """Both ratings, and how far we think better of it than the customer does."""
    views = touchpoint.views
    if views is None:
        return []
    said = [
        teller.say(msg("we give it {rating}", rating=teller.number(views.company))) if views.company else "",
        teller.say(msg("customers {rating}", rating=teller.number(views.customer))) if views.customer else "",
    ]
    if views.company and views.customer:
        said.append(teller.say(msg("gap {gap}", gap=teller.score(views.company - views.customer))))
    return teller.line(msg("Rated 1 to 5"), ", ".join(each for each in said if each))


def _lanes(place: Stage | Touchpoint, teller: Guide) -> list[Fact]:
    """The team's own lanes, under their own names."""
    names = {each.id: each.name for each in teller.journey.lanes}
    return [Fact(names.get(lane, lane), tuple(map(Item, texts)), "list") for lane, texts in place.lanes if texts]
