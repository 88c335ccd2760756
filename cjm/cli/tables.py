"""How a log or a survey is found and read: options that several commands share."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from cjm.cli.leaving import refuse
from cjm.diagnostics import Translate, msg

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Case = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option("--case", metavar="COLUMN", help="Names the customer, order or session.", show_default=False),
]
ActivityColumn = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option("--activity", metavar="COLUMN", help="Says what happened.", show_default=False),
]
Time = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option("--time", metavar="COLUMN", help="Says when.", show_default=False),
]
ChannelColumn = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option("--channel", metavar="COLUMN", help="Says where.", show_default=False),
]
Delimiter = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option(
        "--delimiter",
        metavar="SIGN",
        help="What stands between values of a text file: `;` or `tab`.  [default: found out]",
        show_default=False,
    ),
]
Encoding = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Of a text file: `utf-8`, `cp1252`.  [default: found out]",
        show_default=False,
    ),
]
Decimal = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option("--decimal", metavar=", or .", help="The decimal sign.  [default: found out]", show_default=False),
]
Dates = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option(
        "--dates",
        metavar="ORDER",
        help="`day-first`, `month-first`, or a format such as `%d/%m/%Y %H:%M`.  [default: found out]",
        show_default=False,
    ),
]


def refuse_without_duckdb(translate: Translate) -> None:
    """Refuse where the extra is not installed."""
    try:
        import duckdb as _  # noqa: F401, PLC0415 - an extra, and heavy
    except ImportError as error:
        raise refuse(
            msg("this needs DuckDB, which is not installed"),
            msg("install it with `pip install 'cjm-toolkit[measure]'`"),
            translate,
        ) from error


def connected(translate: Translate) -> DuckDBPyConnection:
    """An engine of one's own, in memory, that spills beside other temporary files; refuses without the extra.

    Closed when it is left: what it has spilled goes with it.
    """
    refuse_without_duckdb(translate)
    import duckdb  # noqa: PLC0415 - as above

    return duckdb.connect(config={"temp_directory": str(Path(tempfile.gettempdir()) / f"cjm-{os.getpid()}")})
