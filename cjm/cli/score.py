"""`cjm score`: how complete and how well founded journeys are."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave
from cjm.cli.options import Lang, Paths, Quiet, Today, day, language, write_report

ABOUT = (
    "Seven sides of a journey, each from 0 to 100: why it has no more, and what raises it most. "
    "`cjm explain score` says what is asked."
)
EXAMPLE = "cjm score tienda.journey.yaml"


class Form(StrEnum):
    """How scores are written."""

    text = "text"
    json = "json"
    svg = "svg"


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", help="How scores are written; `svg` is a badge.")] = Form.text,
    output: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option(
            "--out", "-o", metavar="FILE", help="Write to a file instead of the terminal.", show_default=False
        ),
    ] = None,
    today: Today = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.checks.score import score  # noqa: PLC0415 - `--help` needs none of it
    from cjm.cli.reading import sound_journeys  # noqa: PLC0415 - as above
    from cjm.reports.score import renderer  # noqa: PLC0415 - as above

    moment = day(today, translate)
    sound = sound_journeys(paths or (), translate, quiet=quiet)
    scores = [score(journey, moment, file) for file, journey in sound.journeys]
    if form is Form.text and output is None and sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        from cjm.reports.score.terminal import show  # noqa: PLC0415 - as above

        show(scores, translate, Console())
    elif scores:
        write_report(renderer(form.value)(scores, translate), output, translate)
    if sound.failed:
        raise Leave(FINDINGS)
