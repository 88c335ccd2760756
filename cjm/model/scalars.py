"""Readers of single values: each takes a node and gives the value, or notes a problem and gives None."""

from __future__ import annotations

import re
from datetime import date

from cjm.diagnostics import Fix, Message, msg
from cjm.model import patterns, values
from cjm.model.fields import Address, Choice, Number
from cjm.model.naming import is_id
from cjm.model.reading import Path, Reading, key_of
from cjm.model.texts import remark_on_word
from cjm.source.values import Node, Scalar

_TAG = re.compile(patterns.LANGUAGE)
_SCALE_OF_EMOTIONS = -2
_NUMBER = msg("a number")


def flag(node: Node, path: Path, reading: Reading) -> bool | None:
    """`true` or `false`."""
    said = node.text if isinstance(node, Scalar) and node.plain else ""
    if said in ("true", "True", "TRUE"):
        return True
    if said in ("false", "False", "FALSE"):
        return False
    from cjm.model.hints import for_flag  # noqa: PLC0415 - only files with a mistake need it
    from cjm.model.remedies import as_flag  # noqa: PLC0415 - as above

    reading.expected(node, path, msg("`true` or `false`"), for_flag(node), as_flag(node))
    return None


def choice(kind: Choice, node: Node, path: Path, reading: Reading) -> str | None:
    """One of a list of words."""
    if not isinstance(node, Scalar):
        reading.expected(node, path, msg("one of {names}", names=kind.names))
        return None
    if node.text in kind.names:
        return node.text
    message = msg("`{key}` cannot be `{value}`", key=key_of(path), value=node.text)
    hint, fix = _meant(node, kind.names, reading)
    reading.error("wrong-type", node, path, message, hint or msg("choose one of {names}", names=kind.names), fix)
    return None


def _meant(node: Scalar, names: tuple[str, ...], reading: Reading) -> tuple[Message | None, Fix | None]:
    from cjm.model.foreign import surely  # noqa: PLC0415 - only files with a mistake need it
    from cjm.model.remedies import word_instead  # noqa: PLC0415 - as above

    meant = reading.guess(node.text, names)
    if not meant:
        return None, None
    fix = word_instead(node, meant[0]) if len(meant) == 1 and surely(node.text, meant[0]) else None
    return msg("did you mean `{meant}`?", meant=meant[0]), fix


def number(kind: Number, node: Node, path: Path, reading: Reading) -> float | None:
    """A number within its limits."""
    found = values.read_number(node.text) if isinstance(node, Scalar) and node.plain else None
    if found is None:
        _no_number(kind, node, path, reading)
        return None
    whole = int(found)
    if kind.whole and found != whole:
        reading.expected(node, path, msg("a whole number"))
        return None
    if (kind.low is not None and found < kind.low) or (kind.high is not None and found > kind.high):
        _out_of_range(kind, node, path, reading)
        return None
    return whole if found == whole else found


def _no_number(kind: Number, node: Node, path: Path, reading: Reading) -> None:
    from cjm.model.hints import for_number, is_score  # noqa: PLC0415 - only files with a mistake need it
    from cjm.model.remedies import as_feeling, as_number  # noqa: PLC0415 - as above

    fix = as_number(kind, node) or (as_feeling(node) if is_score(path) and path[-1] == "emotion" else None)
    reading.expected(node, path, _NUMBER, for_number(node, path), fix)


def _out_of_range(kind: Number, node: Node, path: Path, reading: Reading) -> None:
    key, value = key_of(path), _written(node)
    if kind.high is None:
        message = msg("`{key}` is {value}, and must be {low} or more", key=key, value=value, low=_figure(kind.low))
    else:
        message = msg(
            "`{key}` is {value}, and must be from {low} to {high}",
            key=key,
            value=value,
            low=_figure(kind.low),
            high=_figure(kind.high),
        )
    of_emotions = kind.low == _SCALE_OF_EMOTIONS
    hint = msg("a score from 1 to 5 is less 3 here: 5 becomes 2, 3 becomes 0") if of_emotions else None
    reading.error("value-out-of-range", node, path, message, hint)


def _figure(value: float | None) -> str:
    return f"{value:g}".replace("-", "−") if value is not None else ""


def level(node: Node, path: Path, reading: Reading) -> int | None:
    """From 1 to 5, or a word for it."""
    if isinstance(node, Scalar) and node.text in values.LEVELS:
        return values.LEVELS[node.text]
    if isinstance(node, Scalar) and values.read_number(node.text) is None:
        names = tuple(values.LEVELS)
        wanted = msg("a number from 1 to 5, or {names}", names=names)
        reading.expected(node, path, wanted, *_meant(node, names, reading))
        return None
    found = number(_ONE_TO_FIVE, node, path, reading)
    return None if found is None else int(found)


