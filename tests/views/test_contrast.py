"""Every text can be read on every ground that a theme may give it: contrast of 4.5 or more (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "templates" / "svg"
THEMES = {"light": ("light",), "dark": ("light", "dark"), "print": ("light", "print")}
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FILL = re.compile(r"(?:^|;|\s)fill:\s*(#[0-9a-f]{6})")
HUES = [f".cjm-hue{number}" for number in range(6)]
BROAD = (".cjm-paper", ".cjm-plate", ".cjm-note", *HUES)
GROUNDS = {
    ".cjm-ink": (*BROAD, *(f".cjm-ribbon{hue}" for hue in HUES), ".cjm-pain", ".cjm-chance"),
    ".cjm-quiet": (*BROAD, *(f".cjm-ribbon{hue}" for hue in HUES)),
    ".cjm-alert": (".cjm-pain", ".cjm-plate"),
    ".cjm-good": (".cjm-chance",),
}


def fills(theme: str) -> dict[str, str]:
    """Selectors and the fills that they end up with."""
    found = {}
    for name in THEMES[theme]:
        css = re.sub(r"/\*.*?\*/", "", (FOLDER / f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)
        for selectors, rules in RULE.findall(css):
            if fill := FILL.search(rules):
                found.update({each.strip(): fill[1] for each in selectors.split(",")})
    return found


def light_of(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((light_of(one), light_of(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_texts_can_be_read_on_their_grounds(theme: str) -> None:
    found = fills(theme)
    assert {
        (role, ground) for role in GROUNDS for ground in GROUNDS[role] if contrast(found[role], found[ground]) < 4.5
    } == set()
