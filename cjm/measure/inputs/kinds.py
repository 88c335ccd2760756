"""What a file is, by its first bytes; its name decides only between texts."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, Literal, cast

from cjm.diagnostics import Message, msg
from cjm.measure.troubles import MeasureError

Kind = Literal["csv", "json", "xes", "parquet", "duckdb", "sqlite", "empty"]

ENDINGS = (
    ".csv", ".tsv", ".txt", ".parquet", ".pq", ".jsonl", ".ndjson", ".json", ".xes", ".duckdb", ".ddb", ".sqlite",
    ".sqlite3", ".db",
)  # fmt: skip
"""Which files of a folder are logs, `.gz` aside."""
_JSON = (".json", ".jsonl", ".ndjson")
_GZIP = b"\x1f\x8b"
_HEAD = 4096
_FOREIGN: dict[bytes, Message] = {
    b"PK\x03\x04": msg("it is a workbook or an archive: save the sheet as CSV"),
    b"\xd0\xcf\x11\xe0": msg("it is a workbook of old: save the sheet as CSV"),
    b"%PDF": msg("it is a PDF"),
    b"\x28\xb5\x2f\xfd": msg("it is packed with zstd: pack it with gzip, or unpack it"),
    b"\xfd7zXZ": msg("it is packed with xz: pack it with gzip, or unpack it"),
    b"BZh": msg("it is packed with bzip2: pack it with gzip, or unpack it"),
    b"ORC": msg("it is an ORC file: save it as Parquet"),
    b"Obj\x01": msg("it is an Avro file: save it as Parquet"),
    b"ARROW1": msg("it is an Arrow file: save it as Parquet"),
}


def is_packed(path: Path) -> bool:
    """Whether it is a gzip file, whatever its name."""
    with path.open("rb") as stream:
        return stream.read(2) == _GZIP


def unpacked(path: Path) -> BinaryIO:
    """The file's bytes as a stream, without gzip."""
    return cast("BinaryIO", gzip.open(path, "rb")) if is_packed(path) else path.open("rb")


def head(path: Path, label: str, size: int = _HEAD) -> bytes:
    """The first bytes, without gzip."""
    try:
        with unpacked(path) as stream:
            return stream.read(size)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise broken_gzip(label) from error


def broken_gzip(label: str) -> MeasureError:
    """What to say of a file that ends early or is damaged."""
    return MeasureError(msg("`{file}` is damaged or cut short: gzip cannot be unpacked", file=label))


def kind_of(path: Path, label: str) -> Kind:
    """The kind; refuses what is known to be something else."""
    start = head(path, label)
    if not start:
        return "empty"
    for magic, hint in _FOREIGN.items():
        if start.startswith(magic):
            raise MeasureError(msg("`{file}` is no event log that can be read", file=label), hint)
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"SQLite format 3\0"):
        return "sqlite"
    if start[8:12] == b"DUCK":
        return "duckdb"
    return _kind_of_text(start, path.name.lower().removesuffix(".gz"))


def _kind_of_text(start: bytes, name: str) -> Kind:
    if name.endswith((".parquet", ".pq")):
        raise MeasureError(msg("`{file}` is no Parquet file, or its beginning is lost", file=name))
    plain = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain.startswith(b"<") or name.endswith((".xes", ".xml")):
        return "xes"
    if name.endswith(_JSON) or (plain.startswith((b"{", b"[")) and not name.endswith((".csv", ".tsv"))):
        return "json"
    return "csv" if plain else "empty"
