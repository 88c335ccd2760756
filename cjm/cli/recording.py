"""What `history` and `blame` share: the files that are meant, in their repository, at its newest commit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.cli.journeys import gathered_or_refused
from cjm.cli.leaving import Leave, refuse
from cjm.diagnostics import Message, Translate, msg, say
from cjm.diff.git import GitTrouble, Repository, find_repository, nothing_committed
from cjm.diff.places import name_in
from cjm.project import JourneyFile


class Kept(NamedTuple):
    """Files by their names in a repository; `newest` is its commit."""

    repository: Repository
    newest: str
    files: dict[str, JourneyFile]


def kept_in_git(paths: Sequence[str], translate: Translate) -> Kept:
    """The journeys that the paths mean, as git knows them. Ends the command where git cannot tell their past."""
    files = gathered_or_refused(paths, translate).files
    try:
        return _kept([(file, file.path) for file in files if file.path], translate)
    except GitTrouble as trouble:
        raise told(trouble, translate) from None


def _kept(files: Sequence[tuple[JourneyFile, Path]], translate: Translate) -> Kept:
    if not files:
        raise refuse(
            msg("what comes from standard input has no history"), msg("name a file that is kept in git"), translate
        )
    repository = find_repository(files[0][1].absolute().parent)
    if repository.is_empty:
        raise nothing_committed()
    if repository.is_shallow:
        raise GitTrouble(
            msg("this clone lacks older commits, so nobody can say since when anything is there"),
            msg("run `git fetch --unshallow`, or in CI fetch with `fetch-depth: 0`"),
        )
    here = Path.cwd()
    return Kept(repository, repository.commit("HEAD"), {name_in(repository, path, here): file for file, path in files})


def told(trouble: GitTrouble, translate: Translate) -> Leave:
    """The end of a command that git kept from its work."""
    return refuse(trouble.message, trouble.hint, translate)


def never_committed(files: Sequence[JourneyFile], translate: Translate) -> Leave:
    """The end of a command that was asked about files without a past."""
    first = Path(files[0].label)
    return refuse(
        msg("`{file}` was never committed", file=first),
        msg("commit it first: `git add {file}`, then `git commit`", file=first),
        translate,
    )


def remark(message: Message, translate: Translate) -> None:
    """Something to know beside the result."""
    print(f"cjm: {say(message, translate)}", file=sys.stderr)
