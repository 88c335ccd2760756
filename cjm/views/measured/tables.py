"""The tables of a measurement for spreadsheets and documents: values typed, lengths of time in hours."""

from __future__ import annotations

from cjm.diagnostics import msg, say
from cjm.model.measurement import Measurement
from cjm.views.labels import WORDS
from cjm.views.measured.figures import basis_said
from cjm.views.measured.shapes import Cell, Heading, Sheet
from cjm.views.measured.sheets import every
from cjm.views.measured.truths import truths
from cjm.views.pages.guide import Guide
from cjm.views.tables.shapes import Column, Kind, MeasuredTables, Table, Value

_HOUR = 3600
_KINDS: dict[str, Kind] = {
    "text": "text",
    "count": "number",
    "share": "share",
    "duration": "number",
    "number": "number",
}


def measured_tables(tell: Guide, measurement: Measurement) -> MeasuredTables:
    """Everything of the measured chapter but its pictures."""
    found = every(tell, measurement)
    return MeasuredTables(
        title=tell.say(WORDS["measured"]),
        basis=tell.say(basis_said(measurement, tell)),
        truths=tuple(say(each.message, tell.say.translate) for each in truths(tell, measurement)),
        tables=tuple(_table(sheet, number, tell) for number, sheet in enumerate(found)),
    )


def _table(sheet: Sheet, number: int, tell: Guide) -> Table:
    """The key of a segment's table is its place: a column of the log may be called anything."""
    key = f"segments-{number}" if sheet.key.startswith("by-") else sheet.key
    columns = tuple(_column(heading, tell) for heading in sheet.headings)
    rows = tuple(
        tuple(_value(heading, cell) for heading, cell in zip(sheet.headings, row, strict=True)) for row in sheet.rows
    )
    return Table(key, tell.say.whole(msg("Measured: {title}", title=sheet.title)), columns, rows)


def _column(heading: Heading, tell: Guide) -> Column:
    hours = heading.kind == "duration"
    text = tell.say.whole(msg("{figure}, in hours", figure=heading.text)) if hours else heading.text
    return Column(heading.key, text, _KINDS[heading.kind])


def _value(heading: Heading, cell: Cell) -> Value:
    if heading.kind == "duration" and isinstance(cell.value, int | float):
        return round(cell.value / _HOUR, 4)
    return cell.value if cell.value is not None else cell.text or None
