"""What to write instead, where one answer alone is right. Imported only when there is a mistake.

Doubt is an answer too: `03/04/2026` may be March or April, `1,500` a thousand and a half or one and a half, and
nothing is written for either.
"""

from __future__ import annotations

import re

from cjm.diagnostics import Edit, Fix, Span
from cjm.model import values
from cjm.model.fields import Number
from cjm.model.hints import FALSE, TRUE, date_parts, unit_of, unquoted
from cjm.source.values import Node, Scalar, Sequence, span

_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}(?!\d)", re.ASCII)
_BREAKS_A_LIST = frozenset(",;[]{}")
_FEELING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_LEAST_PER_CENT, _MOST_PER_CENT = 2, 100
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_LANGUAGES = {
    "es": "español espanol castellano spanish espagnol espanhol spa esp",
    "en": "english inglés ingles anglais inglês eng",
    "fr": "français francais french francés frances francês fra",
    "pt": "português portugues portuguese portugués portugais por",
}


def instead(node: Node, text: str) -> Fix:
    """Another text in the place of a value, its quotes included."""
    return Fix((Edit(span(node), text),))


def word_instead(node: Scalar, word: str) -> Fix:
    """Another word in the place of one; quotes stay."""
    within = not node.plain and node.end_column - node.column == len(node.text) + len('""')
    if not within or node.line != node.end_line:
        return instead(node, word)
    return Fix((Edit(Span(node.line, node.column + 1, node.line, node.end_column - 1), word),))


def around(node: Node, before: str, after: str) -> Fix:
    """Something before a value and something after it."""
    first, last = Span(*node[:2], *node[:2]), Span(*node[2:4], *node[2:4])
    return Fix((Edit(first, before), Edit(last, after)))


def as_flag(node: Node) -> Fix | None:
    """`sí` as `true`."""
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if word in TRUE:
        return instead(node, "true")
    return instead(node, "false") if word in FALSE else None


def as_number(kind: Number, node: Node) -> Fix | None:
    """`"3"` and `3,5` as numbers, when they are in the limits."""
    plain = _with_point(node)
    found = values.read_number(plain) if plain else None
    if plain is None or found is None or (kind.whole and found != int(found)):
        return None
    inside = (kind.low is None or found >= kind.low) and (kind.high is None or found <= kind.high)
    return instead(node, plain) if inside else None


def as_feeling(node: Node) -> Fix | None:
    """`frustración` where a score is wanted, in its full form."""
    if not isinstance(node, Scalar) or node.line != node.end_line or not _FEELING.fullmatch(node.text):
        return None
    return around(node, "{feeling: ", "}")


def as_share(node: Node) -> Fix | None:
    """`12,5 %` as `12.5%`, and `40` as `40%`: a share is never more than all."""
    plain = _with_point(node)
    if plain is None:
        return None
    bare = re.sub(r"[ \u00a0\u202f]", "", plain)
    digits = bare.removesuffix("percent").removesuffix("%")
    number = values.read_number(digits)
    if number is None:
        return None
    whole = digits.isdecimal() and _LEAST_PER_CENT <= number <= _MOST_PER_CENT
    right = f"{digits}%" if whole or digits != bare else digits
    return instead(node, right) if values.read_share(right) is not None else None


def as_date(node: Node) -> Fix | None:
    """`31/12/2026` as `2026-12-31`, when the calendar has no other day for it."""
    written = node.text.strip() if isinstance(node, Scalar) else ""
    year, first, second, later = date_parts(written)
    possible = {f"{year}-{month:0>2}-{day:0>2}" for month, day in ((first, second), (second, first)) if year}
    if written[:4] == year:
        possible = {f"{year}-{first:0>2}-{second:0>2}"}
    days = [day for day in possible if values.read_date(day)]
    if len(days) != 1 or (later and not _MIDNIGHT.fullmatch(later)) or not isinstance(node, Scalar):
        return None
    return word_instead(node, days[0]) if not node.text[:1].isspace() else instead(node, days[0])


def as_duration(node: Node) -> Fix | None:
    """`2 días` as `2d`."""
    plain = _with_point(node)
    found = unit_of(plain.lower()) if plain and not plain.startswith("~") else None
    return instead(node, found) if found else None


def as_amount(node: Node) -> Fix | None:
    """A number, share or duration without quotes and with a point."""
    plain = _with_point(node)
    return instead(node, plain) if plain and values.read_amount(plain) else None


def as_language(node: Node) -> Fix | None:
    """`español` as `es`."""
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    found = next((tag for tag, names in _LANGUAGES.items() if word in names.split()), None)
    return word_instead(node, found) if found and isinstance(node, Scalar) else None


def as_list(node: Node) -> Fix | None:
    """One value where a list of them is wanted; none where its commas may be meant to part it."""
    if isinstance(node, Scalar):
        single = node.line == node.end_line and _BREAKS_A_LIST.isdisjoint(node.text)
        return around(node, "[", "]") if single else None
    return around(node, "[", "]") if not isinstance(node, Sequence) and node.flow else None


def as_single(node: Node) -> Fix | None:
    """The only item of a list where no list is wanted."""
    if not isinstance(node, Sequence) or len(node.items) != 1 or not isinstance(node.items[0], Scalar):
        return None
    item = node.items[0]
    if not (node.line == node.end_line == item.line == item.end_line):
        return None
    edits = (
        Edit(Span(*node[:2], *item[:2]), ""),
        Edit(Span(*item[2:4], *node[2:4]), ""),
    )
    return Fix(edits if node.flow else edits[:1])


def in_quotes(node: Scalar) -> Fix:
    """The same text, which no tool can take for anything else."""
    return Fix(around(node, '"', '"').edits, keeps=True)


def _with_point(node: Node) -> str | None:
    """A number as YAML writes it; None when its comma may part thousands."""
    if not isinstance(node, Scalar) or _THOUSANDS.search(node.text) or node.text.count(",") > 1:
        return None
    return unquoted(node.text)
