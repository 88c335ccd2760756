"""From a document to a journey or a project file, with every structural problem of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from cjm.diagnostics import Diagnostic, Severity, msg
from cjm.model.fields import One
from cjm.model.journey import Journey
from cjm.model.naming import Names, name_parts
from cjm.model.parts import Part
from cjm.model.project import Catalogue, ProjectFile
from cjm.model.reader import reader
from cjm.model.reading import Path, Reading, describe
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence, span

Whole = TypeVar("Whole", bound=Part)
SUPPORTED = "1"
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Built(Generic[Whole]):
    """What a document holds. `root` has the keys that were meant in the place of near misses; None: nothing usable."""

    part: Whole | None
    root: Node | None
    problems: tuple[Diagnostic, ...] = ()


def build_journey(document: Document, catalogue: Catalogue | None = None, language: str | None = None) -> Built[Journey]:
    """The journey of a document. References are resolved in it and in the project's catalogue; `language` is the
    project's, for a journey that does not say its own.
    """
    shared = catalogue or Catalogue()
    built = _build(Journey, "cjm", document, shared)
    if built.part is None or (catalogue is None and language is None):
        return built
    whole = replace(built.part, catalogue=shared, language=built.part.language or language)
    return Built(whole, built.root, built.problems)


def build_project(document: Document) -> Built[ProjectFile]:
    """The project file of a document."""
    return _build(ProjectFile, "cjm_project", document, Catalogue())


def is_journey(document: Document) -> bool:
    """Whether the document says that it is a journey, of whatever version."""
    return isinstance(document.root, Mapping) and any(key.text == "cjm" for key, _ in document.root.entries)


def _build(part: type[Whole], marker: str, document: Document, shared: Catalogue) -> Built[Whole]:
    root = document.root
    if root is None:
        return Built(None, None)
    refusal = _refuse(part, marker, document.file, root)
    if refusal or not isinstance(root, Mapping):
        return Built(None, root, (refusal,) if refusal else ())
    kept: list[Diagnostic] = []
    for _ in range(_DEEPEST):
        reading = Reading(document.file, _names(part, root, shared))
        whole: Whole | None = reader(One(part))(root, (), reading)
        if not reading.renames:
            break
        kept += _about_keys(reading)
        renamed = _renamed(root, (), reading.renames)
        root = renamed if isinstance(renamed, Mapping) else root
    return Built(whole, root, (*kept, *reading.problems))


def _names(part: type[Part], root: Mapping, shared: Catalogue) -> Names:
    names = name_parts(part, root)
    for family, parts in (
        ("persona", shared.personas),
        ("channel", shared.channels),
        ("team", shared.teams),
        ("evidence", shared.evidence),
        ("metric", shared.metrics),
    ):
        if parts:
            names.share(family, parts)
    return names


def _refuse(part: type[Part], marker: str, file: str, root: Node) -> Diagnostic | None:
    """Why a document is no file of this kind at all; then nothing else is said of it."""
    if not isinstance(root, Mapping):
        message = msg("a journey is written as keys with values, and this file is {found}", found=describe(root))
        hint = msg("begin with `{marker}: 1`, then `title: …`", marker=marker)
        return Diagnostic("wrong-type", Severity.ERROR, message, file, span(root), "", hint)
    version = next(((key, value) for key, value in root.entries if key.text == marker), None)
    if version is None:
        message = msg("{part} has no `{key}`", part=part.noun, key=marker)
        hint = msg("write `{marker}: 1` as the first line", marker=marker)
        place = root.entries[0][0] if root.entries else root
        return Diagnostic("missing-key", Severity.ERROR, message, file, span(place), marker, hint)
    value = version[1]
    if isinstance(value, Scalar) and value.text == SUPPORTED:
        return None
    if isinstance(value, Sequence | Mapping):
        message = msg("`{marker}` is {found}, and takes the version of the format", marker=marker, found=describe(value))
    else:
        message = msg("this is format {version}, and this cjm knows format 1", version=value.text or "?")
    hint = msg("write `{marker}: 1`, or install a newer cjm", marker=marker)
    return Diagnostic("unsupported-format", Severity.ERROR, message, file, span(value), marker, hint)


def _about_keys(reading: Reading) -> list[Diagnostic]:
    """The findings about the keys that are now taken for what they meant; the others will be met again."""
    meant = {_key_place(path, old) for path, renames in reading.renames.items() for old in renames}
    return [each for each in reading.problems if each.rule == "unknown-key" and each.path in meant]


def _key_place(path: Path, key: str) -> str:
    from cjm.model.reading import say_path  # noqa: PLC0415 - only files with a mistake need it

    return say_path((*path, key))


def _renamed(node: Node, path: Path, renames: dict[Path, dict[str, str]]) -> Node:
    if isinstance(node, Sequence):
        items = tuple(_renamed(item, (*path, number), renames) for number, item in enumerate(node.items))
        return node._replace(items=items)
    if not isinstance(node, Mapping):
        return node
    here = renames.get(path, {})
    entries = tuple(
        (key._replace(text=here.get(key.text, key.text)), _renamed(value, (*path, key.text), renames))
        for key, value in node.entries
    )
    return node._replace(entries=entries)
