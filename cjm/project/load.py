"""One file to the journey it holds."""

from __future__ import annotations

from pathlib import Path

from cjm.model import Journey
from cjm.model.build import Built, build_journey
from cjm.project.files import JourneyFile, bytes_of
from cjm.source import read
from cjm.source.values import Document


def load_file(file: JourneyFile) -> tuple[Document, Built[Journey]]:
    """Read and build one journey; its problems are in what comes back. Raises OSError when it cannot be opened."""
    settings = file.project.settings
    document = read(bytes_of(file), file.label)
    return document, build_journey(document, settings.catalogue, settings.language)


def load(path: str | Path) -> Journey:
    """The journey of a file, with the catalogue of its project. Raises ValueError with the first error it has."""
    from cjm.diagnostics import Severity, say  # noqa: PLC0415 - the command line never calls this
    from cjm.project.files import gather  # noqa: PLC0415 - as above

    gathered = gather([str(path)])
    if gathered.problem:
        raise FileNotFoundError(say(gathered.problem))
    if len(gathered.files) != 1:
        raise FileNotFoundError(f"{path} is {'more than one journey' if gathered.files else 'no journey'}")
    document, built = load_file(gathered.files[0])
    errors = [each for each in (*document.diagnostics, *built.problems) if each.severity is Severity.ERROR]
    if errors or built.part is None:
        first = errors[0]
        raise ValueError(f"{first.file}:{first.span.line}:{first.span.column}: {say(first.message)}")
    return built.part
