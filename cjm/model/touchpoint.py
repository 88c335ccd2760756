"""The heart of the map: touchpoints, how they feel, where they hurt, and what will change."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from cjm.diagnostics import Message, msg
from cjm.model.fields import Address, Choice, Flag, Lapse, Length, Many, Number, One, Ref, Share, Table, declare
from cjm.model.part import Part, part
from cjm.model.parts import (
    DAY,
    EVIDENCE,
    LEVEL,
    TEAM,
    TEXT,
    TEXTS,
    EventPattern,
    Figure,
    Identified,
    Link,
    Note,
    Statement,
    Target,
)
from cjm.model.values import Duration, Lasting

OPPORTUNITY_STATUSES = ("idea", "planned", "in_progress", "done", "rejected")
EXPERIENCES = ("emotional", "physical", "cognitive")
SCORE = Number(low=-2, high=2)
RATING = Number(low=1, high=5)


@part
class Emotion(Part):
    """How it feels: a score from −2 to 2, or words, or both."""

    noun: ClassVar[Message] = msg("an emotion")
    short: ClassVar[str] = "score"

    score: float | None = declare(SCORE, "From −2 (very bad) to 2 (very good)")
    feeling: str | None = declare(TEXT, "The feeling in a word")
    evidence: tuple[str, ...] = declare(EVIDENCE, "What it rests on")
    by: tuple[tuple[str, float], ...] = declare(Table(SCORE, keys="persona"), "Scores of other personas")


@part
class PainPoint(Identified):
    """Where it hurts."""

    noun: ClassVar[Message] = msg("a pain point")
    short: ClassVar[str] = "text"
    label: ClassVar[str] = "text"
    family: ClassVar[str] = "pain_point"

    text: str = declare(TEXT, "What hurts, in a sentence", required=True)
    severity: int | None = declare(LEVEL, "How much it hurts, 1 to 5")
    share: float | None = declare(Share(), "Of customers who feel it")
    felt_by: tuple[str, ...] = declare(Many(Ref("persona"), single=True), "The personas who feel it")
    evidence: tuple[str, ...] = declare(EVIDENCE, "What it rests on")


@part
class Opportunity(Identified):
    """What the company could change, and how far it has come."""

    noun: ClassVar[Message] = msg("an opportunity")
    short: ClassVar[str] = "text"
    label: ClassVar[str] = "text"
    family: ClassVar[str] = "opportunity"

    text: str = declare(TEXT, "What would change", required=True)
    addresses: tuple[str, ...] = declare(Many(Ref("pain_point")), "The pain points it answers, anywhere in the file")
    impact: int | None = declare(LEVEL, "How much it would help, 1 to 5")
    effort: int | None = declare(LEVEL, "How much it would cost, 1 to 5")
    gain: str | None = declare(TEXT, "What it would bring")
    priority: int | None = declare(Number(low=1, whole=True), "Its place in the order of work; 1 is first")
    owner: str | None = declare(TEAM, "The team that will do it")
    status: str = declare(Choice(OPPORTUNITY_STATUSES), "How far it is", default="idea")
    due: date | None = declare(DAY, "When it should be done")
    shipped: date | None = declare(DAY, "When customers got it")
    link: str | None = declare(Address(), "Where the work is followed")


@part
class Views(Part):
    """The same service rated from both sides, 1 to 5."""

    noun: ClassVar[Message] = msg("the two views")

    company: float | None = declare(RATING, "What the company believes")
    customer: float | None = declare(RATING, "What the customer says")


@part
class Touchpoint(Identified):
    """A contact with the company, a step the customer takes alone, or a wait."""

    noun: ClassVar[Message] = msg("a touchpoint")
    short: ClassVar[str] = "name"
    family: ClassVar[str] = "touchpoint"

    name: str = declare(TEXT, "What happens, in a few words", required=True)
    kind: Literal["contact", "action", "wait"] = declare(
        Choice(("contact", "action", "wait")),
        "A contact with the company, an action of the customer alone, or a wait",
        default="contact",
    )
    description: str | None = declare(TEXT, "More about it")
    channel: str | None = declare(Ref("channel"), "Where it happens")
    channels: tuple[str, ...] = declare(Many(Ref("channel")), "Where it happens, when in several places")
    initiator: str | None = declare(Choice(("customer", "company", "partner")), "Who begins it")
    personas: tuple[str, ...] = declare(Many(Ref("persona")), "Only these personas meet it")
    share: float | None = declare(Share(), "Of customers who meet it")
    experience: tuple[str, ...] = declare(Many(Choice(EXPERIENCES)), "What it asks of the customer")
    actions: tuple[str, ...] = declare(TEXTS, "What the customer does")
    thoughts: tuple[str, ...] = declare(TEXTS, "What the customer thinks, in her words")
    outcome: str | None = declare(TEXT, "What has changed afterwards")
    emotion: Emotion | None = declare(One(Emotion), "How it feels, from −2 to 2")
    importance: int | None = declare(LEVEL, "How much it matters to the customer, 1 to 5")
    moment_of_truth: bool = declare(Flag(), "Whether the relation is won or lost here", default=False)
    expectation: Statement | None = declare(One(Statement), "What the customer expects")
    timing: str | None = declare(TEXT, "When it happens, in words")
    lasts: Lasting | None = declare(Lapse(), "How long it takes: a duration, or from and to")
    time_limit: Duration | None = declare(Length(), "How long it may take: what was promised")
    views: Views | None = declare(One(Views), "The service rated by the company and by the customer")
    frontstage: tuple[str, ...] = declare(TEXTS, "What the customer sees people and systems do")
    backstage: tuple[str, ...] = declare(TEXTS, "What people and systems do unseen")
    support: tuple[str, ...] = declare(TEXTS, "Processes and partners behind it")
    systems: tuple[str, ...] = declare(TEXTS, "Systems that take part")
    owner: str | None = declare(TEAM, "The team that answers for it")
    evidence: tuple[str, ...] = declare(EVIDENCE, "What this touchpoint rests on")
    pain_points: tuple[PainPoint, ...] = declare(Many(One(PainPoint)), "Where it hurts")
    opportunities: tuple[Opportunity, ...] = declare(Many(One(Opportunity)), "What could change")
    notes: tuple[Note, ...] = declare(Many(One(Note)), "Questions, risks and assumptions")
    lanes: tuple[tuple[str, tuple[str, ...]], ...] = declare(Table(TEXTS, keys="lane"), "Text for the map's own lanes")
    events: tuple[EventPattern, ...] = declare(Many(One(EventPattern)), "Names in the event log that mean it")
    targets: tuple[Target, ...] = declare(Many(One(Target)), "Figures to reach")
    figures: tuple[Figure, ...] = declare(Many(One(Figure)), "Figures observed by hand")
    details: str | None = declare(Ref("journey"), "Another journey that shows this step closer")
    image: str | None = declare(Address(local=True), "A picture, as a path inside the project")
    links: tuple[Link, ...] = declare(Many(One(Link)), "Things to look at")

    @property
    def met_in(self) -> tuple[str, ...]:
        """Its channels, whichever key they were written under."""
        return tuple(dict.fromkeys((self.channel, *self.channels))) if self.channel else self.channels

    @property
    def score(self) -> float | None:
        """The emotion of the main persona."""
        return self.emotion.score if self.emotion else None
