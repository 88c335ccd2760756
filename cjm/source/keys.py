"""Keys that YAML allows and that are slips nonetheless: `-name`, `{name:a}`, a special space before the word."""

import re

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.findings import Report, error
from cjm.source.scalars import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence

_GLUED_COLON = re.compile(r"(?P<key>[^\W\d][\w -]*):(?P<value>(?!//).+)")
_ODD_SPACES = "\u00a0\u2007\u202f\u3000"


def glued_dash(key: Scalar) -> Diagnostic | None:
    """Say what is wrong with a key that was meant to be a list item."""
    if not key.plain or key.text[:1] != "-" or not key.text[1:2].isalpha():
        return None
    item = key.text[1:]
    return error(
        "invalid-yaml",
        Span(key.line, key.column, key.line, key.column + 1),
        msg("a list item needs a space after the dash"),
        msg("write `- {item}: …`", item=item),
    )


def report_slips(root: Node, report: Report) -> None:
    """Report the first such key of each mapping; a walk of the file, so only when there may be one."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            found = _first_slip(node)
            if found is not None:
                report(found)
            waiting += [value for _, value in reversed(node.entries)]
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)


def _first_slip(mapping: Mapping) -> Diagnostic | None:
    before: Node | None = None
    for key, value in mapping.entries:
        # a list may begin or go on: first of all, after nothing, or after a list
        in_list = before is None or isinstance(before, Sequence) or (isinstance(before, Scalar) and is_nothing(before))
        found = (glued_dash(key) if in_list else None) or _glued_colon(mapping, key, value) or _odd_space(key)
        if found is not None:
            return found
        before = value
    return None


def _glued_colon(mapping: Mapping, key: Scalar, value: Node) -> Diagnostic | None:
    found = _GLUED_COLON.fullmatch(key.text) if mapping.flow and key.plain else None
    if found is None or value[:2] != key[2:4]:
        return None
    column = key.column + found.end("key")
    return error(
        "invalid-yaml",
        Span(key.line, column, key.line, column + 1),
        msg("a colon needs a space after it"),
        msg("write `{key}: {value}`", key=found["key"], value=found["value"]),
    )


def _odd_space(key: Scalar) -> Diagnostic | None:
    if not key.plain or not key.text.startswith(tuple(_ODD_SPACES)):
        return None
    return error(
        "invalid-yaml",
        Span(key.line, key.column, key.line, key.column + 1),
        msg(
            "a special space ({code}) stands here, and YAML knows only the common one", code=f"U+{ord(key.text[0]):04X}"
        ),
        msg("replace it by a common space; it often comes from copying out of a web page or a document"),
    )
