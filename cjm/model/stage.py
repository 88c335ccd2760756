"""A stage: what the customer is trying to do for a while, and the touchpoints on the way."""

from __future__ import annotations

from typing import ClassVar

from cjm.diagnostics import Message, msg
from cjm.model.fields import Choice, Lapse, Many, One, Table, declare
from cjm.model.part import part
from cjm.model.parts import TEXT, TEXTS, Figure, Identified, Note, Statement, Target
from cjm.model.touchpoint import Emotion, Opportunity, PainPoint, Touchpoint
from cjm.model.values import Lasting

STAGE_KINDS = (
    "awareness",
    "consideration",
    "decision",
    "purchase",
    "delivery",
    "onboarding",
    "visit",
    "service",
    "use",
    "support",
    "retention",
    "advocacy",
    "other",
)


@part
class Stage(Identified):
    """A part of the journey with one purpose."""

    noun: ClassVar[Message] = msg("a stage")
    family: ClassVar[str] = "stage"

    name: str = declare(TEXT, "What the customer is doing, in her words", required=True)
    kind: str | None = declare(Choice(STAGE_KINDS), "What sort of stage it is")
    description: str | None = declare(TEXT, "More about it")
    customer_goal: str | None = declare(TEXT, "What the customer wants from it")
    business_goal: str | None = declare(TEXT, "What the company wants from it")
    needs: tuple[Statement, ...] = declare(Many(One(Statement)), "What the customer must have here")
    expectations: tuple[Statement, ...] = declare(Many(One(Statement)), "What the customer expects here")
    enters_when: str | None = declare(TEXT, "The fact that moves a customer into the stage")
    lasts: Lasting | None = declare(Lapse(), "How long it takes; none is a legal answer")
    offer: tuple[str, ...] = declare(TEXTS, "What to show or give a customer who is here")
    decided_by: tuple[str, ...] = declare(TEXTS, "What settles the decision here")
    alternatives: tuple[str, ...] = declare(TEXTS, "What the customer compares us with")
    emotion: Emotion | None = declare(One(Emotion), "The mood of the stage, where touchpoints don't say it")
    targets: tuple[Target, ...] = declare(Many(One(Target)), "Figures to reach")
    figures: tuple[Figure, ...] = declare(Many(One(Figure)), "Figures observed by hand")
    skipped: str | None = declare(TEXT, "Why this stage has no touchpoints")
    pain_points: tuple[PainPoint, ...] = declare(Many(One(PainPoint)), "Where it hurts")
    opportunities: tuple[Opportunity, ...] = declare(Many(One(Opportunity)), "What could change")
    notes: tuple[Note, ...] = declare(Many(One(Note)), "Questions, risks and assumptions")
    lanes: tuple[tuple[str, tuple[str, ...]], ...] = declare(Table(TEXTS, keys="lane"), "Text for the map's own lanes")
    touchpoints: tuple[Touchpoint, ...] = declare(Many(One(Touchpoint)), "What happens, in order")
