"""Writes files whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(file: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place; an interrupted run leaves the old one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=".cjm-", delete=False) as stream:
        try:
            stream.write(data)
            stream.flush()
            os.fchmod(stream.fileno(), 0o666 & ~_umask()) if hasattr(os, "fchmod") else None
            stream.close()
            Path(stream.name).replace(file)
        except BaseException:
            with suppress(OSError):
                Path(stream.name).unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
