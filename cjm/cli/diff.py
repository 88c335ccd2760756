"""`cjm diff`: what happened to the customer's life between two versions."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave
from cjm.cli.options import Lang, Quiet, Today, day, language, spoken

ABOUT = (
    "Two files, folders or projects, held side by side by their ids; or two revisions of git, with `--from` and "
    "`--to`. Layout, comments and the order of keys are no change.\n\n"
    "Worse, for `--fail-on`, is: a lower emotion at a moment of truth; a new or risen pain point of severity 4 or more "
    "without an opportunity, or one that has lost its opportunity; a lost channel; evidence removed.\n\n"
    "Two `.measurement.json` files say which figures moved beyond their 95 % intervals; worse is then a lower "
    "conversion, completion or score of a survey, or a higher drop-off or share of exits."
)
EXAMPLE = "cjm diff before.journey.yaml after.journey.yaml --fail-on worse"


class Form(StrEnum):
    """How changes are written."""

    text = "text"
    md = "md"
    json = "json"
    html = "html"
    svg = "svg"


def run(  # noqa: PLR0913 - every option is one
    paths: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Argument(
            metavar="OLD NEW",
            help="Two files or folders; with `--from`, the journeys that are meant; nothing is the project here.",
            show_default=False,
        ),
    ] = None,
    *,
    old: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option("--from", metavar="REV", help="The git revision to begin with.", show_default=False),
    ] = None,
    new: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it
        typer.Option(
            "--to", metavar="REV", help="The git revision to end with.  [default: the files here]", show_default=False
        ),
    ] = None,
    future: Annotated[
        bool,
        typer.Option("--current-future", help="A future journey against the one that it `compares_to`."),
    ] = False,
    form: Annotated[
        Form, typer.Option("--format", "-f", help="How changes are written; `md` is a comment on a pull request.")
    ] = Form.text,
    out: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        typer.Option(
            "--out", "-o", metavar="FILE", help="Write to a file instead of the terminal.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="never|worse|any|RULE", help="Leave with 1 for these; RULE is a new finding of it."
        ),
    ] = "never",
    today: Today = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.differing import Wanted, tell  # noqa: PLC0415 - `--help` needs none of it

    wanted = Wanted(
        tuple(paths or ()), old, new, future, form.value, out, fail_on, day(today, translate), quiet, spoken(lang)
    )
    if tell(wanted, translate):
        raise Leave(FINDINGS)
