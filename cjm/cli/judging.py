"""What `validate` and `render` share: judging named files, and showing what was found."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cjm.checks.policy import nearest
from cjm.checks.run import Timed, untimed
from cjm.checks.settings import Flags, unknown_in
from cjm.checks.validate import Validated, validate
from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import refuse
from cjm.cli.options import write_report
from cjm.cli.progress import tracked
from cjm.diagnostics import Severity, Translate, msg
from cjm.project import processors
from cjm.reports import Report, compose, renderer

_SEVERITIES = {severity.word: severity for severity in Severity}


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
    timed: Timed = untimed,
) -> Validated:
    """Judge what the paths mean under the rules that are asked for."""
    stranger = unknown_in((*select, *ignore))
    if stranger is not None:
        near = nearest(stranger)
        hint = msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all")
        raise refuse(msg("there is no rule `{name}`", name=stranger), hint, translate)
    gathered = gathered_or_refused(paths, translate)
    try:
        flags = Flags(today, select, ignore, strict)
        jobs = jobs or processors()
        return validate(gathered.files, gathered.projects, flags, cached=cached, jobs=jobs, watch=tracked, timed=timed)
    except OSError as error:
        name = Path(error.filename or "").name
        raise refuse(
            msg("`{file}` cannot be read: {reason}", file=name, reason=error.strerror or ""), None, translate
        ) from error


def print_findings(  # noqa: PLR0913 - every option is one
    validated: Validated, form: str, show: str, output: Path | None, translate: Translate, *, quiet: bool
) -> Report:
    """Write the findings where and how they are wanted, and give the report that was written."""
    report = compose(validated.diagnostics, validated.files, _SEVERITIES[show], translate, text_of, summary=not quiet)
    if form == "text" and output is None and sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        from cjm.reports.terminal import show as show_on  # noqa: PLC0415 - only a terminal needs it

        show_on(report, Console())
    else:
        write_report(renderer(form)(report), output, translate)
    return report


def reaches(report: Report, fail_on: str) -> bool:
    """Whether the worst finding is one that `--fail-on` names."""
    return fail_on != "never" and report.worst is not None and report.worst >= _SEVERITIES[fail_on]
