"""What `cjm render` does: load, leave out what holds an error, draw the rest, write all of it or none."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import Leave, refuse
from cjm.cli.placing import Out, parse_out, stem_of, strangers, write_all
from cjm.cli.progress import tracked
from cjm.cli.wanted import Wanted, chosen, known_to_none
from cjm.diagnostics import Diagnostic, Message, Severity, Translate, msg, say
from cjm.model import Journey
from cjm.outputs import OUTPUTS
from cjm.outputs.draw import draw_files, remarks
from cjm.outputs.troubles import OutputError
from cjm.project import Gathered, JourneyFile, load_file
from cjm.reports import compose, renderer
from cjm.views.picking import PickError


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
    journeys = [each.journey for each in loaded]
    unknown = known_to_none(wanted, journeys)
    if unknown:
        raise refuse(*unknown, translate)
    stems = _stems(loaded, wanted, translate)
    place = None if wanted.out == "-" else _place(stems, wanted, translate)
    made = _draw(stems, gathered, wanted, translate)
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


def _stems(loaded: list[Loaded], wanted: Wanted, translate: Translate) -> dict[str, Loaded]:
    """The journeys by the name of their files. Two of one id would be written over each other: refused."""
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
    return {stem_of(each.journey.id, wanted.form, wanted.view): each for each in loaded}


def _place(stems: dict[str, Loaded], wanted: Wanted, translate: Translate) -> Out:
    place = parse_out(wanted.out, OUTPUTS[wanted.form].extension)
    if place.name is not None and len(stems) > 1:
        raise _refuse_many(len(stems), translate)
    return place


def _draw(
    stems: dict[str, Loaded], gathered: Gathered, wanted: Wanted, translate: Translate
) -> dict[str, dict[str, bytes]]:
    """The files of each journey by their endings."""
    findings = _findings(gathered, wanted) if wanted.form == "html" else {}
    made: dict[str, dict[str, bytes]] = {}
    for stem, each in tracked(stems.items(), len(stems), quiet=wanted.quiet):
        made[stem] = _drawn(each, stem, findings.get(each.file.label, ()), wanted, translate)
    return made


def _findings(gathered: Gathered, wanted: Wanted) -> dict[str, list[Diagnostic]]:
    """What the rules say of each file; remarks are for `cjm validate`."""
    from cjm.checks.settings import Flags  # noqa: PLC0415 - only the report shows findings
    from cjm.checks.validate import validate  # noqa: PLC0415 - as above

    found: dict[str, list[Diagnostic]] = {}
    for each in validate(gathered.files, gathered.projects, Flags(wanted.today)).diagnostics:
        found.setdefault(each.file, []).append(each)
    return found


def _drawn(
    each: Loaded, stem: str, findings: Sequence[Diagnostic], wanted: Wanted, translate: Translate
) -> dict[str, bytes]:
    choice, look = chosen(wanted, stem)
    try:
        said = remarks(each.journey, wanted.form, wanted.view, choice, look)
        made = draw_files(
            each.journey, wanted.form, wanted.view, choice=choice, look=look, findings=findings, today=wanted.today
        )
    except OutputError as error:
        raise refuse(error.message, error.hint, translate) from error
    except PickError as error:
        raise refuse(
            msg("{file}: {problem}", file=each.file.label, problem=error.message),
            msg("it has {names}", names=error.known) if error.known else None,
            translate,
        ) from error
    for remark in said:
        _tell(msg("{file}: {remark}", file=each.file.label, remark=remark), translate)
    return made


def _hand_over(made: dict[str, dict[str, bytes]], place: Out | None, wanted: Wanted, translate: Translate) -> None:
    if place is None:
        _print(made, translate)
        return
    files = dict(_named(made, place))
    others = [] if wanted.force else strangers(place.folder, list(files))
    if others:
        raise refuse(
            msg(
                "`{file}` was not written by cjm, or has been changed since", file=(place.folder / others[0]).as_posix()
            ),
            msg("name another place after `--out`, or write over it with `--force`"),
            translate,
        )
    try:
        write_all(place.folder, files)
    except OSError as error:
        raise _refuse_io(place.folder.as_posix(), error, translate) from error
    if not wanted.quiet:
        for name in files:
            _tell(msg("wrote `{file}`", file=(place.folder / name).as_posix()), translate)


def _named(made: dict[str, dict[str, bytes]], place: Out) -> Iterable[tuple[str, bytes]]:
    """Files by their names; where one name was given, it is that of the first."""
    for stem, files in made.items():
        for number, (ending, data) in enumerate(files.items()):
            if place.name is None:
                yield f"{stem}.{ending}", data
            else:
                yield (f"{place.stem}.{ending}" if number else place.name), data


def _print(made: dict[str, dict[str, bytes]], translate: Translate) -> None:
    if len(made) > 1:
        raise _refuse_many(len(made), translate)
    sys.stdout.flush()
    sys.stdout.buffer.write(next(iter(next(iter(made.values())).values())))
    sys.stdout.buffer.flush()


def _refuse_many(count: int, translate: Translate) -> Leave:
    return refuse(
        msg("{count} journeys cannot be written to one file", count=count),
        msg("name a folder after `--out`"),
        translate,
    )


def _refuse_io(file: str, error: OSError, translate: Translate) -> Leave:
    return refuse(msg("`{file}` cannot be used: {reason}", file=file, reason=error.strerror or ""), None, translate)


def _tell(message: Message, translate: Translate) -> None:
    print(say(message, translate), file=sys.stderr)
