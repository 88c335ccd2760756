"""A file's lines by what they belong to: every key and every item with its comments, in order and well spaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjm.edit.order import group, in_order, inside
from cjm.model.fields import Kind
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar
from cjm.source.values import Sequence as List

_BEFORE = re.compile(r"[ -]*")
_COLON = re.compile(r"[ \t]*:[ \t]+")
_STEP = 2


class Unusual(Exception):  # noqa: N818 - it never leaves the room
    """The text is written in a way that is better left alone."""


@dataclass(slots=True)
class Block:
    """The lines of a key or an item: the comments above it, and itself. `after` is what it came after in the file."""

    name: str
    lead: list[str]
    body: list[str]
    apart: bool = False
    after: Block | None = None


@dataclass(slots=True)
class Sheet:
    """The lines of a file, from 0. `silent` are those of comments that silence a rule, `spoken_of` what they mean."""

    rows: list[str]
    silent: frozenset[int] = frozenset()
    spoken_of: frozenset[int] = frozenset()


def arrange(sheet: Sheet, root: Mapping, kind: Kind) -> list[str]:
    """The lines of the file as they should be."""
    first = root.entries[0][0].line - 1
    head = _settled(sheet.rows[:first])
    lead, blocks, tail = _blocks(sheet, root, kind, 0, (first, len(sheet.rows)))
    body = _joined(blocks, top=True)
    if head and not head[-1] and body and not body[0]:
        head.pop()
    whole = [*head, *lead, *body, *tail]
    while whole and not whole[-1]:
        whole.pop()
    return whole


def _blocks(
    sheet: Sheet, node: Mapping | List, kind: Kind | None, indent: int, rows: tuple[int, int]
) -> tuple[list[str], list[Block], list[str]]:
    """The lines between two rows as comments above all, the blocks in their new order, and comments below all."""
    starts = _starts(sheet, node)
    values = list(inside(node, kind))
    column = node.column - 1
    lead = _comments(sheet.rows[rows[0] : starts[0]], indent)
    blocks: list[Block] = []
    above: list[str] = []
    apart = False
    tail: list[str] = []
    for number, (start, (value, of)) in enumerate(zip(starts, values, strict=True)):
        key = node.entries[number][0] if isinstance(node, Mapping) else None
        end = max(start, key.end_line - 1 if key else start, _last_row(value))
        following = starts[number + 1] if number + 1 < len(starts) else rows[1]
        own, gap = _parted(sheet, end + 1, following, column)
        if key is not None:
            more: list[str] = []
            body = _entry(sheet, key, (value, of), indent, own)
        else:
            more, body = _item(sheet, start, (value, of), (indent, column), own)
        before = blocks[-1] if blocks else None
        blocks.append(Block(key.text if key else "", [*above, *more], body, apart, before))
        apart = bool(gap) and not gap[0].strip()
        above = _comments(gap, indent)
        tail = above
    if tail and apart:
        tail = ["", *tail]
    if isinstance(node, Mapping):
        blocks = [blocks[number] for number in _order(sheet, node, kind, starts)]
    return lead, blocks, tail


def _order(sheet: Sheet, node: Mapping, kind: Kind | None, starts: list[int]) -> list[int]:
    """The numbers of the keys in their new order.

    What is missing in a part is reported at its first key: where a comment silences that, the key stays the first, and
    no key with such a comment becomes it.
    """
    keys = [key for key, _ in node.entries]
    order = in_order(keys, kind)
    pinned = order[0] != 0 and not sheet.spoken_of.isdisjoint((starts[0], starts[order[0]]))
    return in_order(keys, kind, pinned=True) if pinned else order


def _starts(sheet: Sheet, node: Mapping | List) -> list[int]:
    """The row on which each key or dash stands; nothing but dashes may stand before it."""
    if isinstance(node, Mapping):
        places = [(key.line - 1, key.column - 1) for key, _ in node.entries]
    else:
        places = [(_dash(sheet, node, item), node.column - 1) for item in node.items]
    before = -1
    for number, (row, column) in enumerate(places):
        prefix = sheet.rows[row][:column]
        if row <= before or column != node.column - 1 or (prefix.strip(" ") and number):
            raise Unusual
        if not _BEFORE.fullmatch(prefix):
            raise Unusual
        before = row
    return [row for row, _ in places]


def _dash(sheet: Sheet, node: List, item: Node) -> int:
    """The row of an item's dash: its own, or the nearest above it."""
    for row in range(min(item.line, len(sheet.rows)) - 1, node.line - 2, -1):
        said = sheet.rows[row][node.column - 1 :]
        if said[:1] == "-" and (said[1:2] in ("", " ")) and not sheet.rows[row][: node.column - 1].strip(" -"):
            return row
    raise Unusual


def _last_row(node: Node) -> int:
    if isinstance(node, Scalar) and is_nothing(node) and not node.text:
        return -1
    return node.end_line - 1


def _parted(sheet: Sheet, start: int, stop: int, column: int) -> tuple[int, list[str]]:
    """Up to which row comments belong to what is above them, being further in; and the lines that are left."""
    end = start
    for row in range(start, stop):
        line = sheet.rows[row]
        said = line.lstrip(" ")
        if not said.strip():
            continue
        if row in sheet.silent or len(line) - len(said) <= column or not said.startswith("#"):
            break
        end = row + 1
    return end, sheet.rows[end:stop]


