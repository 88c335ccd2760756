"""The journey as Mermaid tells one: stages with their touchpoints, each with a score and the people who meet it."""

from __future__ import annotations

from typing import NamedTuple

from cjm.model import Journey, Stage, Touchpoint
from cjm.views.wording import named


class Task(NamedTuple):
    """A touchpoint. `score` is from −2 to 2; None when neither it nor its stage says one."""

    name: str
    score: float | None
    actors: tuple[str, ...]


class Section(NamedTuple):
    """A stage."""

    name: str
    tasks: tuple[Task, ...]


class StoryView(NamedTuple):
    """The whole journey, in order."""

    id: str
    title: str
    language: str
    sections: tuple[Section, ...]


def story(journey: Journey) -> StoryView:
    """Every stage, also an empty one."""
    sections = tuple(_section(stage, journey) for stage in journey.stages)
    return StoryView(journey.id or "journey", journey.title, journey.language or "", sections)


def _section(stage: Stage, journey: Journey) -> Section:
    mood = stage.emotion.score if stage.emotion else None
    return Section(stage.name, tuple(_task(touchpoint, mood, journey) for touchpoint in stage.touchpoints))


def _task(touchpoint: Touchpoint, mood: float | None, journey: Journey) -> Task:
    """The mood of its stage stands in for a score that is not given."""
    score = touchpoint.score if touchpoint.score is not None else mood
    return Task(touchpoint.name, score, _actors(touchpoint, journey))


def _actors(touchpoint: Touchpoint, journey: Journey) -> tuple[str, ...]:
    """Who meets it: its own personas, else the main one."""
    said = touchpoint.personas or ((journey.main_persona,) if journey.main_persona else ())
    return tuple(dict.fromkeys(named(each, journey.known_personas) for each in said))
