"""Ids: what may be one, and what a part is called that has none written.

Runs over the values before the parts are built, so that every reference can be resolved while they are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from cjm.model.fields import Kind, Many, One, specs
from cjm.model.parts import Identified, Part, PathStep
from cjm.source.values import Mapping, Node, Scalar, Sequence

LONGEST_ID = 64
Path = tuple[PathStep, ...]

_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}", re.ASCII)
_ASCII_GAPS = re.compile(r"[^a-z0-9_]+", re.ASCII)
_ACCENTS = {
    code: base
    for code in range(0xC0, 0x180)
    if (base := "".join(char for char in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(char)))
    and base.isascii()
    and base.isalpha()
} | dict.fromkeys(map(ord, "¿¡«»“”‘’…–—·"), " ")
"""Latin letters without their accents, and the signs that sentences have: what most names need."""


def is_id(text: str) -> bool:
    """Letters of any script, digits, `-`, `_` and `.`, starting with a letter or digit; at most 64; NFC."""
    if _PLAIN_ID.fullmatch(text):
        return True
    return (
        0 < len(text) <= LONGEST_ID
        and text[0].isalnum()
        and all(_may_stand_in_id(char) for char in text)
        and unicodedata.is_normalized("NFC", text)
    )


def _may_stand_in_id(char: str) -> bool:
    return char in "-_." or char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")


def slug(text: str) -> str:
    """`Consideración` is `consideracion`, `注文` stays; empty when nothing of the text may stand in an id."""
    low = text.casefold().translate(_ACCENTS)
    if low.isascii():
        return _ASCII_GAPS.sub("-", low[: LONGEST_ID * 4]).strip("-_")[:LONGEST_ID].rstrip("-_")
    kept = []
    latin = False
    for char in unicodedata.normalize("NFKD", low[: LONGEST_ID * 4]):
        if unicodedata.combining(char):
            if not latin:
                kept.append(char)
            continue
        latin = char.isascii() or "LATIN" in unicodedata.name(char, "")
        kept.append(char if char == "_" or char.isalnum() or unicodedata.category(char) == "Mc" else "-")
    joined = unicodedata.normalize("NFC", "".join(kept))
    parts = [part for part in joined.split("-") if part]
    return "-".join(parts).strip("_")[:LONGEST_ID].rstrip("-_")


class Names:
    """Ids by the path of their part; and, for each family, ids by everything that a reference may say."""

    __slots__ = ("generated", "ids", "known")

    def __init__(self) -> None:
        self.ids: dict[Path, str] = {}
        self.generated: set[Path] = set()
        self.known: defaultdict[str, dict[str, str]] = defaultdict(dict)

    def share(self, family: str, parts: Iterable[Identified]) -> None:
        """Let references reach parts that are defined elsewhere; names of the file itself win."""
        known = self.known[family]
        for part in parts:
            known.setdefault(part.id, part.id)
        for part in parts:
            label = getattr(part, part.label)
            if label:
                known.setdefault(label, part.id)


class _Candidate(NamedTuple):
    path: Path
    family: str
    written: str | None
    label: str


def name_parts(part: type[Part], root: Mapping) -> Names:
    """Give every identified part below `root` its id: the written ones first, then the others in order."""
    names = Names()
    families: defaultdict[str, list[_Candidate]] = defaultdict(list)
    for each in _candidates(part, root, ()):
        families[each.family].append(each)
    for family, members in families.items():
        _name_family(names, family, members)
    return names


def _name_family(names: Names, family: str, members: list[_Candidate]) -> None:
    taken = {each.written for each in members if each.written}
    slugs = ["" if each.written else slug(each.label) for each in members]
    shared = _in_two_stages(members, slugs) if family == "touchpoint" else frozenset()
    for number, (each, stem) in enumerate(zip(members, slugs, strict=True), 1):
        if each.written:
            names.ids[each.path] = each.written
            continue
        if stem in shared:
            stem = f"{names.ids.get(each.path[:2], '')}.{stem}"[:LONGEST_ID]  # noqa: PLW2901 - the same stem, told apart
        names.ids[each.path] = chosen = _free(stem or f"{family}-{number}", taken)
        names.generated.add(each.path)
        taken.add(chosen)
    known = names.known[family]
    for each in members:
        known.setdefault(names.ids[each.path], names.ids[each.path])
    for each in members:
        known.setdefault(each.label, names.ids[each.path])


def _in_two_stages(members: list[_Candidate], slugs: list[str]) -> frozenset[str]:
    places = {(stem, each.path[:2]) for each, stem in zip(members, slugs, strict=True) if stem}
    return frozenset(stem for stem, count in Counter(stem for stem, _ in places).items() if count > 1)


def _free(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    room = LONGEST_ID - 6
    return next(name for number in count(2) if (name := f"{stem[:room]}-{number}") not in taken)


def _candidates(part: type[Part], node: Node, path: Path) -> Iterator[_Candidate]:
    entries = {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
    if issubclass(part, Identified):
        yield _candidate(part, node, entries, path)
    if entries:
        for key, inner, many in _parts_within(part):
            value = entries.get(key)
            if many and isinstance(value, Sequence):
                for number, item in enumerate(value.items):
                    yield from _candidates(inner, item, (*path, key, number))
            elif not many and value is not None:
                yield from _candidates(inner, value, (*path, key))


def _candidate(part: type[Identified], node: Node, entries: dict[str, Node], path: Path) -> _Candidate:
    written = entries.get("id")
    label = entries.get(part.label) if isinstance(node, Mapping) else node
    return _Candidate(
        path,
        part.family or _key_of(path),
        written.text if isinstance(written, Scalar) and is_id(written.text) else None,
        label.text if isinstance(label, Scalar) else "",
    )


def _key_of(path: Path) -> str:
    return next((step.removesuffix("s") for step in reversed(path) if isinstance(step, str)), "part")


_PARTS_WITHIN: dict[type[Part], tuple[tuple[str, type[Part], bool], ...]] = {}


def _parts_within(part: type[Part]) -> tuple[tuple[str, type[Part], bool], ...]:
    """The keys of a part below which ids may stand, with the class there and whether it is a list."""
    if part not in _PARTS_WITHIN:
        _PARTS_WITHIN[part] = tuple(found for spec in specs(part) if (found := _within(spec.key, spec.kind)))
    return _PARTS_WITHIN[part]


def _within(key: str, kind: Kind) -> tuple[str, type[Part], bool] | None:
    inner = kind.item if isinstance(kind, Many) else kind
    if isinstance(inner, One) and (issubclass(inner.part, Identified) or _parts_within(inner.part)):
        return key, inner.part, isinstance(kind, Many)
    return None
