"""The measurement files that a command line names: read, and each held to a journey."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from cjm.cli.leaving import refuse
from cjm.diagnostics import Message, Translate, msg
from cjm.model.measurement import Measurement
from cjm.model.measurement_file import LARGEST, MeasurementError, read
from cjm.project import refusal


def read_measurements(files: Sequence[Path], translate: Translate) -> tuple[Measurement, ...]:
    """What the files hold. Ends the command where one is none, or two are of the same journey."""
    found = tuple(_read(file, translate) for file in files)
    first: dict[str, Path] = {}
    for file, each in zip(files, found, strict=True):
        other = first.setdefault(each.journey_id, file)
        if other is not file:
            raise refuse(
                msg(
                    "`{first}` and `{second}` measure the same journey, `{id}`",
                    first=other,
                    second=file,
                    id=each.journey_id,
                ),
                msg("name the one that counts"),
                translate,
            )
    return found


def _read(file: Path, translate: Translate) -> Measurement:
    try:
        with file.open("rb") as stream:
            return read(stream.read(LARGEST + 1))
    except OSError as error:
        said = msg("`{file}` cannot be read: {reason}", file=file, reason=refusal(error))
        raise refuse(
            said, msg("make it with `cjm measure --format json --out {file}`", file=file), translate
        ) from error
    except MeasurementError as error:
        said = msg("the measurement `{file}` cannot be used: {problem}", file=file, problem=error.message)
        raise refuse(said, error.hint, translate) from error


def check_all_known(measurements: Sequence[Measurement], ids: Collection[str], translate: Translate) -> None:
    """Refuse a measurement of none of the journeys."""
    for each in measurements:
        if each.journey_id not in ids:
            raise refuse(
                msg("the measurement is of the journey `{id}`, which is not among these", id=each.journey_id),
                _meant(each.journey_id, ids),
                translate,
            )


def _meant(name: str, ids: Collection[str]) -> Message:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(name, ids, 1)
    if near:
        return msg("did you mean `{name}`? then measure that one, or give it its old `id` again", name=near[0])
    return msg("there are {names}", names=tuple(sorted(ids)))