_ONE_TO_FIVE = Number(low=1, high=5, whole=True)


def share(node: Node, path: Path, reading: Reading) -> float | None:
    """A share of customers, as a fraction."""
    written = _written(node)
    may_be_number = isinstance(node, Scalar) and (node.plain or written.endswith("%"))
    found = values.read_share(written) if may_be_number else None
    if found is None:
        from cjm.model.hints import for_share  # noqa: PLC0415 - only files with a mistake need it
        from cjm.model.remedies import as_share  # noqa: PLC0415 - as above

        quoted = isinstance(node, Scalar) and not node.plain
        words = (msg("a share"), for_share(written, quoted=quoted))
        _invalid("invalid-share", node, path, reading, words, as_share(node))
    return found


def day(node: Node, path: Path, reading: Reading) -> date | None:
    """A date of the calendar."""
    found = values.read_date(_written(node))
    if found is None:
        from cjm.model.hints import for_date  # noqa: PLC0415 - only files with a mistake need it
        from cjm.model.remedies import as_date  # noqa: PLC0415 - as above

        _invalid("invalid-date", node, path, reading, (msg("a date"), for_date(_written(node))), as_date(node))
    return found


def duration(node: Node, path: Path, reading: Reading) -> values.Duration | None:
    """A length of time."""
    found = values.read_duration(_written(node))
    if found is None:
        from cjm.model.hints import for_duration  # noqa: PLC0415 - only files with a mistake need it
        from cjm.model.remedies import as_duration  # noqa: PLC0415 - as above

        words = (msg("a duration"), for_duration(_written(node)))
        _invalid("invalid-duration", node, path, reading, words, as_duration(node))
    return found


def amount(node: Node, path: Path, reading: Reading) -> values.Amount | None:
    """A number, a share or a duration; only a number must not stand in quotes."""
    found = values.read_amount(node.text) if isinstance(node, Scalar) else None
    if isinstance(node, Scalar) and found and (node.plain or found.unit != "number"):
        return found
    from cjm.model.hints import for_amount  # noqa: PLC0415 - only files with a mistake need it
    from cjm.model.remedies import as_amount  # noqa: PLC0415 - as above

    wanted = msg("a number, a share or a duration")
    reading.expected(node, path, wanted, for_amount(_written(node)), as_amount(node))
    return None


def ident(node: Node, path: Path, reading: Reading) -> str | None:
    """An id."""
    written = _written(node)
    if is_id(written):
        if len(written) <= 3:  # noqa: PLR2004 - the longest of the words that YAML 1.1 took for booleans
            remark_on_word(written.lower(), node, path, reading)
        return written
    from cjm.model.hints import for_id  # noqa: PLC0415 - only files with a mistake need it

    _invalid("invalid-id", node, path, reading, (msg("an id"), for_id(written)))
    return None


def language(node: Node, path: Path, reading: Reading) -> str | None:
    """The tag of a language; Norwegian is `no`."""
    written = _written(node)
    if _TAG.fullmatch(written):
        remark_on_word(written.lower(), node, path, reading)
        return written
    from cjm.model.remedies import as_language  # noqa: PLC0415 - only files with a mistake need it

    hint = msg("write `es`, `en`, `fr`, `pt` …")
    reading.expected(node, path, msg("the tag of a language"), hint, as_language(node))
    return None


def link(kind: Address, node: Node, path: Path, reading: Reading) -> str | None:
    """An address that is safe to show."""
    written = _written(node)
    if values.is_link(written, local=kind.local):
        return written
    from cjm.model.hints import for_link  # noqa: PLC0415 - only files with a mistake need it

    wanted = msg("a path inside the project") if kind.local else msg("a link")
    _invalid("invalid-link", node, path, reading, (wanted, for_link(local=kind.local)))
    return None


def version(node: Node, path: Path, reading: Reading) -> int:
    """The version of the format; anything but 1 was refused before."""
    del node, path, reading
    return 1


def _written(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _invalid(  # noqa: PLR0913 - a finding has these parts
    rule: str, node: Node, path: Path, reading: Reading, words: tuple[Message, Message], fix: Fix | None = None
) -> None:
    """`words` are what is wanted, and the hint."""
    wanted, hint = words
    if isinstance(node, Scalar):
        message = msg("`{value}` is not {wanted}", value=node.text, wanted=wanted)
    else:
        message = msg("`{key}` takes {wanted}", key=key_of(path), wanted=wanted)
    reading.error(rule, node, path, message, hint, fix)
