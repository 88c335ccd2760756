"""A measurement as Markdown, for a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Translate
from cjm.model import Journey
from cjm.model.measurement import Measurement
from cjm.reports.md import text
from cjm.reports.measured.wording import cell, summary
from cjm.views.measured.shapes import Sheet


def render(journey: Journey, measurement: Measurement, translate: Translate) -> str:
    """The same as the text, with headings and tables; whatever stands in the journey or the log stays a text."""
    del translate
    found = summary(journey, measurement)
    lines = [f"# {text(found.title)}", "", f"{text(found.basis)} · {text(found.coverage)}", ""]
    for place, sentence in enumerate(found.untrue, 1):
        lines.append(f"{place}. {text(sentence)}" + (f" **← {text(found.first)}**" if place == 1 else ""))
    lines += ["", *(f"- {text(label)}: {text(value)}" for label, value in found.totals)]
    for sheet in found.sheets:
        lines += ["", *_table(sheet)]
    if found.notes:
        lines += ["", *(f"- {text(note)}" for note in found.notes)]
    return "\n".join(lines) + "\n"


def _table(sheet: Sheet) -> Iterator[str]:
    yield f"## {text(sheet.title)}"
    yield ""
    yield _row([text(heading.text) for heading in sheet.headings])
    yield _row(["---" if heading.kind == "text" else "--:" for heading in sheet.headings])
    for row in sheet.rows:
        yield _row([text(cell(each)) for each in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |"
