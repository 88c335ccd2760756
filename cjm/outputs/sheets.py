"""The style sheet of pictures: the light one, a theme over it, and the user's own last."""

from __future__ import annotations

import re

from cjm.outputs.look import Look
from cjm.outputs.templates import read

_REACHES_OUT = re.compile(r"@import\b|(?:url|src)\(\s*+['\"]?+\s*+(?!#|data:)|image(?:-set)?\(", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_LAST_CHARACTER = 0x10FFFF


def sheet(look: Look) -> str:
    """Everything that colours a picture, as CSS; what prints it escapes it."""
    themes = ("light",) if look.theme in {"auto", "light"} else ("light", look.theme)
    return "".join(read(f"svg/{theme}.css", look.templates) for theme in themes) + look.css


def reaches_out(css: str) -> bool:
    """Whether a style sheet would fetch something. Comments count too: where one ends depends on what is round it."""
    return bool(_REACHES_OUT.search(_ESCAPED.sub(_meant, css)))


def _meant(escaped: re.Match[str]) -> str:
    """The character that an escape stands for: 75 is the code of `u`."""
    code, plain = escaped.groups()
    return plain if code is None else chr(min(int(code, 16), _LAST_CHARACTER))
