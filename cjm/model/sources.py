"""Where the facts are: event logs and surveys, and the columns to read."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from cjm.diagnostics import Message, msg
from cjm.model.fields import Choice, Flag, Many, Number, One, Table, Text, declare
from cjm.model.part import Part, part
from cjm.model.parts import DAY, TEXT


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
    order: str | None = declare(TEXT, "Of a table: the column that decides between events of the same time")
    delimiter: str | None = declare(TEXT, "What stands between values: `;`, or `tab`")
    encoding: str | None = declare(TEXT, "How letters are written: `cp1252`")
    decimal: str | None = declare(TEXT, "The decimal sign: `,` or `.`")
    dates: str | None = declare(TEXT, "`day-first`, `month-first`, or a format such as `%d/%m/%Y %H:%M`")


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
    delimiter: str | None = declare(TEXT, "What stands between values: `;`, or `tab`")
    encoding: str | None = declare(TEXT, "How letters are written: `cp1252`")
    decimal: str | None = declare(TEXT, "The decimal sign: `,` or `.`")
    dates: str | None = declare(TEXT, "`day-first`, `month-first`, or a format such as `%d/%m/%Y %H:%M`")
    columns: tuple[tuple[str, Answer], ...] = declare(Table(One(Answer)), "Numeric columns of one's own", key="*")


@part
class Sources(Part):
    """Where `cjm measure` finds events and answers, and what it is asked of them."""

    noun: ClassVar[Message] = msg("the sources")

    events: EventSource | None = declare(One(EventSource), "The event log")
    surveys: tuple[SurveySource, ...] = declare(Many(One(SurveySource), single=True), "The surveys")
    since: date | None = declare(DAY, "The first day that is measured")
    until: date | None = declare(DAY, "The day before which it ends")
    by: tuple[str, ...] = declare(Many(Text(), single=True), "Columns for whose values every figure is measured")
    window: Literal["day", "week", "month"] | None = declare(
        Choice(("day", "week", "month")), "How long a window of the trend is"
    )
    min_cases: int | None = declare(Number(1, whole=True), "Figures of fewer cases are withheld")
    lenient: bool = declare(Flag(), "Whether to go on where more than 1 % of rows cannot be used", default=False)
