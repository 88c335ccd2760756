"""Judging named files: the rules that are asked for, the files that are meant, the processes to use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.checks.policy import nearest
from cjm.checks.run import Timed, untimed
from cjm.checks.settings import Flags, unknown_in
from cjm.checks.validate import Validated, validate
from cjm.cli.journeys import gathered_or_refused
from cjm.cli.leaving import refuse
from cjm.cli.progress import tracked
from cjm.diagnostics import Translate, msg
from cjm.project import Gathered, label, processors, refusal

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

Judging = Callable[[Gathered], Validated]


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
    timed: Timed = untimed,
    measured: Sequence[Path] = (),
) -> tuple[Judging, Gathered]:
    """What the paths mean, and how to judge it, as often as it changes."""
    stranger = unknown_in((*select, *ignore))
    if stranger is not None:
        near = nearest(stranger)
        hint = msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all")
        raise refuse(msg("there is no rule `{name}`", name=stranger), hint, translate)
    gathered = gathered_or_refused(paths, translate)
    measurements = _measurements(measured, translate) if measured else ()
    flags = Flags(today, select, ignore, strict, measurements)
    jobs = jobs or processors()

    def judged(these: Gathered) -> Validated:
        try:
            found = validate(these.files, these.projects, flags, cached=cached, jobs=jobs, watch=tracked, timed=timed)
        except OSError as error:
            name = label(Path(error.filename or ""))
            raise refuse(
                msg("`{file}` cannot be read: {reason}", file=name, reason=refusal(error)), None, translate
            ) from error
        if measurements and found.ids is not None:
            _check_all_known(measurements, found.ids, translate)
        return found

    return judged, gathered


def _measurements(files: Sequence[Path], translate: Translate) -> tuple[Measurement, ...]:
    from cjm.cli.measurements import read_measurements  # noqa: PLC0415 - few runs have one

    return read_measurements(files, translate)


def _check_all_known(measurements: Sequence[Measurement], ids: frozenset[str], translate: Translate) -> None:
    from cjm.cli.measurements import check_all_known  # noqa: PLC0415 - as above

    check_all_known(measurements, ids, translate)
