"""What a caller wants of a log or a survey, and what it gets. Knows no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cjm.diagnostics import Message, msg
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import Basis

NUMBERS = ("value", "csat", "nps", "ces")
EVENT_ROLES = ("case", "activity", "time")
"""What every event needs: looked for under well-known names when nobody says where it stands."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by what they are for; None is looked for under well-known names, where `needed` or likely.

    `usual` are columns by role that are taken where the source has them: those of another log of the same journey.
    `texts` are further columns to segment by, `numbers` a survey's own columns: they must exist. Those `wished` for are
    taken as `texts` are where they do.
    """

    case: str | None = None
    activity: str | None = None
    time: str | None = None
    channel: str | None = None
    value: str | None = None
    touchpoint: str | None = None
    csat: str | None = None
    nps: str | None = None
    ces: str | None = None
    texts: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    usual: tuple[tuple[str, str], ...] = ()
    kind: Literal["events", "survey"] = "events"

    def told(self) -> dict[str, str]:
        """The columns that somebody named, by role."""
        roles = ("case", "activity", "time", "channel", "value", "touchpoint", "csat", "nps", "ces")
        return {role: name for role in roles if (name := getattr(self, role)) is not None}


@dataclass(frozen=True, slots=True)
class Told:
    """How a text file is written, where somebody said so; the rest is found out from the file itself.

    `dates` is an order or a format as `strptime` has it, `decimal` a comma or a point.
    """

    delimiter: str | None = None
    encoding: str | None = None
    decimal: str | None = None
    dates: str | None = None


NOTHING_TOLD = Told()
ORDERS = ("day-first", "month-first")


def refuse_told(told: Told) -> None:
    """Refuse words that say nothing about dates or decimals."""
    if told.decimal not in (None, ".", ","):
        raise MeasureError(msg("`{sign}` is no decimal sign", sign=told.decimal or ""), msg("write `,` or `.`"))
    if told.dates is not None and told.dates not in ORDERS and "%" not in told.dates:
        raise MeasureError(
            msg("`{format}` is no format of dates", format=told.dates),
            msg("write `day-first`, `month-first`, or a format such as `%d/%m/%Y %H:%M`"),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A source opened: `sql` is a relation for FROM.

    - The columns that were asked for or found stand in it under the names of the source.
    - The case, activity, channel and touchpoint are never empty texts, but null (a case may be an integer).
    - The time is a TIMESTAMP in UTC, null where none can be read; `unread_time` is the text of those that cannot be.
    - value, csat, nps, ces and `numbers` are DOUBLE.
    - `row_order` is the row's place in the source: rising, not without gaps.

    `roles` says which column has been taken for what, `columns` is everything that the source has, and `notes` what
    a user should hear about how it was read.
    """

    sql: str
    columns: tuple[str, ...]
    roles: Mapping[str, str]
    basis: Basis
    notes: tuple[Message, ...] = field(default=())
