"""Text files that the engine cannot read as they are, written anew: in UTF-8, with one kind of line end."""

from __future__ import annotations

import codecs
import io
import zlib
from gzip import BadGzipFile
from pathlib import Path

from cjm.measure.inputs.kinds import broken_gzip, unpacked
from cjm.measure.inputs.places import Place

WESTERN = "cp1252"
_CHUNK = 1 << 22
_NEVER_IN_WESTERN = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}


def carry_over(place: Place, encoding: str, file: Path, *, even: bool = False) -> None:
    """Write the file's text to another one, without a mark at its beginning; `even` makes every line end the same."""
    decoder = codecs.getincrementaldecoder(encoding)(_forgiving(encoding))
    ends = io.IncrementalNewlineDecoder(decoder, translate=even)
    first = True
    try:
        with unpacked(place.path) as stream, file.open("w", encoding="utf-8", errors="replace", newline="") as out:
            while chunk := stream.read(_CHUNK):
                text = ends.decode(chunk)
                out.write(text.removeprefix("\ufeff") if first else text)
                first = first and not text
            out.write(ends.decode(b"", True))  # noqa: FBT003 - the codec's signature
    except (EOFError, zlib.error, BadGzipFile) as error:
        raise broken_gzip(place.label) from error


def _forgiving(encoding: str) -> str:
    """How bytes are read that mean nothing: as the control signs that latin-1 has there, else shown as unknown."""
    if encoding != WESTERN:
        return "replace"
    codecs.register_error("cjm-western", _as_latin)
    return "cjm-western"


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _NEVER_IN_WESTERN.get(error.object[error.start], "\ufffd"), error.start + 1
