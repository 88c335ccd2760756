"""Where findings go: each `--format`, to a file of its own or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.checks.validate import Validated
from cjm.cli.journeys import Excerpt, text_of
from cjm.cli.leaving import refuse
from cjm.cli.options import write_report
from cjm.diagnostics import Severity, Translate, msg
from cjm.reports import REPORTS, Report, compose, renderer

SEVERITIES = {severity.word: severity for severity in Severity}


class Wanted(NamedTuple):
    """A report that is asked for: a format, and the file to write, None for standard output."""

    form: str
    file: Path | None


def wanted_reports(asked: Sequence[str], output: Path | None, translate: Translate) -> tuple[Wanted, ...]:
    """What `--format text --format sarif=out.sarif` stands for; `--output` is the file of a single format."""
    found = [_wanted(each, translate) for each in asked or ("text",)]
    if output is not None:
        if len(found) > 1 or found[0].file:
            raise refuse(
                msg("`--output` names the file of a single format"),
                msg("name each file beside its format: `--format sarif=findings.sarif`"),
                translate,
            )
        return (Wanted(found[0].form, output),)
    printed = [each.form for each in found if each.file is None]
    if len(printed) > 1:
        raise refuse(
            msg(
                "only one format can be printed, and these are {count}: {names}", count=len(printed), names=(*printed,)
            ),
            msg("name a file for the others: `--format {name}={name}.out`", name=printed[1]),
            translate,
        )
    _refuse_twice([each.file for each in found if each.file], translate)
    return tuple(found)


def _wanted(asked: str, translate: Translate) -> Wanted:
    form, given, file = asked.partition("=")
    form = form.strip()
    if form not in REPORTS:
        from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

        near = get_close_matches(form.lower(), REPORTS, n=1)
        hint = (
            msg("did you mean `{meant}`?", meant=near[0]) if near else msg("choose one of {names}", names=(*REPORTS,))
        )
        raise refuse(msg("there is no format `{name}`", name=form), hint, translate)
    if given and not file:
        raise refuse(
            msg("`--format {name}=` names no file", name=form),
            msg("write its name behind the sign: `--format {name}={name}.out`", name=form),
            translate,
        )
    return Wanted(form, Path(file) if file and file != "-" else None)


def _refuse_twice(files: Sequence[Path], translate: Translate) -> None:
    for place, file in enumerate(files):
        if file.resolve() in {each.resolve() for each in files[:place]}:
            raise refuse(
                msg("two formats would be written to `{file}`", file=str(file)),
                msg("give each its own file"),
                translate,
            )


def print_findings(  # noqa: PLR0913 - a report has these parts
    validated: Validated,
    wanted: Sequence[Wanted],
    show: str,
    translate: Translate,
    *,
    known: int = 0,
    quiet: bool,
    excerpt: Excerpt = text_of,
) -> Report:
    """Write the findings where and how they are wanted, and give the report that was written."""
    report = compose(
        validated.diagnostics,
        validated.files,
        SEVERITIES[show],
        translate,
        excerpt,
        summary=not quiet,
        names=validated.names,
        known=known,
    )
    for each in wanted:
        _refuse_a_journey(each.file, validated.names, translate)
    for each in wanted:
        _write(report, each, translate)
    if not quiet and all(each.file for each in wanted):
        from cjm.reports.summary import summary  # noqa: PLC0415 - most runs print the findings

        print(summary(report), file=sys.stderr)
    return report


def _write(report: Report, wanted: Wanted, translate: Translate) -> None:
    if wanted.form == "text" and wanted.file is None and sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        from cjm.reports.terminal import show  # noqa: PLC0415 - only a terminal needs it

        show(report, Console())
    else:
        write_report(renderer(wanted.form)(report), wanted.file, translate)


def _refuse_a_journey(file: Path | None, names: Sequence[str], translate: Translate) -> None:
    if file is not None and file.resolve() in {Path(name).resolve() for name in names if "\0" not in name}:
        raise refuse(
            msg("`{file}` is one of the journeys, and would be written over", file=str(file)),
            msg("give the report another name"),
            translate,
        )


def reaches(report: Report, fail_on: str) -> bool:
    """Whether the worst finding is one that `--fail-on` names."""
    return fail_on != "never" and report.worst is not None and report.worst >= SEVERITIES[fail_on]
