"""Values in braces and brackets, merged within their lines: the changes of one side made in the text of the other."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from itertools import accumulate
from typing import NamedTuple, cast

from cjm.merge.blocks import Block, Plain, plain
from cjm.source.values import Mapping, Node, Scalar, Sequence


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def merged_inline(old: Block | None, ours: Block, theirs: Block) -> tuple[list[str], Plain] | None:
    """Our lines with their changes, and what these say; None where both changed the same, or it cannot be told."""
    mine, its = _in_one_line(ours), _in_one_line(theirs)
    if mine is None or its is None or "#" in mine[1] or "#" in its[1]:
        return None
    found = _merged(old.node if old else None, mine, its)
    if found is None:
        return None
    edits, said = found
    whole = mine[1]
    for edit in sorted(edits, reverse=True):
        whole = whole[: edit.start] + edit.text + whole[edit.end :]
    return whole.split("\n"), said


_Written = tuple[Node, str]


def _in_one_line(block: Block) -> _Written | None:
    """The value of a block with its text, where its places are columns of the text as if that were one line."""
    node, rows = block.node, block.rows
    if len(rows) == 1:
        return node, rows[0]
    if not isinstance(node, Mapping | Sequence) or not node.flow or node.end_line - node.line != len(rows) - 1:
        return None
    starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
    return _placed(node, node.line, starts), "\n".join(rows)


def _placed(node: Node, first: int, starts: SequenceOf[int]) -> Node:
    column, end = starts[node.line - first] + node.column, starts[node.end_line - first] + node.end_column
    here = node._replace(line=1, column=column, end_line=1, end_column=end)
    if isinstance(here, Mapping):
        entries = ((_placed(key, first, starts), _placed(value, first, starts)) for key, value in here.entries)
        return here._replace(entries=tuple((cast("Scalar", key), value) for key, value in entries))
    if isinstance(here, Sequence):
        return here._replace(items=tuple(_placed(item, first, starts) for item in here.items))
    return here


_Merged = tuple[list[_Edit], Plain]


def _merged(old: Node | None, ours: _Written, theirs: _Written) -> _Merged | None:
    mine, its = plain(ours[0]), plain(theirs[0])
    was = plain(old) if old else None
    if its in (mine, was):
        return [], mine
    if mine == was:
        return [_Edit(*_span(ours[0]), _source(theirs))], its
    nodes = (ours[0], theirs[0])
    if all(isinstance(node, Mapping) for node in nodes) and (old is None or isinstance(old, Mapping)):
        return _merged_keys(old, ours, theirs)
    if all(isinstance(node, Sequence) for node in nodes) and (old is None or isinstance(old, Sequence)):
        return _merged_items(old, ours, theirs)
    return None


def _merged_keys(old: Node | None, ours: _Written, theirs: _Written) -> _Merged | None:
    """The keys of both, each as the side that changed it has it."""
    was, mine, its = _entries(old), _entries(ours[0]), _entries(theirs[0])
    edits: list[_Edit] = []
    said: dict[str, Plain] = {}
    last = len(ours[1])
    parts: list[_Part] = []
    for key in dict.fromkeys((*mine, *its)):
        one, other, before = mine.get(key), its.get(key), was.get(key)
        if one and other:
            found = _merged(before[1] if before else None, (one[1], ours[1]), (other[1], theirs[1]))
            if found is None:
                return None
            edits += found[0]
            said[key] = found[1]
            parts.append(_Part(one[0].column - 1, one[1].end_column - 1, ""))
        elif (one or other) and before:
            left = one or other
            if left is None or plain(left[1]) != plain(before[1]):
                return None
            if one:
                parts.append(_Part(one[0].column - 1, one[1].end_column - 1, None))
        elif one:
            said[key] = plain(one[1])
            parts.append(_Part(one[0].column - 1, one[1].end_column - 1, ""))
        elif other:
            said[key] = plain(other[1])
            parts.append(_Part(last, last, theirs[1][other[0].column - 1 : other[1].end_column - 1]))
    return _put_together(ours, parts, edits), said


def _merged_items(old: Node | None, ours: _Written, theirs: _Written) -> _Merged | None:
    """The items of both: a list in brackets is one of words or ids, each once."""
    sides = [list(node.items) if isinstance(node, Sequence) else [] for node in (old, ours[0], theirs[0])]
    if not all(isinstance(item, Scalar) for side in sides for item in side):
        return None
    was, mine, its = ([plain(item) for item in side] for side in sides)
    if any(len({*map(str, side)}) != len(side) for side in (was, mine, its)):
        return None
    stayed = [each for each in was if each in mine and each in its]
    if any([each for each in side if each in stayed] != stayed for side in (mine, its)):
        return None
    parts = [
        _Part(*_span(item), "" if said in its or said not in was else None)
        for said, item in zip(mine, sides[1], strict=True)
    ]
    kept = [said for said in mine if said in its or said not in was]
    end = len(ours[1])
    for said, item in zip(its, sides[2], strict=True):
        if said not in mine and said not in was:
            parts.append(_Part(end, end, _source((item, theirs[1]))))
            kept.append(said)
    return _put_together(ours, parts, []), kept


class _Part(NamedTuple):
    """A part of a value in braces: where it stands; `text` is that of a new one, None of one to take out."""

    start: int
    end: int
    text: str | None


def _put_together(whole: _Written, parts: SequenceOf[_Part], inner: list[_Edit]) -> list[_Edit]:
    """The edits that take parts out and put new ones at the end; with both, the value is written anew."""
    gone, new = [each for each in parts if each.text is None], [each.text for each in parts if each.text]
    if not gone and not new:
        return inner
    start, end = _span(whole[0])
    kept = [_changed(whole[1], each, inner) for each in parts if each.text == ""]
    opening, closing = whole[1][start], whole[1][end - 1]
    space = " " if whole[1][start + 1 : start + 2] == " " else ""
    return [_Edit(start, end, f"{opening}{space}{', '.join((*kept, *new))}{space}{closing}")]


def _changed(row: str, part: _Part, edits: SequenceOf[_Edit]) -> str:
    text = row[part.start : part.end]
    for edit in sorted(edits, reverse=True):
        if part.start <= edit.start and edit.end <= part.end:
            text = text[: edit.start - part.start] + edit.text + text[edit.end - part.start :]
    return text


def _entries(node: Node | None) -> dict[str, tuple[Scalar, Node]]:
    return {key.text: (key, value) for key, value in node.entries} if isinstance(node, Mapping) else {}


def _span(node: Node) -> tuple[int, int]:
    return node.column - 1, node.end_column - 1


def _source(written: _Written) -> str:
    start, end = _span(written[0])
    return written[1][start:end]
