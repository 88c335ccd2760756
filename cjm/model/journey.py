"""The journey: what a customer lives through, from the first need to the repurchase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import ClassVar, Literal, TypeVar

from cjm.diagnostics import Message, msg
from cjm.model.definitions import Channel, Evidence, Lane, Metric, Persona, Team
from cjm.model.fields import Choice, Length, Many, One, Ref, Tongue, Version, declare
from cjm.model.kept import Kept
from cjm.model.part import Part, part
from cjm.model.parts import AMOUNT, DAY, TEAM, TEXT, TEXTS, Identified, Note, Target
from cjm.model.project import Catalogue
from cjm.model.route import Route
from cjm.model.sources import Sources
from cjm.model.stage import Stage
from cjm.model.touchpoint import Opportunity, PainPoint, Touchpoint
from cjm.model.values import Amount, Duration

Defined = TypeVar("Defined", bound=Identified)


@part
class Objective(Part):
    """What the company wants from knowing this journey."""

    noun: ClassVar[Message] = msg("an objective")
    short: ClassVar[str] = "statement"
    instead: ClassVar[str] = "metric"

    statement: str = declare(TEXT, "The objective in a sentence", required=True)
    metric: str | None = declare(Ref("metric"), "The figure that shows it")
    at_least: Amount | None = declare(AMOUNT, "The value it should reach")
    at_most: Amount | None = declare(AMOUNT, "The value it should not pass")
    owner: str | None = declare(TEAM, "The team that answers for it")
    due: date | None = declare(DAY, "When it should be reached")


@part
class Scope(Part):
    """Where the journey begins and ends."""

    noun: ClassVar[Message] = msg("a scope")

    starts_when: str | None = declare(TEXT, "The fact that begins the journey")
    ends_when: str | None = declare(TEXT, "The fact that ends it")
    ends_at: str | None = declare(Ref("touchpoint"), "The touchpoint that completes it, when not the whole last stage")


@part
class Journey(Identified):
    """A customer journey map. References hold ids where the journey or its catalogue defines them."""

    noun: ClassVar[Message] = msg("a journey")
    label: ClassVar[str] = "title"
    family: ClassVar[str] = "journey"

    cjm: int = declare(Version(), "The version of the format", required=True, default=1)
    title: str = declare(TEXT, "What the journey is called", required=True)
    description: str | None = declare(TEXT, "More about it")
    version: str | None = declare(TEXT, "The authors' own version")
    language: str | None = declare(Tongue(), "Of the texts, such as `es`: reports, dates and hyphenation follow it")
    state: Literal["current", "future", "new"] | None = declare(
        Choice(("current", "future", "new")), "As it is, as it should be, or of something that does not exist yet"
    )
    compares_to: str | None = declare(Ref("journey"), "For a future journey: the current one it replaces")
    status: Literal["draft", "agreed", "retired"] = declare(
        Choice(("draft", "agreed", "retired")), "How far the team stands behind it", default="draft"
    )
    owner: str | None = declare(TEAM, "The team that keeps it true")
    participants: tuple[str, ...] = declare(Many(TEAM), "The areas that took part")
    reviewed: date | None = declare(DAY, "When it was last held against reality")
    review_every: Duration | None = declare(Length(), "How often that should happen")
    tags: tuple[str, ...] = declare(TEXTS, "Words to find it by")
    objective: Objective | None = declare(One(Objective), "What the company wants from it")
    targets: tuple[Target, ...] = declare(Many(One(Target)), "Figures to reach")
    scope: Scope | None = declare(One(Scope), "Where it begins and ends")
    persona: str | None = declare(Ref("persona"), "The main persona: the curve is hers")
    personas: tuple[Persona, ...] = declare(Many(One(Persona)), "Who lives through it")
    channels: tuple[Channel, ...] = declare(Many(One(Channel)), "Where touchpoints happen")
    teams: tuple[Team, ...] = declare(Many(One(Team)), "Who takes part in the company")
    evidence: tuple[Evidence, ...] = declare(Many(One(Evidence)), "Where the claims come from")
    metrics: tuple[Metric, ...] = declare(Many(One(Metric)), "Figures kept elsewhere")
    lanes: tuple[Lane, ...] = declare(Many(One(Lane)), "Lanes of the team's own")
    pain_points: tuple[PainPoint, ...] = declare(Many(One(PainPoint)), "Where it hurts all along")
    opportunities: tuple[Opportunity, ...] = declare(Many(One(Opportunity)), "What could change all along")
    notes: tuple[Note, ...] = declare(Many(One(Note)), "Questions, risks and assumptions")
    stages: tuple[Stage, ...] = declare(Many(One(Stage)), "The stages, in order")
    paths: tuple[Route, ...] = declare(Many(One(Route)), "The routes; none means the order of the file")
    sources: Sources | None = declare(One(Sources), "Where the facts are")

    catalogue: Catalogue = field(default=Catalogue(), compare=False, repr=False)

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """Every touchpoint, in the order of the file."""
        return _touchpoints(self)

    @property
    def places(self) -> tuple[Journey | Stage | Touchpoint, ...]:
        """The journey, then each stage followed by its touchpoints: wherever pain points may stand."""
        return _places(self)

    @property
    def every_pain_point(self) -> tuple[PainPoint, ...]:
        """Pain points of the journey, its stages and touchpoints."""
        return _pain_points(self)

    @property
    def every_opportunity(self) -> tuple[Opportunity, ...]:
        """Opportunities of the journey, its stages and touchpoints."""
        return _opportunities(self)

    @property
    def known_personas(self) -> tuple[Persona, ...]:
        """Its own personas, then the catalogue's that it does not redefine."""
        return _joined(self.personas, self.catalogue.personas)

    @property
    def known_channels(self) -> tuple[Channel, ...]:
        """Its own channels, then the catalogue's."""
        return _joined(self.channels, self.catalogue.channels)

    @property
    def known_teams(self) -> tuple[Team, ...]:
        """Its own teams, then the catalogue's."""
        return _joined(self.teams, self.catalogue.teams)

    @property
    def known_evidence(self) -> tuple[Evidence, ...]:
        """Its own evidence, then the catalogue's."""
        return _joined(self.evidence, self.catalogue.evidence)

    @property
    def known_metrics(self) -> tuple[Metric, ...]:
        """Its own metrics, then the catalogue's."""
        return _joined(self.metrics, self.catalogue.metrics)

    @property
    def main_persona(self) -> str | None:
        """The id or name of the persona whose curve is drawn: the one named, else the only or first one."""
        return self.persona or (self.personas[0].id if self.personas else None)


def _joined(own: tuple[Defined, ...], shared: tuple[Defined, ...]) -> tuple[Defined, ...]:
    ids = {part.id for part in own}
    return own + tuple(part for part in shared if part.id not in ids)


@Kept
def _touchpoints(journey: Journey) -> Iterator[Touchpoint]:
    return (touchpoint for stage in journey.stages for touchpoint in stage.touchpoints)


@Kept
def _places(journey: Journey) -> Iterator[Journey | Stage | Touchpoint]:
    yield journey
    for stage in journey.stages:
        yield stage
        yield from stage.touchpoints


@Kept
def _pain_points(journey: Journey) -> Iterator[PainPoint]:
    return (pain for place in journey.places for pain in place.pain_points)


@Kept
def _opportunities(journey: Journey) -> Iterator[Opportunity]:
    return (opportunity for place in journey.places for opportunity in place.opportunities)
