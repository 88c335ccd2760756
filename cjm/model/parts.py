"""What all parts of a journey have in common, and the small ones that occur in many places."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import ClassVar, Literal

from cjm.diagnostics import Message, msg
from cjm.model.fields import (
    Address,
    Choice,
    Day,
    Ident,
    Length,
    Level,
    Many,
    Number,
    Pattern,
    Quantity,
    Ref,
    Text,
    declare,
)
from cjm.model.part import Part, part
from cjm.model.values import Amount, Duration

TEXT = Text()
TEXTS = Many(Text())
DAY = Day()
LEVEL = Level()
AMOUNT = Quantity()
TEAM = Ref("team")
EVIDENCE = Many(Ref("evidence"))


@part
class Identified(Part):
    """A part that others hold on to. An id that is not written is made from `label`, the key that names the part."""

    label: ClassVar[str] = "name"
    family: ClassVar[str] = ""
    """What ids are unique among; empty where the place in the file says it (needs, goals, expectations)."""

    id: str = declare(Ident(), "Holds on to this part when its name changes; otherwise made from the name", default="")
    was: tuple[str, ...] = declare(Many(Ident(), single=True), "Ids that this part had before")
    ref: str | None = declare(TEXT, "The name that other systems give it, such as a ticket number")
    generated: bool = field(default=False, compare=False, repr=False)


@part
class Statement(Identified):
    """A need, a goal, a frustration or an expectation, in a sentence of the customer's world."""

    noun: ClassVar[Message] = msg("a need or expectation")
    short: ClassVar[str] = "text"
    label: ClassVar[str] = "text"

    text: str = declare(TEXT, "The sentence", required=True)
    importance: int | None = declare(LEVEL, "How much it matters to the customer, 1 to 5")
    evidence: tuple[str, ...] = declare(EVIDENCE, "What it rests on")


@part
class Note(Identified):
    """A question, a risk or an assumption of the team."""

    noun: ClassVar[Message] = msg("a note")
    short: ClassVar[str] = "text"
    label: ClassVar[str] = "text"
    family: ClassVar[str] = "note"

    kind: Literal["question", "risk", "assumption", "note"] = declare(
        Choice(("question", "risk", "assumption", "note")), "What sort of note it is", default="note"
    )
    text: str = declare(TEXT, "The sentence", required=True)


@part
class Target(Part):
    """A figure and the value it should reach or stay under."""

    noun: ClassVar[Message] = msg("a target")

    metric: str = declare(
        Ref("metric"), "A figure that `cjm measure` knows, a survey column, or a metric", required=True
    )
    at_least: Amount | None = declare(AMOUNT, "The value it should reach: a number, a share or a duration")
    at_most: Amount | None = declare(AMOUNT, "The value it should not pass")


@part
class Figure(Part):
    """A value that somebody observed and wrote down."""

    noun: ClassVar[Message] = msg("a figure")

    metric: str = declare(Ref("metric"), "What was measured", required=True)
    value: Amount = declare(AMOUNT, "What it was", required=True)
    n: int | None = declare(Number(low=0, whole=True), "How many cases or answers it rests on")
    measured: date | None = declare(DAY, "When it was measured")
    evidence: tuple[str, ...] = declare(EVIDENCE, "Where it comes from")


@part
class Link(Part):
    """Something to look at elsewhere."""

    noun: ClassVar[Message] = msg("a link")

    title: str | None = declare(TEXT, "What the reader will find there")
    link: str = declare(Address(), "A web or mail address, or a path inside the project", required=True)


@part
class Stretch(Part):
    """The full form of a length of time that varies."""

    noun: ClassVar[Message] = msg("a length of time")

    shortest: Duration = declare(Length(), "The shortest", required=True, key="from")
    longest: Duration = declare(Length(), "The longest", required=True, key="to")


@part
class EventPattern(Part):
    """Names in the event log that mean a touchpoint: a name, a name with `*`, or a regular expression."""

    noun: ClassVar[Message] = msg("an event")
    short: ClassVar[str] = "name"

    name: str | None = declare(TEXT, "The activity's name; `*` stands for anything")
    regex: str | None = declare(Pattern(), "A regular expression that the activity's name matches")
