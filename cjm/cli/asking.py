"""What `cjm measure` is asked: its options laid over the `sources` of the journey, or of the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cjm.cli.leaving import refuse
from cjm.diagnostics import Message, Translate, msg
from cjm.measure.inputs import NOTHING_TOLD, Columns, Told
from cjm.measure.request import Log, Request, Survey, Window
from cjm.model import Journey
from cjm.model.sources import Answer, EventSource, Sources, SurveySource
from cjm.project.files import JourneyFile

LEAST = 5
"""Cases that a figure is of, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Options:
    """What stands on the command line, as it stands there."""

    events: tuple[str, ...] = ()
    case: str | None = None
    activity: str | None = None
    time: str | None = None
    channel: str | None = None
    value: str | None = None
    surveys: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    by: tuple[str, ...] = ()
    window: Window | None = None
    min_cases: int | None = None
    lenient: bool = False
    point: bool = False
    told: Told = NOTHING_TOLD
    engine: str | None = None
    order: str | None = None


def request(journey: Journey, file: JourneyFile, options: Options, translate: Translate) -> Request:
    """What is asked of a journey; ends the command where nothing says which log."""
    kept, home = _kept(journey, file)
    written = _written(journey, file)
    since = _moment(options.since, translate) or _midnight(written.since)
    until = _moment(options.until, translate) or _midnight(written.until)
    if since and until and since >= until:
        raise refuse(
            msg(
                "the window ends before it begins: `--since {since}` and `--until {until}`",
                since=options.since or str(written.since),
                until=options.until or str(written.until),
            ),
            msg("it runs from the first day up to, and without, the second"),
            translate,
        )
    return Request(
        _log(options, kept.events, home, translate),
        _surveys(options, kept.surveys, home),
        since,
        until,
        options.by or written.by,
        options.window or written.window,
        options.min_cases or written.min_cases or LEAST,
        options.lenient or written.lenient,
        options.point,
    )


def engine_of(options: Options, asked: Request, translate: Translate) -> str | None:
    """The address of the engine that holds the log; None for files. It opens a door, and is kept in no file."""
    if options.engine and options.told != NOTHING_TOLD and not asked.surveys:
        raise refuse(
            msg("how dates and numbers are written is said of files, and the log is a table"),
            msg("leave `--delimiter`, `--encoding`, `--decimal` and `--dates` out: its columns have types"),
            translate,
        )
    return options.engine


def _written(journey: Journey, file: JourneyFile) -> Sources:
    """What is asked of logs and surveys: by the journey, else by the project."""
    own, shared = journey.sources or Sources(), file.project.settings.sources or Sources()
    names = ("since", "until", "by", "window", "min_cases", "lenient")
    return Sources(**{name: getattr(own, name) or getattr(shared, name) for name in names})


def _kept(journey: Journey, file: JourneyFile) -> tuple[Sources, Path]:
    """The sources that are written down, and the folder that they are relative to."""
    if journey.sources and journey.sources.events:
        return journey.sources, file.path.parent if file.path else Path()
    shared = file.project.settings.sources
    if journey.sources and not shared:
        return journey.sources, file.path.parent if file.path else Path()
    return shared or Sources(), file.project.root


def _log(options: Options, kept: EventSource | None, home: Path, translate: Translate) -> Log:
    sources = options.events or (kept.source if kept else ())
    if not sources:
        raise refuse(
            msg("nothing says where the events are"),
            msg("name the log after `--events`, or write it under `sources` in the journey"),
            translate,
        )
    roles = ("case", "activity", "time", "channel", "value", "order")
    told = {role: name for role in roles if (name := getattr(options, role))}
    written = {role: name for role in roles if (name := getattr(kept, role, None))}
    if options.events or not options.engine:
        written.pop("order", None)  # a file has an order of its own
    if options.events:  # another log than the one that is written down: its columns may be called otherwise
        return Log(sources, Path(), Columns(**told, usual=tuple(written.items())), options.told)
    return Log(sources, home, Columns(**{**written, **told}), _told(options, kept))


def _told(options: Options, kept: EventSource | SurveySource | None) -> Told:
    """How files are written: what the command line says of them goes before what is written down."""
    names = ("delimiter", "encoding", "decimal", "dates")
    return Told(*(getattr(options.told, name) or getattr(kept, name, None) for name in names))


def _surveys(options: Options, kept: Sequence[SurveySource], home: Path) -> tuple[Survey, ...]:
    """One survey a source; those of the command line ask what the one survey that is written down asks."""
    if not options.surveys:
        return tuple(_survey(each, each.source, home, options) for each in kept)
    like = kept[0] if len(kept) == 1 else SurveySource(source=())
    return tuple(_survey(like, (source,), Path(), options) for source in options.surveys)


def _survey(each: SurveySource, source: tuple[str, ...], home: Path, options: Options) -> Survey:
    asked: dict[str, Answer] = {name: answer for name in ("csat", "nps", "ces") if (answer := getattr(each, name))}
    own = dict(each.columns)
    scales = {name: _scale(answer) for name, answer in asked.items() if answer.scale}
    scales |= {answer.column: _scale(answer) for answer in own.values() if answer.scale}
    columns = Columns(
        case=each.case,
        activity=each.activity,
        time=each.time,
        touchpoint=each.touchpoint,
        csat=asked["csat"].column if "csat" in asked else None,
        nps=asked["nps"].column if "nps" in asked else None,
        ces=asked["ces"].column if "ces" in asked else None,
        numbers=tuple(answer.column for answer in own.values()),
        kind="survey",
    )
    names = {answer.column: name for name, answer in own.items()}
    return Survey(source, home, columns, scales, names, _told(options, each))


def _scale(answer: Answer) -> tuple[float, float]:
    low, high = answer.scale
    return low, high


def _midnight(day: date | None) -> datetime | None:
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)


def _moment(text: str | None, translate: Translate) -> datetime | None:
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise refuse(msg("`{value}` is not {wanted}", value=text, wanted=msg("a date")), _like(), translate) from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _like() -> Message:
    return msg("write year, month, day: `2026-10-01`")
