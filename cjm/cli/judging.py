"""What `validate` and `render` share: judging named files, and showing what was found."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from cjm.checks.policy import nearest
from cjm.checks.settings import Flags, unknown_in
from cjm.checks.validate import Validated, validate
from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import refuse
from cjm.cli.options import write_report
from cjm.cli.progress import tracked
from cjm.diagnostics import Severity, Translate, msg
from cjm.project import Gathered, JourneyFile, processors
from cjm.reports import Report, compose, renderer

SEVERITIES = {severity.word: severity for severity in Severity}
Excerpt = Callable[[str], str | None]
Judging = Callable[[Sequence[JourneyFile]], Validated]


def judge(  # noqa: PLR0913 - every option is one
    paths: Sequence[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: date,
    translate: Translate,
    *,
    strict: bool,
    cached: bool,
    jobs: int,
) -> Validated:
    """Judge what the paths mean under the rules that are asked for."""
    judged, gathered = prepare(paths, select, ignore, today, translate, strict=strict, cached=cached, jobs=jobs)
    return judged(gathered.files)


def prepare(  # noqa: PLR0913 - every option is one
    paths: Sequence[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: date,
    translate: Translate,
    *,
    strict: bool,
    cached: bool,
    jobs: int,
) -> tuple[Judging, Gathered]:
    """What the paths mean, and how to judge it, as often as it changes."""
    stranger = unknown_in((*select, *ignore))
    if stranger is not None:
        near = nearest(stranger)
        hint = msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all")
        raise refuse(msg("there is no rule `{name}`", name=stranger), hint, translate)
    gathered = gathered_or_refused(paths, translate)
    flags = Flags(today, select, ignore, strict)
    jobs = jobs or processors()

    def judged(files: Sequence[JourneyFile]) -> Validated:
        try:
            return validate(files, gathered.projects, flags, cached=cached, jobs=jobs, watch=tracked)
        except OSError as error:
            name = Path(error.filename or "").name
            raise refuse(
                msg("`{file}` cannot be read: {reason}", file=name, reason=error.strerror or ""), None, translate
            ) from error

    return judged, gathered


def print_findings(  # noqa: PLR0913 - every option is one
    validated: Validated,
    form: str,
    show: str,
    output: Path | None,
    translate: Translate,
    *,
    quiet: bool,
    excerpt: Excerpt = text_of,
) -> Report:
    """Write the findings where and how they are wanted, and give the report that was written."""
    report = compose(validated.diagnostics, validated.files, SEVERITIES[show], translate, excerpt, summary=not quiet)
    if form == "text" and output is None and sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        from cjm.reports.terminal import show as show_on  # noqa: PLC0415 - only a terminal needs it

        show_on(report, Console())
    else:
        write_report(renderer(form)(report), output, translate)
    return report


def reaches(report: Report, fail_on: str) -> bool:
    """Whether the worst finding is one that `--fail-on` names."""
    return fail_on != "never" and report.worst is not None and report.worst >= SEVERITIES[fail_on]