def _entry(sheet: Sheet, key: Scalar, valued: tuple[Node, Kind | None], indent: int, stop: int) -> list[str]:
    """A key with what is below it, the key at `indent`."""
    value, kind = valued
    row = key.line - 1
    head = sheet.rows[row][key.column - 1 :]
    between = sheet.rows[row][key.end_column - 1 : value.column - 1]
    after = head[key.end_column - key.column :].lstrip(" ")
    if key.end_line != key.line or not after.startswith(":"):
        raise Unusual
    if value.line == key.line and _COLON.fullmatch(between):
        after = f": {head[value.column - key.column :]}"
    head = head[: key.end_column - key.column] + after
    if not isinstance(value, Scalar) and not value.flow:
        if value.line == key.line:
            raise Unusual
        parted = indent == 0 and key.text == "stages"
        below = _below(sheet, value, kind, indent + _STEP, (row + 1, stop), parted=parted)
        return [" " * indent + head.rstrip(), *below]
    return _plain(sheet, head, value, (row, stop), (indent, indent - key.column + 1))


def _item(
    sheet: Sheet, row: int, valued: tuple[Node, Kind | None], columns: tuple[int, int], stop: int
) -> tuple[list[str], list[str]]:
    """Comments that must stand above an item's dash, for its first key has moved; and the item with its dash."""
    value, kind = valued
    indent, column = columns
    here = sheet.rows[row]
    if isinstance(value, Scalar) and is_nothing(value) and not value.text:
        return [], _plain(sheet, here[column:], value, (row, stop), (indent, indent - column))
    if not isinstance(value, Scalar) and not value.flow:
        if value.line - 1 != row:
            below = _below(sheet, value, kind, indent + _STEP, (row + 1, stop))
            return [], [" " * indent + here[column:].rstrip(), *below]
        if here[column + 1 : value.column - 1].strip(" "):
            raise Unusual
        lead, blocks, tail = _blocks(sheet, value, kind, indent + _STEP, (row, stop))
        first = blocks[0]
        above = [line[_STEP:] for line in (*lead, *first.lead)]
        first.lead = []
        body = _joined(blocks)
        body[0] = f"{' ' * indent}- {body[0][indent + _STEP :]}"
        return above, [*body, *tail]
    head = here[column:]
    delta = indent - column
    if value.line - 1 == row and not here[column + 1 : value.column - 1].strip(" "):
        head = f"- {here[value.column - 1 :]}"
        delta = indent + _STEP - value.column + 1
    return [], _plain(sheet, head, value, (row, stop), (indent, delta))


def _below(  # noqa: PLR0913 - a place in the file has these parts
    sheet: Sheet,
    node: Mapping | List,
    kind: Kind | None,
    indent: int,
    rows: tuple[int, int],
    *,
    parted: bool = False,
) -> list[str]:
    """A list or part below its key or dash; its long items are `parted` by empty lines, if they are to be."""
    lead, blocks, tail = _blocks(sheet, node, kind, indent, rows)
    return [*lead, *_joined(blocks, parted=parted), *tail]


def _plain(sheet: Sheet, head: str, value: Node, rows: tuple[int, int], columns: tuple[int, int]) -> list[str]:
    """A value that is no block: its first line, its other lines moved along, and the comments that follow it."""
    indent, delta = columns
    row, stop = rows
    last = max(row, _last_row(value))
    moved = [_moved(line, delta, indent + 1) for line in sheet.rows[row + 1 : last + 1]]
    first = head if moved else head.rstrip()
    folds = isinstance(value, Scalar) and sheet.rows[value.line - 1][value.column - 1 :][:1] in ("|", ">")
    below = indent if folds else indent + _STEP  # further in, a comment would become a part of the text
    return [" " * indent + first, *moved, *_comments(sheet.rows[last + 1 : stop], below, kept=True)]


def _moved(line: str, delta: int, least: int) -> str:
    said = line.lstrip(" ")
    width = len(line) - len(said)
    if not said:
        return " " * max(0, width + delta) if width else ""
    return " " * max(least, width + delta) + said


def _comments(lines: Sequence[str], indent: int, *, kept: bool = False) -> list[str]:
    """Comments at their new place. Empty lines before them are not theirs, unless they are `kept`."""
    if not lines:
        return []
    found = [" " * indent + line.strip() if line.strip() else "" for line in lines]
    if any(line and not line.lstrip(" ").startswith("#") for line in found):
        raise Unusual
    if not kept:
        while found and not found[0]:
            found.pop(0)
    return _settled(found) if any(found) else []


def _settled(lines: Iterable[str]) -> list[str]:
    """The lines with one empty line where there are several."""
    found: list[str] = []
    for line in lines:
        if line.strip() or (found and found[-1]):
            found.append(line.rstrip())
    return found


def _joined(blocks: Sequence[Block], *, parted: bool = False, top: bool = False) -> list[str]:
    """The lines of blocks, with the empty lines between them: their author's, and those that long ones need."""
    found: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            long = len(block.body) > 1 or len(before.body) > 1
            elsewhere = parted or (top and group(block.name) != group(before.name))
            if (long and elsewhere) or (block.apart and block.after is before):
                found.append("")
        found += (*block.lead, *block.body)
        before = block
    return found
