"""Where a path leads in a file: findings name a path, and its place is looked up late."""

from __future__ import annotations

from cjm.diagnostics import Span
from cjm.source.values import Mapping, Node, Scalar, Sequence, Step, span


def locate(root: Node | None, path: tuple[Step, ...], *, key: bool = False) -> Span:
    """The place of the value at `path`, or of its key; of its owner's first key where the file has no such value."""
    if root is None:
        return Span()
    node, name = root, None
    for depth, step in enumerate(path):
        found = _child(node, step)
        if found is None:
            return _first_key(node)
        name, node = found
        if depth == len(path) - 1 and key and name is not None:
            return span(name)
    return _first_key(node) if isinstance(node, Mapping) else span(node)


def _child(node: Node, step: Step) -> tuple[Scalar | None, Node] | None:
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    if isinstance(node, Mapping):
        return next((entry for entry in node.entries if entry[0].text == step), None)
    return None


def _first_key(node: Node) -> Span:
    return span(node.entries[0][0]) if isinstance(node, Mapping) and node.entries else span(node)
