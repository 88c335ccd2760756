"""The project file: where it is, and what it says."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from cjm.diagnostics import Diagnostic
from cjm.model import ProjectFile
from cjm.model.build import build_project
from cjm.project.reading import label, read_bytes
from cjm.source import read
from cjm.source.values import Document, Node

NAME = "cjm.yaml"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a `cjm.yaml`, or the working folder without one. `problems` are those of the file."""

    root: Path
    settings: ProjectFile = field(default_factory=ProjectFile)
    file: str = ""
    problems: tuple[Diagnostic, ...] = ()
    node: Node | None = None


def find_project(folder: Path) -> Path | None:
    """The nearest `cjm.yaml` in the folder or above it; the folder's path is absolute."""
    candidates = (above / NAME for above in (folder, *folder.parents))
    return next((each for each in candidates if os.path.isfile(each)), None)  # noqa: PTH113 - Path raises where it may not look


def load_project(file: Path | None, folder: Path) -> Project:
    """The project of a `cjm.yaml`; of a folder with the defaults when there is none."""
    if file is None:
        return Project(folder)
    document = read(read_bytes(file), label(file))
    return build(document, file.parent)


def build(document: Document, root: Path) -> Project:
    """The project that a document describes; what could not be read of it has its default."""
    built = build_project(document)
    problems = (*document.diagnostics, *built.problems)
    return Project(root, built.part or ProjectFile(), document.file, problems, built.root)
