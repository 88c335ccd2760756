"""Ids: what may be one, and what a part is called that has none written.

Runs over the values before the parts are built, so that every reference can be resolved while they are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cjm.model.fields import Kind, Many, One, specs
from cjm.model.part import Part, PathStep
from cjm.model.parts import Identified
from cjm.source.values import Mapping, Node, Scalar, Sequence

LONGEST_ID = 64
Path = tuple[PathStep, ...]

_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}", re.ASCII)
_ASCII_GAPS = re.compile(r"[^a-z0-9_]+", re.ASCII)
_ENDS = "-_"
_LIGATURES = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
_ACCENTS: dict[int, str] = (
    {
        code: base
        for code in range(0xC0, 0x180)
        if (
            base := "".join(
                char for char in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(char)
            )
        )
        and base.isascii()
        and base.isalpha()
    }
    | dict.fromkeys(map(ord, "¿¡«»“”‘’…–—·"), " ")
    | str.maketrans(_LIGATURES)
)
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
    return char in "-_." or char.isalnum() or _is_mark(char)


def _is_mark(char: str) -> bool:
    """Vowel signs and accents, which belong to the letter before them."""
    return unicodedata.category(char) in ("Mn", "Mc")


def slug(text: str) -> str:
    """`Consideración` is `consideracion`, `注文` stays; empty when nothing of the text may stand in an id."""
    low = text[: LONGEST_ID * 4].lower().translate(_ACCENTS)
    words = _ASCII_GAPS.sub("-", low) if low.isascii() else "-".join(_words(low))
    return words.strip(_ENDS)[:LONGEST_ID].rstrip(_ENDS)


def _words(text: str) -> list[str]:
    """The words of a text in any script. Latin letters lose their accents; those of others are part of the letter."""
    kept: list[str] = []
    letter = latin = False
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()):
        if _is_mark(char):
            kept.append(char if letter and not latin else "")
            continue
        letter = char.isalnum()
        latin = letter and (char.isascii() or unicodedata.name(char, "").startswith("LATIN"))
        kept.append(_LIGATURES.get(char, char) if letter or char == "_" else "-")
    joined = unicodedata.normalize("NFC", "".join(kept))
    return [word for word in joined.split("-") if word.strip("_")]


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


class _Member(NamedTuple):
    path: Path
    written: str
    label: str


class _Plan(NamedTuple):
    """How the parts of a class are named: their family and label, and the keys below which others stand."""

    family: str | None
    label: str
    inner: tuple[tuple[str, type[Part], bool], ...]


Families = dict[str, list[_Member]]


def name_parts(part: type[Part], root: Mapping) -> Names:
    """Give every identified part below `root` its id: the written ones first, then the others in order."""
    names = Names()
    families: Families = {}
    _gather(part, root, (), families)
    for family, members in families.items():
        _name_family(names, family, members)
    return names


def _name_family(names: Names, family: str, members: list[_Member]) -> None:
    ids, generated, taken = names.ids, names.generated, {each.written for each in members if each.written}
    slugs = ["" if each.written else slug(each.label) for each in members]
    shared = _in_two_stages(members, slugs) if family == "touchpoint" else frozenset()
    last: dict[str, int] = {}
    for number, (each, stem) in enumerate(zip(members, slugs, strict=True), 1):
        if each.written:
            ids[each.path] = each.written
            continue
        if stem in shared:
            stem = f"{ids.get(each.path[:2], '')}.{stem}"[:LONGEST_ID].lstrip(".")  # noqa: PLW2901 - the same stem, told apart
        ids[each.path] = chosen = _free(stem or f"{family}-{number}", taken, last)
        generated.add(each.path)
        taken.add(chosen)
    known = names.known[family]
    for each in members:
        known.setdefault(ids[each.path], ids[each.path])
    for each in members:
        known.setdefault(each.label, ids[each.path])


def _in_two_stages(members: list[_Member], slugs: list[str]) -> frozenset[str]:
    places = {(stem, each.path[:2]) for each, stem in zip(members, slugs, strict=True) if stem}
    return frozenset(stem for stem, count in Counter(stem for stem, _ in places).items() if count > 1)


def _free(stem: str, taken: set[str], last: dict[str, int]) -> str:
    """The stem, or the stem with the first number that is free; `last` is the number that each stem got last."""
    if stem not in taken:
        return stem
    short = stem[: LONGEST_ID - 7]
    number = last.get(short, 1) + 1
    while f"{short}-{number}" in taken:
        number += 1
    last[short] = number
    return f"{short}-{number}"


def _gather(part: type[Part], node: Node, path: Path, families: Families) -> None:
    plan = _plan(part)
    if node.__class__ is not Mapping:
        if plan.family is not None:
            label = node.text.strip() if node.__class__ is Scalar else ""
            families.setdefault(plan.family or _key_of(path), []).append(_Member(path, "", label))
        return
    entries = {key.text: value for key, value in node.entries}
    if plan.family is not None:
        written, label = _text_of(entries.get("id")), _text_of(entries.get(plan.label)).strip()
        member = _Member(path, written if written and is_id(written) else "", label)
        families.setdefault(plan.family or _key_of(path), []).append(member)
    for key, inner, many in plan.inner:
        value = entries.get(key)
        if value is None:
            continue
        below = (*path, key)
        if not many:
            _gather(inner, value, below, families)
        elif value.__class__ is Sequence:
            for number, item in enumerate(value.items):
                _gather(inner, item, (*below, number), families)


def _text_of(node: Node | None) -> str:
    return node.text if node.__class__ is Scalar else ""


def _key_of(path: Path) -> str:
    return next((step.removesuffix("s") for step in reversed(path) if isinstance(step, str)), "part")


_PLANS: dict[type[Part], _Plan] = {}


def _plan(part: type[Part]) -> _Plan:
    if part not in _PLANS:
        inner = tuple(found for spec in specs(part) if (found := _within(spec.key, spec.kind)))
        if issubclass(part, Identified):
            _PLANS[part] = _Plan(part.family, part.label, inner)
        else:
            _PLANS[part] = _Plan(None, "", inner)
    return _PLANS[part]


def _within(key: str, kind: Kind) -> tuple[str, type[Part], bool] | None:
    inner = kind.item if isinstance(kind, Many) else kind
    if isinstance(inner, One) and (issubclass(inner.part, Identified) or _plan(inner.part).inner):
        return key, inner.part, isinstance(kind, Many)
    return None
