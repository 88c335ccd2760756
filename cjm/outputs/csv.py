"""Tables as CSV (RFC 4180, UTF-8 with the mark that Excel looks for): a file for each table, no text a formula."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO

from cjm.outputs.escape import clean
from cjm.outputs.look import PLAIN, Look
from cjm.views.tables import Table, TablesView, Value

MARK = "\ufeff"
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How spreadsheets recognise a formula, also behind spaces and what cannot be seen, and in wide letters."""


def render(view: TablesView, _look: Look = PLAIN) -> dict[str, str]:
    """The tables by the ending of their files; touchpoints first."""
    measured = view.measured.tables if view.measured else ()
    endings = ("csv", "pain-points.csv", "opportunities.csv", *(f"measured-{table.key}.csv" for table in measured))
    return {ending: _file(table) for ending, table in zip(endings, view.tables, strict=True)}


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would try to work a text out."""
    return bool(_FORMULA.match(text))


def cell_text(value: str | tuple[str, ...]) -> str:
    """A text, or a list of texts with one on each line."""
    lines = (value,) if isinstance(value, str) else value
    return "\n".join("\n".join(clean(line).splitlines()) for line in lines)


def _file(table: Table) -> str:
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([_text(column.heading) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return MARK + written.getvalue()


def _cell(value: Value) -> str | float:
    """Numbers stay numbers; everything else is quoted, so that no other separator splits it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | tuple):
        return _text(value)
    return int(value) if value == int(value) else value


def _text(value: str | tuple[str, ...]) -> str:
    """A text that a spreadsheet shows as it is: an apostrophe keeps one that looks like a formula from being one."""
    text = cell_text(value)
    return f"'{text}" if is_formula(text) else text
