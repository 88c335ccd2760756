"""PostgreSQL: the log is a table of a database, read where it is.

All happens in one transaction that is taken back at the end: every query sees the same rows while others write, and no
table stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cjm.diagnostics import msg
from cjm.measure.engines import Row
from cjm.measure.engines.addresses import secrets, shown, without
from cjm.measure.engines.carrying import carried, own
from cjm.measure.engines.relations import Field, Held, Kind
from cjm.measure.engines.remote import Remote
from cjm.measure.engines.uploads import is_file
from cjm.measure.engines.wording import not_installed, parts_of
from cjm.measure.inputs import quoting
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from psycopg import Connection, Cursor

_KINDS: dict[int, Kind] = {
    **dict.fromkeys((20, 21, 23), "whole"),
    1700: "exact",
    **dict.fromkeys((700, 701), "float"),
    **dict.fromkeys((1082, 1114, 1184), "time"),
}
"""Columns by the number of their type, which has not changed since PostgreSQL 7."""
_TABLES = """
SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid)
FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
ORDER BY 3 DESC, 1, 2
"""
_SETTINGS = (
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO'",
    "SET LOCAL standard_conforming_strings = on",
    "SET LOCAL jit = off",  # many short columns: to compile them takes longer than to run them
)
_PATIENCE = "10"
"""Seconds to wait for a server that does not answer."""
_BUG = re.compile("42(?!501)|26|25P02")
"""States of errors that a query of ours is to blame for; 42501 is a permission."""


class _Name(NamedTuple):
    schema: str
    table: str
    visible: bool

    @property
    def label(self) -> str:
        return self.table if self.visible else f"{self.schema}.{self.table}"


class Postgres(Remote):
    """A connection to a database, and a transaction in it."""

    name = "PostgreSQL"
    dialect = "postgres"

    def __init__(self, connection: Connection, hidden: tuple[str, ...] = ()) -> None:
        self.connection = connection
        self.hidden = hidden

    def held(self, source: str, base: Path) -> Held:
        """A table or view by its name, with or without its schema."""
        if is_file(source, base) and not self._fitting(source):
            raise MeasureError(
                msg("`{file}` is a file, and PostgreSQL holds tables", file=Path(source).name),
                msg("name a table, or leave `--engine` out to measure the file here"),
            )
        found = self._named(source)
        sql = f"{quoting.name(found.schema)}.{quoting.name(found.table)}"
        described = self._done(carried(f"SELECT * FROM {sql} LIMIT 0", self.dialect)).description or ()
        return Held(sql, found.label, tuple(Field(each.name, _KINDS.get(each.type_code, "text")) for each in described))

    def _tables(self) -> list[_Name]:
        return [_Name(str(row[0]), str(row[1]), visible=bool(row[2])) for row in self.asked(_TABLES)]

    def _fitting(self, source: str) -> list[_Name]:
        *schema, table = parts_of(source)
        return [
            each
            for each in self._tables()
            if each.table == table and (each.schema == schema[-1] if schema else each.visible)
        ]

    def _named(self, source: str) -> _Name:
        fitting, tables = self._fitting(source), self._tables()
        if fitting:
            return fitting[0]
        known = {name: each for each in reversed(tables) for name in (f"{each.schema}.{each.table}", each.label)}
        near = get_close_matches(source.casefold(), [name.casefold() for name in known], 1)
        meant = next((name for name in known if near and name.casefold() == near[0]), None)
        meant = meant or next((each.label for each in tables if each.table == parts_of(source)[-1]), None)
        raise MeasureError(
            msg("PostgreSQL has no table `{name}`", name=source),
            msg("did you mean `{name}`?", name=meant)
            if meant
            else msg("its tables are {names}", names=tuple(each.label for each in tables[:20])),
        )

    def asked(self, sql: str) -> Sequence[Sequence[object]]:
        """The answer to a query."""
        return list(self._done(sql).fetchall())

    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query, and have it looked at, so that what reads it is planned well."""
        made = f"{own(table)}_made"
        self._done(f"CREATE TEMP TABLE {made} AS {carried(sql, self.dialect)}")
        self.drop(table)
        self._done(f"ALTER TABLE pg_temp.{made} RENAME TO {own(table)}")
        self._done(f"ANALYZE pg_temp.{own(table)}")

    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small table; values are copied, and never part of a query."""
        self.drop(table)
        listed = ", ".join(f"{name} {kind}" for name, kind in columns)
        self._done(carried(f"CREATE TEMP TABLE {table} ({listed})", self.dialect))
        with self.connection.cursor() as cursor, cursor.copy(f"COPY pg_temp.{own(table)} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        self._done(f"ANALYZE pg_temp.{own(table)}")

    def drop(self, *tables: str) -> None:
        """Forget tables."""
        for table in tables:
            self._done(f"DROP TABLE IF EXISTS pg_temp.{own(table)}")

    def close(self) -> None:
        """Take everything back, and leave."""
        self.connection.close()

    def reason(self, error: Exception) -> str | None:
        """The server's first line."""
        import psycopg  # noqa: PLC0415 - an extra

        if not isinstance(error, psycopg.Error):
            return None
        if error.sqlstate and _BUG.match(error.sqlstate):
            raise RuntimeError(f"a query is wrong: {error}") from error
        return without(str(error).strip().partition("\n")[0], self.hidden)

    def _done(self, sql: str) -> Cursor:
        return self.connection.execute(sql)


def postgres(address: str) -> Postgres:
    """A connection. Raises MeasureError where the client is not installed, or the server does not let us in."""
    try:
        import psycopg  # noqa: PLC0415 - an extra
        import sqlglot as _  # noqa: F401, PLC0415 - as above
    except ImportError as error:
        raise not_installed("PostgreSQL", "cjm-toolkit[engines]") from error
    hidden = secrets(address)
    try:
        told = psycopg.conninfo.conninfo_to_dict(re.sub(r"^\w+(\+\w+)?://", "postgresql://", address))
    except psycopg.Error:
        raise MeasureError(
            msg("`{address}` is no address of a database", address=shown(address)),
            msg("write `postgresql://user@host:5432/database`, with `%40` for an `@` in a password"),
        ) from None
    try:
        return Postgres(
            _begun(psycopg.connect("", **{"connect_timeout": _PATIENCE, "client_encoding": "utf8", **told})), hidden
        )
    except psycopg.Error as error:
        raise MeasureError(
            msg(
                "{engine} at `{address}` does not let us in: {reason}",
                engine="PostgreSQL",
                address=shown(address),
                reason=without(_first(str(error)), hidden),
            ),
            msg("look at the address; a password may stand in `PGPASSWORD` or `~/.pgpass`"),
        ) from None


def _first(text: str) -> str:
    return text.strip().partition("\n")[0]


def _begun(connection: Connection) -> Connection:
    """In a transaction that sees one state of the database; it makes temporary tables alone."""
    from psycopg import IsolationLevel  # noqa: PLC0415 - an extra

    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = False
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection
