"""Figures that stand in a sentence: shares, lengths of time, and counts out of a whole. Knows no journey.

Spanish, English, French and Portuguese are told apart by nothing: the words of all four are looked for.
"""

from __future__ import annotations

import re
from functools import cache

_UNITS = (
    "s|seg|segundos?|secs?|seconds?|secondes?"
    "|min|mins|minutos?|minutes?"
    "|h|horas?|hours?|heures?"
    "|d|días?|dias?|days?|jours?"
    "|semanas?|weeks?|semaines?"
    "|mes|meses|mês|months?|mois"
    "|años?|anos?|years?|ans?|années?"
)
_PER_CENT = "%|por ?ciento|per ?cent|pour ?cents?|por ?cento"
_DIGIT = re.compile("[0-9]")
_OUT_OF = "de cada|out of|of|in|sur|em cada"


def figure_in(text: str) -> str | None:
    """The first figure of a text: `35 %`, `20 minutes`, `2 of 3`. Open 24 hours, seven days a week, is none."""
    found = _pattern().search(text) if _DIGIT.search(text) else None
    return found[0] if found else None


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when the first journey asks for it: commands that judge nothing need not."""
    number = r"[0-9]+(?:[.,\u00a0\u202f][0-9]+)*"
    space = r"[ \u00a0\u202f]?"
    always = rf"24{space}(?:h|horas|hours|heures)\b|7 (?:días|dias|days|jours) (?:de la|a la|da|por|a|par|sur) "
    return re.compile(
        rf"(?<![\w.,:/-])(?!{always})"
        rf"(?:{number}{space}(?:{_PER_CENT}|(?:{_UNITS})\b(?!\w))|[0-9]{{1,3}} (?:{_OUT_OF}) [0-9]{{1,3}}(?![\w.,:/%-]))",
        re.IGNORECASE,
    )
