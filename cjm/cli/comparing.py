"""The other journey of `cjm render --compare`."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from cjm.cli.leaving import Leave, refuse
from cjm.diagnostics import Message, Severity, Translate, msg
from cjm.model import Journey
from cjm.project import JourneyFile, gather, load_file


def other_journey(named: str, translate: Translate) -> Journey:
    """The journey to compare with, by its file or by its id in the project here."""
    if Path(named).exists():
        return _of_file(named, translate)
    ids: list[str] = []
    for file, journey, is_sound in _readable(gather([]).files):
        ids.append(journey.id)
        if journey.id == named:
            if not is_sound:
                raise _broken(file, translate)
            return journey
    raise refuse(msg("there is no journey `{name}` to compare with", name=named), _meant(named, tuple(ids)), translate)


def _of_file(named: str, translate: Translate) -> Journey:
    gathered = gather([named])
    if gathered.problem:
        raise refuse(gathered.problem, gathered.hint, translate)
    if len(gathered.files) > 1:
        raise refuse(
            msg("`{folder}` holds {count} journeys", folder=Path(named), count=len(gathered.files)),
            msg("name the one to compare with: its file, or its id"),
            translate,
        )
    for _, journey, is_sound in _readable(gathered.files):
        if is_sound:
            return journey
    raise _broken(gathered.files[0], translate)


def _readable(files: tuple[JourneyFile, ...]) -> Iterator[tuple[JourneyFile, Journey, bool]]:
    """Each journey that can be made out, and whether its file holds no error."""
    for file in files:
        try:
            document, built = load_file(file)
        except OSError:
            continue
        if built.part is not None:
            wrong = (each.severity is Severity.ERROR for each in (*document.diagnostics, *built.problems))
            yield file, built.part, not any(wrong)


def _broken(file: JourneyFile, translate: Translate) -> Leave:
    return refuse(
        msg("`{file}` holds an error, and cannot be compared with", file=Path(file.label)),
        msg("run `cjm validate {file}`", file=Path(file.label)),
        translate,
    )


def _meant(named: str, ids: tuple[str, ...]) -> Message:
    near = get_close_matches(named, ids, 1)
    if near:
        return msg("did you mean `{name}`?", name=near[0])
    return msg("name its file after `--compare`, or its id in this project")
