"""How a text file of rows is written: its encoding, what stands between values, and the names of its columns."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice
from typing import Any, NamedTuple

from cjm.diagnostics import msg
from cjm.measure.inputs.asked import Told
from cjm.measure.inputs.kinds import head
from cjm.measure.inputs.places import Place
from cjm.measure.troubles import MeasureError

DELIMITERS = (",", ";", "\t", "|")
_HEAD, _PEEK = 1 << 18, 1 << 13
_RECORDS = 200
_EVEN = 0.9
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAYS_DELIMITER = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"\ufeff?(?:[ \t]*(?:\r\n|\r|\n))+")
_NAMED = {"tab": "\t", r"\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}


class Dialect(NamedTuple):
    """`skipped` lines come before the names. An encoding but `utf-8` is carried over before the engine reads it."""

    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    skipped: int = 0
    escape: str = '"'


def dialect(place: Place, told: Told) -> Dialect:
    """As told, else as the first rows show."""
    start = head(place.path, place.label, _HEAD)
    encoding = _known(told.encoding) if told.encoding else encoding_of(start)
    written = start.decode(encoding, "replace").removeprefix("\ufeff")
    blank = _BLANK.match(written)
    skipped = len(_LINE_END.findall(blank[0])) if blank else 0
    written = written[blank.end() :] if blank else written
    says = _SAYS_DELIMITER.match(written)
    if says:
        written, skipped = written[says.end() :], skipped + 1
    whole = len(start) < _HEAD
    delimiter = _told_delimiter(told) or (says[1] if says else _delimiter(written, whole=whole, named=place.path.name))
    escape = _escape(written, delimiter, whole=whole)
    return Dialect(encoding, delimiter, _columns(written, delimiter, place), skipped, escape)


def first_values(place: Place, known: Dialect, column: str) -> list[str]:
    """What stands in a column of the first rows."""
    written = head(place.path, place.label, _PEEK).decode(known.encoding, "replace")
    rows = "".join(written.splitlines(keepends=True)[known.skipped :])
    records = _records(rows, known.delimiter, whole=False, slash=known.escape == "\\")
    at = known.columns.index(column)
    return [record[at] for record in records[1:] if len(record) > at and record[at]]


def _escape(written: str, delimiter: str, *, whole: bool) -> str:
    """What makes a quote inside quotes mean itself: another quote, or a backslash where rows are as even so."""
    if '\\"' not in written:
        return '"'
    found = [_records(written, delimiter, whole=whole, slash=slash) for slash in (False, True)]
    usual, other = ((_evenness(records), len(records)) for records in found)
    return "\\" if other >= usual else '"'


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError as error:
        raise MeasureError(
            msg("there is no encoding `{encoding}`", encoding=encoding),
            msg("write `utf-8`, `utf-16`, `latin-1` or `cp1252`"),
        ) from error


def encoding_of(start: bytes) -> str:
    """Told by its first bytes: UTF-8, UTF-16 with or without its mark, else the one of Western Windows."""
    for bom, encoding in _BOMS:
        if start.startswith(bom):
            return encoding
    even, odd = start[0:2000:2].count(0), start[1:2000:2].count(0)
    if max(even, odd) > len(start[:2000]) // 8:
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _told_delimiter(told: Told) -> str | None:
    if told.delimiter is None:
        return None
    delimiter = _NAMED.get(told.delimiter.lower(), told.delimiter)
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise MeasureError(
            msg("`{delimiter}` cannot stand between values", delimiter=told.delimiter),
            msg("write one sign, such as `;`, or `tab`"),
        )
    return delimiter


def _records(written: str, delimiter: str, *, whole: bool, slash: bool = False) -> list[list[str]]:
    """The first records; the last, which may be cut, only where the text is whole; `slash` makes quotes mean quotes."""
    ways: dict[str, Any] = {"doublequote": False, "escapechar": "\\"} if slash else {}
    reader = csv.reader(StringIO(written, newline=""), delimiter=delimiter, **ways)
    found: list[list[str]] = []
    with suppress(csv.Error):
        found.extend(record for record in islice(reader, _RECORDS) if record)
    return found if whole or len(found) < 2 or len(found) >= _RECORDS else found[:-1]  # noqa: PLR2004 - names and a row


def _delimiter(written: str, *, whole: bool, named: str) -> str:
    """The sign that cuts all rows as it cuts the first: the most even one, then the one that cuts most."""
    usual = ("\t", *DELIMITERS) if named.lower().removesuffix(".gz").endswith(".tsv") else DELIMITERS
    best, merit = usual[0], (0.0, 0)
    for sign in usual:
        records = _records(written, sign, whole=whole)
        if not records or len(records[0]) < 2:  # noqa: PLR2004 - it cuts nothing
            continue
        width = len(records[0])
        even = _evenness(records)
        found = (1.0 if even > _EVEN else even, width)
        if found > merit:
            best, merit = sign, found
    return best


def _evenness(records: Sequence[Sequence[str]]) -> float:
    """The share of records that are as long as the first."""
    return sum(len(record) == len(records[0]) for record in records) / len(records) if records else 0.0


def _columns(written: str, delimiter: str, place: Place) -> tuple[str, ...]:
    records = csv.reader(StringIO(written, newline=""), delimiter=delimiter)
    try:
        names = next((record for record in records if record), None)
    except csv.Error as error:
        raise MeasureError(msg("`{file}` has no row of names that can be read", file=place.label)) from error
    if not names:
        raise MeasureError(msg("`{file}` is empty", file=place.label))
    return told_apart(names)


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """Names without the space around them; one that is missing or comes twice gets a number."""
    seen: dict[str, int] = {}
    unique = []
    for number, written in enumerate(names, 1):
        label = written.strip() or f"column {number}"
        seen[label] = seen.get(label, 0) + 1
        unique.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(unique)
