"""Versions of a file read one after another: what the version before said in the same words is not read again.

A text is cut where a key begins in the first column, and lists below such a key at their dashes. What can be read by
itself before such a place is whole, so that all pieces together say what the text says; whatever does not fit, or
names something elsewhere in the file, is read as a whole. Places of values are those in their pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.source import read
from cjm.source.limits import Limits
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence

_KEY = re.compile(r"\n(?=\w)")
_LIST = re.compile(r"\w+:[ ]*(?:#[^\n]*)?\n(?:[ ]*(?:#[^\n]*)?\n)*([ ]*)-[ ]")
_STRANGE = re.compile(r"\n(?:[^\w\s#-]|--|-\S)")
"""Marks of documents, and keys that begin otherwise than usual. It begins with its sign, as the next, for speed."""
_REFERRING = re.compile(r"[&*!](?<![^\s\[{,][&*!])\S|<<")
"""What may refer to another place."""
_LONGEST = 1_000_000
_MOST_KEPT = 4_000_000
"""Characters of pieces."""
_GIVEN_UP = 8
_LIMITS = Limits()


class Pieces:
    """Reads versions of one file, neighbours after each other. Keeps what the last ones were made of."""

    def __init__(self) -> None:
        self._known: dict[str, Node] = {}
        self._size = 0
        self._in_vain = 0

    def read(self, content: bytes) -> Document:
        """What `read` of a source says of the text, but for places, comments and what is merely odd."""
        if self._in_vain < _GIVEN_UP:
            text = _text(content)
            root = self._whole(text) if text else None
            if root is not None:
                self._in_vain = 0
                return Document("", text, root)
            self._in_vain += 1
        return read(content, "")

    def _whole(self, text: str) -> Mapping | None:
        entries: list[tuple[Scalar, Node]] = []
        for piece in _cut(text, [found.start() for found in _KEY.finditer(f"\n{text}")]):
            found = self._list(piece) or self._read(piece)
            if not isinstance(found, Mapping) or len(found.entries) != 1:
                return None
            entries += found.entries
        if len({key.text for key, _ in entries}) != len(entries):
            return None
        return Mapping(1, 1, 1, 1, tuple(entries)) if entries else None

    def _list(self, piece: str) -> Mapping | None:
        """A key with the items of a list below it, each read by itself."""
        head = _LIST.match(piece)
        if head is None:
            return None
        dashes = re.compile(f"^{head[1]}-[ ]", re.MULTILINE)
        starts = [found.start() for found in dashes.finditer(piece)]
        items: list[Node] = []
        for each in _cut(piece[starts[0] :], [start - starts[0] for start in starts]):
            found = self._read(each)
            if not isinstance(found, Sequence) or len(found.items) != 1 or found.flow:
                return None
            items += found.items
        key = Scalar(1, 1, 1, 1, piece.partition(":")[0])
        return Mapping(1, 1, 1, 1, ((key, Sequence(1, 1, 1, 1, tuple(items))),))

    def _read(self, piece: str) -> Node | None:
        known = self._known.get(piece)
        if known is not None:
            return known
        found = read(piece.encode(), "")
        if found.diagnostics or found.root is None:
            return None
        if self._size > _MOST_KEPT:
            self._known.clear()
            self._size = 0
        self._known[piece] = found.root
        self._size += len(piece)
        return found.root


def _text(content: bytes) -> str:
    """The text, empty where it cannot be cut."""
    try:
        text = content.decode() if len(content) <= min(_LONGEST, _LIMITS.bytes) else ""
    except UnicodeDecodeError:
        return ""
    return "" if text.startswith("\ufeff") or _STRANGE.search(f"\n{text}") or _REFERRING.search(text) else text


def _cut(text: str, starts: list[int]) -> Iterator[str]:
    """The pieces that begin at some places; what stands before the first belongs to it."""
    ends = [*starts[1:], len(text)]
    for start, end in zip([0, *starts[1:]], ends, strict=True) if starts else ():
        yield text[start:end]
