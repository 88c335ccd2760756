"""From what somebody named on the command line to the journey files that are meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from glob import glob, has_magic
from pathlib import Path

from cjm.diagnostics import Message, msg
from cjm.project.config import NAME, Project, build, find_project, load_project
from cjm.project.globs import excluded, files_below, included
from cjm.project.reading import STDIN, STDIN_LABEL, label, read_bytes, read_stdin, refusal
from cjm.source import read


@dataclass(frozen=True, slots=True)
class JourneyFile:
    """A file to read and the project it belongs to. `path` is None for standard input; `data` stands in for either."""

    label: str
    project: Project
    path: Path | None
    data: bytes | None = None


def bytes_of(file: JourneyFile) -> bytes:
    """What a file holds. Raises OSError when it cannot be opened."""
    if file.data is not None:
        return file.data
    return read_stdin() if file.path is None else read_bytes(file.path)


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
    except OSError as error:
        unreadable = label(Path(error.filename or NAME))
        return Gathered((), (), msg("`{file}` cannot be read: {reason}", file=unreadable, reason=refusal(error)))
    return Gathered(tuple(_each_once(found)), tuple(finder.loaded))


def project_files(gathered: Gathered) -> tuple[JourneyFile, ...]:
    """The project files themselves, as files to change."""
    return tuple(JourneyFile(each.file, each, each.root / NAME) for each in gathered.projects if each.file)


def with_data(gathered: Gathered, now: Mapping[str, JourneyFile]) -> Gathered:
    """The same as it were if the files held the `data` that they stand for in `now`."""
    projects = {each.file: _anew(each, now.get(each.file)) for each in gathered.projects}
    files = (now.get(file.label, file) for file in gathered.files)
    return replace(
        gathered,
        files=tuple(replace(file, project=projects[file.project.file]) for file in files),
        projects=tuple(projects.values()),
    )


def _anew(project: Project, file: JourneyFile | None) -> Project:
    if file is None or file.data is None:
        return project
    return build(read(file.data, project.file), project.root)


def _each_once(found: Iterable[JourneyFile]) -> Iterator[JourneyFile]:
    """By their names; of a file and the links to it, the file."""
    known: dict[str, JourneyFile] = {}
    folders: dict[Path, str] = {}
    for file in sorted(found, key=lambda file: (file.path is not None and file.path.is_symlink(), file.label)):
        known.setdefault(_true_name(file.path, folders) if file.path else file.label, file)
    return iter(sorted(known.values(), key=lambda file: file.label))


def _true_name(file: Path, folders: dict[Path, str]) -> str:
    """Where a file is when no link is followed any more; what is known of folders is kept in `folders`."""
    if file.is_symlink():
        return os.path.realpath(file)
    if file.parent not in folders:
        folders[file.parent] = os.path.realpath(file.parent)
    return f"{folders[file.parent]}{os.sep}{file.name}"


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
        elif os.path.basename(name) == NAME and os.path.isfile(name):  # noqa: PTH113, PTH119 - as above
            yield from self.below(Path(name).parent)
        elif os.path.exists(name):  # noqa: PTH110 - as above; `<(…)` of a shell is a pipe
            yield self._file(Path(name))
        elif has_magic(name):
            yield from self._glob(name)
        else:
            raise _NothingThereError(msg("there is no file `{name}`", name=name), _nearest(name))

    def below(self, folder: Path) -> Iterator[JourneyFile]:
        """The journeys of a folder: what its project means, and, where a project lies within, what that means too."""
        top = folder.resolve()
        around = self.project(top)
        for name in files_below(top):
            path = top / name
            if path.name == NAME:
                continue
            project = self.project(path.parent)
            meaning = (around,) if project is around else (around, project)
            if all(_means(each, name, top) for each in meaning):
                yield JourneyFile(label(path), project, path)

    def _folder(self, name: str) -> Iterator[JourneyFile]:
        found = list(self.below(Path(name)))
        if not found:
            raise _NothingThereError(
                msg("there is no journey in `{name}`", name=name),
                msg("folders are searched for `*.journey.yaml`; other names can be given one by one"),
            )
        yield from found

    def _glob(self, name: str) -> Iterator[JourneyFile]:
        found = [] if "\0" in name else map(Path, sorted(glob(name, recursive=True)))  # noqa: PTH207 - may be absolute
        journeys = [each for each in found if each.is_file() and each.name != NAME]
        if not journeys:
            raise _NothingThereError(msg("no file is called like `{name}`", name=name), _nearest(name))
        yield from map(self._file, journeys)

    def _file(self, file: Path) -> JourneyFile:
        return JourneyFile(label(file), self.project(file.resolve().parent), file)


def _means(project: Project, name: str, top: Path) -> bool:
    """Whether a project includes a file of `top` and does not exclude it; one from elsewhere is taken to lie there."""
    folders = _between(str(project.root), str(top))
    if folders is None:  # the project lies within
        name = (top / name).relative_to(project.root).as_posix() if project.root.is_relative_to(top) else name
    else:
        name = folders + name
    return included(name, project.settings.include) and not excluded(name, project.settings.exclude)


@lru_cache(maxsize=256)
def _between(root: str, top: str) -> str | None:
    """The way from a project's folder down to `top`, ending in `/`; None when it does not lead there."""
    try:
        way = Path(top).relative_to(root).as_posix()
    except ValueError:
        return None
    return "" if way == "." else f"{way}/"


def _nearest(name: str) -> Message:
    folder = Path(name).parent
    try:
        there = [each.name for each in folder.iterdir() if each.exists()] if "\0" not in name else []
    except OSError:
        there = []
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    near = get_close_matches(Path(name).name, there, n=1)
    if near:
        return msg("did you mean `{meant}`?", meant=label(folder / near[0]))
    return msg("the working folder is `{folder}`", folder=Path.cwd().name)
