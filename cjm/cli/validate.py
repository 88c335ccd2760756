"""`cjm validate`: find what is wrong or missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, USAGE, Leave
from cjm.cli.options import Failing, Lang, Measurements, Paths, Quiet, Shown, Today, day, language, listed

ABOUT = "Reads journey files, or all journeys of the project, and lists findings. Remarks are counted, not listed."
EXAMPLE = "cjm validate tienda.journey.yaml --show info"


Names = Optional[list[str]]  # noqa: UP045 - typer reads it
OutputFile = Optional[Path]  # noqa: UP045 - typer reads it


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[
        Names,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="text (default), json, github, sarif, gitlab, junit or md; can be given several times.",
            show_default=False,
        ),
    ] = None,
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
    baseline: Annotated[
        OutputFile,
        typer.Option("--baseline", metavar="FILE", help="Leave out the findings of this file.", show_default=False),
    ] = None,
    write_baseline: Annotated[
        OutputFile,
        typer.Option("--write-baseline", metavar="FILE", help="Write what is found as known.", show_default=False),
    ] = None,
    measurement: Measurements = None,
    fail_on: Annotated[Failing, typer.Option(help="Leave with 1 from this severity on.")] = Failing.error,
    today: Today = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Judge every file again.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes to use; 0 is all processors.")] = 0,
    profile: Annotated[
        bool, typer.Option("--profile", help="Say on standard error how long each rule takes; judges every file again.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what has one right answer, in the files.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and write nothing.")] = False,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.checks.run import untimed  # noqa: PLC0415 - `--help` needs none of it
    from cjm.checks.validate import Validated  # noqa: PLC0415 - as above
    from cjm.cli.journeys import Excerpt, text_of  # noqa: PLC0415 - as above
    from cjm.cli.judging import prepare  # noqa: PLC0415 - as above
    from cjm.cli.profiling import Profile  # noqa: PLC0415 - as above
    from cjm.cli.reporting import SEVERITIES, print_findings, reaches, wanted_reports  # noqa: PLC0415 - as above
    from cjm.reports import Report  # noqa: PLC0415 - as above

    wanted = wanted_reports(form or (), output, translate)
    selected, ignored = listed(select), listed(ignore)
    spent = Profile() if profile else None
    judged, gathered = prepare(
        paths or (),
        selected,
        ignored,
        day(today, translate),
        translate,
        strict=strict,
        cached=not (no_cache or profile),
        jobs=jobs,
        timed=spent.timed if spent else untimed,
        measured=measurement or (),
    )

    def tell(validated: Validated, excerpt: Excerpt) -> Report:
        known = 0
        if (baseline or write_baseline) and not validated.configuration_failed:
            from cjm.cli.baselines import settle  # noqa: PLC0415 - most runs have none

            every = not (selected or ignored)
            settled = settle(validated, baseline, write_baseline, translate, excerpt, every_rule=every, quiet=quiet)
            validated, known = settled
        return print_findings(validated.told, wanted, show.value, translate, known=known, quiet=quiet, excerpt=excerpt)

    if fix or diff:
        from cjm.cli.mending import mend_files, show_diff, write_mended  # noqa: PLC0415 - most runs only look

        if baseline and not write_baseline:  # nothing is written when it cannot be read
            from cjm.cli.baselines import read_known  # noqa: PLC0415 - most runs have none

            read_known(baseline, translate)
        rounds = mend_files(judged, gathered, SEVERITIES[show.value])
        if diff:
            raise Leave(show_diff(rounds, translate, quiet=quiet))
        validated = rounds.left
        with write_mended(rounds, translate, quiet=quiet) as excerpt:
            report = tell(validated, excerpt)
    else:
        validated = judged(gathered)
        report = tell(validated, text_of)
    if spent:
        spent.print(validated.files, translate)
    if validated.configuration_failed:
        raise Leave(USAGE)
    if reaches(report, fail_on.value):
        raise Leave(FINDINGS)
