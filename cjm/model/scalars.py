"""Readers of single values: each takes a node and gives the value, or notes a problem and gives None."""

from __future__ import annotations

import re
from datetime import date

from cjm.diagnostics import Message, Severity, msg, visible
from cjm.model import values
from cjm.model.fields import Address, Choice, Number, Ref
from cjm.model.naming import is_id
from cjm.model.reading import Path, Reading, key_of
from cjm.source.values import Node, Scalar

_OLD_BOOLEANS = frozenset({"y", "n", "yes", "no", "on", "off"})
_PLACEHOLDER = re.compile(
    r"(?:TODO|TBD|FIXME|XXX+|PENDIENTE|POR DEFINIR)(?:\b|$)|[Ll]orem ipsum|\{+ ?[^{}]{1,60}\}+\.?$|<[^<>/=\"']{1,60}>$|\[[^\[\]]{1,60}\]$|(?:…|\.\.\.|\?\?+)$"
)
_PLACEHOLDER_STARTS = frozenset("TFXPLl{<[….?")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO_LIKE = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)

NUMBER = msg("a number")
TEXT = msg("text")


def text(node: Node, path: Path, reading: Reading) -> str | None:
    """Text as written, whatever YAML would make of it."""
    if node.__class__ is not Scalar:
        reading.expected(node, path, TEXT)
        return None
    written = node.text.strip()
    if not written:
        reading.remark("empty-text", Severity.WARNING, node, path, msg("`{key}` is empty", key=key_of(path)),
                       msg("write the text, or take the line out"))
        return None
    if written[0] in _PLACEHOLDER_STARTS and _PLACEHOLDER.match(written):
        reading.remark("placeholder-text", Severity.WARNING, node, path,
                       msg("`{text}` is a placeholder", text=written), msg("write the real text, or take the line out"))
    elif len(written) <= 3 and node.plain and written.lower() in _OLD_BOOLEANS:  # noqa: PLR2004 - the longest of them
        reading.remark("implicit-boolean", Severity.INFO, node, path,
                       msg("`{text}` is text here; tools of YAML 1.1 would read true or false", text=written),
                       msg("put it in quotes: `\"{text}\"`", text=written))
    return written


def flag(node: Node, path: Path, reading: Reading) -> bool | None:
    """`true` or `false`."""
    said = node.text if node.__class__ is Scalar and node.plain else ""
    if said in ("true", "True", "TRUE"):
        return True
    if said in ("false", "False", "FALSE"):
        return False
    reading.expected(node, path, msg("`true` or `false`"), _flag_hint(node))
    return None


def _flag_hint(node: Node) -> Message | None:
    word = node.text.strip().lower() if isinstance(node, Scalar) else ""
    if word in ("true", "yes", "y", "on", "si", "sí", "oui", "sim", "verdadero", "1", "x"):
        return msg("write `true`, without quotes")
    if word in ("false", "no", "n", "off", "non", "não", "nao", "falso", "0"):
        return msg("write `false`, without quotes")
    return None


def choice(kind: Choice, node: Node, path: Path, reading: Reading) -> str | None:
    """One of a list of words."""
    if node.__class__ is Scalar and node.text in kind.names:
        return node.text
    hint = msg("choose one of {names}", names=kind.names)
    if node.__class__ is Scalar:
        from cjm.model.foreign import suggest  # noqa: PLC0415 - only files with a mistake need it

        meant = suggest(node.text, kind.names)
        hint = msg("did you mean `{meant}`?", meant=meant) if meant else hint
        message = msg("`{key}` cannot be `{value}`", key=key_of(path), value=node.text)
        reading.error("wrong-type", node, path, message, hint)
    else:
        reading.expected(node, path, msg("one word"), hint)
    return None


