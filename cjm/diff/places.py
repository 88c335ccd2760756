"""Where files are in their repository."""

from __future__ import annotations

import os
from pathlib import Path

from cjm.diagnostics import msg
from cjm.diff.git import GitTrouble, Repository


def name_in(repository: Repository, path: Path, root: Path) -> str:
    """The name of a path from the top of its repository; empty for the top itself. Raises GitTrouble outside."""
    top = os.path.realpath(repository.top)
    full = os.path.normpath(root / path)
    real = os.path.join(os.path.realpath(os.path.dirname(full)), os.path.basename(full))  # noqa: PTH118, PTH119, PTH120 - texts
    real = os.path.realpath(full) if os.path.isdir(full) else real  # noqa: PTH112 - as above
    name = os.path.relpath(real, top).replace(os.sep, "/")
    if name == ".." or name.startswith("../"):
        raise GitTrouble(
            msg("`{path}` is not in the git repository of the working folder", path=path),
            msg("run this in the repository of that file"),
        )
    return "" if name == "." else name
