"""What most files have little of: anchors, aliases, tags, merges, twice the same key, texts in blocks, empty values."""

import re
from dataclasses import dataclass
from typing import Any, NoReturn

from yaml.events import MappingStartEvent

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.findings import Mark, Refused, between, error
from cjm.source.limits import Limits
from cjm.source.lines import Lines, end_of
from cjm.source.merges import NOT_A_KEY, SET_APART, Entries, untangle
from cjm.source.values import Mapping, Node, Scalar, Sequence

__all__ = ["SET_APART", "Oddities"]

_PROPERTIES = re.compile(r"(?:(?:!<[^>]*>|[&!][^\s,\[\]{}]*)(?:\s|(?<=\s)#[^\n]*)*)+")
_MOST_FINDINGS = 100


@dataclass(slots=True)
class Anchor:
    """`weight` is the number of characters that an alias of it stands for; no node while it is still being read."""

    begun: Any
    expanded: int
    node: Node | None = None
    weight: int = 0


class Oddities:
    """One file's anchors and findings while it is put together."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.findings: list[Diagnostic] = []
        self.anchors: dict[str, Anchor] = {}
        self.keys_without_colon = False
        self._expanded = 0
        self._lines = Lines(text)
        self._heights: dict[int, tuple[object, int]] = {}

    def scalar(self, event: Any, begun: Any, items: list[Any]) -> Scalar:  # noqa: ANN401 - libyaml's events
        """A scalar that is empty, in a block, anchored or tagged."""
        if not event.value and not event.style and not event.anchor and not event.tag:
            at = self._nothing(event, begun, items)
            return Scalar(*at, *at, "")
        first, last = event.start_mark, event.end_mark
        start = (first.line + 1, first.column + 1)
        end = (last.line + 1, last.column + 1)
        plain = not event.style
        if event.anchor:
            self.begin(event)
        if event.anchor or event.tag:
            start = self._content(first)
        if not event.value and plain:
            start = end
        elif event.style > "'":
            end = self._block_end(first, last)
        node = Scalar(*start, *end, event.value, plain)
        if event.tag:
            from cjm.source.tags import tagged_scalar  # noqa: PLC0415 - tags are rare

            node = tagged_scalar(event.tag, between(first, last), node, self.report)
        if event.anchor:
            self._close(event, event, node)
        return node

    def begin(self, event: Any) -> None:  # noqa: ANN401 - libyaml's events
        """An anchored value begins."""
        mark = event.start_mark
        found = _PROPERTIES.match(self.text, mark.index)
        if not found or f"&{event.anchor}" not in found[0].split():
            place = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2 + len(event.anchor))
            message = msg("the name of an anchor (`&`) holds only letters without accents, digits, `-` and `_`")
            hint = msg("give it another name, or put the text in quotes if it is no anchor")
            raise Refused(error("invalid-yaml", place, message, hint))
        self.anchors[event.anchor] = Anchor(event, self._expanded)

    def finish(self, begun: Any, event: Any, node: Mapping | Sequence) -> Mapping | Sequence:  # noqa: ANN401 - as above
        """An anchored or tagged list or mapping has been read."""
        line, column = self._content(begun.start_mark)
        node = node._replace(line=line, column=column)
        if begun.tag:
            from cjm.source.tags import check_collection  # noqa: PLC0415 - tags are rare

            check_collection(begun.tag, between(begun.start_mark, begun.end_mark), node, self.report)
        if begun.anchor:
            self._close(begun, event, node)
        return node

    def alias(self, event: Any, begun: Any, items: list[Any], depth: int) -> Node:  # noqa: ANN401 - libyaml's events
        """The value that an alias stands for, at the alias's own place."""
        name, place = event.anchor, between(event.start_mark, event.end_mark)
        anchor = self.anchors.get(name)
        if anchor is None:
            raise Refused(self._unknown(name, place))
        if anchor.node is None:
            message = msg("`*{name}` stands for a value that contains it", name=name)
            hint = msg("write the value out instead of `*{name}`", name=name)
            raise Refused(error("recursive-alias", place, message, hint))
        self._expanded += anchor.weight
        if self._expanded > self.limits.expansion:
            message = msg(
                "the aliases of this file stand for more than {limit} characters", limit=self.limits.expansion
            )
            hint = msg("write the values out, or use fewer aliases inside aliases")
            raise Refused(error("expanding-aliases", place, message, hint))
        if depth + self._height(anchor.node) > self.limits.depth:
            self.too_deep(event)
        node: Node = tuple.__new__(anchor.node.__class__, (*place, *anchor.node[4:]))
        if not isinstance(node, Scalar) and begun.__class__ is MappingStartEvent and not len(items) & 1:
            return self.key(node)
        return node

    def key(self, node: Node) -> Scalar:
        """A list or mapping where a key should be: reported, and left out."""
        place = Span(*node[:4])
        self.report(
            error(
                "invalid-yaml",
                place,
                msg("a key must be a word or a text, not a list or a mapping"),
                msg("write `key: value`; a text that begins with `[` or `{` needs quotes"),
            )
        )
        return Scalar(*place, NOT_A_KEY)

    def entries(self, entries: Entries) -> Entries:
        """Entries with every key once and merges resolved."""
        return untangle(entries, self.report)

    def report(self, finding: Diagnostic) -> None:
        """Keep a finding; whoever makes a thousand slips is told of the first hundred."""
        if finding not in self.findings:
            self.findings.append(finding)
        if len(self.findings) >= _MOST_FINDINGS:
            raise Refused(finding)

    def too_deep(self, event: Any) -> NoReturn:  # noqa: ANN401 - libyaml's events
        """Refuse the value that begins here."""
        raise Refused(
            error(
                "too-deep",
                between(event.start_mark, event.end_mark),
                msg("values are nested more than {limit} levels deep", limit=self.limits.depth),
                msg("a journey needs about ten levels: look for brackets that are not closed"),
            )
        )

    def _close(self, begun: Any, event: Any, node: Node) -> None:  # noqa: ANN401 - libyaml's events
        anchor = self.anchors[begun.anchor]
        if anchor.begun is begun:
            extent = event.end_mark.index - begun.start_mark.index
            anchor.node, anchor.weight = node, 1 + extent + self._expanded - anchor.expanded

    def _height(self, node: Node) -> int:
        """How deep a value is nested; aliases share their items, so what has been measured is known by them."""
        if isinstance(node, Scalar):
            return 0
        inside = node[4]
        known = self._heights.get(id(inside))
        if known is None:
            values = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
            known = self._heights[id(inside)] = (inside, 1 + max(map(self._height, values), default=0))
        return known[1]

    def _unknown(self, name: str, place: Span) -> Diagnostic:
        from difflib import get_close_matches  # noqa: PLC0415 - costs more than reading a file

        near = get_close_matches(name, self.anchors, 1)
        hint = (
            msg("did you mean `*{near}`?", near=near[0])
            if near
            else msg('a text that begins with `*` needs quotes: `"*{name}"`', name=name)
        )
        return error(
            "invalid-yaml",
            place,
            msg("nothing above is marked `&{name}`, so `*{name}` stands for nothing", name=name),
            hint,
        )

    def _nothing(self, event: Any, begun: Any, items: list[Any]) -> tuple[int, int]:  # noqa: ANN401 - libyaml's events
        """Where an empty value is: after its key's colon, which libyaml forgets within braces."""
        mark: Mark = event.start_mark
        if mark.index >= len(self.text):  # at the end libyaml goes on to a line that is not there
            return end_of(self.text)
        if begun.__class__ is MappingStartEvent and begun.flow_style and len(items) & 1:
            key = items[-1]
            at = self._lines.offset(key.end_line, key.end_column)
            colon = self.text.find(":", at, mark.index)
            self.keys_without_colon |= colon < 0
            return self._lines.place(colon + 1 if colon >= 0 else at)
        return mark.line + 1, mark.column + 1

    def _block_end(self, first: Mark, last: Mark) -> tuple[int, int]:
        """Just past the last character of a text in a block; libyaml says: where the next line begins."""
        lines, column = end_of(self.text[first.index : last.index])
        return first.line + lines, column + (first.column if lines == 1 else 0)

    def _content(self, mark: Mark) -> tuple[int, int]:
        """Where a value begins after its anchor and tag."""
        found = _PROPERTIES.match(self.text, mark.index)
        return self._lines.place(found.end() if found else mark.index)
