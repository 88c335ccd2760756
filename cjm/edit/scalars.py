"""Texts as YAML reads them back: whatever they hold, they stay one text on one line."""

from __future__ import annotations

import json
import re
import unicodedata

_PLAIN = re.compile(r"[^\W\d_][\w ()/.+-]*(?<! )")
_MEANS_MORE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"})
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ROOM = 0x10000


def scalar(text: str) -> str:
    """Plain where nothing can be mistaken, else in double quotes, with what cannot be seen by its number."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _MEANS_MORE and all(map(_seen, text)):
        return text
    return "".join(char if _seen(char) else _escaped(char) for char in json.dumps(text, ensure_ascii=False))


def _seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04X}" if ord(char) < _ROOM else f"\\U{ord(char):08X}"


def event(activity: str) -> str:
    """An activity as `events` takes it: by its name, or by a pattern where its name would not mean itself."""
    if activity == activity.strip() and "*" not in activity:
        return scalar(activity)
    return f"{{regex: {scalar(exactly(activity))}}}"


def exactly(activity: str) -> str:
    """A regular expression for this text and no other, which begins and ends with no space."""
    inner = re.sub(r"\s", lambda space: f"\\u{ord(space[0]):04x}", re.escape(activity).replace("\\\n", "\n"))
    return f"^{_without_escaped_spaces(inner)}$(?!\\n)"


def _without_escaped_spaces(pattern: str) -> str:
    return re.sub(r"\\(\\u[0-9a-f]{4})", r"\1", pattern)
