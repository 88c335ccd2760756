"""libyaml's events put together to values with places.

One loop with a stack of its own, so that depth is a number to compare and not a crash. It takes most of the time of
`cjm validate`, so whatever is rare (anchors, tags, merges, block texts, empty values) is left to `Oddities`.
"""

from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cjm.source.oddities import SET_APART, Oddities
from cjm.source.values import Mapping, Node, Scalar, Sequence

Get: TypeAlias = Callable[[], Any]
_text = itemgetter(4)
_new: Any = tuple.__new__


def compose(get: Get, odd: Oddities, depth: int, *, decorated: bool) -> Node:  # noqa: C901 - one loop, for speed
    """The document whose start has just been read; `decorated` when the text may hold anchors or tags."""
    new = _new
    items: list[Any] = []
    add = items.append
    begun: Any = None
    stack: list[tuple[list[Any], Any]] = []
    while True:
        event = get()
        kind = event.__class__
        if kind is ScalarEvent:
            text = event.value
            style = event.style
            if not text or style > "'" or (decorated and (event.anchor or event.tag)):  # `>` and `|` sort after quotes
                add(odd.scalar(event, begun, items))
                continue
            first = event.start_mark
            last = event.end_mark
            add(new(Scalar, (first.line + 1, first.column + 1, last.line + 1, last.column + 1, text, not style)))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(stack) >= depth:
                odd.too_deep(event)
            if decorated and event.anchor:
                odd.begin(event)
            stack.append((items, begun))
            items = []
            add = items.append
            begun = event
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            node = _mapping(begun, items, event, odd) if kind is MappingEndEvent else _sequence(begun, items, event)
            if decorated and (begun.anchor or begun.tag):
                node = odd.finish(begun, event, node)
            items, begun = stack.pop()
            add = items.append
            if begun.__class__ is MappingStartEvent and not len(items) & 1:
                node = odd.key(node)
            add(node)
        elif kind is AliasEvent:
            add(odd.alias(event, begun, items, len(stack)))
        elif kind is DocumentEndEvent:
            root: Node = items[0]
            return root


def _mapping(begun: Any, items: list[Any], event: Any, odd: Oddities) -> Any:  # noqa: ANN401 - Scalar or event, by C
    keys = items[::2]
    entries = tuple(zip(keys, items[1::2]))  # noqa: B905 - libyaml gives pairs
    texts = set(map(_text, keys))
    if len(texts) != len(keys) or not texts.isdisjoint(SET_APART):
        entries = odd.entries(entries)
    first = begun.start_mark
    if begun.flow_style:
        last = event.end_mark
        return _new(Mapping, (first.line + 1, first.column + 1, last.line + 1, last.column + 1, entries, True))
    end = items[-1]
    return _new(Mapping, (first.line + 1, first.column + 1, end[2], end[3], entries, False))


def _sequence(begun: Any, items: list[Any], event: Any) -> Any:  # noqa: ANN401 - as above
    first = begun.start_mark
    if begun.flow_style:
        last = event.end_mark
        return _new(Sequence, (first.line + 1, first.column + 1, last.line + 1, last.column + 1, tuple(items), True))
    end = items[-1]
    return _new(Sequence, (first.line + 1, first.column + 1, end[2], end[3], tuple(items), False))
