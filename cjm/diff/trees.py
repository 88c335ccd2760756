"""The files of a repository: as they were at a commit, and as they are now. Links and submodules are passed over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from cjm.diff.git import Blobs, Repository
from cjm.project.reading import read_bytes

_FILES = ("100644", "100755")


class Tree(Protocol):
    """Files by their names from the top of the repository, with `/`."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every file, sorted."""

    def holds(self, name: str) -> bool:
        """Whether a name of them is a file that can be read."""

    def mark(self, name: str) -> str:
        """What is the same for the same content; empty when that is not known without reading."""

    def read(self, name: str) -> bytes:
        """The content of a file. Raises OSError or GitTrouble when it cannot be read."""


class Committed(NamedTuple):
    """The files of a commit."""

    blobs: dict[str, str]
    contents: Blobs

    @property
    def names(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(sorted(self.blobs))

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self.blobs

    def mark(self, name: str) -> str:
        """The hash that git gives the content."""
        return self.blobs[name]

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return self.contents.read(self.blobs[name])


class Present(NamedTuple):
    """The files as they lie in the folders now; those that a sparse checkout leaves out are as they were committed."""

    top: Path
    files: tuple[str, ...]
    absent: dict[str, str]
    contents: Blobs

    @property
    def names(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(sorted((*self.files, *self.absent)))

    def holds(self, name: str) -> bool:
        """Whether it is there, and neither gone nor a link."""
        file = self.top / name
        try:
            return name in self.absent or (file.is_file() and not file.is_symlink())
        except OSError:
            return False

    def mark(self, name: str) -> str:
        """The hash, where the file was left out."""
        return self.absent.get(name, "")

    def read(self, name: str) -> bytes:
        """The content of a file."""
        blob = self.absent.get(name)
        return self.contents.read(blob) if blob else read_bytes(self.top / name)


def committed(repository: Repository, commit: str, contents: Blobs) -> Committed:
    """The files at a commit."""
    answer = repository.run("ls-tree", "-r", "-z", "--full-tree", commit)
    return Committed(dict(_listed(answer)), contents)


def _listed(answer: bytes) -> Iterator[tuple[str, str]]:
    for row in os.fsdecode(answer).split("\0"):
        about, _, name = row.partition("\t")
        if name and about.startswith(_FILES):
            yield name, about.split(" ")[2]


def present(repository: Repository, contents: Blobs) -> Present:
    """The files in the folders of a repository that git follows, and the new ones that it is not told to ignore."""
    answer = repository.run("ls-files", "-z", "-t", "-s", "--cached", "--others", "--exclude-standard", "--full-name")
    files: dict[str, None] = {}
    absent: dict[str, str] = {}
    for row in os.fsdecode(answer).split("\0"):
        about, _, name = row.partition("\t")
        if row.startswith("? "):
            files[row[2:]] = None
        elif about.startswith("S ") and about[2:].startswith(_FILES):
            absent[name] = about.split(" ")[2]
        elif about[2:].startswith(_FILES):
            files[name] = None
    return Present(repository.top, tuple(files), absent, contents)
