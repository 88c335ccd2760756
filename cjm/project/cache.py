"""What was found in unchanged files, kept under `$XDG_CACHE_HOME/cjm`.

One shard holds all files of one working folder under one fingerprint (configuration, date, version of cjm); an
entry counts only for the same content. A shard that is damaged or of another version is as good as none.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

try:
    from _blake2 import blake2b  # hashlib would load all of OpenSSL for it
except ImportError:
    from hashlib import blake2b

_DIGEST = 16
_KEPT_SHARDS = 32


def folder() -> Path:
    """Where shards are kept. Raises RuntimeError for somebody who has no home."""
    home = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (home if home.is_absolute() else Path.home() / ".cache") / "cjm"


def digest(*parts: bytes) -> bytes:
    """A short hash that tells contents apart."""
    total = blake2b(digest_size=_DIGEST)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.digest()


class Cache:
    """The entries of one shard, by file. Only plain values: tuples, numbers, texts."""

    def __init__(self, fingerprint: bytes) -> None:
        self._file = _shard(fingerprint)
        self._entries: dict[str, tuple[bytes, Any]] = _load(self._file) if self._file else {}
        self._changed = False

    def get(self, file: str, content: bytes) -> Any:  # noqa: ANN401 - whatever was put
        """What was put for this file with this content; None when nothing was."""
        found = self._entries.get(file)
        return found[1] if found and found[0] == content else None

    def put(self, file: str, content: bytes, value: object) -> None:
        """Keep what was found in a file."""
        self._entries[file] = (content, value)
        self._changed = True

    def save(self) -> None:
        """Write the shard whole; a cache that cannot be written is none."""
        if self._file and self._changed:
            with suppress(OSError, ValueError):
                _write(self._file, marshal.dumps(self._entries))
                _forget_old(self._file.parent)


def _shard(fingerprint: bytes) -> Path | None:
    try:
        name = digest(fingerprint, sys.version.encode(), os.fsencode(Path.cwd())).hex()
        return folder() / f"{name}.shard"
    except (OSError, RuntimeError):  # a working folder that was removed, or no home
        return None


def _write(file: Path, payload: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(digest(payload) + payload)
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _load(file: Path) -> dict[str, tuple[bytes, Any]]:
    try:
        data = file.read_bytes()
        if digest(data[_DIGEST:]) != data[:_DIGEST]:
            return {}
        entries = marshal.loads(data[_DIGEST:])  # noqa: S302 - only what carries its own hash
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return entries if isinstance(entries, dict) else {}  # whatever else it holds, this version did not write


def _forget_old(folder: Path) -> None:
    shards = sorted(folder.glob("*.shard"), key=lambda each: each.stat().st_mtime)
    for old in shards[:-_KEPT_SHARDS]:
        old.unlink(missing_ok=True)
