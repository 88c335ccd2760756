"""Reads files, and names them as their reader would: relative to the working folder, with forward slashes."""

from __future__ import annotations

import errno
import os
import sys
from functools import cache, lru_cache
from pathlib import Path

from cjm.diagnostics import Argument, msg
from cjm.source import Limits

STDIN = "-"
STDIN_LABEL = "<stdin>"
MOST_BYTES = Limits().bytes


def label(file: Path) -> str:
    """The file's name for findings: relative to the working folder, so that no absolute path is ever printed."""
    if file.name in ("", ".."):
        return _from_here(str(file), os.getcwd())  # noqa: PTH109 - a text, to be remembered by
    folder = _from_here(str(file.parent), os.getcwd())  # noqa: PTH109 - as above
    if folder.endswith(".."):  # the file may be the working folder, or one above it
        return _from_here(str(file), os.getcwd())  # noqa: PTH109 - as above
    return file.name if folder == "." else f"{folder}/{file.name}"


@lru_cache(maxsize=256)
def _from_here(folder: str, here: str) -> str:
    try:
        return os.path.relpath(folder, here).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        path = Path(folder)
        return path.relative_to(path.anchor).as_posix()


def read_bytes(file: Path) -> bytes:
    """The file's bytes, one more than are allowed at most: enough to say that it is too large."""
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


@cache
def read_stdin() -> bytes:
    """Standard input's bytes, one more than are allowed at most. It can be read once, and more than one step asks."""
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def refusal(error: OSError) -> Argument:
    """Why the system did not read or write a file: in the reader's words where it is one of the usual reasons."""
    usual = {
        errno.EACCES: msg("you have no permission"),
        errno.EPERM: msg("you have no permission"),
        errno.EROFS: msg("nothing can be written there"),
        errno.ENOENT: msg("it is not there"),
        errno.ENOTDIR: msg("its folder is a file"),
        errno.EISDIR: msg("it is a folder"),
        errno.ENOSPC: msg("the disk is full"),
        errno.ENAMETOOLONG: msg("its name is too long"),
        errno.ELOOP: msg("its links lead in a circle"),
    }
    return usual.get(error.errno or 0, error.strerror or "")


def processors() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
