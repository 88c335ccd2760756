"""Sentences that a `#` cut off: after a space it begins a comment, and `Call desk #12` ends with the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, Severity, msg, visible
from cjm.model.reading import Path, say_path
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence, span

_CUT = re.compile(r"(?<=\S) (#[^\s#][^\r\n]*)")


def cut_sentences(document: Document, root: Node) -> Iterator[Diagnostic]:
    """One finding for each text of several words that ends at a `#` with no space behind it."""
    if " #" not in document.text or not _CUT.search(document.text):
        return
    lines = re.split(r"\r\n|\r|\n", document.text)
    for path, scalar in _sentences(root, ()):
        cut = _CUT.match(lines[scalar.end_line - 1], scalar.end_column - 1)
        if cut:
            lost = cut[1].strip()
            message = msg("`#` begins a comment, and the text ends before `{lost}`", lost=lost)
            hint = msg(
                "put the sentence in quotes: `{quoted}`; a comment has a space behind its `#`",
                quoted=f'"{visible(scalar.text, 40)} {visible(lost, 20)}"',
            )
            place = span(scalar)
            yield Diagnostic("split-sentence", Severity.WARNING, message, document.file, place, say_path(path), hint)


def _sentences(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        if node.plain and " " in node.text:
            yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _sentences(value, (*path, key.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _sentences(item, (*path, number))
