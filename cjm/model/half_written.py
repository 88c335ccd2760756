"""A text, or keys without dashes, where parts with keys of their own are wanted: what was meant, and how it is written.

Imported only when there is a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from cjm.diagnostics import Diagnostic, Edit, Fix, Message, msg, visible
from cjm.model.reading import Path, Reading
from cjm.model.remedies import around, instead
from cjm.source.values import Mapping, Node, Scalar

_GLUED = re.compile(r"(?P<key>[^\W\d][\w -]{0,30}?)[ ]*[:=\uff1a][ ]*(?P<value>[^\s:=].*)")
_BULLET = re.compile(r"(?:[•·‣▪◦○●*–—−-]|\d{1,3}[.)])[ ]*(?=\S)")
_UNSAFE = frozenset("#:{}[],&*!|>'\"%@`")


def as_part(key: str, known: Collection[str], node: Node, path: Path, reading: Reading) -> tuple[Message, Fix | None]:
    """What to write instead of a value that should be a part; `key` is the one that the part is known by."""
    if not isinstance(node, Scalar):
        return msg("write `{example}` below it", example=f"{key}: …"), None
    glued = _GLUED.fullmatch(node.text) if node.plain else None
    if glued and (glued["key"] in known or reading.guess(glued["key"], tuple(known))):
        written = f"{glued['key']}: {glued['value']}"
        hint = msg("a key ends with a colon and a space: `{example}`", example=visible(written, 60))
        return hint, instead(node, written) if _UNSAFE.isdisjoint(glued["value"]) else None
    if not (path and isinstance(path[-1], int)):
        return msg("write `{example}` below it", example=f"{key}: {visible(node.text, 40)}"), None
    hint = msg("write `{example}`", example=f"- {key}: {visible(node.text, 40)}")
    whole = node.line == node.end_line and not (node.plain and not _UNSAFE.isdisjoint(node.text))
    return hint, around(node, f"{{{key}: ", "}") if whole else None


def without_braces(problem: Diagnostic) -> Diagnostic:
    """The same finding, whose fix needs no braces, for its part stands after a dash."""
    edits = problem.fix.edits if problem.fix else ()
    if len(edits) == len("{}") and edits[0].text.startswith("{") and edits[1].text == "}":
        return replace(problem, fix=Fix((Edit(edits[0].span, edits[0].text[1:]),)))
    return problem


def first_item(node: Mapping, label: str, known: Collection[str], reading: Reading) -> str:
    """How the first item of a list begins, whose items were written as keys: with other bullets, or with none."""
    written = node.entries[0][0].text
    word = _BULLET.sub("", written, count=1) if _BULLET.match(written) else written
    if not label or word in known or reading.guess(word, tuple(known)):
        return f"{visible(word, 30)}: …"
    return f"{label}: {visible(word, 30)}"
