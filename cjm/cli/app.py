"""The commands by name. One is imported when it is called, so that none pays for the others."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from cjm import __version__
from cjm.cli.leaving import NO_ROOM, Leave, no_room, report_bug
from cjm.cli.manual import CommandLineError, Context, Words, abort, lang_in, show_error, translate_options, words_of
from cjm.cli.options import Lang, spoken
from cjm.locale import translator

COMMANDS = {
    "validate": "Find what is wrong or missing in journeys, with line and hint.",
    "fmt": "Put keys in order and settle spacing, comments kept.",
    "render": "Draw journeys, and write reports about them.",
    "diff": "Say what happened to journeys between two versions.",
    "score": "Say how complete and how well founded journeys are.",
    "stats": "Count what the journeys of a project have, and what they lack.",
    "measure": "Lay a journey over what customers did and said.",
    "discover": "Write a first draft of a journey from an event log.",
    "history": "Tell a journey's life from git: its pain points, opportunities and curve over time.",
    "blame": "Say since when something is in a journey, by which commit, and who answers for it.",
    "merge-driver": "Merge two edited journeys by their ids; git calls it.",
    "rules": "List the rules of a good journey map.",
    "explain": "Show a rule's page: why it matters, and what is better.",
    "schema": "Print the JSON Schema of the journey file, for editors.",
}

EPILOG = "Example:  cjm validate tienda.journey.yaml"


class Single(TyperCommand):
    """A command whose help is said in the language of its messages."""

    context_class = Context

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's signature
        """The lists of arguments and options in the help."""
        translate_options(self, ctx)
        super().format_options(ctx, formatter)


class Commands(TyperGroup):
    """Lists commands without importing them."""

    context_class = Context

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - click's signature
        super().__init__(**attributes)
        names: Any = dict.fromkeys(COMMANDS)
        self.commands = names
        """Known by name, which is what “Did you mean” needs."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - click's signature
        """Every command, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - click's signature
        """Import one command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"cjm.cli.{cmd_name.replace('-', '_')}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        about = f"{COMMANDS[cmd_name]}\n\n{command.ABOUT}"
        epilog = f"Example:  {command.EXAMPLE}"
        single.command(cmd_name, cls=Single, help=about, epilog=epilog)(command.run)
        return typer.main.get_command(single)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's signature
        """The lists of options and commands in the help."""
        translate_options(self, ctx)
        super().format_options(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's signature
        """The list of commands in the help."""
        translate = words_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, translate(about, "", 1)) for name, about in COMMANDS.items()])


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:  # noqa: FBT001 - an option's callback
    if wanted:
        print(f"cjm {__version__}")
        raise typer.Exit


@app.callback(epilog=EPILOG)
def cjm(
    ctx: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Customer journey maps as code: validate them, draw them, report on them."""
    del version
    if lang is not None:
        ctx.default_map = {command: {"lang": lang} for command in COMMANDS}


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = spoken(lang_in(arguments))
    words: Words = partial(translator, language, "help")
    try:
        code = app(args=list(arguments), prog_name="cjm", standalone_mode=False, obj=words)
        sys.stdout.flush()
    except SystemExit as leaving:
        code = leaving.code
    except Leave as leaving:
        code = leaving.code
    except CommandLineError as error:
        code = show_error(error, words())
    except typer.Abort:
        return abort(words())
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        return no_room(error, language) if error.errno in NO_ROOM else report_bug(error, arguments, language)
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody should see a traceback they can't use
        return report_bug(error, arguments, language)
    return code if isinstance(code, int) else 0
