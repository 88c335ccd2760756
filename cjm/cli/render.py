"""`cjm render`: draw journeys, and write reports about them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cjm.cli.leaving import FINDINGS, Leave
from cjm.cli.options import Lang, Paths, Quiet, Today, day, language

ABOUT = "Files that hold an error are left out and named; other findings never keep a picture back."
EXAMPLE = "cjm render tienda.journey.yaml --format html"


class Form(StrEnum):
    """What is written."""

    svg = "svg"
    png = "png"
    dot = "dot"
    html = "html"
    json = "json"


class View(StrEnum):
    """What is drawn."""

    flow = "flow"


class Engine(StrEnum):
    """Which Graphviz draws."""

    embedded = "embedded"
    system = "system"


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="What is written.")] = Form.svg,
    view: Annotated[View, typer.Option("--view", help="What is drawn.")] = View.flow,
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="DIR|FILE|-", help="Where to write; `-` is the terminal.")
    ] = "cjm-out",
    force: Annotated[bool, typer.Option("--force", help="Write over files that cjm did not write.")] = False,
    graphviz: Annotated[
        Engine, typer.Option("--graphviz", help="The Graphviz that comes with cjm, or an installed one.")
    ] = Engine.embedded,
    today: Today = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.drawing import Wanted, draw_all  # noqa: PLC0415 - `--help` needs none of it

    wanted = Wanted(form.value, view.value, out, graphviz.value, day(today, translate), force=force, quiet=quiet)
    if draw_all(paths or (), wanted, translate):
        raise Leave(FINDINGS)
