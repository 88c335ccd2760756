"""The journeys that a command line means, and their texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from cjm.cli.leaving import refuse
from cjm.diagnostics import Translate
from cjm.project import STDIN_LABEL, Gathered, gather, read_stdin

Excerpt = Callable[[str], str | None]
"""Gives the text of a file that findings speak of; None when it cannot be read."""


def gathered_or_refused(paths: Sequence[str], translate: Translate) -> Gathered:
    """The journeys that are meant; ends the command when there are none."""
    gathered = gather(paths)
    if gathered.problem:
        raise refuse(gathered.problem, gathered.hint, translate)
    return gathered


def text_of(file: str) -> str | None:
    """The text of a file that findings speak of, for the lines they quote."""
    try:
        data = read_stdin() if file == STDIN_LABEL else Path(file).read_bytes()
        return data.decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return None
