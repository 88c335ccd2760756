"""What engines have in common whose tables are read where they are: how a log is opened, and what is said of trouble.

Only temporary tables are made, and forgotten at the end. Passwords and tokens stand in no message and no result.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from cjm.diagnostics import Message, msg
from cjm.measure.engines import Row
from cjm.measure.engines.carrying import carried
from cjm.measure.engines.relations import Held, relation
from cjm.measure.engines.uploads import is_file, uploaded
from cjm.measure.engines.walks import portable
from cjm.measure.inputs import Columns, Table, Told, quoting, wanted, with_wishes
from cjm.measure.inputs.names import existing, nearest, roles
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import Basis

_LENGTH = 16


class Remote(ABC):
    """An engine whose tables are named, not read from files."""

    name: str
    dialect: str
    numbered = "row_number() OVER ()"
    wide = "DECIMAL(38, 0)"

    @abstractmethod
    def held(self, source: str, base: Path) -> Held:
        """The table that somebody's words name. Raises MeasureError where there is none."""

    @abstractmethod
    def asked(self, sql: str) -> Sequence[Sequence[object]]:
        """The answer to a query of the engine's own dialect."""

    @abstractmethod
    def make(self, table: str, sql: str) -> None:
        """Keep the answer to a query as a temporary table, in place of one of that name."""

    @abstractmethod
    def put(self, table: str, columns: Sequence[tuple[str, str]], rows: Sequence[Row]) -> None:
        """A small temporary table of these columns (name and type) and rows."""

    @abstractmethod
    def drop(self, *tables: str) -> None:
        """Forget tables."""

    @abstractmethod
    def close(self) -> None:
        """Forget everything, and leave."""

    @abstractmethod
    def reason(self, error: Exception) -> str | None:
        """What the engine says is the matter; None for an error that is a bug of ours, or not the engine's."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str) -> list[Row]:
        """The answer to a query."""
        return [tuple(_whole(each) for each in row) for row in self.asked(carried(sql, self.dialect))]

    def side_by_side(self, tasks: Sequence[Callable[[], Any]]) -> list[Any]:
        """One after the other: all of them live in one transaction or session."""
        return [task() for task in tasks]

    def lay(self, table: str, events: str, carried: Sequence[str]) -> None:
        """By windows: no table here has an order of its own."""
        self.make(table, portable(events, carried))

    def hashed(self, text: str) -> str | None:
        """None: what an engine has is too short, or not the same in every version."""
        del text
        return None

    def micros(self, time: str) -> str:
        """Microseconds of a time since 1970."""
        return f"epoch_us({time})"

    def quantiles(self, value: str) -> str:
        """Both at once."""
        return f"quantile_cont({value}, [0.5, 0.9])"

    @contextmanager
    def plainly(self, label: str) -> Iterator[None]:
        """What the engine cannot do, told as a sentence."""
        try:
            yield
        except MeasureError:
            raise
        except Exception as error:
            reason = self.reason(error)
            if reason is None:
                raise
            raise MeasureError(
                msg("{engine} cannot read `{file}`: {reason}", engine=self.name, file=label, reason=reason)
            ) from None

    def opened(self, sources: Sequence[str], base: Path, columns: Columns, told: Told) -> Table:
        """The tables of these names as one log or survey; a survey may be a file, too. Raises MeasureError."""
        if columns.kind == "survey" and all(is_file(source, base) for source in sources):
            with self.plainly(", ".join(sources)):
                return uploaded(self, sources, base, columns, told)
        with self.plainly(", ".join(sources)):
            return self._opened(sources, base, columns)

    def _opened(self, sources: Sequence[str], base: Path, columns: Columns) -> Table:
        tables = [self.held(source, base) for source in sources]
        label = ", ".join(table.label for table in tables)
        offered = tuple(dict.fromkeys(name for table in tables for name in table.columns))
        taken, notes = roles(columns, offered, label)
        if columns.order is not None:
            existing(columns.order, offered, label)
        needed = wanted(with_wishes(columns, offered), taken)
        _refuse_gaps(tables, [*(each.column for each in needed), *((columns.order,) if columns.order else ())])
        ties = [taken[role] for role in ("activity", "channel") if role in taken]
        ties += sorted({each.column for each in needed if each.use == "text"} - {*ties, taken.get("case")})
        sql = relation(tables, needed, ties, columns.order)
        number, print_ = self._fingerprint(sql, taken, label)
        return Table(sql, offered, taken, Basis(label, columns.kind, print_, number), (*notes, *_ordered(columns)))

    def _fingerprint(self, sql: str, taken: dict[str, str], label: str) -> tuple[int, str]:
        """How many rows there are, and what tells this state of them: counts, the first and last of each column."""
        names = sorted({quoting.name(column) for column in taken.values()})
        ends = ", ".join(f"count({name}), CAST(min({name}) AS VARCHAR), CAST(max({name}) AS VARCHAR)" for name in names)
        (row,) = self.rows(f"SELECT count(*), {ends} FROM {sql} AS e")
        digest = hashlib.sha256("\0".join((label, *map(str, row))).encode(errors="backslashreplace")).hexdigest()
        return int(row[0]), f"table:{digest[:_LENGTH]}"


def _whole(value: object) -> object:
    """Sums of whole numbers are whole numbers, whatever type the engine gives them."""
    if isinstance(value, Decimal) and value.as_tuple().exponent == 0:
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _refuse_gaps(tables: Sequence[Held], names: Sequence[str]) -> None:
    for table in tables:
        for name in names:
            if name not in table.columns:
                raise MeasureError(
                    msg("`{file}` has no column `{name}`, as other parts of the log have", file=table.label, name=name),
                    nearest(name, table.columns),
                )


def _ordered(columns: Columns) -> tuple[Message, ...]:
    """A table has no order: who does not say what decides between equal times hears what does."""
    if columns.kind != "events" or columns.order is not None:
        return ()
    return (
        msg("events of the same time are taken in the order of their names: say `--order COLUMN` if one tells better"),
    )
