"""What `cjm render` does: load, leave out what holds an error, draw the rest, write all of it or none."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import Leave, refuse
from cjm.cli.placing import Out, file_name, parse_out, strangers, write_all
from cjm.cli.progress import tracked
from cjm.diagnostics import Diagnostic, Message, Severity, Translate, msg, say
from cjm.model import Journey
from cjm.outputs.draw import DEFAULT_VIEWS, EXTENSIONS, EngineError, draw
from cjm.project import Gathered, JourneyFile, load_file
from cjm.reports import compose, renderer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    form: str
    view: str
    out: str
    engine: str
    today: date
    force: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """A journey that can be drawn, and the file it came from."""

    file: JourneyFile
    journey: Journey


def draw_all(paths: Sequence[str], wanted: Wanted, translate: Translate) -> bool:
    """Draw everything that can be drawn; whether something could not."""
    gathered = gathered_or_refused(paths, translate)
    loaded, errors = _load(gathered, translate)
    if errors:
        report = compose(errors, len(gathered.files), Severity.ERROR, translate, text_of, summary=not wanted.quiet)
        sys.stderr.write(renderer("text")(report))
    if not loaded:
        return True
    names = _names(loaded, wanted, translate)
    place = None if wanted.out == "-" else _place(names, wanted, translate)
    findings = _findings(gathered, wanted) if wanted.form == "html" else {}
    made: dict[str, bytes] = {}
    for name, each in tracked(names.items(), len(names), quiet=wanted.quiet):
        made[name] = _drawn(each.journey, findings.get(each.file.label, ()), wanted, translate)
    _hand_over(made, place, wanted, translate)
    return bool(errors)


def _load(gathered: Gathered, translate: Translate) -> tuple[list[Loaded], list[Diagnostic]]:
    loaded: list[Loaded] = []
    errors: list[Diagnostic] = []
    for file in gathered.files:
        try:
            document, built = load_file(file)
        except OSError as error:
            raise _refuse_io(file.label, error, translate) from error
        wrong = [each for each in (*document.diagnostics, *built.problems) if each.severity is Severity.ERROR]
        errors += wrong
        if built.part is not None and not wrong:
            loaded.append(Loaded(file, built.part))
    return loaded, sorted(errors, key=lambda each: each.place)


def _names(loaded: list[Loaded], wanted: Wanted, translate: Translate) -> dict[str, Loaded]:
    """The journeys by the name of their picture. Two of one id would be written over each other: refused."""
    files = {each.journey.id.casefold(): each.file.label for each in loaded}
    counts = Counter(each.journey.id.casefold() for each in loaded)
    twice = next((key for key, count in counts.items() if count > 1), None)
    if twice is not None:
        first = next(each.file.label for each in loaded if each.journey.id.casefold() == twice)
        raise refuse(
            msg("`{first}` and `{second}` have the same id: `{id}`", first=first, second=files[twice], id=twice),
            msg("give one of them another `id`"),
            translate,
        )
    default = DEFAULT_VIEWS[wanted.form] == wanted.view
    extension = EXTENSIONS[wanted.form]
    return {file_name(each.journey.id, wanted.view, extension, default=default): each for each in loaded}


def _place(names: dict[str, Loaded], wanted: Wanted, translate: Translate) -> Out:
    place = parse_out(wanted.out, EXTENSIONS[wanted.form])
    if place.name is not None and len(names) > 1:
        raise refuse(
            msg("{count} journeys cannot be written to one file", count=len(names)),
            msg("name a folder after `--out`"),
            translate,
        )
    others = [] if wanted.force else strangers(place.folder, [place.name] if place.name else list(names))
    if others:
        raise refuse(
            msg(
                "`{file}` was not written by cjm, or has been changed since", file=(place.folder / others[0]).as_posix()
            ),
            msg("name another place after `--out`, or write over it with `--force`"),
            translate,
        )
    return place


def _findings(gathered: Gathered, wanted: Wanted) -> dict[str, list[Diagnostic]]:
    """What the rules say of each file; remarks are for `cjm validate`."""
    from cjm.checks.settings import Flags  # noqa: PLC0415 - only the report shows findings
    from cjm.checks.validate import validate  # noqa: PLC0415 - as above

    found: dict[str, list[Diagnostic]] = {}
    for each in validate(gathered.files, gathered.projects, Flags(wanted.today)).diagnostics:
        found.setdefault(each.file, []).append(each)
    return found


def _drawn(journey: Journey, findings: Sequence[Diagnostic], wanted: Wanted, translate: Translate) -> bytes:
    try:
        return draw(
            journey,
            wanted.form,
            wanted.view,
            engine="system" if wanted.engine == "system" else "embedded",
            findings=findings,
            today=wanted.today,
        )
    except EngineError as error:
        raise refuse(error.message, error.hint, translate) from error


def _hand_over(made: dict[str, bytes], place: Out | None, wanted: Wanted, translate: Translate) -> None:
    if place is None:
        _print(made, translate)
        return
    if place.name is not None:
        made = {place.name: next(iter(made.values()))}
    try:
        write_all(place.folder, made)
    except OSError as error:
        raise _refuse_io(place.folder.as_posix(), error, translate) from error
    if not wanted.quiet:
        for name in made:
            _tell(msg("wrote `{file}`", file=(place.folder / name).as_posix()), translate)


def _print(made: dict[str, bytes], translate: Translate) -> None:
    if len(made) > 1:
        raise refuse(
            msg("{count} journeys cannot be written to one file", count=len(made)),
            msg("name a folder after `--out`"),
            translate,
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(next(iter(made.values())))
    sys.stdout.buffer.flush()


def _refuse_io(file: str, error: OSError, translate: Translate) -> Leave:
    return refuse(
        msg("`{file}` cannot be used: {reason}", file=Path(file).as_posix(), reason=error.strerror or ""),
        None,
        translate,
    )


def _tell(message: Message, translate: Translate) -> None:
    print(say(message, translate), file=sys.stderr)
