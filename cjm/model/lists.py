"""Readers of lists and of tables, whose items are read by a reader that is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Message, Severity, msg, visible
from cjm.model.fields import Many, One, Table, Text, specs
from cjm.model.part import Part
from cjm.model.reading import Path, Reading
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence

_SIGNS = re.compile(r"(?:,|;| [>/|-]|[ ]*(?:-+>|=>|→|»)) ?(?=\S)")
"""What people put between several on one line."""
Read = Callable[[Node, Path, Reading], Any]

_JOINING = frozenset({"y", "e", "o", "u", "ni", "pero", "que", "and", "or", "but", "et", "ou", "mais", "mas"})
"""The words that the second half of a sentence begins with, in Spanish, English, French and Portuguese."""


def list_reader(kind: Many, read_item: Read) -> Read:
    """Reads the items of a list, one by one; what cannot be read is left out."""
    prose = isinstance(kind.item, Text) or (isinstance(kind.item, One) and kind.item.part.short in ("text", "name"))

    def read(node: Node, path: Path, reading: Reading) -> tuple[Any, ...] | None:
        if node.__class__ is not Sequence:
            return _not_a_list(kind, read_item, node, path, reading)
        found = []
        for number, item in enumerate(node.items):
            if item.__class__ is Scalar and is_nothing(item):
                reading.empty(item, (*path, number))
                continue
            got = read_item(item, (*path, number), reading)
            if got is not None:
                found.append(got)
            elif reading.problems and not node.flow:
                _after_a_dash(reading)
        if prose and node.flow:
            _split_sentences(node, path, reading)
        return tuple(found)

    return read


def table_reader(kind: Table, read_value: Read) -> Read:
    """Reads the values under keys that the author chooses; keys that refer to something become its id."""
    family = kind.keys

    def read(node: Node, path: Path, reading: Reading) -> tuple[tuple[str, Any], ...] | None:
        if node.__class__ is not Mapping:
            reading.expected(node, path, msg("keys of its own, as in `{example}`", example="name: …"))
            return None
        found = []
        for key, value in node.entries:
            if value.__class__ is Scalar and is_nothing(value):
                reading.empty(key, (*path, key.text))
                continue
            got = read_value(value, (*path, key.text), reading)
            if got is not None:
                name = reading.names.known[family].get(key.text, key.text) if family else key.text
                found.append((name, got))
        return tuple(found)

    return read


def _after_a_dash(reading: Reading) -> None:
    """What is written anew after a dash needs no braces."""
    if reading.problems[-1].fix is not None:
        from cjm.model.half_written import without_braces  # noqa: PLC0415 - only files with a mistake need it

        reading.problems[-1] = without_braces(reading.problems[-1])


def _not_a_list(kind: Many, read_item: Read, node: Node, path: Path, reading: Reading) -> tuple[Any, ...] | None:
    if kind.single:
        got = read_item(node, path, reading)
        return None if got is None else (got,)
    from cjm.model.remedies import as_list  # noqa: PLC0415 - only files with a mistake need it

    reading.expected(
        node, path, msg("a list"), _with_a_dash(kind, node, reading), None if _is_row(node) else as_list(node)
    )
    return None


def _with_a_dash(kind: Many, node: Node, reading: Reading) -> Message:
    part = kind.item.part if isinstance(kind.item, One) else None
    label = _label(part) if part else ""
    if isinstance(node, Scalar):
        said = visible(_SIGNS.split(node.text)[0], 40)
        item = f"{label}: {said}" if part and not part.short else said
        return msg("put each one on its own line, after a dash: `- {item}`", item=item)
    if not (isinstance(node, Mapping) and node.entries):
        return msg("begin each one with a dash: `- {item}`", item="…")
    from cjm.model.half_written import first_item  # noqa: PLC0415 - only files with a mistake need it

    known = tuple(spec.key for spec in specs(part)) if part else ()
    return msg("begin each one with a dash: `- {item}`", item=first_item(node, label, known, reading))


def _is_row(node: Node) -> bool:
    """Whether a text is several, with arrows or the like between them."""
    return isinstance(node, Scalar) and bool(_SIGNS.search(node.text))


def _label(part: type[Part]) -> str:
    """The key that a part is known by, if it has one."""
    return str(getattr(part, "label", ""))


def _split_sentences(node: Sequence, path: Path, reading: Reading) -> None:
    """A comma cuts an unquoted sentence in `[a, b]` in two."""
    before = ""
    for number, item in enumerate(node.items):
        text = item.text if isinstance(item, Scalar) and item.plain else ""
        if _goes_on(before, text):
            reading.remark(
                "split-sentence",
                Severity.WARNING,
                item,
                (*path, number),
                msg("the comma makes two items of `{before}` and `{after}`", before=before, after=text),
                msg("if it is one sentence, put it in quotes or on a line of its own after a dash"),
            )
        before = text


def _goes_on(before: str, text: str) -> bool:
    """Whether the text begins like the second half of a sentence: with `and` or the like, or in lower case."""
    if not before or not text[:1].islower():
        return False
    if " " in text and text.split(maxsplit=1)[0] in _JOINING:
        return True
    opening = before.lstrip("¿¡«\"'(")
    return opening[:1].isupper() and (" " in text or opening.count(" ") > 1)
