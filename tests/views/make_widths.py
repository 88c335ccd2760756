"""Writes `cjm/views/widths.py` from the bundled fonts: `python tests/views/make_widths.py > cjm/views/widths.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import wrap

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).parents[2] / "templates" / "fonts"


def table(weight: str) -> str:
    font = TTFont(FONTS / f"Arimo-{weight}.ttf")
    advances = {code: font["hmtx"][name][0] for code, name in font.getBestCmap().items()}
    runs = (
        f",{advances[code]}" if code - 1 in advances else f" {code:x}:{advances[code]}" for code in sorted(advances)
    )
    return "".join(runs).strip()


def source() -> str:
    lines = [
        '"""Advance widths of Arimo in 2048ths of an em, by code points. Written by tests/views/make_widths.py."""'
    ]
    for weight in ("Regular", "Bold"):
        lines += ["", f"{weight.upper()} = ("]
        text = table(weight).replace(" ", "\0")
        lines += [f'    "{part}"'.replace("\0", " ") for part in wrap(text, 110, break_on_hyphens=False)]
        lines += [")"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(source())
