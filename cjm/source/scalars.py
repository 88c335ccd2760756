"""What a plain scalar means by YAML 1.2's core schema: null, true, a number, else text. `no` stays a word."""

import re
from typing import Any

from cjm.source.values import Mapping, Node, Scalar

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_WORDS: dict[str, object] = {
    **dict.fromkeys(_NOTHING),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_LONGEST_WHOLE = 4000  # Python refuses to read more digits than some 4,300


def is_nothing(scalar: Scalar) -> bool:
    """True for an empty plain scalar, `~` and `null`."""
    return scalar.plain and scalar.text in _NOTHING


def resolve(text: str) -> object:
    """The value of a plain scalar; a whole number too long to count with is the nearest float."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) <= _LONGEST_WHOLE else float(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    return text


def core(node: Node) -> Any:  # noqa: ANN401 - whatever the file says
    """The node as plain Python values; keys are their text."""
    if isinstance(node, Scalar):
        return resolve(node.text) if node.plain else node.text
    if isinstance(node, Mapping):
        return {key.text: core(value) for key, value in node.entries}
    return [core(item) for item in node.items]
