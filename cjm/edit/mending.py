"""A file's text with its findings mended, as far as that is safe.

Nothing is believed of a fix: the new text is read again, and every value that it did not speak of must be there, in
its place, with its comments that silence rules. A fix that fails is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from cjm.diagnostics import Diagnostic, Edit, Fix, Severity
from cjm.edit.edits import apart, apply, rows, touched
from cjm.model.build import Built, build_journey
from cjm.source import read
from cjm.source.values import Document, Mapping, Node, Scalar, span
from cjm.source.values import Sequence as List

Build = Callable[[Document], Built[Any]]

_MARK = "\ufeff".encode()
_ADDED = frozenset({"id", "cjm"})
"""The only keys that a fix may add."""


class Mended(NamedTuple):
    """The new bytes of a file, and the findings that are no more."""

    data: bytes
    findings: tuple[Diagnostic, ...] = ()


def mend(data: bytes, findings: Sequence[Diagnostic], build: Build = build_journey) -> Mended:
    """Make the fixes that the findings of one file carry; of those that touch each other, the first.

    `build` makes of the file what it stands for: a journey, or a project.

    Fixes that keep the journey what it is wait until no error is left: what a broken file hides may need them.
    """
    whole = _Whole(data, build)
    if whole.document.root is None:
        return Mended(data)
    fixes = [each.fix for each in findings if each.fix]
    mending = [fix for fix in fixes if not fix.keeps]
    chosen = apart(fixes if whole.sound else mending, whole.document.text)
    new = whole.mended(chosen)
    if new is None:
        chosen = [fix for fix in chosen if whole.mended([fix]) is not None]
        new = whole.mended(chosen)
    if new is None:
        chosen = chosen[:1]
        new = whole.mended(chosen)
    if not chosen or new is None:
        return Mended(data)
    return Mended(new, tuple(each for each in findings if each.fix in chosen))


class _Whole:
    """A file before anything is mended, read once."""

    def __init__(self, data: bytes, build: Build) -> None:
        self.build = build
        self.mark = _MARK if data.startswith(_MARK) else b""
        self.document = read(data, "")
        self.built = build(self.document)

    @property
    def sound(self) -> bool:
        """Whether everything could be read."""
        found = (*self.document.diagnostics, *self.built.problems)
        return all(each.severity is not Severity.ERROR for each in found)

    def mended(self, fixes: Sequence[Fix]) -> bytes | None:
        """The bytes with some fixes made; None when that would change or lose anything else."""
        edits = [edit for fix in fixes for edit in fix.edits]
        text = apply(self.document.text, edits)
        if text is None:
            return None
        new = self.mark + text.encode()
        document = read(new, "")
        built = self.build(document)
        safe = (
            len(document.diagnostics) <= len(self.document.diagnostics)
            and _same(self.document.root, document.root, edits)
            and not _silencing(self.document, edits) - _silencing(document, ())
            and _problems_went(self.built, built, fixes)
        )
        return new if safe else None


def _problems_went(before: Built[Any], after: Built[Any], fixes: Sequence[Fix]) -> bool:
    """Whether something was mended; or nothing was changed, where nothing but that was promised."""
    if all(fix.keeps for fix in fixes):
        return before.part == after.part and len(after.problems) <= len(before.problems)
    return len(after.problems) < len(before.problems)


def _same(before: Node | None, after: Node | None, edits: Sequence[Edit]) -> bool:
    """Whether two trees hold the same where no edit was made. A fix may name keys anew, add ids, and change a value."""
    if before is None or after is None:
        return before is after
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _same_entries(before, after, edits)
    if isinstance(before, List) and isinstance(after, List) and len(before.items) == len(after.items):
        return all(_same(one, other, edits) for one, other in zip(before.items, after.items, strict=True))
    if isinstance(before, Scalar) and isinstance(after, Scalar):
        return _alike(before, after) or touched(span(before), edits)
    if isinstance(before, Scalar) and isinstance(after, Mapping) and _parted(before.text, after):
        return touched(span(before), edits)
    return touched(span(before), edits) and _texts(before) <= _texts(after)


def _parted(text: str, after: Mapping) -> bool:
    """Whether a text was but given the space after its colon: `name:Pay`."""
    (key, value), *others = after.entries or ((None, None),)
    if others or not key or not isinstance(value, Scalar):
        return False
    sign = text.removeprefix(key.text).removesuffix(value.text).strip()
    return text.startswith(key.text) and text.endswith(value.text) and sign in (":", "=", "\uff1a")


def _same_entries(before: Mapping, after: Mapping, edits: Sequence[Edit]) -> bool:
    if len(after.entries) > len(before.entries):
        known = {key.text for key, _ in before.entries}
        entries = tuple(entry for entry in after.entries if entry[0].text in known or entry[0].text not in _ADDED)
        after = after._replace(entries=entries)
    return len(before.entries) == len(after.entries) and all(
        _same(key, new_key, edits) and _same(value, new_value, edits)
        for (key, value), (new_key, new_value) in zip(before.entries, after.entries, strict=True)
    )


def _alike(one: Scalar, other: Scalar) -> bool:
    return one.text == other.text and one.plain == other.plain


def _texts(node: Node) -> Counter[str]:
    """Every text below a value, keys left aside."""
    return Counter(_every_text(node))


def _every_text(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _every_text(value)
    else:
        for item in node.items:
            yield from _every_text(item)


def _silencing(document: Document, edits: Sequence[Edit]) -> Counter[tuple[str, tuple[str, ...], str]]:
    """The comments that silence rules, with the line they speak of; without those that are being edited."""
    lines = rows(document.text)
    return Counter(
        (_bare(lines[each.line - 1]), tuple(name for name, _ in each.rules), each.reason)
        for each in document.suppressions
        if not touched(each.span, edits) and not _line_touched(each.line, edits)
    )


def _bare(line: str) -> str:
    return line.strip(" -")


def _line_touched(line: int, edits: Sequence[Edit]) -> bool:
    return any(edit.span.line <= line <= edit.span.end_line for edit in edits)
