"""Lists and parts between brackets on one line: their keys in order, one space after each comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.diagnostics import Edit
from cjm.edit.order import in_order, inside
from cjm.model.fields import Kind, Many
from cjm.source.lines import Lines
from cjm.source.values import Mapping, Node, Scalar, Sequence, span

_COMMA = re.compile(r"[ \t]*,[ \t]*")
_COLON = re.compile(r"[ \t]*:[ \t]+")


def flow_edits(text: str, root: Node, kind: Kind) -> Iterator[Edit]:
    """An edit for each outermost value between brackets that should be written otherwise."""
    lines = Lines(text)
    waiting: list[tuple[Node, Kind | None]] = [(root, kind)]
    while waiting:
        node, of = waiting.pop()
        if isinstance(node, Scalar):
            continue
        if not node.flow:
            waiting += inside(node, of)
        elif node.line == node.end_line:
            new = _written(node, of, text, lines)
            if new != text[lines.offset(*node[:2]) : lines.offset(*node[2:4])]:
                yield Edit(span(node), new)


def _written(node: Node, kind: Kind | None, text: str, lines: Lines) -> str:
    """The value as it should be written; as it is where there is more in it than keys, values and commas."""
    start, end = lines.offset(*node[:2]), lines.offset(*node[2:4])
    raw = text[start:end]
    if isinstance(node, Scalar) or raw[:1] not in ("{", "["):
        return raw
    pieces = list(_pieces(node, kind, text, lines))
    at = start + 1
    for first, last, _ in pieces:
        gap = text[at:first] if at <= first else "?"
        if not (_COMMA.fullmatch(gap) if at > start + 1 else not gap.strip(" \t")):
            return raw
        at = last
    if text[at : end - 1].strip(" \t").removesuffix(",").strip(" \t"):
        return raw
    said = [piece for *_, piece in pieces]
    if isinstance(node, Mapping):
        of = kind.item if isinstance(kind, Many) else kind
        said = [said[number] for number in in_order([key for key, _ in node.entries], of)]
    return f"{raw[0]}{', '.join(said)}{raw[-1]}"


def _pieces(node: Mapping | Sequence, kind: Kind | None, text: str, lines: Lines) -> Iterator[tuple[int, int, str]]:
    """Where each item or entry begins and ends, and how it should be written."""
    values = list(inside(node, kind))
    keys = [key for key, _ in node.entries] if isinstance(node, Mapping) else [None] * len(values)
    for key, (value, of) in zip(keys, values, strict=True):
        first, last = lines.offset(*value[:2]), lines.offset(*value[2:4])
        said = _written(value, of, text, lines)
        if key is not None:
            begin, end = lines.offset(*key[:2]), lines.offset(*key[2:4])
            between = text[end:first]
            said = text[begin:end] + (": " if _COLON.fullmatch(between) else between) + said
            first, last = begin, max(last, end)
        yield first, last, said
