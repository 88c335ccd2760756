"""Bytes to a Document: decoded, parsed within limits, composed; whatever is wrong comes back as a finding."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import StreamEndEvent

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.comments import suppressions
from cjm.source.composer import compose
from cjm.source.findings import Refused, between, error
from cjm.source.limits import Limits
from cjm.source.oddities import Oddities
from cjm.source.values import Document, Node

_LIMITS = Limits()
_BREAKS_OF_OLD = ("\x85", "\u2028", "\u2029")
_GLUED = re.compile(r"\n *-[^\W\d_]")
_ATTEMPTS = 8
_RETRIED = 200_000
_MOST_HANDLES = 100


def read(data: bytes, file: str, limits: Limits = _LIMITS) -> Document:
    """The file's values; `text` is without a byte order mark, and places count in it."""
    try:
        text = _decode(data, limits)
        root, findings = _parse(text, limits)
    except Refused as refused:
        return Document(file, "", None, (replace(refused.finding, file=file),))
    if not findings and b"ignore" not in data:
        return Document(file, text, root)
    found = suppressions(text, root) if root is not None and b"cjm:" in data else ()
    return Document(file, text, root, tuple(replace(finding, file=file) for finding in findings), found)


def _decode(data: bytes, limits: Limits) -> str:
    if len(data) > limits.bytes:
        message = msg("the file has {size} bytes, and {limit} are read at most", size=len(data), limit=limits.bytes)
        raise Refused(error("too-large", Span(), message, msg("split it into several files")))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as slip:
        from cjm.source.encodings import foreign, undecodable  # noqa: PLC0415 - only when something is wrong

        raise Refused(foreign(data) or undecodable(data, slip)) from None
    return text[1:] if text[:1] == "\ufeff" else text


def _parse(text: str, limits: Limits) -> tuple[Node | None, list[Diagnostic]]:
    if "\n%TAG" in text and text.count("\n%TAG") > _MOST_HANDLES:
        message = msg("the file declares more than {limit} tag handles", limit=_MOST_HANDLES)
        return None, [error("too-large", Span(), message, msg("leave the `%TAG` lines out"))]
    if not text.isascii() and any(mark in text for mark in _BREAKS_OF_OLD):
        return _parse_disguised(text, limits, None)
    odd = Oddities(text, limits)
    try:
        return _documents(text, CParser(text).get_event, odd, limits)
    except YAMLError as slip:
        return _parse_disguised(text, limits, slip)


def _parse_disguised(text: str, limits: Limits, slip: YAMLError | None) -> tuple[Node | None, list[Diagnostic]]:
    from cjm.source.standins import Disguise, relaxed, shelter  # noqa: PLC0415 - for few files

    disguise: Disguise | None = shelter(text)
    for _ in range(_ATTEMPTS if len(text) < _RETRIED else 2):
        if slip is not None:
            disguise = relaxed(disguise, slip)
        if disguise is None:
            break
        odd = Oddities(text, limits)
        try:
            return _documents(disguise.text, disguise.undo(CParser(disguise.text).get_event), odd, limits)
        except YAMLError as later:
            slip = later
    from cjm.source.slips import explain

    return None, [explain(text, slip)]


def _documents(text: str, get: Callable[[], Any], odd: Oddities, limits: Limits) -> tuple[Node | None, list[Diagnostic]]:
    """The first document, and a finding when it is not the only one."""
    if len(text) > limits.values:
        get = _counted(get, limits.values)
    root: Node | None = None
    try:
        get()
        start = get()
        if start.__class__ is StreamEndEvent:
            return None, [_empty()]
        root = compose(get, odd, limits.depth, decorated="&" in text or "!" in text)
        if _GLUED.search(text):
            from cjm.source.dashes import glued_dashes

            for finding in glued_dashes(root):
                odd.report(finding)
        again = get()
        if again.__class__ is not StreamEndEvent:
            odd.report(_several(between(again.start_mark, again.end_mark)))
    except Refused as refused:
        if refused.finding not in odd.findings:
            odd.findings.append(refused.finding)
    return root, odd.findings
