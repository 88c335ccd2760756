"""Writing names of the event log to touchpoints, wherever and however these are written.

Nothing is believed of an edit: the new text is read again, and the touchpoint must have its new events and nothing else
have changed. A touchpoint that cannot be given them so, such as one that an alias stands for, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cjm.diagnostics import Edit, Severity, Span
from cjm.edit.edits import apply, rows
from cjm.edit.scalars import event
from cjm.model import Journey, Touchpoint
from cjm.model.build import build_journey
from cjm.source import read
from cjm.source.values import Document, Node, Scalar
from cjm.source.values import Mapping as Object
from cjm.source.values import Sequence as List


def add_events(document: Document, additions: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """The text with events added to touchpoints, by id; and the ids of those that could not be given theirs."""
    text, left = document.text, []
    for touchpoint, names in additions.items():
        changed = _added(document.file, text, touchpoint, names)
        if changed is None:
            left.append(touchpoint)
        else:
            text = changed
    return text, tuple(left)


def _added(file: str, text: str, ident: str, names: Sequence[str]) -> str | None:
    document = read(text.encode(), file)
    before = build_journey(document)
    if before.part is None or before.root is None:
        return None
    touchpoint = next((each for each in before.part.touchpoints if each.id == ident), None)
    nodes = list(_nodes(before.root, touchpoint.path)) if touchpoint else []
    if not touchpoint or not nodes:
        return None
    parent, node = nodes[-2], nodes[-1]
    changed = apply(text, _edits(parent, node, [event(name) for name in names], rows(text)))
    return changed if changed and changed != text and _is_so(file, changed, before.part, touchpoint) else None


def _is_so(file: str, text: str, before: Journey, touchpoint: Touchpoint) -> bool:
    """Whether the new text is the old journey, but for more events at the touchpoint."""
    document = read(text.encode(), file)
    built = build_journey(document)
    if not built.part or any(each.severity is Severity.ERROR for each in (*document.diagnostics, *built.problems)):
        return False
    pairs = list(zip(before.touchpoints, built.part.touchpoints, strict=False))
    same = len(before.touchpoints) == len(built.part.touchpoints) and all(
        new == old for old, new in pairs if old.id != touchpoint.id
    )
    own = next((new for old, new in pairs if old.id == touchpoint.id), None)
    grown = own is not None and own.events[: len(touchpoint.events)] == touchpoint.events
    return same and grown and own is not None and replace(own, events=touchpoint.events) == touchpoint


def _nodes(root: Node, path: Sequence[str | int]) -> Iterator[Node]:
    node = root
    yield node
    for step in path:
        if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, Object):
            node = next(value for key, value in node.entries if key.text == step)
        yield node


def _edits(parent: Node, node: Node, events: Sequence[str], lines: Sequence[str]) -> list[Edit]:
    if isinstance(node, Scalar):
        return _beside_text(node, events, lines, flow=getattr(parent, "flow", False))
    if not isinstance(node, Object) or not node.entries:
        return []
    there = next((value for key, value in node.entries if key.text == "events"), None)
    if isinstance(there, List):
        return _in_list(there, events, lines)
    if there is not None:
        return []
    if node.flow:
        return [Edit(_at(node.entries[-1][1]), f", events: [{', '.join(events)}]")]
    return _below_keys(node, events, lines)


def _at(node: Node) -> Span:
    """Just past a value."""
    return Span(node.end_line, node.end_column, node.end_line, node.end_column)


def _line_end(number: int, lines: Sequence[str]) -> Span:
    column = len(lines[number - 1]) + 1
    return Span(number, column, number, column)


def _beside_text(node: Scalar, events: Sequence[str], lines: Sequence[str], *, flow: bool) -> list[Edit]:
    """The full form of a text that stands for its touchpoint."""
    if node.line != node.end_line:
        return []
    start = Span(node.line, node.column, node.line, node.column)
    listed = f"events: [{', '.join(events)}]"
    if flow:
        return [Edit(start, "{name: "), Edit(_at(node), f", {listed}}}")]
    return [Edit(start, "name: "), Edit(_line_end(node.line, lines), f"\n{' ' * (node.column - 1)}{listed}")]


def _in_list(there: List, events: Sequence[str], lines: Sequence[str]) -> list[Edit]:
    if not there.items:
        inside = Span(there.line, there.column + 1, there.line, there.column + 1)
        return [Edit(inside, ", ".join(events))]
    last = there.items[-1]
    if there.flow:
        return [Edit(_at(last), "".join(f", {each}" for each in events))]
    before = lines[last.line - 1][: last.column - 1].rstrip()
    if not before.endswith("-") or last.line != last.end_line:
        return []
    indent = " " * (len(before) - 1)
    return [Edit(_line_end(last.end_line, lines), "".join(f"\n{indent}- {each}" for each in events))]


def _below_keys(node: Object, events: Sequence[str], lines: Sequence[str]) -> list[Edit]:
    """Below the last key whose value stands on its own line."""
    whole = [(key, value) for key, value in node.entries if key.line == value.line == value.end_line]
    if not whole:
        return []
    key, value = whole[-1]
    listed = f"\n{' ' * (key.column - 1)}events: [{', '.join(events)}]"
    return [Edit(_line_end(value.end_line, lines), listed)]
