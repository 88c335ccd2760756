"""Options that several commands share, and what they stand for when they are not given."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import refuse
from cjm.diagnostics import Translate, msg, untranslated
from cjm.locale import LANGUAGES, closest, translator


class Shown(StrEnum):
    """From which severity on findings are listed."""

    error = "error"
    warning = "warning"
    info = "info"


class Failing(StrEnum):
    """From which severity on the exit code is 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


Paths = Annotated[
    Optional[list[str]],  # noqa: UP045 - typer reads it
    typer.Argument(
        help="Files, folders or globs; `-` is standard input; nothing is the project here.", show_default=False
    ),
]
Lang = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option(
        "--lang",
        metavar="en|es",
        help="Language of messages.  [default: CJM_LANG, then the system's]",
        show_default=False,
    ),
]
Today = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it
    typer.Option(
        "--today", metavar="DATE", help="The day to judge by, as 2026-10-01.  [default: today]", show_default=False
    ),
]
Measurements = Annotated[
    Optional[list[Path]],  # noqa: UP045 - typer reads it
    typer.Option(
        "--measurement",
        metavar="FILE",
        help="What `cjm measure` found; can be given for several journeys.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results alone, no words about them.")]


def language(wanted: str | None) -> Translate:
    """How to say messages: `--lang`, else `CJM_LANG`, else the locale, else English."""
    if wanted is not None and closest(wanted) is None:
        raise refuse(
            msg("there are no messages in `{language}`", language=wanted),
            msg("choose one of {names}", names=LANGUAGES),
            untranslated,
        )
    return translator(spoken(wanted))


def spoken(wanted: str | None) -> str:
    """The language of messages and help, when this is what `--lang` says."""
    asked = (wanted, *(os.environ.get(name) for name in ("CJM_LANG", "LC_ALL", "LC_MESSAGES", "LANG")))
    return next((found for tag in asked if (found := closest(tag))), "en")


def day(wanted: str | None, translate: Translate) -> date:
    """`--today`, else the system's."""
    from cjm.model.values import read_date  # noqa: PLC0415 - options are read before anything is loaded

    if wanted is None:
        return date.today()  # noqa: DTZ011 - the user's own day
    found = read_date(wanted)
    if found is None:
        raise refuse(
            msg("`{value}` is not {wanted}", value=wanted, wanted=msg("a date")),
            msg("write year, month, day: `2026-10-01`"),
            translate,
        )
    return found


def listed(names: Iterable[str] | None) -> tuple[str, ...]:
    """`--select a,b --select c` as three names."""
    return tuple(part.strip() for name in names or () for part in name.split(",") if part.strip())


def write_report(text: str, output: Path | None, translate: Translate) -> None:
    """Print a result, or write it to a file, whole."""
    if output is None:
        sys.stdout.write(text)
        return
    from cjm.cli.writing import write_whole  # noqa: PLC0415 - most runs print
    from cjm.project import refusal  # noqa: PLC0415 - as above

    if output.suffix in (".yaml", ".yml") and output.exists():
        raise refuse(
            msg("`{file}` looks like a journey, and would be written over", file=output),
            msg("name another file after `--output`"),
            translate,
        )
    try:
        write_whole(output, text.encode())
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be written: {reason}", file=output, reason=refusal(error)), None, translate
        ) from error
