"""Stages and touchpoints as the report tells them, with where it hurts and what could change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cjm.diagnostics import msg
from cjm.model import Emotion, Journey, Note, Opportunity, PainPoint, Stage, Statement, Target, Touchpoint
from cjm.model.values import is_link
from cjm.views.anchors import Placed, anchor_of
from cjm.views.cards import HUES, lasting_text, notice_text
from cjm.views.labels import LEVELS, NOTES, PROGRESS, chosen, day_text, share_text, target_text
from cjm.views.page import Chance, Chapter, Fact, Moment, Mood, Pain, Place
from cjm.views.wording import KINDS, MOODS, Say, channels_of, mood_of, named, score_text

_OPEN = frozenset({"idea", "planned", "in_progress"})


@dataclass(frozen=True, slots=True)
class Teller:
    """What telling about a part needs to know: the journey, its language, the day, and the findings by place."""

    journey: Journey
    tell: Say
    today: date | None
    findings: Counter[str]

    def chapter(self, stage: Stage, number: int) -> Chapter:
        """A stage."""
        return Chapter(
            anchor=anchor_of(stage),
            name=stage.name,
            hue=number % HUES,
            mood=self.mood(stage.emotion),
            description=stage.description or "",
            facts=tuple(fact for fact in self._stage_facts(stage) if any(fact.texts)),
            notice="" if stage.touchpoints else notice_text(stage, self.tell),
            moments=tuple(self.moment(touchpoint) for touchpoint in stage.touchpoints),
            pains=self.pains(stage),
            chances=self.chances(stage),
            findings=self.findings[anchor_of(stage)],
        )

    def moment(self, touchpoint: Touchpoint) -> Moment:
        """A touchpoint."""
        facts = (*self._heard(touchpoint), *self._behind(touchpoint))
        return Moment(
            anchor=anchor_of(touchpoint),
            name=touchpoint.name,
            kind=touchpoint.kind,
            kind_word="" if touchpoint.kind == "contact" else self.tell(KINDS[touchpoint.kind]),
            channels=channels_of(touchpoint, self.journey),
            star=touchpoint.moment_of_truth,
            mood=self.mood(touchpoint.emotion),
            description=touchpoint.description or "",
            facts=tuple(fact for fact in facts if any(fact.texts)),
            links=tuple(
                Fact("", (link.title or link.link,), link.link if is_link(link.link) else "")
                for link in touchpoint.links
            ),
            pains=self.pains(touchpoint),
            chances=self.chances(touchpoint),
            findings=self.findings[anchor_of(touchpoint)],
        )

    def mood(self, emotion: Emotion | None) -> Mood | None:
        """How it feels; None when neither a score nor a word says."""
        if emotion is None or (emotion.score is None and not emotion.feeling):
            return None
        face = mood_of(emotion.score)
        if emotion.score is None or face is None:
            return Mood(9, "", "", emotion.feeling or "")
        return Mood(face, score_text(emotion.score), self.tell(MOODS[face]), emotion.feeling or "")

    def pains(self, place: Placed) -> tuple[Pain, ...]:
        """The pain points of a place."""
        return tuple(self._pain(pain, place) for pain in place.pain_points)

    def chances(self, place: Placed) -> tuple[Chance, ...]:
        """The opportunities of a place."""
        return tuple(self._chance(chance, place) for chance in place.opportunities)

    def where(self, place: Placed) -> Place:
        """A place as others name it."""
        whole = self.tell(msg("Whole journey"))
        return Place(anchor_of(place), whole if isinstance(place, Journey) else place.name)

    def team(self, reference: str | None) -> str:
        """What a team is called."""
        return named(reference, self.journey.known_teams) if reference else ""

    def sources(self, references: Iterable[str]) -> tuple[str, ...]:
        """What pieces of evidence are called."""
        titles = {source.id: source.title or source.id for source in self.journey.known_evidence}
        return tuple(titles.get(reference, reference) for reference in references)

    def people(self, references: Iterable[str]) -> tuple[str, ...]:
        """What personas are called."""
        return tuple(named(reference, self.journey.known_personas) for reference in references)

    def targets(self, targets: Iterable[Target]) -> tuple[str, ...]:
        """Figures to reach, by name."""
        return tuple(
            f"{self.metric(target.metric)}: {target_text(target.at_least, target.at_most, self.tell)}"
            for target in targets
        )

    def metric(self, reference: str | None) -> str:
        """What a figure is called."""
        names = {metric.id: metric.name or metric.id for metric in self.journey.known_metrics}
        return names.get(reference or "", reference or "")

    def notes(self, notes: Iterable[Note]) -> tuple[str, ...]:
        """Questions, risks and assumptions, each with its kind."""
        return tuple(f"{chosen(NOTES, note.kind, self.tell)}: {note.text}" for note in notes)

    def _pain(self, pain: PainPoint, place: Placed) -> Pain:
        facts = (
            self._fact(self.tell(msg("Share of customers")), share_text(pain.share, self.tell)),
            self._fact(self.tell(msg("Felt by")), *self.people(pain.felt_by)),
            self._fact(self.tell(msg("Evidence")), *self.sources(pain.evidence)),
        )
        level = pain.severity or 0
        return Pain(
            anchor=anchor_of(pain),
            text=pain.text,
            level=level,
            severity=self.tell(LEVELS[level]) if level in LEVELS else "",
            facts=tuple(fact for fact in facts if any(fact.texts)),
            place=self.where(place),
            answers=tuple(
                Place(anchor_of(chance), chance.text)
                for chance in self.journey.every_opportunity
                if pain.id in chance.addresses
            ),
        )

    def _chance(self, chance: Opportunity, place: Placed) -> Chance:
        facts = (
            self._fact(self.tell(msg("Gain")), chance.gain),
            self._fact(self.tell(msg("Priority")), str(chance.priority or "")),
            self._fact(self.tell(msg("Shipped")), day_text(chance.shipped, self.tell)),
        )
        late = bool(self.today and chance.due and chance.due < self.today and chance.status in _OPEN)
        return Chance(
            anchor=anchor_of(chance),
            text=chance.text,
            status=chance.status if chance.status in PROGRESS else "idea",
            status_word=chosen(PROGRESS, chance.status, self.tell),
            owner=self.team(chance.owner),
            due=day_text(chance.due, self.tell),
            late=late,
            impact=chance.impact or 0,
            effort=chance.effort or 0,
            facts=tuple(fact for fact in facts if any(fact.texts)),
            link=chance.link if chance.link and is_link(chance.link) else "",
            place=self.where(place),
            answers=tuple(
                Place(anchor_of(pain), pain.text)
                for pain in self.journey.every_pain_point
                if pain.id in chance.addresses
            ),
        )

    def _stage_facts(self, stage: Stage) -> Iterator[Fact]:
        yield self._fact(self.tell(msg("Customer goal")), stage.customer_goal)
        yield self._fact(self.tell(msg("Business goal")), stage.business_goal)
        yield self._fact(self.tell(msg("Begins when")), stage.enters_when)
        yield self._fact(self.tell(msg("Lasts")), lasting_text(stage.lasts) if stage.lasts else "")
        yield self._fact(self.tell(msg("Needs")), *_texts(stage.needs))
        yield self._fact(self.tell(msg("Expectations")), *_texts(stage.expectations))
        yield self._fact(self.tell(msg("Decided by")), *stage.decided_by)
        yield self._fact(self.tell(msg("Alternatives")), *stage.alternatives)
        yield self._fact(self.tell(msg("Offer")), *stage.offer)
        yield self._fact(self.tell(msg("Targets")), *self.targets(stage.targets))
        yield self._fact(self.tell(msg("Notes")), *self.notes(stage.notes))

    def _heard(self, touchpoint: Touchpoint) -> Iterator[Fact]:
        """What the customer does, thinks and meets."""
        yield self._fact(self.tell(msg("Actions")), *touchpoint.actions)
        yield self._fact(self.tell(msg("Thoughts")), *touchpoint.thoughts)
        yield self._fact(self.tell(msg("Expectation")), touchpoint.expectation and touchpoint.expectation.text)
        yield self._fact(self.tell(msg("Outcome")), touchpoint.outcome)
        yield self._fact(self.tell(msg("When")), touchpoint.timing)
        yield self._fact(self.tell(msg("Lasts")), lasting_text(touchpoint.lasts) if touchpoint.lasts else "")
        yield self._fact(self.tell(msg("Promised")), touchpoint.time_limit and touchpoint.time_limit.text)
        yield self._fact(self.tell(msg("Personas")), *self.people(touchpoint.personas))
        yield self._fact(self.tell(msg("Share of customers")), share_text(touchpoint.share, self.tell))
        yield self._fact(self.tell(msg("Other personas")), *self._others(touchpoint.emotion))

    def _behind(self, touchpoint: Touchpoint) -> Iterator[Fact]:
        """What the company does for it."""
        yield self._fact(self.tell(msg("Frontstage")), *touchpoint.frontstage)
        yield self._fact(self.tell(msg("Backstage")), *touchpoint.backstage)
        yield self._fact(self.tell(msg("Support")), *touchpoint.support)
        yield self._fact(self.tell(msg("Systems")), *touchpoint.systems)
        yield self._fact(self.tell(msg("Owner")), self.team(touchpoint.owner))
        lanes = {lane.id: lane.name for lane in self.journey.lanes}
        for lane, texts in touchpoint.lanes:
            yield self._fact(lanes.get(lane, lane), *texts)
        yield self._fact(self.tell(msg("Targets")), *self.targets(touchpoint.targets))
        yield self._fact(self.tell(msg("Evidence")), *self.sources(touchpoint.evidence))
        yield self._fact(self.tell(msg("Notes")), *self.notes(touchpoint.notes))

    def _others(self, emotion: Emotion | None) -> tuple[str, ...]:
        by = emotion.by if emotion else ()
        return tuple(f"{named(who, self.journey.known_personas)}: {score_text(score)}" for who, score in by)

    @staticmethod
    def _fact(label: str, *texts: str | None) -> Fact:
        return Fact(label, tuple(text for text in texts if text))


def _texts(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.text for statement in statements)
