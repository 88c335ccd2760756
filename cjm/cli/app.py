"""The commands by name. One is imported when it is called, so that none pays for the others."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from cjm import __version__
from cjm.cli.leaving import Leave, report_bug

COMMANDS = {
    "validate": "Find what is wrong or missing in journeys, with line and hint.",
    "fmt": "Put keys in order and settle spacing, comments kept.",
    "render": "Draw journeys, and write reports about them.",
    "score": "Say how complete and how well founded journeys are.",
    "stats": "Count what the journeys of a project have, and what they lack.",
    "measure": "Lay a journey over what customers did and said.",
    "discover": "Write a first draft of a journey from an event log.",
    "rules": "List the rules of a good journey map.",
    "explain": "Show a rule's page: why it matters, and what is better.",
    "schema": "Print the JSON Schema of the journey file, for editors.",
}

EPILOG = "Example:  cjm validate tienda.journey.yaml"


class Commands(TyperGroup):
    """Lists commands without importing them."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - click's signature
        """Every command, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - click's signature
        """Import one command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"cjm.cli.{cmd_name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        about = f"{COMMANDS[cmd_name]}\n\n{command.ABOUT}"
        single.command(cmd_name, help=about, epilog=f"Example:  {command.EXAMPLE}")(command.run)
        return typer.main.get_command(single)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - click's signature
        """The list of commands in the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Customer journey maps as code: validate them, draw them, report on them."""
    del version


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(args=list(arguments), prog_name="cjm", standalone_mode=True)
    except SystemExit as leaving:
        code = leaving.code
    except Leave as leaving:
        code = leaving.code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody should see a traceback they can't use
        return report_bug(error, arguments)
    return code if isinstance(code, int) else 0
