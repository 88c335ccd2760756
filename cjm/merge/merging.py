"""Three versions made one: what one side changed is taken, and marks stand where both changed the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from cjm.merge.blocks import EMPTY, Block, Plain, Unusual, parse, shifted
from cjm.merge.identity import Aligned, Home, align
from cjm.merge.inline import merged_inline
from cjm.merge.marks import Labels, with_dash
from cjm.merge.order import merged_order
from cjm.model import Journey, ProjectFile
from cjm.source.values import Sequence

Way = tuple[str, ...]
_Blocks = tuple[Block | None, Block | None, Block | None]


class Conflict(NamedTuple):
    """What both sides changed: the way to it by keys and ids. `gone` where one side took it out."""

    way: Way
    gone: bool = False


class Result(NamedTuple):
    """The merged text, and what is left to decide."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


class _Found(NamedTuple):
    """Lines, and what they say."""

    rows: list[str]
    said: Plain


class _Here(NamedTuple):
    """Where a block goes: its column, the way to it for people, and the home of what it lists."""

    column: int
    way: Way
    home: Home


def merge(old: str, ours: str, theirs: str, labels: Labels | None = None) -> Result:
    """The merge of two edited versions of a text; the old one is empty for a file that both sides added.

    Raises Unusual where one of the three cannot be told by its lines.
    """
    if theirs in (old, ours):
        return Result(ours)
    if ours == old:
        return Result(theirs)
    one, other, third = parse(old) if old.strip() else EMPTY, parse(ours), parse(theirs)
    part = ProjectFile if any(child.key == "cjm_project" for child in other.children) else Journey
    merging = _Merging(align(part, one, other, third), labels or Labels())
    found = merging.whole(one, other, third)
    text = _text(found.rows, old, ours, theirs)
    if not merging.conflicts and parse(text).plain != found.said:
        raise Unusual
    return Result(text, tuple(merging.conflicts))


def _text(rows: list[str], old: str, ours: str, theirs: str) -> str:
    """The rows with our line ends; the last one ends as in the version that changed that."""
    end = "\r\n" if "\r\n" in ours else "\n"
    ended = [text.endswith(("\n", "\r")) for text in (old, ours, theirs)]
    last = ended[1] if ended[1] != ended[0] else ended[2]
    mark = "\ufeff" if ours.startswith("\ufeff") else ""
    return mark + end.join(rows) + (end if last else "")


