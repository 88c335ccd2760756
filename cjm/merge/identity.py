"""Which key or item of one version is which of another: by id, by `was`, by name, else by its place between others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from cjm.merge.blocks import Block, Unusual
from cjm.model.fields import Kind, Many, One, Table, specs
from cjm.model.naming import is_id, slug
from cjm.model.part import Part
from cjm.model.parts import Identified
from cjm.source.values import Mapping, Node, Scalar, Sequence

Home = tuple[Hashable, ...]
Triple = tuple[Block | None, Block | None, Block | None]


class Place(NamedTuple):
    """Where an item stands: the list that holds it."""

    block: Block
    home: Home


Index = dict[Hashable, Place]


class Aligned(NamedTuple):
    """The items of each version by what they are known by: of the old one, ours and theirs."""

    old: Index
    ours: Index
    theirs: Index

    @property
    def moved(self) -> frozenset[Hashable]:
        """What stands in different lists."""
        every = {*self.old, *self.ours, *self.theirs}
        return frozenset(each for each in every if len({index[each].home for index in self if each in index}) > 1)


_Known = tuple[frozenset[Hashable], frozenset[Hashable], frozenset[Hashable]]
_Side = tuple[list[Block], frozenset[Hashable]]


class _Item(NamedTuple):
    block: Block
    family: str
    id: str
    name: str
    was: tuple[str, ...]


def align(part: type[Part], old: Block, ours: Block, theirs: Block) -> Aligned:
    """Give every block of three trees its `ident`, and list their items. Raises Unusual where one id stands twice."""
    trees = (old, ours, theirs)
    items = [list(_items(tree, One(part))) for tree in trees]
    _name(items)
    known = tuple(frozenset(each.block.ident for each in side) for side in items)
    aligned = Aligned({}, {}, {})
    _walk(trees, (), aligned, (known[0], known[1], known[2]))
    return aligned


def _items(block: Block, kind: Kind | None) -> Iterator[_Item]:
    """The items of a tree that are parts with ids."""
    for child in block.children:
        below = _below(kind, child)
        if child.is_item and isinstance(below, One) and issubclass(below.part, Identified):
            yield _item(child, below.part, below.part.family or block.key)
        elif child.is_item:
            child.ident = ("", _said(child.node, below))
        else:
            child.ident = child.key
        yield from _items(child, below)


def _below(kind: Kind | None, child: Block) -> Kind | None:
    if isinstance(kind, Many) and (child.is_item or kind.single):
        kind = kind.item
        if child.is_item:
            return kind
    if isinstance(kind, One):
        return next((spec.kind for spec in specs(kind.part) if spec.key == child.key), None)
    return kind.value if isinstance(kind, Table) else None


def _item(block: Block, part: type[Identified], family: str) -> _Item:
    keys = _keys(block.node)
    written = _text(keys.get("id")) if keys else ""
    name = (_text(keys.get(part.label)) if keys else _text(block.node)).strip()
    former = keys.get("was") if keys else None
    was = tuple(_text(item) for item in former.items) if isinstance(former, Sequence) else (_text(former),)
    return _Item(block, family, written if is_id(written) else "", slug(name) or name, tuple(filter(None, was)))


def _said(node: Node, kind: Kind | None) -> str:
    """What an item without id is told by: its text, or the key that its short form stands for."""
    if isinstance(node, Scalar):
        return node.text.strip()
    keys = _keys(node)
    if not keys:
        return ""
    named: Any = kind.part if isinstance(kind, One) else None
    wanted = [named.short, *(spec.key for spec in specs(named) if spec.required)] if named else []
    return next((said for key in (*wanted, "metric", "link", "name") if (said := _text(keys.get(key)))), "")


def _keys(node: Node) -> dict[str, Node]:
    return {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _name(versions: list[list[_Item]]) -> None:
    """Idents that hold in the whole file: of what has an id, and of what has a name that nothing else has."""
    counts = [Counter((each.family, each.id or each.name) for each in items) for items in versions]
    old_names = {*counts[0]}
    for items, count in zip(versions, counts, strict=True):
        for each in items:
            name = each.id or each.name
            former = next(
                (was for was in each.was if _is_former((each.family, was), (each.family, name), old_names, count)), ""
            )
            unique = all(one[each.family, former or name] <= 1 for one in counts)
            if each.id or (name and unique):
                each.block.ident = (each.family, former or name)
            else:
                each.block.ident = ("", name)


def _is_former(
    was: tuple[str, str], name: tuple[str, str], old: set[tuple[str, str]], count: Counter[tuple[str, str]]
) -> bool:
    """Whether a thing is the one that had another id before, and nothing else has that id now."""
    return was in old and name not in old and was not in count


def _walk(blocks: Triple, home: Home, aligned: Aligned, known: _Known) -> None:
    """Settle the idents below three blocks that are one, and note where items stand."""
    old, ours, theirs = (block.children if block else [] for block in blocks)
    listed = any(child.is_item for side in (old, ours, theirs) for child in side)
    if listed:
        for side in (old, ours, theirs):
            _number(side, home)
        for side, everywhere in ((ours, known[1]), (theirs, known[2])):
            _pair_by_place((old, known[0]), (side, everywhere))
        for side, index in zip((old, ours, theirs), aligned, strict=True):
            _note(side, home, index)
    elif any(_has_new_key(old, side) for side in (ours, theirs)):
        raise Unusual
    for name in dict.fromkeys(child.ident for side in (old, ours, theirs) for child in side):
        one, other, third = (next((each for each in side if each.ident == name), None) for side in (old, ours, theirs))
        _walk((one, other, third), (name,) if listed else (*home, name), aligned, known)


def _has_new_key(old: list[Block], new: list[Block]) -> bool:
    """Whether what stood under one key stands under another, which lines tell better than keys."""
    before, after = {each.key for each in old}, {each.key for each in new}
    gone = [each for each in old if each.children and each.key not in after]
    come = [each for each in new if each.children and each.key not in before] if gone else []
    return any(_alike(one, other) for one in gone for other in come)


def _alike(one: Block, other: Block) -> bool:
    lines, others = (Counter(row.strip() for row in block.rows[1:]) for block in (one, other))
    return 2 * (lines & others).total() >= max(lines.total(), others.total())


def _note(items: list[Block], home: Home, index: Index) -> None:
    for each in items:
        if each.is_item:
            if each.ident in index:
                raise Unusual
            index[each.ident] = Place(each, home)


def _number(items: list[Block], home: Home) -> None:
    """What has no ident of its own is told from others by its list and its number among its like."""
    seen: Counter[Hashable] = Counter()
    for each in items:
        if isinstance(each.ident, tuple) and each.ident[0] == "":
            said = each.ident[1]
            each.ident = ("", home, said, seen[said])
            seen[said] += 1


def _pair_by_place(old: _Side, new: _Side) -> None:
    """Items that were rewritten: between two that both versions know, as many here as there."""
    before, after = (frozenset(each.ident for each in items) | everywhere for items, everywhere in (old, new))
    if [each.ident for each in old[0] if each.ident in after] != [
        each.ident for each in new[0] if each.ident in before
    ]:
        return
    for was, now in zip(_gaps(old[0], after), _gaps(new[0], before), strict=True):
        if len(was) == len(now):
            for one, other in zip(was, now, strict=True):
                if not _has_id(one) or _name_of(one) == _name_of(other) != "":
                    other.ident = one.ident


def _gaps(items: list[Block], known: frozenset[Hashable]) -> list[list[Block]]:
    gaps: list[list[Block]] = [[]]
    for each in items:
        if each.ident in known:
            gaps.append([])
        else:
            gaps[-1].append(each)
    return gaps


def _has_id(block: Block) -> bool:
    return bool(_text(_keys(block.node).get("id")))


def _name_of(block: Block) -> str:
    keys = _keys(block.node)
    return next((said for key in ("name", "text", "title") if (said := _text(keys.get(key)).strip())), "")
