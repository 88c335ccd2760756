"""Logs and surveys of every kind, opened as one relation of the engine.

Reads files and nothing else: no address is fetched, no extension is loaded, no file is written but temporary ones.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.diagnostics import Message, msg
from cjm.measure.inputs.asked import EVENT_ROLES, NOTHING_TOLD, NUMBERS, Columns, Table, Told, refuse_told
from cjm.measure.inputs.databases import DuckdbTable, SqliteTable
from cjm.measure.inputs.delimited import DelimitedFiles
from cjm.measure.inputs.dialects import Dialect, dialect
from cjm.measure.inputs.fingerprints import fingerprint
from cjm.measure.inputs.json_lines import JsonFiles
from cjm.measure.inputs.kinds import is_packed
from cjm.measure.inputs.names import nearest, roles
from cjm.measure.inputs.parquet import ParquetFiles
from cjm.measure.inputs.places import Place, places
from cjm.measure.inputs.reading import Source
from cjm.measure.inputs.rows import Use, Wanted, relation
from cjm.measure.inputs.scratch import Scratch
from cjm.measure.inputs.xes import XesFiles
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import Basis

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["NOTHING_TOLD", "Columns", "Table", "Told", "opened", "plainly"]

_numbers = count(1)
_SETTINGS = (
    "SET TimeZone = 'UTC'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET preserve_insertion_order = true",
)


def opened(
    connection: DuckDBPyConnection, sources: Sequence[str], base: Path, columns: Columns, *, told: Told = NOTHING_TOLD
) -> Table:
    """Open sources as one log or survey; paths are relative to `base`. Raises MeasureError."""
    refuse_told(told)
    for setting in _SETTINGS:
        connection.execute(setting)
    found = places(sources, base)
    label = found[0].label
    with plainly(label), tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        parts = list(_parts(connection, found, told, Scratch(Path(folder))))
        taken, notes = _roles(columns, parts, label)
        _refuse_gaps(parts, taken, columns.kind)
        wanted = _wanted(_with_wishes(columns, _offered(parts)), taken)
        made = relation(connection, parts, wanted, told, next(_numbers))
        offered = _offered(parts)
    said = (*notes, *made.notes, *(note for part in parts for note in part.notes()))
    basis = Basis(_name(sources, found), columns.kind, fingerprint(found), made.rows, set_aside=made.set_aside)
    return Table(made.sql, offered, taken, basis, said)


def _parts(connection: DuckDBPyConnection, found: Sequence[Place], told: Told, scratch: Scratch) -> Iterator[Source]:
    """Files that are read alike are read together."""
    for (kind, _, way), group in groupby(found, key=lambda place: _way(place, told)):
        alike = list(group)
        if kind == "csv" and way:
            yield DelimitedFiles(connection, alike, way, scratch, next(_numbers))
        elif kind == "parquet":
            yield ParquetFiles(connection, alike)
        elif kind == "json":
            yield JsonFiles(alike, scratch)
        elif kind == "xes":
            yield XesFiles(alike, scratch)
        elif kind == "duckdb":
            yield from (DuckdbTable(connection, place, next(_numbers)) for place in alike)
        else:
            yield from (SqliteTable(place, scratch) for place in alike)


def _way(place: Place, told: Told) -> tuple[str, bool, Dialect | None]:
    return place.kind, is_packed(place.path), dialect(place, told) if place.kind == "csv" else None


def _offered(parts: Sequence[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for part in parts for column in part.columns))


def _roles(columns: Columns, parts: Sequence[Source], label: str) -> tuple[dict[str, str], tuple[Message, ...]]:
    try:
        return roles(columns, _offered(parts), label)
    except MeasureError:
        for part in parts:
            part.look_further()
        return roles(columns, _offered(parts), label)


def _refuse_gaps(parts: Sequence[Source], taken: dict[str, str], kind: str) -> None:
    """Of several sources, each has the columns that no event can do without."""
    for part in parts if kind == "events" else ():
        for role in EVENT_ROLES:
            if taken[role] not in part.columns:
                raise MeasureError(
                    msg(
                        "`{file}` has no column `{name}`, as other parts of the log have",
                        file=part.label,
                        name=taken[role],
                    ),
                    nearest(taken[role], part.columns),
                )


def _with_wishes(columns: Columns, offered: Sequence[str]) -> Columns:
    """The columns with those of the wishes that there are."""
    return replace(columns, texts=(*columns.texts, *(name for name in columns.wished if name in offered)))


def _wanted(columns: Columns, taken: dict[str, str]) -> tuple[Wanted, ...]:
    """Each column once, under the name that the caller knows it by."""
    use: dict[str, Use] = {"time": "time"}
    use.update(dict.fromkeys(NUMBERS, "number"))
    found = {column: Wanted(column, use.get(role, "text")) for role, column in taken.items()}
    for name in columns.numbers:
        found.setdefault(name, Wanted(name, "number"))
    for name in columns.texts:
        found.setdefault(name, Wanted(name, "text"))
    folded: dict[str, str] = {}
    for name in found:
        if folded.setdefault(name.lower(), name) != name:
            raise MeasureError(
                msg("the columns `{one}` and `{other}` differ in capitals alone", one=folded[name.lower()], other=name),
                msg("rename one of them"),
            )
    return tuple(found.values())


def _name(sources: Sequence[str], found: Sequence[Place]) -> str:
    """How the log is called in results: as it was named, never by an absolute path."""
    named = [
        Path(source).name if Path(source).is_absolute() or source.startswith("~") else source for source in sources
    ]
    return (
        ", ".join(named)
        if len(sources) > 1 or len(found) > 1
        else found[0].label + (f"::{found[0].table}" if found[0].table else "")
    )


@contextmanager
def plainly(label: str) -> Iterator[None]:
    """What the engine cannot read, told as a sentence; for every query that reads a source."""
    import duckdb  # noqa: PLC0415 - an extra

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise MeasureError(msg("there is not enough memory or disk to read `{file}`", file=label)) from error
    except duckdb.Error as error:
        raise MeasureError(
            msg("`{file}` cannot be read: {reason}", file=label, reason=_reason(str(error))),
            msg("it may be damaged or cut short; export it again"),
        ) from error
    except UnicodeError as error:
        raise MeasureError(msg("`{file}` cannot be read: its letters are of another encoding", file=label)) from error


def _reason(written: str) -> str:
    """The first line, without the engine's own names and anybody's paths."""
    first = written.strip().partition("\n")[0]
    return re.sub(r"""(["'])?(?:/|[A-Za-z]:\\)[^"']*[/\\]""", r"\1", first.rpartition("Error: ")[2])
