"""Every text of help, for translators: what would be looked up if the help of each command were shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from cjm.cli.app import COMMANDS, app
from cjm.cli.manual import ERRORS, NAMES


def texts() -> Iterator[tuple[str, str, str]]:
    """Each text after its domain, and before the file that it stands in."""
    given = dict.fromkeys((*NAMES, *ERRORS), "cjm/cli/manual.py")
    for command in ("", *COMMANDS):
        for text in looked_up(command):
            given.setdefault(text, f"cjm/cli/{(command or 'app').replace('-', '_')}.py")
    yield from (("help", text, file) for text, file in given.items())


def looked_up(command: str) -> list[str]:
    """The texts of a command's help in their order; of the list of commands without one."""
    found: dict[str, None] = {}

    def note(template: str, plural: str, number: int) -> str:
        del plural, number
        found[template] = None
        return template

    shown: Any = typer.main.get_command(app)
    context = shown.make_context("cjm", [command] if command else [], obj=lambda: note, resilient_parsing=True)
    if command:
        shown = shown.get_command(context, command)
        context = shown.make_context(command, [], parent=context, resilient_parsing=True)
    shown.get_help(context)
    return list(found)
