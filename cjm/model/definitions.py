"""What journeys refer to and projects share: personas, channels, teams, evidence, metrics, lanes."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from cjm.diagnostics import Message, msg
from cjm.model.fields import Address, Choice, Day, Many, Number, One, Table, Text, declare
from cjm.model.part import part
from cjm.model.parts import AMOUNT, DAY, TEXT, Identified, Statement
from cjm.model.values import Amount

CHANNEL_KINDS = (
    "web",
    "app",
    "email",
    "sms",
    "phone",
    "chat",
    "social",
    "store",
    "screen",
    "print",
    "mail",
    "person",
    "partner",
    "other",
)
EVIDENCE_KINDS = (
    "interview",
    "survey",
    "analytics",
    "support",
    "observation",
    "test",
    "workshop",
    "document",
    "benchmark",
    "expert_review",
    "customer_review",
    "assumption",
)


@part
class Persona(Identified):
    """A kind of customer, drawn from research."""

    noun: ClassVar[Message] = msg("a persona")
    family: ClassVar[str] = "persona"
    instead: ClassVar[str] = "id"

    name: str = declare(TEXT, "What the team calls her", required=True)
    summary: str | None = declare(TEXT, "Who she is, in a line")
    needs: tuple[Statement, ...] = declare(Many(One(Statement)), "What she must have")
    goals: tuple[Statement, ...] = declare(Many(One(Statement)), "What she wants to reach")
    frustrations: tuple[Statement, ...] = declare(Many(One(Statement)), "What gets in her way")
    quote: str | None = declare(TEXT, "A sentence that she said")
    segment: tuple[tuple[str, tuple[str, ...]], ...] = declare(
        Table(Many(Text(), single=True)), "Columns of the event log, and their values, that pick her cases out"
    )
    image: str | None = declare(Address(local=True), "A picture, as a path inside the project")


@part
class Channel(Identified):
    """Where a touchpoint happens."""

    noun: ClassVar[Message] = msg("a channel")
    family: ClassVar[str] = "channel"
    instead: ClassVar[str] = "id"

    name: str = declare(TEXT, "What people call it", required=True)
    kind: str | None = declare(Choice(CHANNEL_KINDS), "What sort of channel it is")


@part
class Team(Identified):
    """An area of the company, or a partner."""

    noun: ClassVar[Message] = msg("a team")
    family: ClassVar[str] = "team"
    instead: ClassVar[str] = "id"

    name: str = declare(TEXT, "What people call it", required=True)
    kind: str | None = declare(Choice(("internal", "partner")), "Whether it is inside the company")


@part
class Evidence(Identified):
    """Where a claim comes from."""

    noun: ClassVar[Message] = msg("a piece of evidence")
    family: ClassVar[str] = "evidence"
    label: ClassVar[str] = "title"

    kind: str | None = declare(Choice(EVIDENCE_KINDS), "How it was found out")
    title: str | None = declare(TEXT, "What it is called")
    date: dt.date | None = declare(Day(), "When it was gathered")
    sample: int | None = declare(Number(low=0, whole=True), "How many people or cases it rests on")
    link: str | None = declare(Address(), "Where it can be read")


@part
class Metric(Identified):
    """A figure kept elsewhere that the map shows or wants to move."""

    noun: ClassVar[Message] = msg("a metric")
    family: ClassVar[str] = "metric"

    name: str | None = declare(TEXT, "What people call it")
    unit: str | None = declare(TEXT, "What it counts: share, euros, minutes")
    formula: str | None = declare(TEXT, "How it is worked out")
    source: str | None = declare(TEXT, "Where it is kept")
    value: Amount | None = declare(AMOUNT, "What it is today")
    benchmark: Amount | None = declare(AMOUNT, "What it is elsewhere")
    measured: dt.date | None = declare(DAY, "When it was measured")


@part
class Lane(Identified):
    """A lane of the team's own, drawn below the built-in ones."""

    noun: ClassVar[Message] = msg("a lane")
    family: ClassVar[str] = "lane"
    instead: ClassVar[str] = "id"

    name: str = declare(TEXT, "The lane's heading", required=True)
