"""A file's lines as a tree: every key and every item with the comments above it. Knows YAML's layout, and no journey.

A block keeps its lines as they are written. What is written in a way whose lines cannot be told apart (anchors, tags,
lists in lists, a whole file in braces) is refused with Unusual.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from cjm.source import is_nothing, read
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence

Plain: TypeAlias = "str | dict[str, Plain] | list[Plain]"
Kind: TypeAlias = Literal["text", "map", "list"]

_NOTHING = "\0"
_BREAK = re.compile(r"\r\n|\r|\n")
_DECORATION = re.compile(r"[&*!]\S|<<")


class Unusual(Exception):  # noqa: N818 - it never leaves the room
    """The text is written in a way that lines alone do not tell."""


@dataclass(slots=True)
class Block:
    """A key or an item. `column` and `row` count from 0; `rows` are its own lines, `lead` those above, `tail` below.

    `ident` is what it is known by among its neighbours. `head` is the line of a key whose value lies below it; of an
    item it is empty, and its children begin where its dash stands.
    """

    key: str
    column: int
    row: int
    lead: list[str]
    rows: list[str]
    node: Node
    kind: Kind = "text"
    head: list[str] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    ident: Hashable = ""
    is_item: bool = False

    @property
    def text(self) -> list[str]:
        """Its own lines, moved to the first column."""
        return shifted(self.rows, -self.column)

    @property
    def plain(self) -> Plain:
        """What it says, without layout."""
        return plain(self.node)

    @property
    def remarks(self) -> list[str]:
        """The comments in and above it."""
        own = [said for child in self.children for said in child.remarks]
        return [*_said(self.lead), *(own if self.children else _beside(self)), *_said(self.tail)]


EMPTY = Block("", 0, 0, [], [], Mapping(1, 1, 1, 1, ()), "map")
"""A file before there was any."""


def parse(text: str) -> Block:
    """The tree of a file. Raises Unusual."""
    document = read(text.encode("utf-8", "surrogatepass"), "")
    root = document.root
    if (
        document.diagnostics
        or not isinstance(root, Mapping)
        or root.flow
        or root.column != 1
        or _is_decorated(document)
    ):
        raise Unusual
    rows = _BREAK.split(document.text)
    while rows and not rows[-1].strip():
        rows.pop()
    whole = Block("", 0, 0, [], rows, root, "map")
    whole.children, whole.tail = _children(rows, root, (0, len(rows)))
    return whole


def _is_decorated(document: Document) -> bool:
    """Whether there are anchors, aliases, tags or merged keys, so that a value does not stand where it is used."""
    return _DECORATION.search(document.text) is not None and any(map(_decorates, _events(document.text)))


def _events(text: str) -> Iterator[Any]:
    import yaml  # noqa: PLC0415 - few files have anything that looks so

    try:
        yield from yaml.parse(text, yaml.CSafeLoader)
    except yaml.YAMLError:
        raise Unusual from None


def _decorates(event: Any) -> bool:  # noqa: ANN401 - libyaml's events
    named = getattr(event, "anchor", None) or getattr(event, "tag", None)
    return named is not None or (getattr(event, "value", None) == "<<" and not event.style)


def _children(rows: list[str], node: Mapping | Sequence, place: tuple[int, int]) -> tuple[list[Block], list[str]]:
    """The keys or items between two rows, and the lines that are left below them."""
    column = node.column - 1
    starts = list(_starts(rows, node))
    found: list[Block] = []
    above = place[0]
    for number, (start, (key, value)) in enumerate(zip(starts, _values(node), strict=True)):
        following = starts[number + 1] if number + 1 < len(starts) else place[1]
        last = max(start, key.end_line - 1 if key else start, _last_row(value))
        end = _end(rows, last + 1, following, column)
        if start < above or end > following:
            raise Unusual
        name, lines = key.text if key else "", rows[start:end]
        block = Block(name, column, start, rows[above:start], lines, value, is_item=key is None)
        _open(block, rows, key, (start, end))
        found.append(block)
        above = end
    return found, rows[above : place[1]]


def _open(block: Block, rows: list[str], key: Scalar | None, place: tuple[int, int]) -> None:
    """Look into a value whose parts have lines of their own."""
    value, (start, end) = block.node, place
    if isinstance(value, Scalar) or value.flow:
        return
    begin = start
    if key is not None:
        if value.line - 1 <= start:
            raise Unusual
        begin, block.head = start + 1, rows[start : start + 1]
    else:
        between = rows[start][block.column + 1 : value.column - 1]
        if isinstance(value, Sequence) or value.line - 1 != start or between.strip(" "):
            return
        rows = [*rows]
        rows[start] = f"{rows[start][: block.column]} {rows[start][block.column + 1 :]}"
    block.kind = "map" if isinstance(value, Mapping) else "list"
    block.children, block.tail = _children(rows, value, (begin, end))


def _values(node: Mapping | Sequence) -> Iterator[tuple[Scalar | None, Node]]:
    if isinstance(node, Mapping):
        yield from node.entries
    else:
        yield from ((None, item) for item in node.items)


def _starts(rows: list[str], node: Mapping | Sequence) -> Iterator[int]:
    """The row of each key or dash; only spaces may stand before it."""
    before = -1
    for key, value in _values(node):
        row = key.line - 1 if key else _dash(rows, node.column - 1, value, before)
        column = key.column - 1 if key else node.column - 1
        if row <= before or column != node.column - 1 or rows[row][:column].strip(" "):
            raise Unusual
        before = row
        yield row


def _dash(rows: list[str], column: int, item: Node, before: int) -> int:
    for row in range(min(item.line, len(rows)) - 1, before, -1):
        if rows[row][column : column + 2] in ("-", "- ") and not rows[row][:column].strip(" "):
            return row
    raise Unusual


def _last_row(node: Node) -> int:
    return -1 if isinstance(node, Scalar) and not node.text and node.plain else node.end_line - 1


def _end(rows: list[str], start: int, stop: int, column: int) -> int:
    """Up to which row comments belong to what is above them, for they are further in."""
    end = start
    for row in range(start, stop):
        said = rows[row].lstrip(" ")
        if said.strip():
            if len(rows[row]) - len(said) <= column or not said.startswith("#"):
                break
            end = row + 1
    return min(end, stop)


def _beside(block: Block) -> list[str]:
    """The comments on the lines of a value."""
    node = block.node
    if not isinstance(node, Scalar):
        return [" ".join(" ".join(block.rows).split())] if any("#" in row for row in block.rows) else []
    if not node.text:
        return _said(["".join(block.rows[0].partition(" #")[1:]), *block.rows[1:]])
    last = node.end_line - 1 - block.row
    after = block.rows[last][node.end_column - 1 :] if node.line == node.end_line else ""
    return _said([after, *block.rows[last + 1 :]])


def _said(rows: list[str]) -> list[str]:
    return [row.strip() for row in rows if row.strip()]


def shifted(rows: list[str], by: int) -> list[str]:
    """The lines moved along; what cannot be moved further left stays in the first column."""
    return [_moved(row, by) for row in rows] if by else [*rows]


def _moved(row: str, by: int) -> str:
    said = row.lstrip(" ")
    return " " * max(0, len(row) - len(said) + by) + said if said else ""


def plain(node: Node) -> Plain:
    """A value without its places, layout and quotes."""
    if isinstance(node, Scalar):
        return _NOTHING if is_nothing(node) else node.text.rstrip("\n")
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items]
