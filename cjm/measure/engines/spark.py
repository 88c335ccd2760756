"""Spark: the log is a table of its catalogue, or files that Spark reads, on this machine or a cluster.

What is kept is cached and named by temporary views of a session of our own; nothing is written.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cjm.diagnostics import msg
from cjm.measure.engines import Row
from cjm.measure.engines.addresses import secrets, shown, without
from cjm.measure.engines.carrying import carried, own
from cjm.measure.engines.relations import Field, Held, Kind
from cjm.measure.engines.remote import Remote
from cjm.measure.engines.wording import not_installed, parts_of
from cjm.measure.inputs import quoting
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), "whole"),
    **dict.fromkeys(("float", "double"), "float"),
    **dict.fromkeys(("date", "timestamp", "timestamp_ntz"), "time"),
}
_FORMATS = {
    ".parquet": "parquet",
    ".orc": "orc",
    ".csv": "csv",
    ".tsv": "csv",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
}
_CSV = {"header": "true", "quote": '"', "escape": '"', "multiLine": "true"}
_SETTINGS = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "true", "spark.sql.caseSensitive": "false"}
_AROUND = re.compile(r"^\S+ \S+ ERROR \w+: |^(\w+\.)+\w+: |^\[[\w.]+\] | SQLSTATE: \w+.*")
"""What Spark writes before and after what is the matter."""
_FOLDERS = re.compile(r"""file:/+(?:[^\s'"`/]+/)*|(?<![:/\w])/(?:[^\s'"`/]+/)+""")
_BROADCAST = 200_000
"""Rows of a table that is sent whole to wherever it is joined."""


class Spark(Remote):
    """A session."""

    name = "Spark"
    dialect = "spark"

    def __init__(self, session: SparkSession, hidden: tuple[str, ...] = (), *, ours: bool = False) -> None:
        self.session = session
        self.hidden = hidden
        self.ours = ours
        self.local = "://" not in session.conf.get("spark.master", "://")
        self.kept: dict[str, DataFrame] = {}
        self.read = 0
        for name, value in _SETTINGS.items():
            session.conf.set(name, value)

    def held(self, source: str, base: Path) -> Held:
        """A table of the catalogue by its name; or files, by a path or an address that Spark reads."""
        frame, sql = self._files(source, base) if _is_path(source) else self._table(source)
        fields = tuple(Field(each.name, _kind(each.dataType.simpleString())) for each in frame.schema.fields)
        return Held(sql, _label(source), fields)

    def _files(self, source: str, base: Path) -> tuple[DataFrame, str]:
        ending = Path(source.rstrip("/")).suffix.lower()
        kind = _FORMATS.get(ending, "parquet")
        options = {**_CSV, **({"sep": "\t"} if ending == ".tsv" else {})} if kind == "csv" else {}
        path = source if "://" in source else str((base / source).absolute())
        if path is not source and self.local and not Path(path).exists():
            raise MeasureError(msg("`{file}` is not there", file=_label(source)))
        frame = self.session.read.format(kind).options(**options).load(path)
        self.read += 1
        name = own(f"files_{self.read}")
        frame.createOrReplaceTempView(name)
        return frame, quoting.name(name)

    def _table(self, source: str) -> tuple[DataFrame, str]:
        from pyspark.errors import AnalysisException  # noqa: PLC0415 - an extra

        sql = ".".join(quoting.name(part) for part in parts_of(source))
        try:
            return self.session.sql(carried(f"SELECT * FROM {sql}", self.dialect)), sql
        except AnalysisException as error:
            if "NOT_FOUND" not in (error.getCondition() or "") and "PARSE" not in (error.getCondition() or ""):
                raise
        names = tuple(self._names(parts_of(source)[:-1]))
        near = get_close_matches(source.casefold(), [name.casefold() for name in names], 1)
        meant = next((name for name in names if near and name.casefold() == near[0]), None)
        hint = (
            msg("its tables are {names}", names=names[:20])
            if names
            else msg("its catalogue is empty: name files, as in `clicks.parquet`")
        )
        raise MeasureError(
            msg("{engine} has no table `{name}`", engine=self.name, name=source),
            msg("did you mean `{name}`?", name=meant) if meant else hint,
        )

    def _names(self, schema: Sequence[str]) -> Iterator[str]:
        """The tables of a schema as somebody writes them, else those of every schema."""
        ((here,),) = self.asked("SELECT current_schema()")
        databases = [str(row[0]) for row in self.asked("SHOW SCHEMAS")]
        for database in [each for each in databases if not schema or each == schema[-1]] or databases:
            for _, table, temporary, *_ in self.asked(f"SHOW TABLES IN {_quoted(database)}"):
                if not temporary:
                    yield str(table) if database == here and not schema else f"{database}.{table}"

    def asked(self, sql: str) -> Sequence[Sequence[object]]:
        """The answer to a query."""
        return list(self.session.sql(sql).collect())

    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query: worked out once, when first asked for, and again where a machine was lost."""
        frame = self.session.sql(carried(sql, self.dialect)).persist()
        before = self.kept.get(table)
        if before is not None:
            frame.count()  # it may be made of the one whose place it takes
        frame.createOrReplaceTempView(own(table))
        self.kept[table] = frame
        if before is not None:
            before.unpersist()

    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small table, sent whole to wherever it is joined."""
        schema = ", ".join(f"{name} {_TYPES.get(kind, kind)}" for name, kind in columns)
        makers = [_MAKERS.get(kind) for _, kind in columns]
        made = [
            tuple(each if make is None or each is None else make(each) for make, each in zip(makers, row, strict=True))
            for row in rows
        ]
        frame = self.session.createDataFrame(made, schema)
        self.drop(table)
        (frame.hint("broadcast") if len(rows) <= _BROADCAST else frame).createOrReplaceTempView(own(table))

    def drop(self, *tables: str) -> None:
        """Forget tables."""
        for table in tables:
            self.session.catalog.dropTempView(own(table))
            frame = self.kept.pop(table, None)
            if frame is not None:
                frame.unpersist()

    def close(self) -> None:
        """Forget everything; end the session, if it was begun for this."""
        if self.ours:
            self.session.stop()
        else:
            self.drop(*self.kept)

    def reason(self, error: Exception) -> str | None:
        """Spark's first line."""
        from py4j.protocol import Py4JError  # noqa: PLC0415 - comes with PySpark
        from pyspark.errors import AnalysisException, ParseException, PySparkException  # noqa: PLC0415 - an extra

        if isinstance(error, ParseException) or (isinstance(error, AnalysisException) and not _of_the_source(error)):
            raise RuntimeError(f"a query is wrong: {error}") from error
        if not isinstance(error, PySparkException | Py4JError):
            return None
        return without(_cause(str(error)), self.hidden)


_TYPES = {"VARCHAR": "STRING"}
_MAKERS: dict[str, Any] = {
    "DOUBLE": float,
    "TIMESTAMP": lambda when: when.replace(tzinfo=UTC) if isinstance(when, datetime) and when.tzinfo is None else when,
}


def _quoted(name: str) -> str:
    from sqlglot import exp  # noqa: PLC0415 - an extra

    return str(exp.to_identifier(name, quoted=True).sql(dialect="spark"))


def _kind(written: str) -> Kind:
    return "exact" if written.startswith("decimal") else _KINDS.get(written, "text")


def _is_path(source: str) -> bool:
    return "/" in source or "\\" in source or Path(source).suffix.lower() in _FORMATS


def _label(source: str) -> str:
    """A source as it is called in results: no absolute path of this machine, and no key of a store."""
    return Path(source).name if Path(source).is_absolute() else shown(source)


def _of_the_source(error: Any) -> bool:  # noqa: ANN401 - an error of PySpark's
    """Whether a path, a file or a permission is at fault, rather than a query."""
    told = f"{error.getCondition() or ''} {error}"
    return any(
        word in told
        for word in (
            "PATH_NOT_FOUND",
            "UNABLE_TO_INFER_SCHEMA",
            "FAILED_READ_FILE",
            "PERMISSION",
            "MALFORMED",
            "UNSUPPORTED_DATA",
            "UNRECOGNIZED",
        )
    )


def _cause(written: str) -> str:
    """The first line that says what is the matter."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    caused = [line.partition("Caused by: ")[2] for line in lines if line.startswith("Caused by: ")]
    return _FOLDERS.sub("", _AROUND.sub("", caused[-1] if caused else lines[0] if lines else written))[:300]


def spark(address: str) -> Spark:
    """A session. Raises MeasureError where PySpark or Java is missing, or the cluster does not answer."""
    try:
        import pyspark as _  # noqa: F401, PLC0415 - an extra
        import sqlglot as __  # noqa: F401, PLC0415 - as above
    except ImportError as error:
        raise not_installed("Spark", "cjm-toolkit[spark]") from error
    master = address if address.startswith("spark://") else address.removeprefix("spark:")
    logging.getLogger("SQLQueryContextLogger").disabled = True  # it tells on standard error what we tell in a sentence
    hidden = secrets(address)
    if master.startswith("sc://"):
        return Spark(_connected(master, hidden), hidden, ours=True)
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise MeasureError(
            msg("Spark needs Java, which is not installed"),
            msg("install it, as with `apt-get install default-jre-headless`"),
        )
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    first = SparkSession.getActiveSession() is None
    return Spark(_begun(master, hidden), hidden, ours=first)


def _begun(master: str, hidden: tuple[str, ...]) -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra

    builder = SparkSession.builder.master(master).appName("cjm").config("spark.ui.enabled", "false")
    if master.startswith("local"):
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    with _hushed() as said:
        try:
            return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate().newSession()
        except Exception as error:  # noqa: BLE001 - whatever Java, Py4J or a socket has to say
            raise _silent(master, said() or str(error), hidden) from None


def _connected(address: str, hidden: tuple[str, ...]) -> SparkSession:
    try:
        from pyspark.sql.connect.session import SparkSession  # noqa: PLC0415 - an extra of the extra

        return SparkSession.builder.remote(address).create()
    except (ImportError, SystemExit) as error:  # PySpark ends the process where its own file has no name
        raise not_installed("Spark Connect", "pyspark[connect]") from error
    except Exception as error:  # noqa: BLE001 - whatever gRPC or a socket has to say
        raise _silent(address, str(error), hidden) from None


def _silent(address: str, said: str, hidden: tuple[str, ...]) -> MeasureError:
    return MeasureError(
        msg(
            "{engine} at `{address}` does not let us in: {reason}",
            engine="Spark",
            address=shown(address),
            reason=without(_cause(said), hidden),
        ),
        msg("look at the address, and whether it answers from here"),
    )


@contextmanager
def _hushed() -> Iterator[Any]:
    """Java's own words go to a file while it is started, and for as long as it runs; gives what reads its last."""
    with tempfile.TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            yield lambda: _last(file)
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def _last(file: Any) -> str:  # noqa: ANN401 - an open file
    """The last error that Java wrote."""
    file.seek(0)
    lines = file.read().decode(errors="replace").splitlines()
    telling = ("unresponsive", "Exception", "ERROR")
    return next((line for word in telling for line in reversed(lines) if word in line), "")
