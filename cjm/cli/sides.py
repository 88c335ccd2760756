"""The two versions of each journey that `cjm diff` compares: of two files, folders or projects, or of git revisions."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.checks.run import examine
from cjm.checks.settings import Flags, policy_of
from cjm.cli.differing import Wanted
from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import refuse
from cjm.diagnostics import Diagnostic, Severity, Translate, msg
from cjm.diff.account import Account, account
from cjm.model import Journey
from cjm.model.build import Built
from cjm.project import JourneyFile, Project, load_file
from cjm.reports import compose, renderer
from cjm.source.values import Document


class Found(NamedTuple):
    """What can be told; `failed` when a version holds an error, and was left out."""

    accounts: tuple[Account, ...]
    failed: bool


class Read(NamedTuple):
    """A version of a journey as it was read."""

    name: str
    document: Document
    built: Built[Journey]
    project: Project

    @property
    def errors(self) -> list[Diagnostic]:
        """What keeps it from being compared."""
        found = (*self.document.diagnostics, *self.built.problems)
        return [each for each in found if each.severity is Severity.ERROR]

    @property
    def journey(self) -> Journey | None:
        """The journey, where it holds no error."""
        return None if self.errors else self.built.part


def both_sides(wanted: Wanted, translate: Translate) -> Found:
    """Every journey of both versions with what happened to it; errors go to standard error."""
    found = _of_revisions(wanted, translate) if wanted.old is not None else _of_files(wanted, translate)
    pairs = [pair for pair in found if not _is_old_news(*pair)]
    errors = [error for pair in pairs for error in _errors(*pair)]
    if errors:
        report = compose(errors, len(pairs), Severity.ERROR, translate, text_of, summary=not wanted.quiet)
        sys.stderr.write(renderer("text")(report))
    accounts = [
        _account(old, new, wanted) for old, new in pairs if not any(side and side.errors for side in (old, new))
    ]
    return Found(tuple(accounts), bool(errors))


def _is_old_news(old: Read | None, new: Read | None) -> bool:
    """Whether a file was as broken before: that is no change, and `cjm validate` says it."""
    return old is not None and new is not None and bool(old.errors) and old.document.text == new.document.text


def _errors(old: Read | None, new: Read | None) -> list[Diagnostic]:
    """What keeps them from being compared: of the new one, else of the old one."""
    return (new.errors if new else []) or (old.errors if old else [])


Sides = tuple[Read | None, Read | None]


def _account(old: Read | None, new: Read | None, wanted: Wanted) -> Account:
    findings = [_findings(each, wanted) if old and new and wanted.needs_findings else () for each in (old, new)]
    return account(
        old.journey if old else None,
        new.journey if new else None,
        old.name if old else "",
        new.name if new else "",
        *findings,
    )


def _findings(read: Read | None, wanted: Wanted) -> Sequence[Diagnostic]:
    """What the rules say of a version by itself, under the rules of its project."""
    if read is None:
        return ()
    return examine(read.document, read.built, policy_of(read.project, Flags(wanted.today))).diagnostics


def _of_files(wanted: Wanted, translate: Translate) -> Iterator[Sides]:
    """Two files are one journey whatever their ids; of folders, journeys of the same id."""
    old, new = (_read_all(name, wanted, translate) for name in wanted.paths)
    if len(old) == len(new) == 1 and not any(Path(name).is_dir() for name in wanted.paths):
        yield old[0], new[0]
        return
    yield from _paired(old, new)


def _paired(old: Sequence[Read], new: Sequence[Read]) -> Iterator[Sides]:
    """By the id, or one that it had; what is left by the name of its file."""
    left = list(old)
    for each in new:
        mine = {_id(each), *(each.built.part.was if each.built.part else ())} - {""}
        other = next((one for one in left if _id(one) in mine), None)
        other = other or next((one for one in left if not _has_other(one, new) and _same_file(one, each)), None)
        if other is not None:
            left.remove(other)
        yield other, each
    yield from ((each, None) for each in left)


def _id(read: Read) -> str:
    return read.built.part.id if read.built.part else ""


def _has_other(read: Read, new: Sequence[Read]) -> bool:
    return any(_id(each) == _id(read) for each in new)


def _same_file(one: Read, other: Read) -> bool:
    return Path(one.name).name == Path(other.name).name


def _read_all(name: str, wanted: Wanted, translate: Translate) -> list[Read]:
    del wanted
    found = []
    for file in gathered_or_refused([name], translate).files:
        try:
            found.append(_read(file))
        except OSError as error:
            reason = error.strerror or ""
            raise refuse(
                msg("`{file}` cannot be read: {reason}", file=Path(file.label), reason=reason), None, translate
            ) from error
    return found


def _read(file: JourneyFile) -> Read:
    document, built = load_file(file)
    return Read(file.label, document, built, file.project)


def _of_revisions(wanted: Wanted, translate: Translate) -> Iterator[Sides]:
    from cjm.diff.revisions import GitTrouble, sides  # noqa: PLC0415 - files need no git

    paths = [Path(each) for each in wanted.paths]
    try:
        for side in sides(wanted.old or "", wanted.new, paths, Path.cwd()):
            yield tuple(Read(*each) if each else None for each in (side.before, side.after))  # type: ignore[misc]
    except GitTrouble as trouble:
        raise refuse(trouble.message, trouble.hint, translate) from trouble
