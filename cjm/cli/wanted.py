"""What the options of `cjm render` ask for, and which of them a format can honour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from cjm.cli.leaving import Leave, refuse
from cjm.diagnostics import Message, Severity, Translate, msg
from cjm.model import Journey
from cjm.outputs import OUTPUTS, PICTURES
from cjm.outputs.look import THEMES, Look
from cjm.project import gather, load_file
from cjm.views.choice import Choice

MOST_CSS = 1_000_000
DRAWN = ("svg", "png", "pdf", "html", "md")
HONOURED = {
    "view": tuple(name for name, output in OUTPUTS.items() if len(output.views) > 1),
    "persona": tuple(OUTPUTS),
    "path": tuple(OUTPUTS),
    "channel": tuple(OUTPUTS),
    "lanes": (*DRAWN, "json"),
    "compare": (*DRAWN, "json"),
    "theme": DRAWN,
    "templates": (*DRAWN, "md"),
    "font": ("png", "pdf"),
    "scale": ("png",),
    "width": ("png",),
    "page": ("pdf",),
}
"""The formats that an option means something for."""
LANED = ("map",)
COMPARED = ("map", "curve")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for. `view` is empty for a format that shows none."""

    form: str
    view: str
    out: str
    today: date
    force: bool
    quiet: bool
    choice: Choice
    look: Look


def check_fit(form: str, view: str, given: Iterable[str], translate: Translate) -> None:
    """Refuse an option that this format or view would not heed."""
    for option in given:
        if option == "view" and view in OUTPUTS[form].views:
            continue
        if form not in HONOURED[option] or (option == "view" and view not in OUTPUTS[form].views):
            raise _unfit(option, form, translate)
        views = {"lanes": LANED, "compare": COMPARED}.get(option, PICTURES)
        if view and view not in views:
            raise refuse(
                msg("`--{option}` means nothing for the view `{view}`", option=option, view=view),
                msg("it is for {names}", names=views),
                translate,
            )


def _unfit(option: str, form: str, translate: Translate) -> Leave:
    views = OUTPUTS[form].views
    if option == "view" and views:
        return refuse(
            msg("the format `{form}` has no such view", form=form), msg("it has {names}", names=views), translate
        )
    return refuse(
        msg("`--{option}` means nothing for the format `{form}`", option=option, form=form),
        msg("it is for {names}", names=HONOURED[option]),
        translate,
    )


def read_themes(themes: Sequence[str], translate: Translate) -> tuple[str, str]:
    """The theme's name, and the text of style sheets among them. Refuses what would reach over the network."""
    from cjm.outputs.sheets import reaches_out  # noqa: PLC0415 - few restyle

    name, css = "auto", ""
    for theme in themes:
        if theme in THEMES:
            name = theme
            continue
        if not theme.endswith(".css"):
            raise refuse(
                msg("there is no theme `{name}`", name=theme),
                msg("choose one of {names}, or a file that ends in `.css`", names=THEMES),
                translate,
            )
        css += _text(Path(theme), translate)
        if reaches_out(css):
            raise refuse(
                msg("`{file}` would fetch something from elsewhere", file=theme),
                msg("put it into the file as `data:`, and leave out `@import`"),
                translate,
            )
    return name, css


def _text(file: Path, translate: Translate) -> str:
    try:
        data = file.read_bytes()
        if len(data) > MOST_CSS:
            raise refuse(msg("`{file}` is larger than any style sheet", file=str(file)), None, translate)
        return data.decode("utf-8-sig") + "\n"
    except OSError as error:
        raise refuse(
            msg("`{file}` cannot be read: {reason}", file=str(file), reason=error.strerror or ""), None, translate
        ) from error
    except UnicodeDecodeError as error:
        raise refuse(
            msg("`{file}` is not text in UTF-8", file=str(file)), msg("save it as UTF-8"), translate
        ) from error


def templates_in(folder: Path | None, translate: Translate) -> Path | None:
    """A folder of templates that exists and holds at least one that would be used."""
    from cjm.outputs.templates import templates_folder  # noqa: PLC0415 - few replace a template

    if folder is None:
        return None
    if not folder.is_dir():
        raise refuse(
            msg("there is no folder `{folder}`", folder=str(folder)), msg("name one after `--templates`"), translate
        )
    ours = templates_folder()
    names = sorted(each.relative_to(ours).as_posix() for each in ours.glob("*/*") if each.suffix != ".ttf")
    if not any((folder / name).is_file() for name in names):
        raise refuse(
            msg("`{folder}` holds no template that cjm would use", folder=str(folder)),
            msg("they are called {names}", names=tuple(names)),
            translate,
        )
    return folder


def other_journey(named: str, translate: Translate) -> Journey:
    """The journey to compare with, by its file or by its id in the project here."""
    by_file = Path(named).exists()
    gathered = gather([named] if by_file else [])
    for file in gathered.files:
        try:
            document, built = load_file(file)
        except OSError:
            continue
        wrong = [each for each in (*document.diagnostics, *built.problems) if each.severity is Severity.ERROR]
        if built.part is not None and not wrong and (by_file or built.part.id == named):
            return built.part
        if by_file:
            raise refuse(
                msg("`{file}` holds an error, and cannot be compared with", file=file.label),
                msg("run `cjm validate {file}`", file=file.label),
                translate,
            )
    raise refuse(
        msg("there is no journey `{name}` to compare with", name=named),
        msg("name its file after `--compare`, or its id in this project"),
        translate,
    )


def known_to_none(wanted: Wanted, journeys: Sequence[Journey]) -> tuple[Message, Message] | None:
    """A lane that no journey has, and those that there are."""
    if not wanted.choice.lanes:
        return None
    from cjm.views.map.lanes import known_lanes  # noqa: PLC0415 - few choose lanes

    known = tuple(dict.fromkeys(name for journey in journeys for name in known_lanes(journey)))
    for lane in wanted.choice.lanes:
        if lane not in known:
            near = get_close_matches(lane, known, 1)
            hint = msg("did you mean `{name}`?", name=near[0]) if near else msg("there are {names}", names=known)
            return msg("no journey has a lane `{name}`", name=lane), hint
    return None


def chosen(wanted: Wanted, stem: str) -> tuple[Choice, Look]:
    """What is shown of a journey and how, in files of a name."""
    return wanted.choice, replace(wanted.look, name=stem)
