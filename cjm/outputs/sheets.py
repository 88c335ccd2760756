"""The style sheet of pictures: the light one, a theme over it, and the user's own last."""

from __future__ import annotations

import re

from cjm.outputs.look import Look
from cjm.outputs.templates import read

_REACHES_OUT = re.compile(r"@import\b|url\(\s*['\"]?\s*(?!#|data:)", re.IGNORECASE)


def sheet(look: Look) -> str:
    """Everything that colours a picture, as CSS; what prints it escapes it."""
    themes = ("light",) if look.theme in {"auto", "light"} else ("light", look.theme)
    return "".join(read(f"svg/{theme}.css", look.templates) for theme in themes) + look.css


def reaches_out(css: str) -> bool:
    """Whether a style sheet would fetch something."""
    return bool(_REACHES_OUT.search(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)))
