"""`cjm discover`: a first draft of a journey, from an event log alone."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from cjm.cli.leaving import refuse
from cjm.cli.options import Lang, Quiet, language
from cjm.cli.tables import (
    ActivityColumn,
    Case,
    ChannelColumn,
    Dates,
    Decimal,
    Delimiter,
    Encoding,
    Time,
    connected,
    refuse_without_duckdb,
)
from cjm.diagnostics import Message, Translate, msg, say

if TYPE_CHECKING:
    from cjm.measure.discovery import Head
    from cjm.measure.inputs import Table

ABOUT = (
    "Touchpoints in the order in which customers meet them, stages where the flow is narrowest, the fewest paths that "
    "80 % of cases follow. The draft passes `cjm validate`; names, stages and paths are yours to change."
)
EXAMPLE = "cjm discover clicks.csv --out tienda.journey.yaml"
_LOG_ENDINGS = re.compile(
    r"(\.gz|\.csv|\.tsv|\.txt|\.jsonl?|\.ndjson|\.parquet|\.pq|\.xes|\.duckdb|\.db|\.sqlite3?)+$", re.IGNORECASE
)


def run(  # noqa: PLR0913 - every option is one
    events: Annotated[
        list[str],
        typer.Argument(metavar="EVENTS", help="The log: files, globs, folders of parts, `file.duckdb::table`."),
    ],
    *,
    case: Case = None,
    activity: ActivityColumn = None,
    time: Time = None,
    channel: ChannelColumn = None,
    title: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--title", help="What the journey is called.  [default: the log's name]", show_default=False),
    ] = None,
    tongue: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--language", metavar="TAG", help="The journey's language, such as `es`.", show_default=False),
    ] = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--out", "-o", metavar="FILE", help="Write the journey to a new file.", show_default=False),
    ] = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    decimal: Decimal = None,
    dates: Dates = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    spoken = _spoken(tongue, translate)
    _refuse_to_write_over(output, translate)
    refuse_without_duckdb(translate)
    from cjm.cli.progress import stages  # noqa: PLC0415 - `--help` needs none of it
    from cjm.measure.discovery import draft, flow  # noqa: PLC0415 - `--help` needs none of it
    from cjm.measure.inputs import Columns, Told, opened  # noqa: PLC0415 - as above
    from cjm.measure.troubles import MeasureError  # noqa: PLC0415 - as above

    try:
        columns = Columns(case=case, activity=activity, time=time, channel=channel)
        with connected(translate) as connection, stages(quiet=quiet) as heard:
            heard(say(msg("reading the log"), translate))
            table = opened(connection, events, Path(), columns, told=Told(delimiter, encoding, decimal, dates))
            heard(say(msg("following the cases"), translate))
            text = draft(flow(connection, table), _head(events, table, title, tongue, output), spoken)
    except MeasureError as trouble:
        raise refuse(trouble.message, trouble.hint, translate) from trouble
    _tell(table.notes, translate, quiet=quiet)
    _write(text, output, translate)


def _spoken(tongue: str | None, translate: Translate) -> Translate:
    """How the draft's own words are said: in the journey's language where there are words for it."""
    from cjm.locale import closest, translator  # noqa: PLC0415 - only one command needs it
    from cjm.model.patterns import LANGUAGE  # noqa: PLC0415 - as above

    if tongue is None:
        return translate
    if not re.fullmatch(LANGUAGE, tongue):
        raise refuse(msg("`{language}` is no language", language=tongue), msg("write a tag such as `es`"), translate)
    found = closest(tongue)
    return translator(found) if found else translate


def _refuse_to_write_over(output: Path | None, translate: Translate) -> None:
    if output is not None and output.exists():
        raise refuse(
            msg("`{file}` exists already, and would be written over", file=output),
            msg("name a new file after `--out`"),
            translate,
        )


def _head(events: list[str], table: Table, title: str | None, tongue: str | None, output: Path | None) -> Head:
    from cjm.measure.discovery import Head  # noqa: PLC0415 - `--help` needs none of it
    from cjm.measure.discovery.wording import readable  # noqa: PLC0415 - as above

    stem = _LOG_ENDINGS.sub("", Path(events[0].partition("::")[0]).name)
    called = title.strip() if title and title.strip() else readable(stem or "log")
    return Head(called, tongue, tuple(_from(output, each) for each in events), table.roles, table.basis.name)


def _from(output: Path | None, source: str) -> str:
    """A source as the new file must name it: relative to its own folder."""
    written, mark, inner = source.partition("::")
    home = output.absolute().parent if output else Path.cwd()
    return Path(os.path.relpath(Path(written).expanduser().absolute(), home)).as_posix() + mark + inner


def _tell(notes: tuple[Message, ...], translate: Translate, *, quiet: bool) -> None:
    for note in () if quiet else notes:
        print(f"cjm: {say(note, translate)}", file=sys.stderr)


def _write(text: str, output: Path | None, translate: Translate) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    from cjm.cli.writing import write_whole  # noqa: PLC0415 - most runs print

    try:
        write_whole(output, text.encode())
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be written: {reason}", file=output, reason=error.strerror or ""), None, translate
        ) from error
