"""`cjm render`: draw journeys, and write reports about them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from cjm.cli.leaving import FINDINGS, Leave
from cjm.cli.options import Lang, Measurements, Paths, Quiet, Today, day, language, listed
from cjm.diagnostics import Translate

if TYPE_CHECKING:
    from cjm.model import Journey
    from cjm.model.measurement import Measurement

ABOUT = "Files that hold an error are left out and named; other findings never keep a picture back."
EXAMPLE = "cjm render tienda.journey.yaml --format html"
SHOWN, LOOKS, PLACE = "What is shown", "How it looks", "Where it goes"


class Form(StrEnum):
    """What is written."""

    svg = "svg"
    png = "png"
    pdf = "pdf"
    html = "html"
    md = "md"
    mermaid = "mermaid"
    dot = "dot"
    csv = "csv"
    xlsx = "xlsx"
    json = "json"


class View(StrEnum):
    """What is drawn."""

    map = "map"
    curve = "curve"
    flow = "flow"
    blueprint = "blueprint"
    board = "board"


class Page(StrEnum):
    """The paper of a PDF."""

    poster = "poster"
    a3 = "a3"
    a4 = "a4"


class Engine(StrEnum):
    """Which Graphviz draws."""

    embedded = "embedded"
    system = "system"


def _text(name: str, metavar: str, about: str, panel: str) -> object:
    return typer.Option(name, metavar=metavar, help=about, show_default=False, rich_help_panel=panel)


def run(  # noqa: PLR0913 - every option is one
    paths: Paths = None,
    *,
    form: Annotated[Form, typer.Option("--format", "-f", help="What is written.", rich_help_panel=SHOWN)] = Form.svg,
    view: Annotated[
        Optional[View],  # noqa: UP045 - typer reads it
        typer.Option(
            "--view", help="What is drawn.  [default: map; for dot, flow]", show_default=False, rich_help_panel=SHOWN
        ),
    ] = None,
    persona: Annotated[str, _text("--persona", "ID", "Only what she meets, felt as she feels it.", SHOWN)] = "",
    path: Annotated[str, _text("--path", "ID", "Only the touchpoints of a path.", SHOWN)] = "",
    channel: Annotated[str, _text("--channel", "ID", "Only the touchpoints of a channel.", SHOWN)] = "",
    lanes: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        _text("--lanes", "NAMES", "The map's lanes, in this order: `actions,pain_points`.", SHOWN),
    ] = None,
    compare: Annotated[str, _text("--compare", "FILE|ID", "Another journey's emotion, drawn over it.", SHOWN)] = "",
    measurement: Measurements = None,
    theme: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        _text("--theme", "light|dark|print|FILE.css", "Colours; a style sheet is added to them.", LOOKS),
    ] = None,
    templates: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads it
        _text("--templates", "DIR", "Templates to use instead of those of the same name.", LOOKS),
    ] = None,
    font: Annotated[
        Optional[list[Path]],  # noqa: UP045 - typer reads it
        _text("--font", "FILE", "A font for scripts that Arimo lacks, in PNG and PDF.", LOOKS),
    ] = None,
    scale: Annotated[
        Optional[float],  # noqa: UP045 - typer reads it
        typer.Option(
            "--scale",
            min=0.05,
            max=20,
            help="Pixels of a PNG to a unit.  [default: 2]",
            show_default=False,
            rich_help_panel=LOOKS,
        ),
    ] = None,
    width: Annotated[
        Optional[int],  # noqa: UP045 - typer reads it
        typer.Option(
            "--width",
            min=16,
            max=16_000,
            help="Pixels of a PNG from side to side.",
            show_default=False,
            rich_help_panel=LOOKS,
        ),
    ] = None,
    page: Annotated[
        Optional[Page],  # noqa: UP045 - typer reads it
        typer.Option(
            "--page", help="The paper of a PDF.  [default: poster]", show_default=False, rich_help_panel=LOOKS
        ),
    ] = None,
    graphviz: Annotated[
        Engine,
        typer.Option(
            "--graphviz", help="The Graphviz that comes with cjm, or an installed one.", rich_help_panel=LOOKS
        ),
    ] = Engine.embedded,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="DIR|FILE|-", help="Where to write; `-` is the terminal.", rich_help_panel=PLACE
        ),
    ] = "cjm-out",
    force: Annotated[
        bool, typer.Option("--force", help="Write over files that cjm did not write.", rich_help_panel=PLACE)
    ] = False,
    today: Today = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.drawing import draw_all  # noqa: PLC0415 - `--help` needs none of it
    from cjm.cli.styling import read_themes, templates_in  # noqa: PLC0415 - as above
    from cjm.cli.wanted import Wanted, check_fit, scale_of  # noqa: PLC0415 - as above
    from cjm.outputs import OUTPUTS  # noqa: PLC0415 - as above
    from cjm.outputs.look import Look  # noqa: PLC0415 - as above
    from cjm.views.choice import Choice  # noqa: PLC0415 - as above

    views = OUTPUTS[form.value].views
    shown = view.value if view else (views[0] if views else "")
    given = {
        "view": view,
        "persona": persona,
        "path": path,
        "channel": channel,
        "lanes": lanes,
        "compare": compare,
        "measurement": measurement,
        "theme": theme,
        "templates": templates,
        "font": font,
        "scale": scale,
        "width": width,
        "page": page,
        "graphviz": graphviz is not Engine.embedded,
    }
    check_fit(form.value, shown, [name for name, said in given.items() if said], translate)
    name, css = read_themes(theme or (), translate)
    choice = Choice(persona, path, channel, tuple(dict.fromkeys(listed(lanes))), _other(compare, translate))
    look = Look(
        engine=graphviz.value,
        theme=name,
        css=css,
        templates=templates_in(templates, form.value, translate),
        fonts=tuple(font or ()),
        scale=scale_of(scale, translate),
        width=width,
        page=page.value if page else "poster",
    )
    measured = _measured(measurement, translate)
    wanted = Wanted(form.value, shown, out, day(today, translate), force, quiet, choice, look, measured)
    if draw_all(paths or (), wanted, translate):
        raise Leave(FINDINGS)


def _other(named: str, translate: Translate) -> Journey | None:
    from cjm.cli.comparing import other_journey  # noqa: PLC0415 - few compare

    return other_journey(named, translate) if named else None


def _measured(files: list[Path] | None, translate: Translate) -> tuple[Measurement, ...]:
    from cjm.cli.measurements import read_measurements  # noqa: PLC0415 - few pictures are measured

    return read_measurements(files, translate) if files else ()
