"""Where the facts are: event logs and surveys, and the columns to read."""

from __future__ import annotations

from typing import ClassVar

from cjm.diagnostics import Message, msg
from cjm.model.fields import Many, Number, One, Table, Text, declare
from cjm.model.part import Part, part
from cjm.model.parts import TEXT


@part
class EventSource(Part):
    """An event log: one row an event."""

    noun: ClassVar[Message] = msg("an event log")

    source: tuple[str, ...] = declare(Many(Text(), single=True), "A file, a glob or a table")
    case: str | None = declare(TEXT, "The column that names the customer, order or session")
    activity: str | None = declare(TEXT, "The column that says what happened")
    time: str | None = declare(TEXT, "The column that says when")
    channel: str | None = declare(TEXT, "The column that says where")
    value: str | None = declare(TEXT, "The column that holds an amount")


@part
class Answer(Part):
    """A survey's question: the column, and the scale when it is not the usual one."""

    noun: ClassVar[Message] = msg("a survey's question")
    short: ClassVar[str] = "column"

    column: str = declare(TEXT, "The column that holds the answer", required=True)
    scale: tuple[float, ...] = declare(Many(Number()), "Lowest and highest answer: `[1, 7]`")


@part
class SurveySource(Part):
    """A survey: one row an answer. Columns of one's own are named like `csat`."""

    noun: ClassVar[Message] = msg("a survey")

    source: tuple[str, ...] = declare(Many(Text(), single=True), "A file, a glob or a table")
    touchpoint: str | None = declare(TEXT, "The column that names the touchpoint")
    activity: str | None = declare(TEXT, "The column that names the activity, instead of the touchpoint")
    time: str | None = declare(TEXT, "The column that says when")
    case: str | None = declare(TEXT, "The column that names the customer, order or session")
    csat: Answer | None = declare(One(Answer), "Satisfaction, 1 to 5")
    nps: Answer | None = declare(One(Answer), "Would recommend, 0 to 10")
    ces: Answer | None = declare(One(Answer), "Effort, 1 to 7")
    columns: tuple[tuple[str, Answer], ...] = declare(Table(One(Answer)), "Numeric columns of one's own", key="*")


@part
class Sources(Part):
    """Where `cjm measure` finds events and answers."""

    noun: ClassVar[Message] = msg("the sources")

    events: EventSource | None = declare(One(EventSource), "The event log")
    surveys: tuple[SurveySource, ...] = declare(Many(One(SurveySource), single=True), "The surveys")
