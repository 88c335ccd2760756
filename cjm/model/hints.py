"""What to write instead of a value that could not be read. Imported only when there is one."""

from __future__ import annotations

import re

from cjm.diagnostics import Message, msg, visible
from cjm.model import values
from cjm.model.naming import is_id, slug
from cjm.model.reading import Path
from cjm.source.values import Node, Scalar

_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/. -]?(\d{1,2})[/. -]?(\d{1,2})([T ].*)?", re.ASCII)
_LENGTH = re.compile(r"~?\s*(\d+(?:\.\d+)?)\s*([^\W\d]+)\.?")
TRUE = frozenset({"true", "yes", "y", "on", "si", "sí", "oui", "sim", "verdadero", "vrai", "verdadeiro", "1", "x"})
FALSE = frozenset({"false", "no", "n", "off", "non", "não", "nao", "falso", "faux", "0"})
_UNITS = {
    "s": "s sec secs second seconds seg segs segundo segundos seconde secondes",
    "m": "m min mins minute minutes minuto minutos mn",
    "h": "h hr hrs hour hours hora horas heure heures",
    "d": "d day days dia dias día días jour jours j",
    "w": "w wk week weeks semana semanas sem semaine semaines",
    "mo": "mo month months mes meses mês mois",
    "y": "y yr year years año años ano anos an ans année années a",
}
_PER_CENT = 100


def unquoted(written: str) -> str:
    """A number as YAML writes it: a point for decimals, a hyphen for minus."""
    return written.strip().replace(",", ".").replace("−", "-").replace("–", "-")


def for_flag(node: Node) -> Message | None:
    """`true` or `false`, when the word means one of them."""
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if word in TRUE:
        return msg("write `true`, without quotes")
    return msg("write `false`, without quotes") if word in FALSE else None


def for_number(node: Node, path: Path) -> Message | None:
    """The number without quotes and with a point; for an emotion, where a word would go."""
    if not isinstance(node, Scalar):
        return None
    plain = unquoted(node.text)
    if values.read_number(plain) is not None:
        return msg("write it without quotes, with a point for decimals: `{number}`", number=plain)
    if is_score(path):
        return msg(
            "write the score as a number from -2 to 2, or the word as `{short}`",
            short=f"{{feeling: {visible(node.text, 30)}}}",
        )
    return None


def is_score(path: Path) -> bool:
    """Whether a path leads to how something feels, in its short form or its full one."""
    return path[-1] == "emotion" or path[-2:] == ("emotion", "score")


def for_share(written: str, *, quoted: bool = False) -> Message:
    """The share with a point and its `%`; without quotes, where these are what is wrong."""
    if quoted and values.read_share(written) is not None:
        return msg("write it without quotes: `{share}`", share=written)
    bare = unquoted(written).replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    number = values.read_number(bare.removesuffix("%").removesuffix("percent"))
    if number is None or not 0 <= number <= _PER_CENT:
        return msg("write a share from 0 to 1, as `40%` or `0.4`")
    in_per_cent = number > 1 or bare.endswith("%")
    return msg("write `{share}`", share=f"{number:g}%" if in_per_cent else f"{number:g}")


def for_date(written: str) -> Message:
    """The date with its year first, when the calendar has it."""
    year, month, day, _ = date_parts(written.strip())
    if not written.strip().startswith(year) and not values.read_date(f"{year}-{month:0>2}-{day:0>2}"):
        month, day = day, month
    right = f"{year}-{month:0>2}-{day:0>2}"
    return msg("write year, month, day: `{date}`", date=right if values.read_date(right) else "2026-10-01")


def date_parts(written: str) -> tuple[str, str, str, str]:
    """The year, the month, the day and what follows them, where the day is not first; empty where it is no date."""
    turned, ordered = _DAY_FIRST.fullmatch(written), _YEAR_FIRST.fullmatch(written)
    if turned:
        return turned[3], turned[2], turned[1], ""
    return (ordered[1], ordered[2], ordered[3], ordered[4] or "") if ordered else ("", "", "", "")


def for_duration(written: str) -> Message:
    """The duration in the units of the format, when the words are known."""
    right = unit_of(unquoted(written).lower())
    if right:
        return msg("write `{duration}`", duration=right)
    return msg("write a number and `s`, `m`, `h`, `d`, `w`, `mo` or `y`, as in `20m` or `3d`")


def unit_of(written: str) -> str | None:
    """The duration in the units of the format; None when its word is not known."""
    found = _LENGTH.fullmatch(written)
    unit = next((unit for unit, words in _UNITS.items() if found and found[2] in words.split()), None)
    right = f"{found[1]}{unit}" if found and unit else ""
    return right if values.read_duration(right) else None


def for_amount(written: str) -> Message:
    """The number, share or duration without quotes and with a point."""
    plain = unquoted(written)
    if values.read_amount(plain):
        return msg("write it without quotes, with a point for decimals: `{number}`", number=plain)
    return msg("write `4.2`, `25%` or `2d`")


def for_id(written: str) -> Message:
    """The id that the text would make."""
    better = slug(written)
    if is_id(better):
        return msg("letters, digits, `-`, `_` and `.`, at most 64, such as `{id}`", id=better)
    return msg("write letters, digits, `-`, `_` and `.`, at most 64")


def for_link(*, local: bool) -> Message:
    """What a link may be."""
    if local:
        return msg("write the path of a file inside the project, such as `img/laura.png`")
    return msg("write an address that begins with `https://`, `http://` or `mailto:`, or a path inside the project")
