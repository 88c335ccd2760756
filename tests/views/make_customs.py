"""Writes `cjm/views/customs.py` from Babel: `python tests/views/make_customs.py > cjm/views/customs.py`."""

from __future__ import annotations

import re
import sys

from babel import Locale
from babel.localedata import locale_identifiers

LANGUAGES = ("en", "es", "fr", "pt")
FOUR_TOGETHER = frozenset(
    {"es", "es_EA", "es_ES", "es_GQ", "es_IC", "es_PH", "pt_CH", "pt_CV", "pt_GQ", "pt_GW"}
    | {"pt_LU", "pt_MO", "pt_MZ", "pt_PT", "pt_ST", "pt_TL"}
)
"""Where figures of four digits are not grouped: the CLDR's `minimumGroupingDigits`, which Babel leaves out."""
PARTS = {"y": "{year}", "MMM": "{month}", "dd": "{day:02}", "d": "{day}"}
HEAD = '''"""How dates, numbers and shares are written, by language and country. Written by tests/views/make_customs.py.

They are those of the Unicode CLDR, as Babel has them. A country that is not here writes as its language does.
"""

from __future__ import annotations

from typing import NamedTuple


class Customs(NamedTuple):
    """Signs and forms. Digits are grouped from `least` on: the last three, then by `further`."""

    point: str
    group: str
    least: int
    further: int
    percent: str
    day: str
    months: str


'''


def customs(name: str) -> tuple[object, ...]:
    locale = Locale.parse("en_001" if name == "en" else name)
    signs = locale.number_symbols["latn"]
    medium, long = (locale.date_formats[length].pattern for length in ("medium", "long"))
    pattern = medium if "MMM" in medium else long.replace("MMMM", "MMM")
    months = [locale.months["format"]["abbreviated"][number] for number in range(1, 13)]
    return (
        signs["decimal"],
        signs["group"],
        10_000 if name in FOUR_TOGETHER else 1_000,
        2 if locale.decimal_formats[None].pattern.startswith("#,##,") else 3,
        locale.percent_formats[None].pattern.rpartition("0")[2],
        re.sub(r"'([^']*)'|y|MMM|dd?", lambda found: found[1] or PARTS[found[0]], pattern).replace(" ", "\u00a0"),
        " ".join(months),
    )


def source() -> str:
    names = sorted(name for name in locale_identifiers() if name.split("_")[0] in LANGUAGES)
    plain = [name for name in names if re.fullmatch(r"[a-z]+(_([A-Z]{2}|\d{3}))?", name)]
    found = {name: customs(name) for name in plain}
    kept = {name: made for name, made in found.items() if name in LANGUAGES or made != found[name.split("_")[0]]}
    years = sorted({str(made[-1]) for made in kept.values()})
    rows = [
        f'    "{name}": Customs({", ".join(map(shown, made[:-1]))}, _YEARS[{years.index(str(made[-1]))}]),'
        for name, made in kept.items()
    ]
    listed = [f"    {shown(year)}," for year in years]
    return "\n".join([f"{HEAD}_YEARS = (", *listed, ")", "CUSTOMS = {", *rows, "}", ""])


def shown(value: object) -> str:
    """As the formatter writes it, with spaces that can be told apart."""
    if isinstance(value, int):
        return f"{value:_}"
    return '"' + str(value).replace("\u00a0", "\\u00a0").replace("\u202f", "\\u202f") + '"'


if __name__ == "__main__":
    sys.stdout.write(source())
