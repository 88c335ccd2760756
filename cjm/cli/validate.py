"""`cjm validate`: find what is wrong or missing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, USAGE, Leave
from cjm.cli.options import Failing, Lang, Paths, Quiet, Shown, Today, day, language, listed

ABOUT = "Reads journey files, or all journeys of the project, and lists findings. Remarks are counted, not listed."
EXAMPLE = "cjm validate tienda.journey.yaml --show info"


class Form(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"


Names = Optional[list[str]]  # noqa: UP045 - typer reads it
OutputFile = Optional[Path]  # noqa: UP045 - typer reads it


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", help="How findings are written.")] = Form.text,
    output: Annotated[
        OutputFile, typer.Option("--output", "-o", help="Write to a file instead of the terminal.", show_default=False)
    ] = None,
    select: Annotated[
        Names, typer.Option(metavar="RULES", help="Apply only these rules or groups, by comma.", show_default=False)
    ] = None,
    ignore: Annotated[
        Names, typer.Option(metavar="RULES", help="Leave out these rules or groups.", show_default=False)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Make errors of warnings.")] = False,
    show: Annotated[Shown, typer.Option(help="List findings from this severity on.")] = Shown.warning,
    fail_on: Annotated[Failing, typer.Option(help="Leave with 1 from this severity on.")] = Failing.error,
    today: Today = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Judge every file again.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes to use; 0 is all processors.")] = 0,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what has one right answer, in the files.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.judging import SEVERITIES, prepare, print_findings, reaches  # noqa: PLC0415 - `--help` needs none

    judged, gathered = prepare(
        paths or (),
        listed(select),
        listed(ignore),
        day(today, translate),
        translate,
        strict=strict,
        cached=not no_cache,
        jobs=jobs,
    )
    if fix or diff:
        from cjm.cli.mending import mend_files, show_diff, write_mended  # noqa: PLC0415 - most runs only look

        rounds = mend_files(judged, gathered.files, SEVERITIES[show.value])
        if diff:
            raise Leave(show_diff(rounds, translate, quiet=quiet))
        with write_mended(rounds, translate, quiet=quiet) as excerpt:
            validated = rounds.left
            report = print_findings(validated, form.value, show.value, output, translate, quiet=quiet, excerpt=excerpt)
    else:
        validated = judged(gathered.files)
        report = print_findings(validated, form.value, show.value, output, translate, quiet=quiet)
    if validated.configuration_failed:
        raise Leave(USAGE)
    if reaches(report, fail_on.value):
        raise Leave(FINDINGS)
