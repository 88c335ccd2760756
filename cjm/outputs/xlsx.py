"""Tables as one Excel workbook, a sheet each: true numbers, shares and dates, and texts that stay texts."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cjm.outputs.csv import cell_text, is_formula
from cjm.outputs.escape import clean
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.palette import HUES, INK, MOODS, PAPER, RULE
from cjm.views.tables import Column, Table, TablesView, Value
from cjm.views.wording import runs_right

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 - any day, always the same
LONGEST_TEXT = 32_767
"""Characters that Excel takes in a cell; of a longer text the beginning is written."""
LONGEST_NAME = 31
_FIXED = 3
"""The columns that stay when a screen scrolls."""
_NARROW, _WIDE = 9, 48
_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
_FORMATS = {"number": "General", "share": "0%", "finer share": "0.0%", "date": "yyyy-mm-dd"}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_A4 = 9


def render(view: TablesView, _look: Look = PLAIN) -> bytes:
    """The workbook, the same bytes for the same view."""
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - other formats need none of it

    written = BytesIO()
    book = Workbook(written, _OPTIONS)
    book.set_properties({"title": clean(view.title)[:255], "created": CREATED})
    formats = _formats(book)
    for table in view.tables:
        sheet = book.add_worksheet(_sheet_name(table.title, [each.name for each in book.worksheets()]))
        if runs_right(view.language):
            sheet.right_to_left()
        _fill(sheet, table, formats)
        _lay_out(sheet, table)
    book.close()
    return written.getvalue()


def _formats(book: Workbook) -> dict[str, Format]:
    body = {"text_wrap": True, "valign": "top", "font_color": INK}
    header = {**body, "bold": True, "bg_color": HUES[0], "bottom": 1, "bottom_color": RULE}
    return {
        "header": book.add_format({**header, "quote_prefix": True}),
        "text": book.add_format(body),
        "formula": book.add_format({**body, "quote_prefix": True}),
        **{kind: book.add_format({**body, "num_format": form}) for kind, form in _FORMATS.items()},
    }


def _sheet_name(title: str, taken: list[str]) -> str:
    """A title without what Excel refuses in the name of a sheet, different from the others."""
    name = _ILLEGAL.sub(" ", clean(title))[:LONGEST_NAME].strip(" '") or f"{len(taken) + 1}"
    if name.lower() in (each.lower() for each in taken):
        name = f"{name[: LONGEST_NAME - 2]} {len(taken) + 1}"
    return name


def _fill(sheet: Worksheet, table: Table, formats: dict[str, Format]) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, _cut(column.heading), formats["header"])
    for line, row in enumerate(table.rows, start=1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, (line, place), column, value, formats)


def _write(sheet: Worksheet, place: tuple[int, int], column: Column, value: Value, formats: dict[str, Format]) -> None:
    """Each type by its own method: nothing is guessed from a text."""
    if value is None:
        sheet.write_blank(*place, None, formats["text"])
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value, formats["text"])
    elif isinstance(value, date):
        sheet.write_datetime(*place, value, formats["date"])
    elif isinstance(value, str | tuple):
        text = _cut(value)
        sheet.write_string(*place, text, formats["formula" if is_formula(text) else "text"])
    else:
        sheet.write_number(*place, value, formats[_number_format(column, value)])


def _number_format(column: Column, value: float) -> str:
    """A share as per cent, with a decimal where it has one."""
    if column.kind != "share":
        return "number"
    return "share" if round(value * 100, 6).is_integer() else "finer share"


def _cut(value: str | tuple[str, ...]) -> str:
    text = cell_text(value)
    return text if _length(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT // 2]}…"


def _length(text: str) -> int:
    """As Excel counts: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _lay_out(sheet: Worksheet, table: Table) -> None:
    last = max(len(table.columns) - 1, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(column, [row[place] for row in table.rows]))
        if column.key == "emotion.score":
            sheet.conditional_format(1, place, max(1, len(table.rows)), place, _SCALE)
    sheet.autofilter(0, 0, len(table.rows), last)
    sheet.freeze_panes(1, min(_FIXED, last))
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _width(column: Column, values: list[Value]) -> float:
    """Wide enough for its longest line, within limits; a heading has room for the button of its filter."""
    lines = [line for value in values if isinstance(value, str | tuple) for line in cell_text(value).split("\n")]
    longest = max((len(line) for line in lines), default=_NARROW + 2)
    return max(_NARROW, min(_WIDE, longest + 2), min(_WIDE // 2, len(column.heading) + 4))


_SCALE: dict[str, Any] = {
    "type": "3_color_scale",
    "min_type": "num",
    "mid_type": "num",
    "max_type": "num",
    "min_value": -2,
    "mid_value": 0,
    "max_value": 2,
    "min_color": MOODS[-1],
    "mid_color": PAPER,
    "max_color": MOODS[1],
}
"""From red to blue, as in the pictures; pale enough to read the number on it."""