class _Merging:
    def __init__(self, aligned: Aligned, labels: Labels) -> None:
        self._aligned, self._labels = aligned, labels
        self._moved = aligned.moved
        self.conflicts: list[Conflict] = []

    def whole(self, old: Block, ours: Block, theirs: Block) -> _Found:
        """The whole file."""
        blocks, here = (old, ours, theirs), _Here(0, (), ())
        rows, said = self._children(blocks, here)
        return _Found([*rows, *self._comments(blocks, here, "tail")], said)

    def _one(self, blocks: _Blocks, here: _Here) -> _Found | None:
        """One key or item, with the comments above it; None when it is not there any more."""
        _, ours, theirs = blocks
        if ours is None or theirs is None:
            return self._where_one_lacks(blocks, here)
        lead = self._comments(blocks, here, "lead")
        found = self._chosen(blocks, here) or self._opened(blocks, here) or self._of_texts(blocks, here)
        return _Found([*lead, *found.rows], found.said) if found.rows else None

    def _chosen(self, blocks: _Blocks, here: _Here) -> _Found | None:
        """The version that changed something, where the other did not change a letter."""
        old, ours, theirs = blocks
        assert ours is not None  # noqa: S101
        assert theirs is not None  # noqa: S101
        if any(map(self._is_hot, blocks)):
            return None
        mine, its = ours.text, theirs.text
        was = old.text if old else None
        if mine == was:
            return _taken(theirs, here)
        return _taken(ours, here) if its in (was, mine) else None

    def _where_one_lacks(self, blocks: _Blocks, here: _Here) -> _Found | None:
        old, ours, theirs = blocks
        left = ours or theirs
        if left is None:
            return None
        if (old is None and self._is_hot(left)) or (old is not None and _kind(old) == _kind(left) == "list"):
            found = self._opened(blocks, here)
            return _Found([*_lead(left, here), *found.rows], found.said) if found and found.rows else None
        elsewhere = left.is_item and here.home[0] in self._moved
        if old is None and not elsewhere:
            return _Found(_rows(left, here), left.plain)
        if old is not None and self._same(old, left) and not elsewhere:
            return None
        self.conflicts.append(Conflict(here.way, gone=True))
        return _Found(self._labels.around(_rows(ours, here), _rows(theirs, here)), left.plain)

    def _of_texts(self, blocks: _Blocks, here: _Here) -> _Found:
        """A value that has no parts with lines of their own, or has them written in different ways."""
        old, ours, theirs = blocks
        assert ours is not None  # noqa: S101
        assert theirs is not None  # noqa: S101
        if old is not None and self._same(old, ours):
            return _taken(theirs, here)
        if self._same(ours, theirs) or (old is not None and self._same(old, theirs)):
            return _taken(ours, here)
        inline = merged_inline(old, ours, theirs)
        if inline is not None:
            return _Found(shifted(inline[0], here.column - ours.column), inline[1])
        self.conflicts.append(Conflict(here.way))
        sides = (_taken(side, here).rows for side in (ours, theirs))
        return _Found(self._labels.around(*sides), ours.plain)

    def _opened(self, blocks: _Blocks, here: _Here) -> _Found | None:
        """A value whose parts have lines of their own, each part merged; without rows when no part is left.

        None for other values, and where a dash would have no line to stand on.
        """
        like = next((block for block in (blocks[1], blocks[2], blocks[0]) if block and block.children), None)
        if like is None or len({_kind(block) for block in blocks if block}) > 1:
            return None
        told = len(self.conflicts)
        below = here._replace(column=here.column + like.children[0].column - like.column)
        rows, said = self._children(blocks, below)
        if not rows:
            return _Found([], said)
        head: list[str] = []
        if not like.is_item:
            head = self._head(blocks, here)
        elif (dashed := with_dash(rows, here.column, self._labels)) is not None:
            rows = dashed
        else:
            del self.conflicts[told:]
            return None
        return _Found([*head, *rows, *self._comments(blocks, here, "tail")], said)

    def _head(self, blocks: _Blocks, here: _Here) -> list[str]:
        """The line of a key whose value lies below it."""
        old, ours, theirs = (shifted(block.head, here.column - block.column) if block else [] for block in blocks)
        if not (ours and theirs):
            return ours or theirs
        if ours == old:
            return theirs
        if theirs in (old, ours):
            return ours
        self.conflicts.append(Conflict((*here.way, "#")))
        return self._labels.around(ours, theirs)

    def _children(self, blocks: _Blocks, here: _Here) -> tuple[list[str], Plain]:
        """The lines of all parts in their order, and what they say together."""
        old, ours, theirs = ({child.ident: child for child in block.children} if block else {} for block in blocks)
        listed = any(child.is_item for side in (old, ours, theirs) for child in side.values())
        names = [name for name in dict.fromkeys((*ours, *theirs, *old)) if not listed or self._belongs(name, here.home)]
        order = merged_order([*old], [*ours], [*theirs], names)
        if order is None and listed:
            return self._either_order(blocks, here)
        items: list[Plain] = []
        keys: dict[str, Plain] = {}
        rows: list[str] = []
        for name in order or names:
            triple = (old.get(name), ours.get(name), theirs.get(name))
            triple = self._everywhere(name, here.home) if listed else triple
            shown = next(block for block in (triple[1], triple[2], triple[0]) if block)
            below = _Here(here.column, (*here.way, _word(shown)), (name,) if listed else (*here.home, name))
            found = self._one(triple, below)
            if found is not None:
                rows += found.rows
                items.append(found.said)
                keys[shown.key] = found.said
        return rows, items if listed else keys

    def _either_order(self, blocks: _Blocks, here: _Here) -> tuple[list[str], Plain]:
        """A list that both sides put into another order."""
        self.conflicts.append(Conflict(here.way))
        sides = (
            [row for child in (block.children if block else []) for row in _rows(child, here)] for block in blocks[1:]
        )
        return self._labels.around(*sides), []

    def _everywhere(self, name: Hashable, home: Home) -> _Blocks:
        """An item in each version, wherever it stands there; only here where each side put it somewhere new."""
        old, ours, theirs = (index.get(name) for index in self._aligned)
        if ours and theirs and ours.home != theirs.home and (old is None or old.home not in (ours.home, theirs.home)):
            ours, theirs = (place if place.home == home else None for place in (ours, theirs))
        return (old and old.block, ours and ours.block, theirs and theirs.block)

    def _belongs(self, name: Hashable, home: Home) -> bool:
        """Whether an item stands in this list when all is merged."""
        old, ours, theirs = (index[name].home if name in index else None for index in self._aligned)
        if ours == theirs:
            return ours == home
        if ours is None or theirs is None:
            return home == (ours or theirs)
        return home == theirs if ours == old else home == ours if theirs == old else home in (ours, theirs)

    def _is_hot(self, block: Block | None) -> bool:
        """Whether something in it stands elsewhere in another version."""
        children = block.children if block and self._moved else []
        return any(child.ident in self._moved or self._is_hot(child) for child in children)

    def _same(self, one: Block, other: Block) -> bool:
        """Whether both say the same, without what has moved from one list to another."""
        if self._is_hot(one) or self._is_hot(other):
            return self._left(one) == self._left(other)
        return one.plain == other.plain and one.remarks == other.remarks

    def _left(self, block: Block) -> Plain:
        if not self._is_hot(block):
            return block.plain
        stayed = [(child.key, self._left(child)) for child in block.children if child.ident not in self._moved]
        return [said for _, said in stayed] if block.kind == "list" else {key: said for key, said in stayed if said}

    def _comments(self, blocks: _Blocks, here: _Here, where: str) -> list[str]:
        """The lines above or below a block; empty ones are nobody's change."""
        sides = [shifted(getattr(block, where), here.column - block.column) if block else [] for block in blocks]
        old, ours, theirs = ([row.strip() for row in side if row.strip()] for side in sides)
        if theirs in (old, ours):
            return sides[1]
        if ours == old:
            return sides[2]
        self.conflicts.append(Conflict((*here.way, "#")))
        return self._labels.around(sides[1], sides[2])


def _taken(block: Block, here: _Here) -> _Found:
    return _Found(shifted(block.rows, here.column - block.column), block.plain)


def _lead(block: Block, here: _Here) -> list[str]:
    return shifted(block.lead, here.column - block.column)


def _rows(block: Block | None, here: _Here) -> list[str]:
    return [*_lead(block, here), *_taken(block, here).rows] if block else []


def _kind(block: Block) -> str:
    """What it is made of; nothing in brackets is a list like any other."""
    is_empty = isinstance(block.node, Sequence) and not block.node.items
    return "list" if is_empty else block.kind


def _word(block: Block) -> str:
    """What people know a key or an item by."""
    if not block.is_item:
        return block.key
    return next((part for part in reversed(_texts(block.ident)) if part), "")


def _texts(ident: Hashable) -> list[str]:
    parts = ident if isinstance(ident, tuple) else (ident,)
    return [part for part in parts if isinstance(part, str)]
