"""Writes files whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place; an interrupted run leaves the old one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name[:200]}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
        if file.exists():
            beside.chmod(file.stat().st_mode & 0o777)
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
