"""From what somebody named on the command line to the journey files that are meant."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path

from cjm.diagnostics import Message, msg
from cjm.project.config import NAME, Project, find_project, load_project
from cjm.project.reading import STDIN, STDIN_LABEL, label


@dataclass(frozen=True, slots=True)
class JourneyFile:
    """A file to read and the project it belongs to. `path` is None for standard input."""

    label: str
    project: Project
    path: Path | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found; `problem` says why nothing could be, and `hint` what to do."""

    files: tuple[JourneyFile, ...]
    projects: tuple[Project, ...]
    problem: Message | None = None
    hint: Message | None = None


def gather(named: Sequence[str]) -> Gathered:
    """The journey files of files, folders and globs, each once, in the order of their names."""
    finder = _Finder()
    try:
        found = [file for name in named for file in finder.named(name)] if named else list(finder.of_project())
    except _NothingThereError as nothing:
        return Gathered((), (), nothing.message, nothing.hint)
    unique = {file.label: file for file in found}
    projects = finder.loaded
    return Gathered(tuple(unique[name] for name in sorted(unique)), tuple(projects))


def journeys_below(folder: Path) -> tuple[JourneyFile, ...]:
    """The journeys of a folder, by the patterns of its project; none when there is none."""
    return tuple(_Finder().below(folder))


class _NothingThereError(Exception):
    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__()
        self.message, self.hint = message, hint


class _Finder:
    def __init__(self) -> None:
        self._projects: dict[Path | None, Project] = {}
        self._of_folder: dict[Path, Project] = {}

    @property
    def loaded(self) -> Iterator[Project]:
        return iter(self._projects.values())

    def project(self, folder: Path) -> Project:
        """The project nearest to a folder, else the one of the working folder."""
        if folder not in self._of_folder:
            file = find_project(folder) or find_project(Path.cwd())
            if file not in self._projects:
                self._projects[file] = load_project(file, Path.cwd())
            self._of_folder[folder] = self._projects[file]
        return self._of_folder[folder]

    def of_project(self) -> Iterator[JourneyFile]:
        root = self.project(Path.cwd()).root
        found = list(self.below(root))
        if not found:
            raise _NothingThereError(
                msg("there is no journey here"),
                msg("name a file, as in `cjm validate my.journey.yaml`; folders are searched for `*.journey.yaml`"),
            )
        yield from found

    def named(self, name: str) -> Iterator[JourneyFile]:
        if name == STDIN:
            yield JourneyFile(STDIN_LABEL, self.project(Path.cwd()), None)
        elif os.path.isdir(name):  # noqa: PTH112 - a name with a NUL is no folder, and Path would raise
            yield from self._folder(name)
        elif os.path.isfile(name):  # noqa: PTH113 - as above
            yield self._file(Path(name))
        elif has_magic(name):
            yield from self._glob(name)
        else:
            raise _NothingThereError(msg("there is no file `{name}`", name=name), _nearest(name))

    def below(self, folder: Path) -> Iterator[JourneyFile]:
        """The journeys of a folder: what its project includes and does not exclude."""
        project = self.project(folder.resolve())
        root = project.root if project.root in (folder.resolve(), *folder.resolve().parents) else folder.resolve()
        within = folder.resolve().relative_to(root).parts
        names = {found for pattern in project.settings.include for found in _matches(pattern, root)}
        for name in sorted(names):
            parts = Path(name).parts
            if parts[: len(within)] == within and not _excluded(name, project.settings.exclude):
                yield self._file(root / name)

    def _folder(self, name: str) -> Iterator[JourneyFile]:
        found = list(self.below(Path(name)))
        if not found:
            raise _NothingThereError(
                msg("there is no journey in `{name}`", name=name),
                msg("folders are searched for `*.journey.yaml`; other names can be given one by one"),
            )
        yield from found

    def _glob(self, name: str) -> Iterator[JourneyFile]:
        found = sorted(each for each in glob(name, recursive=True) if Path(each).is_file())
        if not found:
            raise _NothingThereError(msg("no file is called like `{name}`", name=name), _nearest(name))
        yield from (self._file(Path(each)) for each in found if Path(each).name != NAME)

    def _file(self, file: Path) -> JourneyFile:
        return JourneyFile(label(file), self.project(file.resolve().parent), file)


def _matches(pattern: str, root: Path) -> list[str]:
    found = glob(pattern, root_dir=root, recursive=True)
    return [each.replace(os.sep, "/") for each in found if not each.startswith("..") and (root / each).is_file()]


def _excluded(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern.replace("**", "*")) for pattern in patterns)


def _nearest(name: str) -> Message:
    folder = Path(name).parent
    try:
        there = [each.name for each in folder.iterdir()] if "\0" not in name else []
    except OSError:
        there = []
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(Path(name).name, there, n=1)
    if near:
        return msg("did you mean `{meant}`?", meant=label(folder / near[0]))
    return msg("the working folder is `{folder}`", folder=Path.cwd().name)
