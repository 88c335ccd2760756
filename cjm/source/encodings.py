"""Bytes that are not UTF-8, and what they look like instead. Loaded only when a file cannot be read."""

import codecs

from cjm.diagnostics import Diagnostic, Message, Span, msg
from cjm.source.findings import error

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_MAGIC = (
    (b"\x1f\x8b", msg("a gzip archive")),
    (b"PK\x03\x04", msg("a ZIP archive or an Office document")),
    (b"BZh", msg("a bzip2 archive")),
    (b"\xfd7zXZ\x00", msg("an xz archive")),
    (b"\x28\xb5\x2f\xfd", msg("a Zstandard archive")),
    (b"%PDF-", msg("a PDF document")),
    (b"\x89PNG", msg("a PNG image")),
    (b"\xff\xd8\xff", msg("a JPEG image")),
    (b"GIF8", msg("a GIF image")),
    (b"\xd0\xcf\x11\xe0", msg("an old Office document")),
    (b"SQLite format 3\x00", msg("an SQLite database")),
)
_LOOKED_AT = 4000
_SAVE = msg("save it as UTF-8: in most editors, “Save as” or “Reopen with encoding”")


def foreign(data: bytes) -> Diagnostic | None:
    """What the first bytes say that the file is, when that is no UTF-8 text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _wide(name)
    for mark, kind in _MAGIC:
        if data.startswith(mark):
            return error(
                "not-utf8",
                Span(),
                msg("this is {kind}, not a text", kind=kind),
                msg("give the YAML file itself"),
            )
    return _wide_without_mark(data[:_LOOKED_AT])


def undecodable(data: bytes, slip: UnicodeDecodeError) -> Diagnostic:
    """The first byte that is not UTF-8, by line and column."""
    before = data[: slip.start]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    row = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :].decode("utf-8", "replace")
    column = len(row) + (not row.startswith("\ufeff"))
    place = Span(line, column, line, column + 1)
    message = msg("byte {byte} is not UTF-8", byte=f"0x{data[slip.start]:02X}")
    return error("not-utf8", place, message, _guess(data, slip.start))


def _guess(data: bytes, at: int) -> Message:
    if data[at] == 0xED:  # noqa: PLR2004 - the lead byte of halves of UTF-16 pairs
        return msg("half of a surrogate pair was written as UTF-8: type the character again and save as UTF-8")
    row = data[data.rfind(b"\n", 0, at) + 1 :][:_LOOKED_AT].split(b"\n", 1)[0]
    try:
        text = row.decode("cp1252").strip()
    except UnicodeDecodeError:
        return _SAVE
    return msg("save it as UTF-8; as Windows-1252 the line reads `{text}`", text=text)


def _wide(name: str) -> Diagnostic:
    return error("not-utf8", Span(), msg("this file is {name}, not UTF-8", name=name), _SAVE)


def _wide_without_mark(head: bytes) -> Diagnostic | None:
    """UTF-16 and UTF-32 of Latin text have a zero in every second byte, or three in four."""
    zeros = head.count(0)
    if len(head) < 4 or zeros * 3 < len(head):  # noqa: PLR2004 - one character of UTF-32
        return None
    return _wide("UTF-32" if zeros * 3 > len(head) * 2 else "UTF-16")
