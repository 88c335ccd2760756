"""Whose curves are drawn: the main persona's, those of others who feel otherwise, or another journey's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.diagnostics import msg
from cjm.model import Emotion, Journey, Stage, Touchpoint
from cjm.views.choice import Choice
from cjm.views.curve.slide import Slide
from cjm.views.curve.slots import felt_as
from cjm.views.labels import STATES
from cjm.views.map.columns import Columns, Span
from cjm.views.map.emotion import Felt, declared, heard
from cjm.views.teller import Teller

HUES = 5
"""Of the lines that are not the main one."""


class Strand(NamedTuple):
    """A curve: whose it is, its points, and those of them that bear a mark. The main one is number 0."""

    number: int
    name: str
    felt: tuple[Felt, ...]
    marked: tuple[Felt, ...]
    compared: bool = False
    heard: bool = False
    """Whether it is what customers said when they were asked."""

    @property
    def hue(self) -> int:
        """One of the few hues; after the last they come again, with another mark."""
        return (self.number - 1) % HUES + 1


def others(journey: Journey, choice: Choice) -> tuple[str, ...]:
    """The personas who somewhere feel otherwise, in the order of the journey; none where one is picked out."""
    if choice.persona or choice.compared is not None:
        return ()
    said = {name: None for emotion in _emotions(journey) for name, _ in emotion.by}
    order = {each.id: number for number, each in enumerate(journey.known_personas)}
    found = sorted(said, key=lambda name: order.get(name, len(order)))
    return tuple(name for name in found if name != journey.main_persona)


def _emotions(journey: Journey) -> Iterator[Emotion]:
    for stage in journey.stages:
        emotions = (stage.emotion, *(each.emotion for each in stage.touchpoints))
        yield from (each for each in emotions if each)


def strands(slide: Slide) -> tuple[Strand, ...]:
    """Every curve that has a point, the main one first."""
    found = [Strand(0, _main_name(slide), declared(slide.ours, slide.journey), ())]
    if slide.choice.compared is not None:
        felt = declared(slide.theirs, slide.choice.compared)
        name = _names(slide.journey, slide.choice.compared, slide.teller)[1]
        found.append(Strand(1, name, felt, felt, compared=True))
    for number, persona in enumerate(others(slide.journey, slide.choice), 1):
        found.append(_of_persona(slide, persona, number))
    if slide.choice.measured is not None:
        felt = heard(slide.ours, slide.choice.measured)
        found.append(Strand(len(found), slide.teller.say(msg("Measured")), felt, felt, heard=True))
    return tuple(each for each in found if each.felt)


def _of_persona(slide: Slide, persona: str, number: int) -> Strand:
    """Where she says nothing of her own she feels as the main persona does, and has no mark."""
    retold = felt_as(slide.journey, persona)
    felt = declared(_retold(slide.ours, retold), slide.journey)
    own = {id_ for id_, emotion in _places(retold) if emotion and persona in dict(emotion.by)}
    marked = tuple(each for each in felt if (each.touchpoint or each.name) in own)
    return Strand(number, slide.teller.persona_name(persona), felt, marked)


def _places(journey: Journey) -> Iterator[tuple[str, Emotion | None]]:
    for stage in journey.stages:
        yield stage.name, stage.emotion
        yield from ((each.id, each.emotion) for each in stage.touchpoints)


def _retold(columns: Columns, journey: Journey) -> Columns:
    """The same places with the journey as somebody else feels it; without a comparison stages stand as they are."""
    spans = (_span(span, stage) for span, stage in zip(columns.spans, journey.stages, strict=True))
    return columns._replace(spans=tuple(spans))


def _span(span: Span, stage: Stage) -> Span:
    held: tuple[Touchpoint | None, ...] = stage.touchpoints or (None,)
    columns = (column._replace(touchpoint=each) for column, each in zip(span.columns, held, strict=True))
    return span._replace(stage=stage, columns=tuple(columns))


def _main_name(slide: Slide) -> str:
    if slide.choice.compared is not None:
        return _names(slide.journey, slide.choice.compared, slide.teller)[0]
    main = slide.journey.main_persona
    return slide.teller.persona_name(main) if main else slide.teller.say(msg("Main persona"))


def _names(one: Journey, other: Journey, tell: Teller) -> tuple[str, str]:
    """What tells two journeys apart: their states, titles, versions, or the days they were reviewed on."""
    pairs = (
        tuple(tell.say(STATES[each.state]) if each.state else "" for each in (one, other)),
        (one.title, other.title),
        (one.version or "", other.version or ""),
        (tell.day(one.reviewed), tell.day(other.reviewed)),
    )
    ours, theirs = next(
        (pair for pair in pairs if all(pair) and pair[0] != pair[1]),
        (tell.say(msg("This one")), tell.say(msg("The other one"))),
    )
    return ours, theirs
