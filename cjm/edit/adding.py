"""Writing an id beside the name of a part, wherever and however the part is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.diagnostics import Edit, Fix, Span
from cjm.edit.edits import rows
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence, Step


class Addition(NamedTuple):
    """The id that a part should have; `label` is the key that its short form stands for."""

    path: tuple[Step, ...]
    id: str
    label: str


def add_ids(document: Document, root: Node, additions: Iterable[Addition]) -> Fix | None:
    """Write ids; parts that cannot be given one by adding a line or a few words are left out."""
    silenced = frozenset(each.line for each in document.suppressions)
    found = (_added(each, document.text, root, silenced) for each in additions)
    edits = tuple(edit for each in found for edit in each)
    return Fix(edits, keeps=True) if edits else None


def _added(new: Addition, text: str, root: Node, silenced: frozenset[int]) -> tuple[Edit, ...]:
    *_, (parent, node) = _walk(root, new.path)
    if isinstance(node, Scalar):
        return tuple(_beside_text(new, node, flow=getattr(parent, "flow", False)))
    if not isinstance(node, Mapping) or not node.entries or node.entries[0][0][:2] != _inside(node):
        return ()
    return (_beside_keys(new, text, node, silenced),)


def _walk(root: Node, path: Iterable[Step]) -> Iterator[tuple[Node, Node]]:
    """Each value on the way to another, with the value that holds it."""
    parent = node = root
    yield parent, node
    for step in path:
        parent = node
        if isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, Mapping):
            node = next(value for key, value in node.entries if key.text == step)
        yield parent, node


def _inside(node: Mapping) -> tuple[int, int]:
    """Where the first key of a part stands, when nothing but a brace is before it."""
    first = node.entries[0][0]
    if node.flow and first.line == node.line:
        return first.line, max(first.column, node.column + 1)
    return node.line, node.column


def _beside_text(new: Addition, node: Scalar, *, flow: bool) -> Iterator[Edit]:
    """The full form of a text that stands for its part."""
    if node.line != node.end_line:
        return
    start, end = Span(*node[:2], *node[:2]), Span(*node[2:4], *node[2:4])
    if flow:
        yield Edit(start, f"{{id: {new.id}, {new.label}: ")
        yield Edit(end, "}")
    else:
        yield Edit(start, f"id: {new.id}\n{' ' * (node.column - 1)}{new.label}: ")


def _beside_keys(new: Addition, text: str, node: Mapping, silenced: frozenset[int]) -> Edit:
    """The id before the first key; after it where a comment silences a rule on its line."""
    key, value = node.entries[0]
    start = Span(*key[:2], *key[:2])
    if node.flow:
        return Edit(start, f"id: {new.id}, ")
    indent = " " * (key.column - 1)
    if key.line not in silenced:
        return Edit(start, f"id: {new.id}\n{indent}")
    line = rows(text)[value.end_line - 1]
    end = Span(value.end_line, len(line) + 1, value.end_line, len(line) + 1)
    return Edit(end, f"\n{indent}id: {new.id}")
