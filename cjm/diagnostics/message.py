"""A sentence for people, kept as template and arguments so that it can be said in any language.

Arguments are somebody's text and may be hostile: they are never parsed as a template, are shortened, and show
control characters by their code points. A path is not shortened: its end is what tells it from others.
"""

import unicodedata
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

Argument: TypeAlias = "str | int | float | PurePath | Message | tuple[str, ...]"
Translate: TypeAlias = Callable[[str, str, int], str]

LONGEST_ARGUMENT = 80
LONGEST_PATH = 4096
_JOINERS = "\u200c\u200d"
"""What holds letters of some scripts, and families of emoji, together."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Message(NamedTuple):
    """`template` with `{name}` places; `plural` is the template for any `number` but one."""

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    plural: str = ""
    number: int = 1


def msg(template: str, /, **arguments: Argument) -> Message:
    """A message; the literal given here is what translators see. Without arguments, braces stand for themselves."""
    return Message(template, tuple(arguments.items()))


def counted(one: str, many: str, count: int, /, **arguments: Argument) -> Message:
    """A message that differs for one and for many; both templates may use `{count}`."""
    return Message(one, (("count", count), *arguments.items()), many, count)


def recounted(message: Message, count: int) -> Message:
    """The same message of another number."""
    arguments = tuple((name, count if name == "count" else value) for name, value in message.arguments)
    return message._replace(arguments=arguments, number=count)


def untranslated(template: str, plural: str, number: int) -> str:
    """The English that every template is written in."""
    return plural if plural and number != 1 else template


def say(message: Message, translate: Translate = untranslated) -> str:
    """The message as plain text of one line."""
    template = translate(message.template, message.plural, message.number)
    if not message.arguments:
        return template
    return template.format(**{name: _said(value, translate) for name, value in message.arguments})


def _said(value: Argument, translate: Translate) -> str:
    if isinstance(value, Message):
        return say(value, translate)
    if isinstance(value, tuple):
        return ", ".join(f"`{visible(item)}`" for item in value)
    if isinstance(value, PurePath):
        return visible(value.as_posix(), LONGEST_PATH)
    return visible(value) if isinstance(value, str) else str(value)


def visible(text: str, longest: int = LONGEST_ARGUMENT) -> str:
    """The text on one line, cut with `…`, with what cannot be seen written as `U+202E`."""
    text = " ".join(text[: longest * 4].split()) if any(mark in text for mark in "\n\r\t") else text
    if len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    unseen = char not in _JOINERS and unicodedata.category(char) in _UNSEEN
    return f"U+{ord(char):04X}" if unseen else char
