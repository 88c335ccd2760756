"""A journey's text as it should lie: keys in the order of the format, two spaces a level, empty lines where they help.

Works on the lines of the file and not on a tree, so that comments, quotes, folds and line ends are its author's. The
result is read again, and is given only if the journey and every comment that silences a rule are what they were.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from cjm.diagnostics import Diagnostic
from cjm.edit.blocks import Sheet, Unusual, arrange
from cjm.edit.edits import apply, line_end, rows
from cjm.edit.flow import flow_edits
from cjm.model.build import build_journey
from cjm.model.fields import One
from cjm.model.journey import Journey
from cjm.source import read
from cjm.source.values import Document, Mapping, Node, Scalar, Step

_MARK = "\ufeff".encode()
_ROUNDS = 4
_WHOLE = One(Journey)


class Formatted(NamedTuple):
    """The bytes of a file, whether they are new, and, if not, why; `trouble` is what cannot be read."""

    data: bytes
    outcome: Literal["same", "changed", "unreadable", "unusual"]
    trouble: Diagnostic | None = None


def format_journey(data: bytes) -> Formatted:
    """The file in its settled form; one that is written in an unusual way, with anchors for one, is left alone."""
    document = read(data, "")
    if document.root is None or document.diagnostics:
        return Formatted(data, "unreadable", document.diagnostics[0] if document.diagnostics else None)
    try:
        settled = _settled(document)
    except Unusual:
        return Formatted(data, "unusual")
    if settled.text == document.text:
        return Formatted(data, "same")
    if not _same_meaning(document, settled):
        return Formatted(data, "unusual")
    mark = _MARK if data.startswith(_MARK) else b""
    return Formatted(mark + settled.text.encode(), "changed")


def _settled(document: Document) -> Document:
    """The text after as many rounds as it takes until nothing moves any more."""
    for _ in range(_ROUNDS):
        text = _arranged(_with_tidy_brackets(document))
        if text == document.text:
            return document
        document = read(text.encode(), "")
    raise Unusual


def _with_tidy_brackets(document: Document) -> Document:
    edits = tuple(flow_edits(document.text, _block(document), _WHOLE))
    text = apply(document.text, edits) if edits else None
    return read(text.encode(), "") if text is not None else document


def _arranged(document: Document) -> str:
    text, root = document.text, _block(document)
    alone = frozenset(each.span.line - 1 for each in document.suppressions if each.line != each.span.line)
    meant = frozenset(each.line - 1 for each in document.suppressions)
    end = line_end(text)
    return end.join(arrange(Sheet(rows(text), alone, meant), root, _WHOLE)) + end


def _block(document: Document) -> Mapping:
    """The whole as keys that begin in the first column."""
    root = document.root
    if not isinstance(root, Mapping) or root.flow or root.column != 1 or "\t" in document.text:
        raise Unusual
    return root


def _same_meaning(before: Document, after: Document) -> bool:
    if after.root is None or after.diagnostics:
        return False
    end = "" if before.text.endswith(("\n", "\r")) else "\n"
    if _plain(before.root, end) != _plain(after.root, end):
        return False
    if _silenced(before) != _silenced(after):
        return False
    old, new = build_journey(before), build_journey(after)
    return old.part == new.part and len(old.problems) == len(new.problems)


def _plain(node: Node | None, end: str) -> object:
    """A value without places, the order of keys, and the `end` that the last text of a file may lack."""
    if node is None or isinstance(node, Scalar):
        return node and (node.text.removesuffix(end), node.plain)
    if isinstance(node, Mapping):
        return {key.text: _plain(value, end) for key, value in node.entries}
    return [_plain(item, end) for item in node.items]


def _silenced(document: Document) -> Counter[tuple[tuple[Step, ...], tuple[str, ...], str]]:
    """Which rules the comments silence, and where in the journey."""
    places: dict[int, tuple[Step, ...]] = {}
    waiting: list[tuple[tuple[Step, ...], Node]] = [((), document.root)] if document.root else []
    while waiting:
        path, node = waiting.pop()
        places.setdefault(node.line, path)
        if isinstance(node, Mapping):
            for key, value in reversed(node.entries):
                waiting.append(((*path, key.text), value))
                if value.line != key.line:
                    places.setdefault(key.line, (*path, key.text))
        elif not isinstance(node, Scalar):
            waiting += [((*path, number), item) for number, item in reversed(tuple(enumerate(node.items)))]
    return Counter(
        (places.get(each.line, ()), tuple(name for name, _ in each.rules), each.reason)
        for each in document.suppressions
    )
