"""The two measurement files that `cjm diff` compares."""

from __future__ import annotations

from pathlib import Path

from cjm.cli.differing import MEASURED, NEVER, Wanted
from cjm.cli.leaving import refuse
from cjm.diagnostics import Translate, msg
from cjm.diff.account import Account
from cjm.diff.figures import different, moved
from cjm.model.measurement import Measurement
from cjm.model.measurement_file import LARGEST, MeasurementError, read


def both_measured(wanted: Wanted, translate: Translate) -> Account:
    """What moved between them. Ends the command where they cannot be compared."""
    if wanted.form == "svg":
        raise refuse(
            msg("there is no picture of two measurements"), msg("choose `text`, `md`, `json` or `html`"), translate
        )
    if wanted.fail_on not in (NEVER, "worse", "any"):
        raise refuse(
            msg("rules say nothing of measurements by themselves"),
            msg("`cjm validate --measurement FILE` holds a journey against one"),
            translate,
        )
    stranger = next((name for name in wanted.paths if not name.endswith(MEASURED)), None)
    if stranger is not None:
        raise refuse(
            msg("`{file}` is no measurement, and the other one is", file=Path(stranger)),
            msg("compare two journeys, or two files that end in `{ending}`", ending=MEASURED),
            translate,
        )
    old, new = (_read(Path(name), translate) for name in wanted.paths)
    problem = different(old, new)
    if problem is not None:
        raise refuse(problem, msg("compare two measurements of one journey"), translate)
    return moved(old, new, *wanted.paths)


def _read(file: Path, translate: Translate) -> Measurement:
    try:
        with file.open("rb") as stream:
            return read(stream.read(LARGEST + 1))
    except MeasurementError as error:
        said = msg("the measurement `{file}` cannot be used: {problem}", file=file, problem=error.message)
        raise refuse(said, error.hint, translate) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise refuse(msg("`{file}` cannot be read: {reason}", file=file, reason=reason), None, translate) from error
