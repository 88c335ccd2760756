"""`cjm history`: a journey's life, as git has kept it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from cjm.cli.leaving import refuse
from cjm.cli.options import Lang, Paths, Quiet, Today, day, language, write_report
from cjm.diagnostics import Translate, counted, msg

if TYPE_CHECKING:
    from cjm.history.life import JourneyLife

ABOUT = (
    "How long each pain point has been known, and how long without an opportunity; when opportunities went from idea "
    "to done; how it felt and how complete it was. Renamed files are followed; days are those of the commits, in UTC, "
    "along the first parents."
)
EXAMPLE = "cjm history tienda.journey.yaml"


class Form(StrEnum):
    """How a life is told."""

    text = "text"
    json = "json"
    svg = "svg"


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", help="How it is told; `svg` is a picture.")] = Form.text,
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
    moment = day(today, translate)
    lives = _lives(paths or (), moment, translate, quiet=quiet)
    if form is Form.json:
        from cjm.history.json import render as as_json  # noqa: PLC0415 - each format loads what it needs

        text = as_json(lives, moment)
    elif form is Form.svg:
        text = _picture(lives, moment, translate)
    else:
        from cjm.history.text import render as as_text  # noqa: PLC0415 - as above

        text = as_text(lives, translate)
    write_report(text, output, translate)


def _lives(paths: Sequence[str], today: date, translate: Translate, *, quiet: bool) -> list[JourneyLife]:
    from cjm.cli.recording import kept_in_git, never_committed, remark, told  # noqa: PLC0415 - `--help` needs none
    from cjm.diff.git import Blobs, GitTrouble  # noqa: PLC0415 - as above
    from cjm.history.album import album  # noqa: PLC0415 - as above
    from cjm.history.life import life_of  # noqa: PLC0415 - as above
    from cjm.history.versions import versions  # noqa: PLC0415 - as above

    kept = kept_in_git(paths, translate)
    try:
        with Blobs(kept.repository) as contents:
            known = versions(kept.repository, kept.newest, [*kept.files], contents)
            shots = {name: album(each, contents) for name, each in known.items()}
    except GitTrouble as trouble:
        raise told(trouble, translate) from None
    strangers = [file for name, file in kept.files.items() if name not in known]
    if strangers and not known:
        raise never_committed(strangers, translate)
    if strangers and not quiet:
        remark(
            counted("{count} journey was never committed", "{count} journeys were never committed", len(strangers)),
            translate,
        )
    lives = [life_of(kept.files[name].label, each, today) for name, each in shots.items()]
    found = [each for each in lives if each]
    if not found:
        raise refuse(msg("no version of it could be read"), msg("run `cjm validate`"), translate)
    return found


def _picture(lives: Sequence[JourneyLife], today: date, translate: Translate) -> str:
    from cjm.history.picture import render  # noqa: PLC0415 - only a picture needs it

    if len(lives) > 1:
        raise refuse(
            msg("a picture shows the life of one journey, and there are {count}", count=len(lives)),
            msg("name its file"),
            translate,
        )
    return render(lives[0], today)