def number(kind: Number, node: Node, path: Path, reading: Reading) -> float | None:
    """A number within its limits."""
    found = values.read_number(node.text) if node.__class__ is Scalar and node.plain else None
    if found is None:
        reading.expected(node, path, NUMBER, _number_hint(node, path))
        return None
    if kind.whole and found != int(found):
        reading.expected(node, path, msg("a whole number"))
        return None
    if (kind.low is not None and found < kind.low) or (kind.high is not None and found > kind.high):
        _out_of_range(kind, node, path, reading)
        return None
    return int(found) if found == int(found) else found


def _number_hint(node: Node, path: Path) -> Message | None:
    if not isinstance(node, Scalar):
        return None
    plain = node.text.strip().replace(",", ".").replace("−", "-").replace("–", "-")
    if values.read_number(plain) is not None:
        return msg("write it without quotes, with a point for decimals: `{number}`", number=plain)
    if "emotion" in path and path[-1] in ("emotion", "score"):
        return msg("write the score as a number from -2 to 2, or the word as `{short}`",
                   short=f"{{feeling: {visible(node.text, 30)}}}")
    return None


def _out_of_range(kind: Number, node: Node, path: Path, reading: Reading) -> None:
    key = key_of(path)
    if kind.high is None:
        reading.error("value-out-of-range", node, path,
                      msg("`{key}` is {value}, and must be {low} or more", key=key, value=_as_text(node), low=_figure(kind.low)))
        return
    hint = msg("a score from 1 to 5 is less 3 here: 5 becomes 2, 3 becomes 0") if kind.low == -2 else None  # noqa: PLR2004 - the scale of emotions
    reading.error("value-out-of-range", node, path,
                  msg("`{key}` is {value}, and must be from {low} to {high}", key=key, value=_as_text(node),
                      low=_figure(kind.low), high=_figure(kind.high)), hint)


def _as_text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _figure(value: float | None) -> str:
    return f"{value:g}".replace("-", "−") if value is not None else ""


def level(node: Node, path: Path, reading: Reading) -> int | None:
    """From 1 to 5, or a word for it."""
    if node.__class__ is Scalar and node.text in values.LEVELS:
        return values.LEVELS[node.text]
    if node.__class__ is Scalar and values.read_number(node.text) is None:
        from cjm.model.foreign import suggest  # noqa: PLC0415 - only files with a mistake need it

        meant = suggest(node.text, tuple(values.LEVELS))
        hint = msg("did you mean `{meant}`?", meant=meant) if meant else None
        reading.expected(node, path, msg("a number from 1 to 5, or `low`, `medium`, `high`, `critical`"), hint)
        return None
    found = number(Number(low=1, high=5, whole=True), node, path, reading)
    return None if found is None else int(found)


def share(node: Node, path: Path, reading: Reading) -> float | None:
    """A share of customers, as a fraction."""
    written = node.text if node.__class__ is Scalar else ""
    found = values.read_share(written) if written.endswith("%") or (node.__class__ is Scalar and node.plain) else None
    if found is None:
        _invalid("invalid-share", node, path, reading, msg("a share"), _share_hint(written))
    return found


def _share_hint(written: str) -> Message:
    plain = written.replace(",", ".").replace(" ", "").removesuffix("%")
    amount = values.read_number(plain)
    if amount is not None and 0 <= amount <= 100:  # noqa: PLR2004 - a whole in per cent
        return msg("write `{share}`", share=f"{amount:g}%" if amount > 1 or "%" in written else f"{amount:g}")
    return msg("write a share from 0 to 1, as `40%` or `0.4`")


def day(node: Node, path: Path, reading: Reading) -> date | None:
    """A date of the calendar."""
    found = values.read_date(node.text) if node.__class__ is Scalar else None
    if found is None:
        _invalid("invalid-date", node, path, reading, msg("a date"), _date_hint(_as_text(node)))
    return found


