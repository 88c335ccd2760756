"""What `cjm render` does: load, leave out what holds an error, draw the rest, write all of it or none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import Leave, refuse
from cjm.cli.pictures import Drawn, Job, draw_each
from cjm.cli.placing import Out, parse_out, strangers, write_all
from cjm.cli.progress import tracked
from cjm.cli.wanted import Wanted, unknown_lane
from cjm.diagnostics import Diagnostic, Message, Severity, Translate, msg, say
from cjm.outputs import OUTPUTS
from cjm.project import Gathered, processors, refusal
from cjm.reports import compose, renderer

Files = dict[str, bytes]


def draw_all(paths: Sequence[str], wanted: Wanted, translate: Translate) -> bool:
    """Draw everything that can be drawn; whether something could not."""
    gathered = gathered_or_refused(paths, translate)
    place = None if wanted.out == "-" else _place(gathered, wanted, translate)
    if place is not None and place.name is not None:
        wanted = replace(wanted, look=replace(wanted.look, name=place.stem))
    done = list(_draw(gathered, wanted))
    errors = sorted((error for each in done for error in each.errors), key=lambda error: error.place)
    if errors:
        report = compose(errors, len(gathered.files), Severity.ERROR, translate, text_of, summary=not wanted.quiet)
        sys.stderr.write(renderer("text")(report))
    drawn = [each for each in done if not each.errors]
    if drawn:
        _check(drawn, replace(wanted, measurements=()) if errors else wanted, translate)
        _hand_over(drawn, place, wanted, translate)
    return bool(errors) or not drawn


def _draw(gathered: Gathered, wanted: Wanted) -> Iterator[Drawn]:
    findings = _findings(gathered, wanted) if wanted.form == "html" else {}
    work = [Job(file, tuple(findings.get(file.label, ())), wanted) for file in gathered.files]
    return tracked(draw_each(work, processors()), len(work), quiet=wanted.quiet)


def _findings(gathered: Gathered, wanted: Wanted) -> dict[str, list[Diagnostic]]:
    """What the rules say of each file; remarks are for `cjm validate`."""
    from cjm.checks.settings import Flags  # noqa: PLC0415 - only the report shows findings
    from cjm.checks.validate import validate  # noqa: PLC0415 - as above

    found: dict[str, list[Diagnostic]] = {}
    for each in validate(
        gathered.files, gathered.projects, Flags(wanted.today, measurements=wanted.measurements)
    ).told.diagnostics:
        found.setdefault(each.file, []).append(each)
    return found


def _place(gathered: Gathered, wanted: Wanted, translate: Translate) -> Out:
    place, extension = parse_out(wanted.out), OUTPUTS[wanted.form].extension
    if place.name is not None and not place.name.lower().endswith(f".{extension}"):
        raise refuse(
            msg("`{file}` does not end as the format `{form}` does", file=place.name, form=wanted.form),
            msg("end it in `.{extension}`, or choose with `--format`; a folder ends in `/`", extension=extension),
            translate,
        )
    if place.name is not None and len(gathered.files) > 1:
        raise _refuse_many(len(gathered.files), translate)
    return place


def _check(drawn: list[Drawn], wanted: Wanted, translate: Translate) -> None:
    """Refuse before anything is written: what could not be drawn, a lane of nobody, two journeys of one name."""
    if wanted.measurements and all(each.id for each in drawn):
        from cjm.cli.measurements import check_all_known  # noqa: PLC0415 - few pictures are measured

        check_all_known(wanted.measurements, {each.id for each in drawn}, translate)
    refusal = next((each.refusal for each in drawn if each.refusal), None)
    refusal = refusal or unknown_lane(wanted.choice, [each.lanes for each in drawn]) or _twins(drawn)
    if refusal:
        raise refuse(*refusal, translate)


def _twins(drawn: list[Drawn]) -> tuple[Message, Message] | None:
    """Two journeys of one id would be written over each other, and so would a second file of `a` and one of `a.b`."""
    known: dict[str, Drawn] = {}
    for each in drawn:
        for ending, _ in each.files:
            first = known.setdefault(f"{each.stem}.{ending}".casefold(), each)
            if first is not each:
                return _clash(first, each), msg("give one of them another `id`")
    return None


def _clash(one: Drawn, other: Drawn) -> Message:
    if one.id.casefold() == other.id.casefold():
        return msg(
            "`{first}` and `{second}` have the same id: `{id}`",
            first=Path(one.label),
            second=Path(other.label),
            id=one.id,
        )
    return msg(
        "`{first}` and `{second}` would be written to the same file", first=Path(one.label), second=Path(other.label)
    )


def _hand_over(drawn: list[Drawn], place: Out | None, wanted: Wanted, translate: Translate) -> None:
    for each in drawn:
        for remark in each.remarks:
            _tell(msg("{file}: {remark}", file=Path(each.label), remark=remark), translate)
    if place is None:
        _print(drawn, wanted, translate)
        return
    files = dict(_named(drawn, place))
    _refuse_strangers(files, place, wanted, translate)
    try:
        write_all(place.folder, files)
    except OSError as error:
        said = msg("`{file}` cannot be used: {reason}", file=place.folder, reason=refusal(error))
        raise refuse(said, None, translate) from error
    if not wanted.quiet:
        for name in files:
            _tell(msg("wrote `{file}`", file=place.folder / name), translate)


def _refuse_strangers(files: Files, place: Out, wanted: Wanted, translate: Translate) -> None:
    others = [] if wanted.force else strangers(place.folder, list(files))
    if others:
        raise refuse(
            msg("`{file}` was not written by cjm, or has been changed since", file=place.folder / others[0]),
            msg("name another place after `--out`, or write over it with `--force`"),
            translate,
        )


def _named(drawn: list[Drawn], place: Out) -> Iterable[tuple[str, bytes]]:
    """Files by their names; where one name was given, it is that of the first."""
    for each in drawn:
        stem = place.stem if place.name else each.stem
        for number, (ending, data) in enumerate(each.files):
            yield (place.name if place.name and not number else f"{stem}.{ending}"), data


def _print(drawn: list[Drawn], wanted: Wanted, translate: Translate) -> None:
    if len(drawn) > 1:
        raise _refuse_many(len(drawn), translate)
    if len(drawn[0].files) > 1 and not wanted.quiet:
        count = len(drawn[0].files)
        _tell(
            msg("only the first of {count} files is printed: name a folder after `--out` for all", count=count),
            translate,
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(drawn[0].files[0][1])
    sys.stdout.buffer.flush()


def _refuse_many(count: int, translate: Translate) -> Leave:
    return refuse(
        msg("{count} journeys cannot be written to one file", count=count),
        msg("name a folder after `--out`"),
        translate,
    )


def _tell(message: Message, translate: Translate) -> None:
    print(say(message, translate), file=sys.stderr)
