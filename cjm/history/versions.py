"""The versions that a journey has had: its file followed through renames, with the project file of each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cjm.diff.git import Blobs, Repository
from cjm.diff.renames import Candidate, renamed
from cjm.diff.trees import committed
from cjm.history.log import Change, Commit, commits
from cjm.model.build import build_journey
from cjm.project import NAME
from cjm.source import read


class Version(NamedTuple):
    """A file from one commit on: its name then, its content, and that of its project file, as blobs; empty for none."""

    commit: Commit
    name: str
    blob: str
    project: str


def versions(repository: Repository, newest: str, names: Sequence[str], contents: Blobs) -> dict[str, list[Version]]:
    """The versions of each file, oldest first, by the name it has at the newest commit; nothing for an unknown name."""
    tree = dict(committed(repository, newest, contents).blobs)
    here = {name: name for name in names if name in tree}
    found: dict[str, list[Version]] = {name: [] for name in here}
    for commit, changes in commits(repository, newest, [*here]):
        after = {name: _at(commit, tree, current) for name, current in here.items()}
        _take_back(tree, changes)
        former = _former(changes, {*here.values()}, contents)
        for name, current in here.items():
            here[name] = former.get(current, current)
            if _at(commit, tree, here[name]) != after[name]:
                found[name].append(after[name])
    return {name: each[::-1] for name, each in found.items()}


def _at(commit: Commit, tree: dict[str, str], name: str) -> Version:
    """A file in a tree, with the project file nearest above it."""
    folder, project = name, ""
    while folder and not project:
        folder = folder.rpartition("/")[0]
        project = tree.get(f"{folder}/{NAME}" if folder else NAME, "")
    return Version(commit, name, tree.get(name, ""), project)


def _take_back(tree: dict[str, str], changes: Sequence[Change]) -> None:
    """Make of the tree after a commit the one before it."""
    for each in changes:
        tree.pop(each.new_name, None)
    tree.update((each.old_name, each.old_blob) for each in changes if each.old_name)


def _former(changes: Sequence[Change], wanted: set[str], contents: Blobs) -> dict[str, str]:
    """Names before the commit, by those after it, of files that it renamed; also where little else stayed."""
    found = {each.new_name: each.old_name for each in changes if each.old_name and each.new_name}
    come = [each for each in changes if not each.old_name and each.new_name in wanted]
    gone = [each for each in changes if not each.new_name] if come else []
    if gone:
        old = [_candidate(each.old_name, contents.read(each.old_blob)) for each in gone]
        new = [_candidate(each.new_name, contents.read(each.new_blob)) for each in come]
        found |= {after: before for before, after in renamed(old, new).items()}
    return found


def _candidate(name: str, content: bytes) -> Candidate:
    return Candidate(name, content.decode("utf-8", "replace"), build_journey(read(content, "")).part)
