"""What `cjm diff --current-future` does: find each future journey and the one it replaces, and say what it promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cjm.cli.differing import NEVER, WORSE, Wanted, fails
from cjm.cli.leaving import Leave, refuse
from cjm.cli.options import write_report
from cjm.cli.reading import sound_journeys
from cjm.diagnostics import Translate, msg
from cjm.diff.promise import Promise, promise
from cjm.model import Journey
from cjm.project import journeys_below

Named = tuple[str, Journey]


def tell_futures(wanted: Wanted, translate: Translate) -> bool:
    """Write what the futures promise; whether the command is to leave with 1."""
    _check(wanted, translate)
    named = sound_journeys(wanted.paths, translate, quiet=wanted.quiet)
    futures = [each for each in named.journeys if each[1].compares_to]
    if not futures and not named.failed:
        raise _no_future(wanted, translate)
    known = list(named.journeys) if not wanted.paths else _around(futures, named.journeys, translate, wanted)
    told = [_promise(each, known, translate) for each in futures]
    if told:
        write_report(_rendered(told, wanted, translate), wanted.out, translate)
    return fails([each.account for each in told], wanted, translate) or named.failed


def _check(wanted: Wanted, translate: Translate) -> None:
    if wanted.old is not None or wanted.new is not None:
        raise refuse(
            msg("`--current-future` compares files of one time"), msg("leave out `--from` and `--to`"), translate
        )
    if wanted.fail_on not in (NEVER, WORSE):
        raise refuse(
            msg("`--fail-on {name}` means nothing with `--current-future`", name=wanted.fail_on),
            msg("it is for {names}", names=(NEVER, WORSE)),
            translate,
        )


def _no_future(wanted: Wanted, translate: Translate) -> Leave:
    del wanted
    return refuse(
        msg("no journey here says which one it replaces"),
        msg("write `state: future` and `compares_to: …` with the id of the current journey"),
        translate,
    )


def _around(futures: Sequence[Named], named: Sequence[Named], translate: Translate, wanted: Wanted) -> list[Named]:
    """The journeys that are named, and those of the futures' projects where one is missing."""
    ids = {journey.id for _, journey in named}
    missing = [file for file, journey in futures if journey.compares_to not in ids]
    if not missing:
        return list(named)
    labels = {file for file, _ in named}
    folders = dict.fromkeys(Path(file).parent for file in missing)
    files = [file.path for folder in folders for file in journeys_below(_root_of(folder)) if file.label not in labels]
    paths = [str(each) for each in dict.fromkeys(files) if each is not None]
    others = sound_journeys(paths, translate, quiet=wanted.quiet).journeys if paths else ()
    return [*named, *others]


def _root_of(folder: Path) -> Path:
    from cjm.project import find_project  # noqa: PLC0415 - few need it

    found = find_project(folder.resolve())
    return found.parent if found else folder


def _promise(named: Named, known: Sequence[Named], translate: Translate) -> Promise:
    file, future = named
    current = next((each for each in known if each[1].id == future.compares_to), None)
    if current is None or current[1] is future:
        raise refuse(
            msg(
                "“{title}” compares to `{id}`, and no sound journey here has that id",
                title=future.title,
                id=future.compares_to or "",
            ),
            msg("run `cjm validate`, or name both files"),
            translate,
        )
    return promise(current[1], future, current[0], file)


def _rendered(told: Sequence[Promise], wanted: Wanted, translate: Translate) -> str:
    if wanted.form == "html":
        from cjm.outputs.changes import promises  # noqa: PLC0415 - few draw

        return promises(told, translate, wanted.language)
    if wanted.form == "svg":
        from cjm.cli.showing import shown  # noqa: PLC0415 - as above

        return shown([each.account for each in told], "svg", wanted.language, translate)
    from cjm.reports.promise import renderer  # noqa: PLC0415 - pictures need none of it

    return renderer(wanted.form)(told, translate)
