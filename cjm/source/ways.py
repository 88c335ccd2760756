"""The way to a value by the ids and names of what it leads through, which stays when parts come and go before it."""

from __future__ import annotations

import re

from cjm.source.values import Mapping, Node, Scalar, Sequence

_NAMES = ("id", "name", "title", "text")
"""The keys that tell the parts of a list apart, the surest first."""
_INDEX = re.compile(r"\[(\d{1,9})\]")
_KEY = re.compile(r"\.?[^.\[]*")


def way(path: str, root: Node | None) -> str:
    """`stages[2].touchpoints[0].emotion` as `stages[choosing].touchpoints[size-guide].emotion`."""
    said, node, rest = "", root, path
    while rest:
        word, node, taken = _item(rest, node) if rest.startswith("[") else _value(rest, node)
        said, rest = said + word, rest[taken:]
    return said


def _item(path: str, node: Node | None) -> tuple[str, Node | None, int]:
    """What the step into a list is called, where it leads, and how much of the path it takes."""
    found = _INDEX.match(path)
    if found is None:
        return path, None, len(path)
    number = int(found[1])
    item = node.items[number] if isinstance(node, Sequence) and number < len(node.items) else None
    return f"[{_name(item) or number}]", item, found.end()


def _value(path: str, node: Node | None) -> tuple[str, Node | None, int]:
    """The same for the step to a key, which may hold a dot or a bracket itself."""
    plain = path.removeprefix(".")
    entries = node.entries if isinstance(node, Mapping) else ()
    fitting = [(len(key.text), value) for key, value in entries if _begins(plain, key.text)]
    if not fitting:
        found = _KEY.match(path)
        taken = max(found.end(), 1) if found else 1
        return path[:taken], None, taken
    length, value = max(fitting, key=lambda each: each[0])
    return f".{plain[:length]}", value, len(path) - len(plain) + length


def _begins(path: str, key: str) -> bool:
    return bool(key) and path.startswith(key) and path[len(key) : len(key) + 1] in ("", ".", "[")


def _name(item: Node | None) -> str:
    """What tells a part of a list from the others; nothing where its place alone does."""
    if isinstance(item, Scalar):
        return item.text
    if not isinstance(item, Mapping):
        return ""
    named = {key.text: value.text for key, value in item.entries if key.text in _NAMES and isinstance(value, Scalar)}
    return next((named[name] for name in _NAMES if named.get(name)), "")
