"""A measurement as plain text: what is untrue of the map and what to mend first, then every figure in tables."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Translate
from cjm.model import Journey
from cjm.model.measurement import Measurement
from cjm.reports.cells import width
from cjm.reports.measured.wording import Summary, cell, shown, summary
from cjm.views.measured.shapes import Sheet

_WORDS = frozenset({"text"})


def render(journey: Journey, measurement: Measurement, translate: Translate) -> str:
    """In the language of the journey, as all reports about it."""
    del translate
    found = summary(journey, measurement)
    blocks = ["\n".join(_head(found)), *("\n".join(_table(sheet)) for sheet in found.sheets)]
    if found.notes:
        blocks.append("\n".join(found.notes))
    return "\n\n".join(blocks) + "\n"


def _head(found: Summary) -> Iterator[str]:
    yield found.title
    yield f"{found.basis} · {found.coverage}"
    yield ""
    for place, sentence in enumerate(found.untrue, 1):
        yield f"  {place}. {sentence}" + (f"  ← {found.first}" if place == 1 else "")
    if found.untrue:
        yield ""
    widest = max((width(label) for label, _ in found.totals), default=0)
    for label, text in found.totals:
        yield f"  {_left(label, widest)}  {text}"


def _table(sheet: Sheet) -> Iterator[str]:
    yield shown(sheet.title)
    rows = [[shown(heading.text) for heading in sheet.headings], *([cell(each) for each in row] for row in sheet.rows)]
    widths = [max(width(row[place]) for row in rows) for place in range(len(sheet.headings))]
    plain = [heading.kind in _WORDS for heading in sheet.headings]
    for row in rows:
        parts = (
            _left(text, room) if word else _right(text, room)
            for text, room, word in zip(row, widths, plain, strict=True)
        )
        yield f"  {'  '.join(parts)}".rstrip()


def _left(text: str, room: int) -> str:
    return text + " " * (room - width(text))


def _right(text: str, room: int) -> str:
    return " " * (room - width(text)) + text
