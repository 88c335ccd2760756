"""Tables as an Excel workbook, read back with another library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from cjm.model import Journey
from cjm.outputs import xlsx
from cjm.outputs.csv import is_formula
from cjm.outputs.escape import clean
from cjm.views.tables import tables

SHOP = """
language: en
stages:
  - name: Look
    touchpoints:
      - {name: Advert, emotion: -2, share: 35%, actions: ['Reads it', 'Closes it'], moment_of_truth: true}
      - {name: Shop window, share: 0.125, opportunities: [{text: =1+1, due: 2026-12-15, link: 'https://example.org/'}]}
"""


def book(journey: Journey) -> Any:
    return load_workbook(io.BytesIO(xlsx.render(tables(journey))))


def cell(sheet: Any, heading: str, row: int = 2) -> Any:
    headings = [each.value for each in sheet[1]]
    return sheet.cell(row, headings.index(heading) + 1)


@pytest.fixture
def shop(journey_of: Callable[[str], Journey]) -> Any:
    return book(journey_of(SHOP))


def test_there_is_a_sheet_for_each_table(shop: Any) -> None:
    assert shop.sheetnames == ["Touchpoints", "Pain points", "Opportunities"]


def test_sheets_are_named_in_the_journeys_language(journey_of: Callable[[str], Journey]) -> None:
    assert book(journey_of("language: es")).sheetnames[1:] == ["Puntos de dolor", "Oportunidades"]


def test_numbers_shares_dates_and_flags_are_what_excel_knows(shop: Any) -> None:
    first, _, third = shop.worksheets
    assert (cell(first, "Emotion").value, cell(first, "Emotion").data_type) == (-2, "n")
    assert (cell(first, "Share").value, cell(first, "Share").number_format) == (0.35, "0%")
    assert (cell(first, "Share", 3).value, cell(first, "Share", 3).number_format) == (0.125, "0.0%")
    assert cell(first, "Moment of truth").value is True
    assert cell(third, "Due").value == datetime(2026, 12, 15)  # noqa: DTZ001 - Excel knows no zones
    assert cell(third, "Due").number_format == "yyyy-mm-dd"


def test_a_text_stays_a_text_also_when_it_is_edited(shop: Any) -> None:
    wanted = cell(shop.worksheets[2], "Opportunity")
    assert (wanted.value, wanted.data_type, wanted.quotePrefix) == ("=1+1", "s", True)
    assert cell(shop.worksheets[2], "Link").hyperlink is None


def test_a_list_is_wrapped_in_its_cell(shop: Any) -> None:
    does = cell(shop.worksheets[0], "Does")
    assert does.value == "Reads it\nCloses it"
    assert does.alignment.wrap_text


def test_the_heading_stays_and_filters(shop: Any) -> None:
    for sheet in shop.worksheets:
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(9 <= each.width <= 60 for each in sheet.column_dimensions.values())


def test_a_journey_without_touchpoints_is_a_workbook_of_headings(journey_of: Callable[[str], Journey]) -> None:
    assert [sheet.max_row for sheet in book(journey_of("")).worksheets] == [1, 1, 1]


def test_the_bytes_and_dates_of_a_workbook_depend_on_the_journey_alone(
    journey_of: Callable[[str], Journey], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = xlsx.render(tables(journey_of(SHOP)))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert xlsx.render(tables(journey_of(SHOP))) == first
    assert book(journey_of(SHOP)).properties.created == xlsx.CREATED
    assert {each.date_time[0] for each in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {1980}


def test_a_sheet_runs_from_right_to_left_where_the_language_does(journey_of: Callable[[str], Journey]) -> None:
    assert book(journey_of("language: ar")).worksheets[0].sheet_view.rightToLeft


def test_a_text_that_is_too_long_for_a_cell_begins_there(journey_of: Callable[[str], Journey]) -> None:
    long = journey_of(f"language: en\nstages: [{{name: A, touchpoints: ['{'ñ😀' * 20_000}']}}]")
    text = cell(book(long).worksheets[0], "Touchpoint").value
    assert text.startswith("ñ😀ñ😀")
    assert text.endswith("…")


def test_every_payload_is_a_text_in_one_cell(saying: Callable[[str], Journey], payloads: dict[str, str]) -> None:
    plain = book(saying("x"))
    for name, text in payloads.items():
        made = book(saying(text))
        assert [each.dimensions for each in made.worksheets] == [each.dimensions for each in plain.worksheets], name
        every = [each for sheet in made.worksheets for row in sheet.iter_rows() for each in row]
        assert {each.data_type for each in every} <= {"s", "n", "b", "d"}, name
        assert not [each for each in every if each.hyperlink], name
        shown = cell(made.worksheets[2], "Oportunidad")
        assert shown.value == "\n".join(clean(text).splitlines()), name
        assert bool(shown.quotePrefix) == is_formula(shown.value), name


def test_a_workbook_speaks_of_no_other_place(saying: Callable[[str], Journey]) -> None:
    """No link, no macro, no query: nothing that Excel would ask about."""
    made = zipfile.ZipFile(io.BytesIO(xlsx.render(tables(saying("https://evil.example/")))))
    relations = b"".join(made.read(name) for name in made.namelist() if name.endswith(".rels"))
    assert b"TargetMode" not in relations
    assert not [name for name in made.namelist() if "vba" in name or "external" in name.lower()]
