"""`cjm stats`: the project at once."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave
from cjm.cli.options import Lang, Paths, Quiet, Today, day, language, write_report

ABOUT = "Journeys with their scores, whom they serve, channels, what teams own, where it hurts, what is being done."
EXAMPLE = "cjm stats"


class Form(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.text,
    output: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option("--out", "-o", metavar="FILE", help="Write to a file, not the terminal.", show_default=False),
    ] = None,
    today: Today = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.checks.stats import stats  # noqa: PLC0415 - `--help` needs none of it
    from cjm.cli.reading import sound_journeys  # noqa: PLC0415 - as above
    from cjm.reports.stats import renderer  # noqa: PLC0415 - as above

    moment = day(today, translate)
    sound = sound_journeys(paths or (), translate, quiet=quiet)
    found = stats([journey for _, journey in sound.journeys], moment)
    if form is Form.text and output is None and sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        from cjm.reports.stats.terminal import show  # noqa: PLC0415 - as above

        show(found, translate, Console())
    else:
        write_report(renderer(form.value)(found, translate), output, translate)
    if sound.failed:
        raise Leave(FINDINGS)
