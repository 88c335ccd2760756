"""`--help` and usage errors in the language of the messages.

Typer has English words alone. What it writes passes here on its way: each text is looked up in the domain `help`, which
is read only now. `cjm.cli.phrases` gathers the same texts for translators.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cache
from io import StringIO
from itertools import pairwise
from string import Formatter
from typing import Any, TypeAlias

import typer

from cjm.diagnostics import Translate, untranslated

Words: TypeAlias = Callable[[], Translate]
"""How to say texts of the domain `help`; called when there is one to say."""

CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]
"""What typer raises when it cannot take a command line; it exports only kinds of it."""
NAMES = ("Usage:", "Example:", "default: {value}", "env var: {value}", "required")
"""Typer's words around texts of ours."""
ERRORS = (
    "Error: {reason}",
    "Try {command} for help.",
    "Missing command.",
    "No such command {name}. Did you mean {names}?",
    "No such command {name}.",
    "No such option: {name} (Possible options: {names})",
    "No such option: {name} Did you mean {names}?",
    "No such option: {name}",
    "Missing argument {place}. Choose from:",
    "Missing argument {place}.",
    "Missing option {place}. Choose from:",
    "Missing option {place}.",
    "Invalid value: {reason}",
    "Invalid value for {place}: {reason}",
    "Option {name} requires an argument.",
    "Option {name} requires {count} arguments.",
    "Option {name} does not take a value.",
    "Argument {place} takes {count} values.",
    "Got unexpected extra argument(s) ({names})",
    "Got unexpected extra argument ({names})",
    "Got unexpected extra arguments ({names})",
    "{value} is not one of {names}.",
    "{value} is not in the range {range}.",
    "{value} is not a valid int.",
    "{value} is not a valid int range.",
    "{value} is not a valid integer.",
    "{value} is not a valid integer range.",
    "{value} is not a valid float.",
    "{value} is not a valid float range.",
    "Aborted!",
)
"""Typer's sentences about a command line that it cannot take. The first that fits is the one."""
_METAVAR = re.compile(r"<[a-z ]+>|\b[A-Z]{2,}\b")
_ARGUMENT = re.compile(r"(?<=[\[{'])[a-z_]+(?=[]}'])")
_ANYTHING = {"place": "(?P<place>.+?)"}
"""A value may say anything, and so goes on for as long as it can; where it was given, typer says, and it is short."""
_EXTRA = re.compile(r"  \[([^\[\]]+)\]$")


class Context(typer.Context):
    """Writes help in the language that `obj` speaks."""

    def make_formatter(self) -> Any:  # noqa: ANN401 - click's, or what stands for it
        """What help and usage are written with."""
        formatter, translate = super().make_formatter(), words_of(self)
        return formatter if translate is untranslated else _Translated(formatter, translate)


def words_of(context: typer.Context) -> Translate:
    """How to say texts of help, from the command line that is read."""
    translate: Translate = context.obj() if callable(context.obj) else untranslated
    return translate


def lang_in(arguments: Sequence[str]) -> str | None:
    """What `--lang` says, wherever it stands: help is asked for before options are read."""
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    said: str | None = None
    for option, after in pairwise((*own, None)):
        if option == "--lang":
            said = after
        elif option and option.startswith("--lang="):
            said = option.removeprefix("--lang=")
    return said


def translate_options(command: Any, context: typer.Context) -> None:  # noqa: ANN401 - a command of click
    """Say what arguments and options are for, just before they are listed."""
    translate = words_of(context)
    for each in command.get_params(context):
        if translate is not untranslated and getattr(each, "help", None):
            each.help = translate(each.help, "", 1)


class _Translated:
    """A formatter of click whose words are translated before they are written."""

    def __init__(self, formatter: Any, translate: Translate) -> None:  # noqa: ANN401 - click's, in any version
        self._formatter, self._translate, self._section = formatter, translate, ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else it has
        return getattr(self._formatter, name)

    def section(self, name: str) -> AbstractContextManager[None]:
        """A heading with what stands under it."""
        self._section = name
        section: AbstractContextManager[None] = self._formatter.section(self._say(name))
        return section

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        del prefix
        args = _ARGUMENT.sub(self._word, _METAVAR.sub(self._word, args))
        self._formatter.write_usage(prog, args, f"{self._say('Usage:')} ")

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        self._formatter.write_text("\n\n".join(map(self._paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Iterable[tuple[str, str]]) -> None:
        """A list of arguments, options or commands, each with what it is for."""
        self._formatter.write_dl([(self._term(term), self._extra(about)) for term, about in rows])

    def _paragraph(self, text: str) -> str:
        if text.startswith("Example:"):
            return text.replace("Example:", self._say("Example:"), 1)
        return self._say(text if "\b" in text else " ".join(text.split()))

    def _term(self, text: str) -> str:
        if text.startswith("-"):
            return _METAVAR.sub(self._word, text)
        return re.sub("^[a-z_]+", self._word, text) if self._section == "Arguments" else text

    def _extra(self, text: str) -> str:
        """What typer adds in brackets: `[default: 0; x>=0]`."""
        return _EXTRA.sub(lambda found: f"  [{'; '.join(map(self._added, found[1].split('; ')))}]", text)

    def _added(self, text: str) -> str:
        name, colon, value = text.partition(": ")
        template = f"{name}: {{value}}" if colon else text
        return self._say(template).replace("{value}", value) if template in NAMES else text

    def _word(self, found: re.Match[str]) -> str:
        return self._say(found[0])

    def _say(self, text: str) -> str:
        return self._translate(text, "", 1) if text else text


def show_error(error: BaseException, translate: Translate) -> int:
    """Say what is wrong with a command line, and give the exit code."""
    shown: Any = error
    if translate is untranslated:
        shown.show()
        return int(shown.exit_code)
    english = StringIO()
    shown.show(file=english)
    for line in english.getvalue().splitlines():
        print(_sentence(line, translate) if line.startswith(("Error: ", "Try ")) else line, file=sys.stderr)
    return int(shown.exit_code)


def abort(translate: Translate) -> int:
    """Say that somebody broke off, and give the exit code."""
    print(_sentence("Aborted!", translate), file=sys.stderr)
    return 1


def _sentence(text: str, translate: Translate) -> str:
    """A sentence of typer in another language; as it is when nobody knows it."""
    fitting = ((template, _pattern(template).fullmatch(text)) for template in ERRORS)
    for template, found in fitting:
        if found:
            parts = {name: _part(name, value, translate) for name, value in found.groupdict().items()}
            return translate(template, "", 1).format(**parts)
    return text


def _part(name: str, value: str, translate: Translate) -> str:
    if name == "reason":
        return _sentence(value, translate)
    return _ARGUMENT.sub(lambda found: translate(found[0], "", 1), value) if name == "place" else value


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = [(re.escape(words), name) for words, name, _, _ in Formatter().parse(template)]
    return re.compile(
        "".join(words + (_ANYTHING.get(name, f"(?P<{name}>.+)") if name else "") for words, name in parts)
    )
