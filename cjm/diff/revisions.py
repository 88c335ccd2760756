"""Journeys of two revisions side by side: each read with the project file of its own time, renamed files followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.diagnostics import Diagnostic, msg
from cjm.diff.git import Blobs, GitTrouble, Repository, find_repository
from cjm.diff.places import name_in
from cjm.diff.renames import Candidate, renamed
from cjm.diff.trees import Tree, committed, present
from cjm.diff.versions import Version, Versions
from cjm.model import Journey
from cjm.project import NAME, label

__all__ = ["GitTrouble", "Side", "Version", "sides"]


class Side(NamedTuple):
    """One journey before and after. A name is empty where there was no file, and a journey None where it had an error.

    Names are relative to the working folder. `diagnostics` are the errors of both files; `before` and `after` hold
    what rules need besides.
    """

    old: Journey | None
    new: Journey | None
    old_name: str
    new_name: str
    diagnostics: tuple[Diagnostic, ...] = ()
    before: Version | None = None
    after: Version | None = None


def sides(old_rev: str, new_rev: str | None, paths: Sequence[Path], root: Path) -> Iterator[Side]:
    """Every journey that the paths mean in either revision, by its name; without paths, those of the project at `root`.

    `new_rev` None is what lies in the folders now. Relative paths begin at `root`. Raises GitTrouble, before the first
    journey, for whatever keeps git from answering, and for a path that neither revision has.
    """
    repository = find_repository(root)
    old_commit = repository.commit(old_rev)
    new_commit = repository.commit(new_rev) if new_rev is not None else None
    return _sides(repository, (old_rev, old_commit), (new_rev, new_commit), _Scope.of(paths, root, repository))


class _Scope(NamedTuple):
    """What is meant, by names from the top of the repository; `whole` is the folder where nothing is named."""

    named: tuple[str, ...]
    whole: str

    @staticmethod
    def of(paths: Sequence[Path], root: Path, repository: Repository) -> _Scope:
        folders = (path.parent if path.name == NAME else path for path in paths)
        return _Scope(tuple(name_in(repository, path, root) for path in folders), name_in(repository, Path(), root))


def _sides(
    repository: Repository, old: tuple[str, str], new: tuple[str | None, str | None], scope: _Scope
) -> Iterator[Side]:
    with Blobs(repository) as contents:
        before = Versions(committed(repository, old[1], contents), repository.top, old[0])
        tree: Tree = committed(repository, new[1], contents) if new[1] else present(repository, contents)
        after = Versions(tree, repository.top, new[0] or "")
        pairs = _pairs(before, after, scope)
        for old_name, new_name in pairs:
            yield _side(before, after, old_name, new_name)


def _pairs(before: Versions, after: Versions, scope: _Scope) -> list[tuple[str, str]]:
    """The names of each journey in both; an empty one where it is not there."""
    old, new = before.journeys(scope.named), after.journeys(scope.named)
    found = [(name, name) for name in old if name in new]
    gone, come = [name for name in old if name not in new], [name for name in new if name not in old]
    moved = renamed(_candidates(before, gone), _candidates(after, come)) if gone and come else {}
    found += [(name, moved.get(name, "")) for name in gone]
    taken = {*moved.values()}
    found += [("", name) for name in come if name not in taken]
    meant = _Meaning(before, after, scope)
    chosen = [pair for pair in found if meant(pair)]
    meant.check(chosen)
    return sorted(chosen, key=lambda pair: pair[1] or pair[0])


def _candidates(versions: Versions, names: Sequence[str]) -> list[Candidate]:
    return [
        Candidate(name, version.document.text, version.built.part)
        for name in names
        for version in (versions.version(name),)
    ]


class _Meaning:
    """Which pairs the named paths mean."""

    def __init__(self, before: Versions, after: Versions, scope: _Scope) -> None:
        self._before, self._after = before, after
        self._named, self._whole = scope.named, scope.whole

    def __call__(self, pair: tuple[str, str]) -> bool:
        return any(self._means(versions, name) for versions, name in self._sided(pair))

    def _sided(self, pair: tuple[str, str]) -> Iterator[tuple[Versions, str]]:
        return (each for each in zip((self._before, self._after), pair, strict=True) if each[1])

    def _means(self, versions: Versions, name: str) -> bool:
        named = self._named or (versions.project_folder(self._whole),)
        return any(name == each or versions.means(each, name) for each in named)

    def check(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Raise GitTrouble for a named path that means none."""
        for each in self._named:
            sided = (side for pair in pairs for side in self._sided(pair))
            if not any(name == each or versions.means(each, name) for versions, name in sided):
                where = Path(label(self._before.top / each))
                raise GitTrouble(
                    msg("neither version has a journey `{path}`", path=where),
                    msg("name a file or a folder as it is called in one of them"),
                )


def _side(before: Versions, after: Versions, old_name: str, new_name: str) -> Side:
    old = before.version(old_name) if old_name else None
    new = after.version(new_name) if new_name else None
    if old and new and old.same_as(new):
        new = new._replace(built=old.built)
    errors = tuple(each for version in (old, new) if version for each in version.errors)
    return Side(
        old.journey if old else None,
        new.journey if new else None,
        old.name if old else "",
        new.name if new else "",
        errors,
        old,
        new,
    )
