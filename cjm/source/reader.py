"""Bytes to a Document: decoded, parsed, composed, the comments looked at; what is wrong comes back as findings."""

import gc
from dataclasses import replace

from cjm.diagnostics import Span, msg
from cjm.source.findings import Refused, error
from cjm.source.limits import Limits
from cjm.source.parser import parse
from cjm.source.values import Document, Suppression

_LIMITS = Limits()


def read(data: bytes, file: str, limits: Limits = _LIMITS) -> Document:
    """The file's values; `text` is without a byte order mark, and places count in it."""
    try:
        text = _decode(data, limits)
    except Refused as refused:
        return Document(file, "", None, (replace(refused.finding, file=file),))
    collecting = gc.isenabled()
    gc.disable()  # a value holds no cycles, and looking for some again and again takes longer than reading
    try:
        root, findings = parse(text, limits)
    finally:
        if collecting:
            gc.enable()
    found: tuple[Suppression, ...] = ()
    if root is not None and b"cjm:" in data and "#" in text:
        from cjm.source.comments import suppressions  # noqa: PLC0415 - few files have any

        found = suppressions(text, root)
    return Document(file, text, root, tuple([replace(finding, file=file) for finding in findings]), found)


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
