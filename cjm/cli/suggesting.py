"""`cjm measure --suggest`: what unmapped activities may mean, as a patch to the journey."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cjm.cli.asking import Options, request
from cjm.cli.leaving import refuse
from cjm.diagnostics import Message, Translate, counted, msg
from cjm.measure.binding import Binder
from cjm.measure.discovery import flow
from cjm.measure.inputs import opened
from cjm.measure.suggestions import Suggestions, patch, suggest
from cjm.measure.troubles import MeasureError
from cjm.model import Journey
from cjm.project import load_file
from cjm.project.files import JourneyFile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_STRANGERS = 10


class Suggested(NamedTuple):
    """A patch, empty when there is nothing to propose, and what to say of it."""

    patch: str
    notes: tuple[Message, ...]


def suggested(
    journey: Journey, file: JourneyFile, options: Options, connection: DuckDBPyConnection, translate: Translate
) -> Suggested:
    """Compare the log with the map; ends the command where one of them cannot be read."""
    _refuse_without_rapidfuzz(translate)
    if file.path is None:
        raise refuse(
            msg("a patch needs a file to be made for, and the journey came by standard input"),
            msg("name the journey's file"),
            translate,
        )
    log = request(journey, file, options, translate).log
    try:
        table = opened(connection, log.sources, log.base, log.columns, told=log.told)
        seen = flow(connection, table)
    except MeasureError as trouble:
        raise refuse(trouble.message, trouble.hint, translate) from trouble
    binder, touchpoints = Binder(journey), journey.touchpoints

    def bind(activity: str) -> str | None:
        claims = binder.claims(activity)
        return touchpoints[claims[0].touchpoint].id if claims else None

    found = suggest(journey, seen, bind)
    document, _ = load_file(file)
    made, left = patch(document, journey, found.proposed, bind, [each.name for each in seen.activities])
    return Suggested(made, (*table.notes, *_notes(found, left)))


def _refuse_without_rapidfuzz(translate: Translate) -> None:
    try:
        import rapidfuzz  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise refuse(
            msg("this needs rapidfuzz, which is not installed"),
            msg("install it with `pip install 'cjm-toolkit[measure]'`"),
            translate,
        ) from error


def _notes(found: Suggestions, left: tuple[str, ...]) -> Iterator[Message]:
    for each in found.proposed:
        yield msg(
            "`{activity}` may be `{touchpoint}`: {why}",
            activity=each.activity,
            touchpoint=each.touchpoint,
            why=each.why,
        )
    for stranger in found.strangers[:_MOST_STRANGERS]:
        yield counted(
            "no touchpoint fits `{activity}` ({count} event){where}: the map may lack one",
            "no touchpoint fits `{activity}` ({count} events){where}: the map may lack one",
            stranger.events,
            activity=stranger.activity,
            where=_where(stranger.before, stranger.after),
        )
    more = len(found.strangers) - _MOST_STRANGERS
    if more > 0:
        yield counted("and {count} more activity", "and {count} more activities", more)
    if left:
        yield msg("these touchpoints cannot be changed by a patch: {names}", names=left)
    if not found.proposed and not found.strangers:
        yield msg("every activity of the log is mapped")


def _where(before: str, after: str) -> Message | str:
    if before and after:
        return msg(", mostly between `{before}` and `{after}`", before=before, after=after)
    if before:
        return msg(", mostly after `{before}`", before=before)
    return msg(", mostly before `{after}`", after=after) if after else ""
