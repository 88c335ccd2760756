"""What stands on a report's page. Every label is said in the journey's language, every text is the journey's own."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.views.shapes import FlowView


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; `link` only when it is safe to follow."""

    label: str
    texts: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Mood:
    """A score as face, figure and word, and the feeling in the journey's own words."""

    face: int
    score: str
    word: str
    feeling: str


@dataclass(frozen=True, slots=True)
class Place:
    """Something on the page that others link to."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain point. `level` is its severity from 1 to 5, 0 when nobody said."""

    anchor: str
    text: str
    level: int
    severity: str
    facts: tuple[Fact, ...]
    place: Place
    answers: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity."""

    anchor: str
    text: str
    status: str
    status_word: str
    owner: str
    due: str
    late: bool
    impact: int
    effort: int
    facts: tuple[Fact, ...]
    link: str
    place: Place
    answers: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A touchpoint."""

    anchor: str
    name: str
    kind: str
    kind_word: str
    channels: str
    star: bool
    mood: Mood | None
    description: str
    facts: tuple[Fact, ...]
    links: tuple[Fact, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stage with what happens in it."""

    anchor: str
    name: str
    hue: int
    mood: Mood | None
    description: str
    facts: tuple[Fact, ...]
    notice: str
    moments: tuple[Moment, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A persona, a piece of evidence or a path: a heading and its facts."""

    anchor: str
    name: str
    text: str
    quote: str
    main: bool
    facts: tuple[Fact, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rules say, linked to its place on the page."""

    level: str
    level_word: str
    rule: str
    text: str
    hint: str
    line: int
    place: Place


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page. `words` are the labels of its own, by name."""

    id: str
    title: str
    language: str
    direction: str
    words: dict[str, str]
    description: str
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    flow: FlowView
    chapters: tuple[Chapter, ...]
    pains: tuple[Pain, ...]
    chances: tuple[Chance, ...]
    findings: tuple[Finding, ...]
    personas: tuple[Entry, ...]
    evidence: tuple[Entry, ...]
    paths: tuple[Entry, ...]
    as_of: str
