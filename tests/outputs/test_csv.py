"""Tables as CSV, read back as a program and as a spreadsheet reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.outputs import csv as output
from cjm.outputs.escape import clean
from cjm.views.tables import tables

SHOP = """
language: en
stages:
  - name: Look
    touchpoints:
      - {name: Advert, emotion: -2, share: 35%, actions: ['Reads it, twice', 'Says "no"'], moment_of_truth: true}
      - {name: Shop window, share: 0.125, opportunities: [{text: Be found, due: 2026-12-15, priority: 1}]}
"""


def rows(file: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.removeprefix("\ufeff"), newline="")))


def files(journey: Journey) -> dict[str, str]:
    return output.render(tables(journey))


def column(file: str, heading: str) -> list[str]:
    table = rows(file)
    return [row[table[0].index(heading)] for row in table[1:]]


@pytest.fixture
def shop(journey_of: Callable[[str], Journey]) -> dict[str, str]:
    return files(journey_of(SHOP))


def test_each_table_is_a_file_and_touchpoints_come_first(shop: dict[str, str]) -> None:
    assert list(shop) == ["csv", "pain-points.csv", "opportunities.csv"]


def test_excel_knows_the_encoding_and_everybody_the_end_of_a_line(shop: dict[str, str]) -> None:
    for file in shop.values():
        assert file.startswith("\ufeff")
        assert file.endswith("\r\n")
        assert file.count("\r\n") == len(rows(file))


def test_numbers_stay_numbers_and_texts_stand_in_quotes(shop: dict[str, str]) -> None:
    assert column(shop["csv"], "Emotion") == ["-2", ""]
    assert column(shop["csv"], "Share") == ["0.35", "0.125"]
    assert ",-2," in shop["csv"], "a score that is a number is no formula"
    assert '"Advert"' in shop["csv"]


def test_dates_are_written_as_programs_read_them(shop: dict[str, str]) -> None:
    assert column(shop["opportunities.csv"], "Due") == ["2026-12-15"]


def test_a_list_stands_in_one_cell(shop: dict[str, str]) -> None:
    assert column(shop["csv"], "Does") == ['Reads it, twice\nSays "no"', ""]
    assert column(shop["csv"], "Moment of truth") == ["true", "false"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "\u200b=1", "\xa0=1", "＠x", "\r=1", "－1"]
)
def test_a_text_that_a_spreadsheet_would_work_out_is_held_by_an_apostrophe(
    saying: Callable[[str], Journey], text: str
) -> None:
    for file in files(saying(text)).values():
        cells = [cell for row in rows(file)[1:] for cell in row]
        assert any(cell.startswith("'") for cell in cells)
        assert not [cell for cell in cells if output.is_formula(cell) and cell not in {"-1", "-2"}]


@pytest.mark.parametrize("text", ["a=1", "1-1", "x@y", "−1", "'=1", '"=1'])
def test_other_texts_are_left_as_they_are(saying: Callable[[str], Journey], text: str) -> None:
    assert set(column(files(saying(text))["csv"], "Etapa")) == {text}


def test_every_payload_stands_in_one_cell_as_it_was(saying: Callable[[str], Journey], payloads: dict[str, str]) -> None:
    plain = files(saying("x"))
    shapes = {ending: [len(row) for row in rows(file)] for ending, file in plain.items()}
    for name, text in payloads.items():
        made = files(saying(text))
        assert {ending: [len(row) for row in rows(file)] for ending, file in made.items()} == shapes, name
        shown = column(made["opportunities.csv"], "Oportunidad")
        expected = "\n".join(clean(text).splitlines())
        assert {cell.removeprefix("'") for cell in shown} == {expected}, name
        assert "\x1b" not in "".join(made.values()), name


def test_no_cell_of_any_payload_is_a_formula(saying: Callable[[str], Journey], payloads: dict[str, str]) -> None:
    for name, text in payloads.items():
        for file in files(saying(text)).values():
            cells = (cell for row in rows(file) for cell in row)
            assert not [each for each in cells if output.is_formula(each) and each not in {"-1", "-2"}], name
