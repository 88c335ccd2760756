"""How a command ends early: with a sentence for people, and an exit code."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from cjm.diagnostics import Message, Translate, msg, say, visible
from cjm.locale import translator

FINDINGS, USAGE, BUG = 1, 2, 3
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A disk that takes no more."""
_OPEN_DOOR = re.compile(r"(?<=://)\S*@|[?;]\S*(?:password|token|secret|key)\S*", re.IGNORECASE)
"""What lets into an engine, in its address."""


class Leave(Exception):  # noqa: N818 - an end, not an error
    """Ends the command with an exit code."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


def refuse(message: Message, hint: Message | None, translate: Translate) -> Leave:
    """Say why nothing was done, and how it can be; the caller raises what this gives."""
    print(f"cjm: {say(message, translate)}", file=sys.stderr)
    if hint:
        print(f"     {say(hint, translate)}", file=sys.stderr)
    return Leave(USAGE)


def no_room(error: OSError, language: str) -> int:
    """Say that a disk is full, and leave nobody to think that all was written."""
    refuse(msg("what was made cannot be written: {reason}", reason=error.strerror or ""), None, translator(language))
    return USAGE


def report_bug(error: Exception, arguments: Sequence[str], language: str) -> int:
    """Print a block to paste in an issue, without anybody's paths or texts beyond the command line."""
    import platform  # noqa: PLC0415 - only a bug needs it
    import traceback  # noqa: PLC0415 - as above

    steps = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(step.filename).name}:{step.lineno} in {step.name}" for step in steps]
    block = "\n".join(
        (
            _apology(language),
            "```",
            f"cjm {visible(_OPEN_DOOR.sub('', ' '.join(arguments)), 200)}",
            f"python {platform.python_version()}, {platform.system()}",
            f"{type(error).__name__}: {visible(str(error), 200)}",
            *lines,
            "```",
        )
    )
    print(block, file=sys.stderr)
    return BUG


def _apology(language: str) -> str:
    sorry = msg("This is a bug in cjm, not in your journey. Please report it with this block:")
    try:
        return say(sorry, translator(language))
    except OSError:  # the catalogue may be what is broken
        return say(sorry)
