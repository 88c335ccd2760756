"""Journeys of one revision: which files are journeys, the project of each, and what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.diff.trees import Tree
from cjm.model import Journey
from cjm.model.build import Built, build_journey
from cjm.model.project import INCLUDE
from cjm.project import NAME, Project, label
from cjm.project.config import build
from cjm.project.globs import excluded, included
from cjm.source import read
from cjm.source.values import Document


class Version(NamedTuple):
    """A file at a revision. `name` is relative to the working folder; findings name the revision too."""

    name: str
    document: Document
    built: Built[Journey]
    project: Project

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps the file from being a journey that can be compared."""
        found = (*self.document.diagnostics, *self.built.problems)
        return tuple(each for each in found if each.severity is Severity.ERROR)

    @property
    def journey(self) -> Journey | None:
        """The journey, when its file holds no error."""
        return None if self.errors else self.built.part

    def same_as(self, other: Version) -> bool:
        """Whether the other file says the same under the same project."""
        mine, its = self.project.settings, other.project.settings
        return (
            self.document.text == other.document.text
            and self.name == other.name
            and (mine.catalogue, mine.language) == (its.catalogue, its.language)
            and not (self.errors or other.errors)
        )


class Versions:
    """The journeys of one revision. What is looked at once is kept."""

    def __init__(self, tree: Tree, top: Path, revision: str) -> None:
        self._tree, self.top, self._revision = tree, top, revision
        self._names = tree.names
        self._settings = {name for name in self._names if name.rpartition("/")[2] == NAME and tree.holds(name)}
        self._projects: dict[str, tuple[str, Project] | None] = {}
        self._versions: dict[str, Version] = {}

    def journeys(self, named: Sequence[str]) -> dict[str, None]:
        """The names of journeys: what each project includes, and what is named itself."""
        wanted = {*named}
        ignored = (name for name in sorted(wanted.difference(self._names)) if name)
        included = (name for name in self._names if name in wanted or self._is_included(name))
        found = (name for name in (*included, *ignored) if name not in self._settings)
        return dict.fromkeys(name for name in found if self._tree.holds(name))

    def means(self, folder: str, name: str) -> bool:
        """Whether a folder, with the project that it belongs to, means a file below it."""
        if folder and not name.startswith(f"{folder}/"):
            return False
        around = self._project_at(folder)
        return around is None or _means(around[1], _within(around[0], name))

    def project_folder(self, folder: str) -> str:
        """The folder of the project that a folder belongs to; the folder itself when it belongs to none."""
        found = self._project_at(folder)
        return found[0] if found else folder

    def version(self, name: str) -> Version:
        """A journey file as it is here; one that cannot be read has an error that says so."""
        if name not in self._versions:
            self._versions[name] = self._read(name)
        return self._versions[name]

    def _read(self, name: str) -> Version:
        shown, project = label(self.top / name), self._project(name)
        said = f"{shown} ({self._revision})" if self._revision else shown
        try:
            document = read(self._tree.read(name), said)
        except OSError as error:
            message = msg("`{file}` cannot be read: {reason}", file=Path(shown), reason=error.strerror or "")
            document = Document(said, "", None, (Diagnostic("invalid-yaml", Severity.ERROR, message, said, Span()),))
        settings = project.settings
        return Version(shown, document, build_journey(document, settings.catalogue, settings.language), project)

    def _project(self, name: str) -> Project:
        """The project nearest above a file; that of its folder, with the defaults, where there is none."""
        above = name.rpartition("/")[0]
        found = self._project_at(above)
        return found[1] if found else Project(self.top / above)

    def _project_at(self, folder: str) -> tuple[str, Project] | None:
        if folder not in self._projects:
            home = next((each for each in _and_above(folder) if _file_in(each) in self._settings), None)
            if home is None:
                self._projects[folder] = None
            elif home == folder:
                self._projects[folder] = (home, self._load(home))
            else:
                self._projects[folder] = self._project_at(home)
        return self._projects[folder]

    def _load(self, folder: str) -> Project:
        shown = label(self.top / _file_in(folder))
        said = f"{shown} ({self._revision})" if self._revision else shown
        try:
            data = self._tree.read(_file_in(folder))
        except OSError:
            return Project(self.top / folder)
        return build(read(data, said), self.top / folder)

    def _is_included(self, name: str) -> bool:
        """Whether a file's own project means it. Hidden files and folders are nobody's."""
        if name.startswith(".") or "/." in name:
            return False
        home = self._project_at(name.rpartition("/")[0])
        return _means(home[1], _within(home[0], name)) if home else included(name, INCLUDE)


def _means(project: Project, name: str) -> bool:
    return included(name, project.settings.include) and not excluded(name, project.settings.exclude)


def _within(folder: str, name: str) -> str:
    """The name of a file from a folder above it."""
    return name[len(folder) + 1 :] if folder else name


def _file_in(folder: str) -> str:
    return f"{folder}/{NAME}" if folder else NAME


def _and_above(folder: str) -> tuple[str, ...]:
    """A folder and those above it, to the top."""
    parts = folder.split("/") if folder else []
    return tuple("/".join(parts[:depth]) for depth in range(len(parts), -1, -1))
