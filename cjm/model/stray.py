"""Keys that a part does not have: which one was meant, or which other part has it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache
from typing import Any

from cjm.diagnostics import Message, msg
from cjm.model.fields import Choice, Kind, Lapse, Many, One, Spec, Table, specs
from cjm.model.foreign import likest, lookalike, meanings, surely
from cjm.model.journey import Journey
from cjm.model.part import Part
from cjm.model.parts import Stretch
from cjm.model.project import ProjectFile
from cjm.model.reading import Path, Reading, quoted_sentence
from cjm.model.remedies import word_instead
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar

_MOST_KEYS = 8
_MOST_HINTS = 200
_SHORTEST_TELLING = 3


def stray_key(part: type[Part], entry: tuple[Scalar, Node], node: Mapping, path: Path, reading: Reading) -> None:
    """Note a key that the part does not have. The key that was meant is taken for it, when the part has none such."""
    key, value = entry
    if path in reading.unreadable:
        return
    if node.flow and all(isinstance(each, Scalar) and is_nothing(each) for _, each in node.entries):
        _braces(node, path, reading)
        return
    known = {spec.key: spec for spec in specs(part) if spec.key != "*"}
    meant, certain = _meant(key.text, value, known, reading)
    message = msg("`{key}` is not a key of {part}", key=key.text, part=part.noun)
    free = meant not in reading.renames[path].values() and all(other.text != meant for other, _ in node.entries)
    fix = word_instead(key, meant) if meant and certain and free and surely(key.text, meant) else None
    reading.error("unknown-key", key, (*path, key.text), message, _hint(key.text, meant, part, reading), fix)
    if meant:
        if free:
            reading.renames[path][key.text] = meant
    elif part.short and len(node.entries) == 1 and isinstance(value, Scalar):
        _sentence(part, key, value, path, reading)


def _sentence(part: type[Part], key: Scalar, value: Scalar, path: Path, reading: Reading) -> None:
    """A sentence that its colon made a key: what stands behind the colon is taken for it, to read on."""
    if is_nothing(value):
        reading.unreadable.add(path)
        return
    reading.renames[path][key.text] = part.short
    reading.problems[-1] = replace(reading.problems[-1], hint=quoted_sentence(key, value))


def _braces(node: Mapping, path: Path, reading: Reading) -> None:
    """Note `{Pay, without an account}`: words between braces, none of which has a value."""
    words = ", ".join(key.text for key, _ in node.entries)
    message = msg("`{words}` stands between braces, which hold keys with values", words=words)
    hint = msg("put a text in quotes, and a list between square brackets")
    reading.error("wrong-type", node, path, message, hint)
    reading.unreadable.add(path)


def _meant(word: str, value: Node, known: dict[str, Spec], reading: Reading) -> tuple[str | None, bool]:
    """The key that was meant, and whether it can be no other; `estado: actual` is a `state`, `borrador` a `status`."""
    possible = reading.guess(word, tuple(known))
    if len(possible) > 1 and isinstance(value, Scalar):
        fitting = [key for key in possible if _may_be(value.text, known[key].kind, reading)]
        return fitting[0] if fitting else possible[0], len(fitting) == 1
    return possible[0] if possible else None, len(possible) == 1


def _may_be(word: str, kind: Kind, reading: Reading) -> bool:
    return isinstance(kind, Choice) and bool(reading.guess(word, kind.names))


def _hint(word: str, meant: str | None, part: type[Part], reading: Reading) -> Message | None:
    strange = lookalike(word)
    if meant and strange:
        return msg(
            "did you mean `{meant}`? `{letter}` is {code}, which only looks like a Latin letter",
            meant=meant,
            letter=strange,
            code=f"U+{ord(strange):04X}",
        )
    if meant:
        return msg("did you mean `{meant}`?", meant=meant)
    if word.isdecimal():
        return msg("if it is the end of a number, write that with a point: `1.5`")
    if " " in word.strip():
        return msg("if this is part of a sentence, put the whole sentence in quotes")
    return None if len(reading.problems) > _MOST_HINTS else _elsewhere(word, part) or _keys_there_are(word, part)


def _elsewhere(word: str, part: type[Part]) -> Message | None:
    """Which other part has the key: one of the same file rather than of the other."""
    wholes = (Journey, ProjectFile) if part in _parts(Journey) else (ProjectFile, Journey)
    for owners in map(_owners, wholes):
        found = meanings(word, tuple(owners)) if len(word) >= _SHORTEST_TELLING else ()
        if found:
            return _belongs(found[0], owners[found[0]])
    return None


def _keys_there_are(word: str, part: type[Part]) -> Message:
    known = tuple(spec.key for spec in specs(part))
    nearest = likest(word, known)
    if nearest:
        return msg("the nearest key is `{near}`", near=nearest)
    own = tuple(name for name in known if name not in ("id", "was", "ref")) or known
    if len(own) <= _MOST_KEYS:
        return msg("{part} has {names}", part=part.noun, names=own)
    more = len(own) - _MOST_KEYS
    return msg("{part} has {names} and {count} more keys", part=part.noun, names=own[:_MOST_KEYS], count=more)


def _belongs(key: str, owners: tuple[Message, ...]) -> Message:
    first, *others = owners
    if not others:
        return msg("`{key}` is a key of {first}", key=key, first=first)
    if len(others) == 1:
        return msg("`{key}` is a key of {first} or {second}", key=key, first=first, second=others[0])
    return msg("`{key}` is a key of {first}, {second} and others", key=key, first=first, second=others[0])


@cache
def _owners(whole: type[Any]) -> dict[str, tuple[Message, ...]]:
    """The parts of a journey or a project file that have a key, by the key, in the order of the format."""
    found: dict[str, list[Message]] = {}
    for part in _parts(whole):
        for spec in specs(part):
            if spec.key != "*":
                found.setdefault(spec.key, []).append(part.noun)
    return {key: tuple(dict.fromkeys(nouns)) for key, nouns in found.items()}


def _parts(whole: type[Any]) -> tuple[type[Part], ...]:
    found: dict[type[Part], None] = {whole: None}
    waiting = deque([whole])
    while waiting:
        for spec in specs(waiting.popleft()):
            kind = spec.kind
            while isinstance(kind, Many | Table):
                kind = kind.item if isinstance(kind, Many) else kind.value
            inner = kind.part if isinstance(kind, One) else Stretch if isinstance(kind, Lapse) else None
            if inner and inner not in found:
                found[inner] = None
                waiting.append(inner)
    return tuple(found)
