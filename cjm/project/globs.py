"""Which files of a folder the patterns of a project mean. `*` stays within a name, `**` passes through folders."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

SUFFIX = ".journey.yaml"
ONLY = "journey.yaml"


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder, as a path from it with `/`, without hidden ones; links are followed, never in circles.

    A folder that is reached twice counts where it is, and not where a link to it is.
    """
    seen: set[tuple[int, int]] = set()
    waiting = deque([("", folder)])
    while waiting:
        before, here = waiting.popleft()
        try:
            about = here.stat()
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:  # not ours to read
            continue
        if (about.st_dev, about.st_ino) in seen:
            continue
        seen.add((about.st_dev, about.st_ino))
        for entry in entries:
            kind = "" if entry.name.startswith(".") else _kind(entry)
            if kind == "folder":
                put = waiting.append if entry.is_symlink() else waiting.appendleft
                put((f"{before}{entry.name}/", here / entry.name))
            elif kind == "file":
                yield before + entry.name


def _kind(entry: os.DirEntry[str]) -> str:
    try:
        return "folder" if entry.is_dir() else "file" if entry.is_file() else ""
    except OSError:  # a link to itself
        return ""


def included(name: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern means the file: by its name, or, being that of a folder, by what journeys are called."""
    by_convention = name.endswith(SUFFIX) or name.rpartition("/")[2] == ONLY
    return any(
        _expression(pattern).fullmatch(name) or (by_convention and _covers(pattern, name)) for pattern in patterns
    )


def excluded(name: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern means the file or a folder above it; one without `/` means that name at any depth."""
    return any(
        _expression(each).fullmatch(name) or _covers(each, name)
        for pattern in patterns
        for each in ((pattern,) if "/" in pattern.rstrip("/") else (pattern, f"**/{pattern}"))
    )


def _covers(pattern: str, name: str) -> bool:
    folders = name.split("/")[:-1]
    return any(_expression(pattern).fullmatch("/".join(folders[:depth])) for depth in range(1, len(folders) + 1))


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    written = pattern.removeprefix("./").rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[!?[^\]/]+\])", written)
    return re.compile("".join(_said(part) for part in parts), re.DOTALL)


def _said(part: str) -> str:
    known = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if part in known:
        return known[part]
    if part.startswith("[") and part.endswith("]"):
        inside = part[1:-1].replace("\\", "\\\\").replace("[", "\\[").replace("&&", "&\\&").replace("||", "|\\|")
        inside = inside.replace("~~", "~\\~").replace("--", "-\\-")
        return "[" + (f"^/{inside[1:]}" if inside.startswith("!") else inside) + "]"
    return re.escape(part)
