"""What git's log says of files: which commits changed them, newest first, along the first parents."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from cjm.diff.git import Repository

_FILES = ("100644", "100755")
_USUAL = (".yaml", ".yml")
_COMMAND = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "-z",
    "-M",
    "--no-abbrev",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
    "--format=%x01%H%x00%ct%x00%aN%x00%s",
)


class Commit(NamedTuple):
    """Who changed something, and when: the day is that of the commit in UTC."""

    hash: str
    day: date
    author: str
    subject: str


class Change(NamedTuple):
    """What a commit did to a file, as blobs; a blob or name is empty where there was no file."""

    old_name: str
    new_name: str
    old_blob: str
    new_blob: str


def commits(repository: Repository, newest: str, names: Sequence[str]) -> Iterator[tuple[Commit, list[Change]]]:
    """Commits that touched files of the same endings as those named, newest first, each with what it changed."""
    endings = dict.fromkeys((*_USUAL, *(os.path.splitext(name)[1] for name in names)))  # noqa: PTH122 - a text
    plain = all(ending[1:].isalnum() for ending in endings)
    wanted = [f"*{ending}" for ending in endings] if plain else ["."]
    tokens = iter(os.fsdecode(repository.run(*_COMMAND, newest, "--", *wanted)).split("\0"))
    about = next(tokens, "")
    while about:
        commit, day, author, subject = about.lstrip("\n\x01"), next(tokens), next(tokens), next(tokens)
        changes: list[Change] = []
        about = next(tokens, "")
        while about.lstrip("\n").startswith(":"):
            changes.append(_change(about.lstrip("\n"), tokens))
            about = next(tokens, "")
        yield Commit(commit, _day(day), author, subject), changes


def _change(about: str, tokens: Iterator[str]) -> Change:
    old_mode, new_mode, old_blob, new_blob, status = about[1:].split(" ")
    name = next(tokens)
    new_name = next(tokens) if status[0] in "RC" else name
    was = old_mode in _FILES and status[0] != "C"
    now = new_mode in _FILES
    return Change(name if was else "", new_name if now else "", old_blob if was else "", new_blob if now else "")


def _day(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        return date.min