def _date_hint(written: str) -> Message:
    turned = _DAY_FIRST.fullmatch(written.strip())
    slashed = _ISO_LIKE.fullmatch(written.strip())
    year, month, of_month = (turned[3], turned[2], turned[1]) if turned else slashed.groups() if slashed else ("", "", "")
    written_right = f"{year}-{month:0>2}-{of_month:0>2}"
    if values.read_date(written_right):
        return msg("write year, month, day: `{date}`", date=written_right)
    return msg("write year, month, day: `2026-10-01`")


def duration(node: Node, path: Path, reading: Reading) -> values.Duration | None:
    """A length of time."""
    found = values.read_duration(node.text) if node.__class__ is Scalar else None
    if found is None:
        _invalid("invalid-duration", node, path, reading, msg("a duration"),
                 msg("write a number and `s`, `m`, `h`, `d`, `w`, `mo` or `y`, as in `20m` or `3d`"))
    return found


def amount(node: Node, path: Path, reading: Reading) -> values.Amount | None:
    """A number, a share or a duration."""
    found = values.read_amount(node.text) if node.__class__ is Scalar else None
    if found is None or (found.unit == "number" and isinstance(node, Scalar) and not node.plain):
        found = None
        reading.expected(node, path, msg("a number, a share or a duration"), msg("write `4.2`, `25%` or `2d`"))
    return found


def ident(node: Node, path: Path, reading: Reading) -> str | None:
    """An id."""
    if node.__class__ is Scalar and is_id(node.text):
        return node.text
    _invalid("invalid-id", node, path, reading, msg("an id"), _id_hint(_as_text(node)))
    return None


def _id_hint(written: str) -> Message:
    from cjm.model.naming import slug  # noqa: PLC0415 - only files with a mistake need it

    better = slug(written)
    if better and is_id(better):
        return msg("letters, digits, `-`, `_` and `.`, at most 64, such as `{id}`", id=better)
    return msg("write letters, digits, `-`, `_` and `.`, at most 64")


def language(node: Node, path: Path, reading: Reading) -> str | None:
    """The tag of a language."""
    if node.__class__ is Scalar and _TAG.fullmatch(node.text):
        return node.text
    reading.expected(node, path, msg("the tag of a language"), msg("write `es`, `en`, `fr`, `pt` …"))
    return None


def link(kind: Address, node: Node, path: Path, reading: Reading) -> str | None:
    """An address that is safe to show."""
    written = _as_text(node)
    if written and values.is_link(written, local=kind.local):
        return written
    hint = (msg("write the path of a file inside the project, such as `img/laura.png`") if kind.local
            else msg("write an address that begins with `https://`, `http://` or `mailto:`, or a path inside the project"))
    _invalid("invalid-link", node, path, reading, msg("a path inside the project") if kind.local else msg("a link"), hint)
    return None


def pattern(node: Node, path: Path, reading: Reading) -> str | None:
    """A regular expression."""
    written = text(node, path, reading)
    if written is None:
        return None
    try:
        re.compile(written)
    except (re.error, OverflowError, RecursionError) as error:
        reading.error("wrong-type", node, path, msg("`{text}` is not a regular expression", text=written),
                      msg("it was refused with: {reason}", reason=str(error)))
        return None
    return written


def reference(kind: Ref, node: Node, path: Path, reading: Reading) -> str | None:
    """An id where the name is known, the text as written where it is not."""
    written = text(node, path, reading)
    return None if written is None else reading.names.known[kind.to].get(written, written)


def version(node: Node, path: Path, reading: Reading) -> int | None:
    """The version of the format; anything but 1 was refused before."""
    del path, reading
    return int(node.text) if isinstance(node, Scalar) else None


def _invalid(rule: str, node: Node, path: Path, reading: Reading, wanted: Message, hint: Message) -> None:  # noqa: PLR0913 - a finding has these parts
    if node.__class__ is Scalar:
        message = msg("`{value}` is not {wanted}", value=node.text, wanted=wanted)
    else:
        message = msg("`{key}` takes {wanted}", key=key_of(path), wanted=wanted)
    reading.error(rule, node, path, message, hint)
