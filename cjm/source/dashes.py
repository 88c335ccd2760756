"""`-name: a`: a list item that lacks the space after its dash, and is a key for YAML."""

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.findings import Report, error
from cjm.source.scalars import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence


def glued_dash(key: Scalar) -> Diagnostic | None:
    """What is wrong with the key, when it is such an item."""
    if not key.plain or key.text[:1] != "-" or not key.text[1:2].isalpha():
        return None
    item = key.text[1:]
    return error(
        "invalid-yaml",
        Span(key.line, key.column, key.line, key.column + 1),
        msg("a list item needs a space after the dash"),
        msg("write `- {item}: …`", item=item),
    )


def report_glued(root: Node, report: Report) -> None:
    """Report the first of each run of such items; a walk of the file, so only when one has been seen."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            found = next(filter(None, (glued_dash(key) for key in _suspects(node))), None)
            if found is not None:
                report(found)
            waiting += [value for _, value in node.entries]
        elif isinstance(node, Sequence):
            waiting += node.items


def _suspects(mapping: Mapping) -> list[Scalar]:
    """Keys where a list may begin or go on: the first of all, and those after nothing or after a list."""
    before: Node | None = None
    found = []
    for key, value in mapping.entries:
        if before is None or (isinstance(before, Scalar) and is_nothing(before)) or isinstance(before, Sequence):
            found.append(key)
        before = value
    return found
