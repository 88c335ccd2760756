"""Text that libyaml, a YAML 1.1 parser, reads otherwise than YAML 1.2: written with stand-ins, and put back after.

A stand-in is a private-use character that the file does not hold, one for one, so every place stays right.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml.events import ScalarEvent

from cjm.source.findings import Mark

_BREAKS = "\x85\u2028\u2029"
_PRIVATE = (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE))
_QUESTION = re.compile(r"(?<=[^\s,\[\]{}])\?")
KEY_SIGN = re.compile(r"\?(?<=[\s,\[{]\?)(?=[^\s,\[\]{}])")
_PROLOGUE = re.compile(r"(?:[ \t]*(?:[%#][^\n]*)?\n)*+---(?:\s|$)")
_OTHER_YAML = re.compile(r"%YAML[ \t]+(?!1\.)")
_COLON = re.compile(r"(?<=[\s,\[{]):(?=[^\s,\[\]{}])")


@dataclass(frozen=True, slots=True)
class Disguise:
    """The text as libyaml gets it, and what its stand-ins stand for."""

    text: str
    back: dict[int, str]

    def undo(self, get: Callable[[], Any]) -> Callable[[], Any]:
        """The events of the text as it was."""

        def undone() -> Any:  # noqa: ANN401 - libyaml's events
            event = get()
            if event.__class__ is ScalarEvent:
                event.value = event.value.translate(self.back)
            return event

        return undone


def shelter(text: str) -> Disguise:
    """Hide what libyaml misreads without a word: U+0085, U+2028 and U+2029 break no line, a key keeps its `?`."""
    free = _free(text)
    back: dict[int, str] = {}
    for mark in _BREAKS:
        if mark in text:
            new = next(free, mark)
            text = text.replace(mark, new)
            back[ord(new)] = mark
    if KEY_SIGN.search(text):
        new = next(free, "?")
        text = KEY_SIGN.sub(new, text)
        back[ord(new)] = "?"
    return Disguise(text, back)


def relaxed(now: Disguise, slip: YAMLError) -> Disguise | None:
    """The text with what YAML 1.2 allows, and libyaml stumbled over, in disguise; None when it is nothing such."""
    free = _free(now.text)
    problem, mark = getattr(slip, "problem", None), getattr(slip, "problem_mark", None)
    if problem is None or mark is None:
        return None
    if problem in {"found unknown directive name", "found incompatible YAML document"}:
        return _without_directive(now, getattr(slip, "context_mark", None) or mark)
    if now.text[mark.index : mark.index + 1] == "\t":
        return _without_tab(now, slip, mark, free)
    text, back = now.text, dict(now.back)
    for pattern in (_QUESTION, _COLON):
        if pattern.search(text):
            sign = "?" if pattern is _QUESTION else ":"
            new = next(free, sign)
            text = pattern.sub(new, text)
            back[ord(new)] = sign
    return Disguise(text, back) if text != now.text else None


def _without_directive(now: Disguise, mark: Mark) -> Disguise | None:
    """YAML 1.2 ignores instructions that it does not know, and reads what later versions of 1 write."""
    at = mark.index
    if now.text[at : at + 1] != "%" or _OTHER_YAML.match(now.text, at) or not _PROLOGUE.match(now.text):
        return None
    return Disguise(now.text[:at] + "#" + now.text[at + 1 :], now.back)


def _without_tab(now: Disguise, slip: YAMLError, mark: Mark, free: Iterator[str]) -> Disguise | None:
    """A tab on a line of its own says nothing; after the spaces of a text block it belongs to the text."""
    text, at = now.text, mark.index
    if "indentation space" in str(getattr(slip, "problem", "")):
        new = next(free, "\t")
        header = getattr(slip, "context_mark", mark).index
        if text[header : header + 1] != "|":  # the lines of `>` are joined by how they begin
            return None
        rest = text[:at] + new + text[at + 1 :]
        return Disguise(rest, {**now.back, ord(new): "\t"}) if mark.column and new != "\t" else None
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if text[start:end].strip(" \t\r"):
        return None
    return Disguise(text[:start] + text[start:end].replace("\t", " ") + text[end:], now.back)


def _free(text: str) -> Iterator[str]:
    used = set(text)
    return (chr(code) for code in _PRIVATE if chr(code) not in used)
