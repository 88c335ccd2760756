"""What a measurement's own report says before its tables, in the language of the journey."""

from __future__ import annotations

from cjm.diagnostics import Message, msg
from cjm.model.measurement import Coverage, SetAside
from cjm.views.measured.figures import share_said
from cjm.views.teller import Teller

FIRST = msg("mend this first")


def coverage_said(found: Coverage, tell: Teller) -> Message:
    """How much of the log the map explains."""
    return msg(
        "{share} of {events} events belong to the map ({mapped} of {activities} activities)",
        share=share_said(found.share, tell),
        events=tell.number(found.events),
        mapped=tell.number(found.mapped_activities),
        activities=tell.number(found.activities),
    )


def left_out_said(file: str, aside: SetAside, reason: str, tell: Teller) -> Message:
    """Rows that could not be used, with the first of them."""
    return msg(
        "{file}: {rows} rows were left out, {reason}: {examples}",
        rows=tell.number(aside.rows),
        file=file,
        reason=reason,
        examples="; ".join(aside.examples),
    )
