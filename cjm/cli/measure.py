"""`cjm measure`: the map against what customers did and said."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave, refuse
from cjm.cli.options import Lang, Quiet, language, listed, write_report
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
from cjm.diagnostics import Message, Translate, counted, msg, say

if TYPE_CHECKING:
    from cjm.cli.asking import Options
    from cjm.measure.engines import Engine
    from cjm.measure.run import Result
    from cjm.model import Journey
    from cjm.project.files import JourneyFile

ABOUT = (
    "An event log says what customers did, surveys what they felt; each is laid over the map. What is asked for may "
    "stand in the `sources` of the journey or of the project. Only figures are written, and none of fewer cases than "
    "`--min-cases`."
)
EXAMPLE = "cjm measure tienda.journey.yaml --events clicks.csv"
LOG, WHAT, PLACE = "Where the facts are", "What is measured", "How it is told"


class Form(StrEnum):
    """How a measurement is written."""

    text = "text"
    json = "json"
    md = "md"


class Window(StrEnum):
    """How long a window of the trend is."""

    day = "day"
    week = "week"
    month = "month"


def _option(name: str, metavar: str, about: str, panel: str) -> object:
    return typer.Option(name, metavar=metavar, help=about, show_default=False, rich_help_panel=panel)


def _flag(name: str, about: str, panel: str) -> object:
    return typer.Option(name, help=about, rich_help_panel=panel)


def run(  # noqa: PLR0913 - every option is one
    journey: Annotated[str, typer.Argument(metavar="JOURNEY", help="The journey's file; `-` is standard input.")],
    *,
    events: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        _option(
            "--events",
            "SRC",
            "The log: a file, a glob, a folder, `file.duckdb::table`, a table of `--engine`. May be repeated.",
            LOG,
        ),
    ] = None,
    case: Case = None,
    activity: ActivityColumn = None,
    time: Time = None,
    channel: ChannelColumn = None,
    value: Annotated[Optional[str], _option("--value", "COLUMN", "Holds an amount.", LOG)] = None,  # noqa: UP045 - as above
    surveys: Annotated[
        Optional[list[str]],  # noqa: UP045 - as above
        _option(
            "--surveys", "SRC", "Answers of customers: csat, nps, ces, columns of one's own. May be repeated.", LOG
        ),
    ] = None,
    engine: Annotated[
        Optional[str],  # noqa: UP045 - as above
        _option(
            "--engine",
            "URL",
            "Holds the log as a table: `postgresql://…`, `spark://…`, `local[2]`, `sc://…`.  [default: files]",
            LOG,
        ),
    ] = None,
    order: Annotated[
        Optional[str],  # noqa: UP045 - as above
        _option("--order", "COLUMN", "Of a table: decides between events of the same time.", LOG),
    ] = None,
    delimiter: Delimiter = None,
    encoding: Encoding = None,
    decimal: Decimal = None,
    dates: Dates = None,
    lenient: Annotated[bool, _flag("--lenient", "Go on where more than 1 % of rows cannot be used.", LOG)] = False,
    since: Annotated[Optional[str], _option("--since", "DATE", "Events from this day on.", WHAT)] = None,  # noqa: UP045 - as above
    until: Annotated[Optional[str], _option("--until", "DATE", "Events before this day.", WHAT)] = None,  # noqa: UP045 - as above
    by: Annotated[
        Optional[list[str]],  # noqa: UP045 - as above
        _option("--by", "COLUMN", "Every figure once more for each value of a column. May be repeated.", WHAT),
    ] = None,
    window: Annotated[
        Optional[Window],  # noqa: UP045 - as above
        typer.Option(
            "--window",
            help="Every figure once more for each day, week or month.",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = None,
    min_cases: Annotated[
        Optional[int],  # noqa: UP045 - typer reads it
        typer.Option(
            "--min-cases",
            min=1,
            help="Figures of fewer cases are withheld.  [default: 5]",
            show_default=False,
            rich_help_panel=WHAT,
        ),
    ] = None,
    suggest: Annotated[
        bool, _flag("--suggest", "Propose what unmapped activities may mean, as a patch.", WHAT)
    ] = False,
    check: Annotated[bool, _flag("--check", "Fail when a target is missed, and name it.", PLACE)] = False,
    point: Annotated[
        bool, _flag("--point", "A target is missed by its figure alone, whatever the interval.", PLACE)
    ] = False,
    form: Annotated[
        Form, typer.Option("--format", help="How it is written; `json` is the measurement file.", rich_help_panel=PLACE)
    ] = Form.text,
    output: Annotated[
        Optional[Path],  # noqa: UP045 - as above
        _option("--out", "FILE", "Write to a file instead of the terminal.", PLACE),
    ] = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    if engine is None:
        refuse_without_duckdb(translate)
    from cjm.cli.asking import Options  # noqa: PLC0415 - `--help` needs none of it
    from cjm.measure.inputs import Told  # noqa: PLC0415 - as above

    options = Options(
        tuple(events or ()),
        case,
        activity,
        time,
        channel,
        value,
        tuple(surveys or ()),
        since,
        until,
        listed(by),
        window.value if window else None,
        min_cases,
        lenient,
        point,
        Told(delimiter, encoding, decimal, dates),
        engine,
        order,
    )
    one = _journey(journey, translate, quiet=quiet)
    if suggest:
        _suggest(one, options, translate, output, quiet=quiet)
        return
    result = _measured(one, options, translate, quiet=quiet)
    _tell(result.notes, translate, quiet=quiet)
    from cjm.reports.measured import renderer  # noqa: PLC0415 - as above

    write_report(renderer(form.value)(one.journey, result.measurement, translate), output, translate)
    if check:
        _check(one, result, translate)


class One(NamedTuple):
    """The journey to measure, and its file."""

    journey: Journey
    file: JourneyFile


def _journey(named: str, translate: Translate, *, quiet: bool) -> One:
    from cjm.cli.reading import sound_journeys  # noqa: PLC0415 - `--help` needs none of it

    sound = sound_journeys((named,), translate, quiet=quiet)
    if sound.failed:
        raise Leave(FINDINGS)
    if len(sound.journeys) != 1:
        names = tuple(label for label, _ in sound.journeys)
        raise refuse(
            counted("`{file}` is {count} journey", "`{file}` is {count} journeys", len(names), file=named)
            if names
            else msg("`{file}` is no journey", file=named),
            msg("measure one at a time: {names}", names=names[:5]) if names else None,
            translate,
        )
    return One(sound.journeys[0][1], sound.gathered.files[0])


def _measured(one: One, options: Options, translate: Translate, *, quiet: bool) -> Result:
    from cjm.cli.asking import engine_of, request  # noqa: PLC0415 - `--help` needs none of it
    from cjm.cli.progress import stages  # noqa: PLC0415 - as above
    from cjm.measure.run import measure  # noqa: PLC0415 - as above
    from cjm.measure.troubles import MeasureError  # noqa: PLC0415 - as above

    asked = request(one.journey, one.file, options, translate)
    address = engine_of(options, asked, translate)
    try:
        with stages(quiet=quiet) as heard:
            if address:
                heard(say(msg("connecting to the engine"), translate))
            with _engine(address, translate) as engine:
                return measure(one.journey, asked, engine, lambda what: heard(say(what, translate)))
    except MeasureError as trouble:
        raise refuse(trouble.message, trouble.hint, translate) from trouble


def _engine(address: str | None, translate: Translate) -> AbstractContextManager[Engine]:
    if address is None:
        from cjm.measure.engines.duck import Duck  # noqa: PLC0415 - one engine is asked for

        return Duck(connected(translate))
    from cjm.measure.engines.addresses import engine  # noqa: PLC0415 - as above

    return engine(address)


def _tell(notes: Sequence[Message], translate: Translate, *, quiet: bool) -> None:
    for note in () if quiet else notes:
        print(f"cjm: {say(note, translate)}", file=sys.stderr)


def _check(one: One, result: Result, translate: Translate) -> None:
    """Name the targets that are missed, and leave with 1 if any is."""
    from cjm.reports.measured.wording import target  # noqa: PLC0415 - few ask

    missed = [each for each in result.measurement.targets if each.outcome == "missed"]
    for each in missed:
        print(f"cjm: {say(target(one.journey, each), translate)}", file=sys.stderr)
    if missed:
        raise Leave(FINDINGS)


def _suggest(one: One, options: Options, translate: Translate, output: Path | None, *, quiet: bool) -> None:
    """Print the patch; what it means, and what it leaves out, goes to standard error."""
    from cjm.cli.suggesting import suggested  # noqa: PLC0415 - few ask

    if options.engine:
        raise refuse(
            msg("`--suggest` reads files, and the log is a table"),
            msg("export some days of it, and name the file after `--events`"),
            translate,
        )
    with connected(translate) as connection:
        made = suggested(one.journey, one.file, options, connection, translate)
    _tell(made.notes, translate, quiet=quiet)
    write_report(made.patch, output, translate)
