"""From a document to a journey or a project file, with every structural problem of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from cjm.diagnostics import Diagnostic, Edit, Fix, Message, Severity, Span, msg
from cjm.model.comments import cut_sentences
from cjm.model.journey import Journey
from cjm.model.naming import Names, name_parts
from cjm.model.part import Part
from cjm.model.project import Catalogue, ProjectFile
from cjm.model.reader import part_reader
from cjm.model.reading import Guesses, Path, Reading, describe, say_path
from cjm.model.values import read_number
from cjm.source import is_nothing
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence, span

Whole = TypeVar("Whole", bound=Part)
Tree = TypeVar("Tree", bound=Node)
SUPPORTED = 1


@dataclass(frozen=True, slots=True)
class Built(Generic[Whole]):
    """What a document holds. `root` has the keys that were meant in the place of near misses; None: nothing usable."""

    part: Whole | None
    root: Node | None
    problems: tuple[Diagnostic, ...] = ()


def build_journey(
    document: Document, catalogue: Catalogue | None = None, language: str | None = None
) -> Built[Journey]:
    """The journey of a document, with references resolved in it and in the project's catalogue.

    `language` is the project's, for a journey that does not say its own.
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


def _build(part: type[Whole], marker: str, document: Document, shared: Catalogue) -> Built[Whole]:
    root = document.root
    if root is None:
        return Built(None, None)
    if not isinstance(root, Mapping):
        return Built(None, root, (_no_mapping(part, marker, document.file, root),))
    refusal = _refusal(part, marker, document.file, root)
    if refusal and not (refusal.rule == "missing-key" and _looks_like_one(part, root)):
        return Built(None, root, (refusal,))
    kept: list[Diagnostic] = []
    if refusal:
        kept.append(refusal)
        root = _with_version(marker, root)
    guesses: Guesses = {}
    while True:
        reading = Reading(document.file, _names(part, root, shared), guesses)
        whole: Whole | None = part_reader(part)(root, (), reading)
        if not any(reading.renames.values()):
            break
        kept += _about_renamed(reading)
        root = _with_renamed(root, (), reading.renames)
    return Built(
        whole, root, tuple(_not_told_yet(document, (*kept, *reading.problems, *cut_sentences(document, root))))
    )


def _looks_like_one(part: type[Part], root: Mapping) -> bool:
    """Whether a file without its first line is one all the same: then everything else is said at once too."""
    telling = {"title", "stages"} if part is Journey else {"catalogue", "include", "rules"}
    return any(key.text in telling for key, _ in root.entries)


def _with_version(marker: str, root: Mapping) -> Mapping:
    """The file as if it said its version, where its first key stands."""
    first = root.entries[0][0]
    others = tuple(entry for entry in root.entries if entry[0].text != marker)
    return root._replace(entries=((first._replace(text=marker), first._replace(text="1", plain=True)), *others))


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


def _no_mapping(part: type[Part], marker: str, file: str, root: Node) -> Diagnostic:
    message = msg(
        "{part} is written as keys with values, and this file is {found}", part=part.noun, found=describe(root)
    )
    hint = msg("begin with `{marker}: 1`", marker=marker)
    return Diagnostic("wrong-type", Severity.ERROR, message, file, span(root), "", hint)


def _refusal(part: type[Part], marker: str, file: str, root: Mapping) -> Diagnostic | None:
    """Why a document is no file of this kind at all; then nothing else is said of it."""
    key, value = next(((key, value) for key, value in root.entries if key.text == marker), (None, None))
    hint = msg("write `{marker}: 1`, or install a newer cjm", marker=marker)
    fix = None
    if key is None or value is None:
        rule, place = "missing-key", span(root.entries[0][0] if root.entries else root)
        message = msg("{part} has no `{key}`", part=part.noun, key=marker)
        hint = msg("write `{marker}: 1` as the first line", marker=marker)
        fix = _first_line(marker, root)
    elif isinstance(value, Scalar) and read_number(value.text) == SUPPORTED:
        return None
    elif isinstance(value, Scalar) and is_nothing(value):
        rule, place = "missing-key", span(key)
        message = msg("`{key}` of {part} is empty", key=marker, part=part.noun)
        hint = msg("write `{marker}: 1`", marker=marker)
    elif isinstance(value, Scalar):
        rule, place = "unsupported-format", span(value)
        message = msg("this is format {version}, and this cjm knows format 1", version=value.text)
    else:
        rule, place = "unsupported-format", span(value)
        message = msg(
            "`{marker}` is {found}, and takes the version of the format", marker=marker, found=describe(value)
        )
    return Diagnostic(rule, Severity.ERROR, message, file, place, marker, hint, fix=fix)


def _first_line(marker: str, root: Mapping) -> Fix | None:
    """The version of the format before everything else."""
    if root.flow or root.column != 1 or not root.entries or root.entries[0][0][:2] != root[:2]:
        return None
    return Fix((Edit(Span(root.line, 1, root.line, 1), f"{marker}: {SUPPORTED}\n"),))


def _about_renamed(reading: Reading) -> Iterator[Diagnostic]:
    """The findings about the keys that are now taken for what they meant; the others will be met again."""
    meant = {say_path((*path, old)) for path, renames in reading.renames.items() for old in renames}
    return (each for each in reading.problems if each.rule == "unknown-key" and each.path in meant)


def _with_renamed(node: Tree, path: Path, renames: MappingOf[Path, dict[str, str]]) -> Tree:
    """The same values, with the keys that were meant in the place of those that were written."""
    if isinstance(node, Sequence):
        items = tuple(_with_renamed(item, (*path, number), renames) for number, item in enumerate(node.items))
        return node._replace(items=items)
    if not isinstance(node, Mapping):
        return node
    here = renames.get(path, {})
    entries = tuple(
        (key._replace(text=here.get(key.text, key.text)), _with_renamed(value, (*path, key.text), renames))
        for key, value in node.entries
    )
    return node._replace(entries=entries)


def _not_told_yet(document: Document, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each once, also where an alias repeats it; without those about a value that the source refused.

    Nor is an empty value spoken of where the source met broken lines: they may be what it lacks.
    """
    refused = [each.span for each in document.diagnostics]
    broken = any(each.rule == "invalid-yaml" for each in document.diagnostics)
    told: set[tuple[str, Span, Message]] = set()
    for each in problems:
        same = (each.rule, each.span, each.message)
        if same in told or (broken and each.rule == "empty-text"):
            continue
        told.add(same)
        if not any(place[:2] <= each.span[:2] <= place[2:] for place in refused):
            yield each
