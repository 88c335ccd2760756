"""Themes, style sheets and templates that `cjm render` is given, read and looked through before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cjm.cli.leaving import refuse
from cjm.diagnostics import Message, Translate, msg
from cjm.outputs.look import THEMES

MOST_CSS = 1_000_000
_RESTYLED = frozenset({".svg", ".css", ".html", ".js"})


def read_themes(themes: Sequence[str], translate: Translate) -> tuple[str, str]:
    """The theme's name, and the text of style sheets among them. Refuses what would reach over the network."""
    from cjm.outputs.sheets import reaches_out  # noqa: PLC0415 - few restyle

    names = [theme for theme in themes if theme in THEMES]
    if len({*names}) > 1:
        raise refuse(
            msg("there can be one theme: {names}", names=tuple(names)),
            msg("style sheets can be as many as you like"),
            translate,
        )
    css = ""
    for theme in themes:
        if theme in THEMES:
            continue
        css += _style_sheet(theme, translate)
        if reaches_out(css):
            raise refuse(
                msg("`{file}` would fetch something from elsewhere", file=theme),
                msg("put it into the file as `data:`, and leave out `@import`, also in comments"),
                translate,
            )
    return (names or ["auto"])[0], css


def _style_sheet(theme: str, translate: Translate) -> str:
    if not theme.lower().endswith(".css"):
        raise refuse(
            msg("there is no theme `{name}`", name=theme),
            msg("choose one of {names}, or a file that ends in `.css`", names=THEMES),
            translate,
        )
    try:
        data = Path(theme).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse(msg("`{file}` is not text in UTF-8", file=theme), msg("save it as UTF-8"), translate) from error
    except (OSError, ValueError) as error:
        raise refuse(
            msg("`{file}` cannot be read: {reason}", file=theme, reason=_why(error)), None, translate
        ) from error
    if len(data) > MOST_CSS:
        raise refuse(msg("`{file}` is larger than any style sheet", file=theme), None, translate)
    return f"{text}\n"


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def templates_in(folder: Path | None, form: str, translate: Translate) -> Path | None:
    """A folder of templates that exists and holds at least one that the format uses."""
    if folder is None:
        return None
    if not folder.is_dir():
        raise refuse(
            msg("there is no folder `{folder}`", folder=str(folder)), msg("name one after `--templates`"), translate
        )
    names = _names(form)
    if not any((folder / name).is_file() for name in names):
        raise refuse(
            msg("`{folder}` holds no template that cjm would use", folder=str(folder)), _meant(folder, names), translate
        )
    return folder


def _names(form: str) -> tuple[str, ...]:
    """The templates that a format is made with, as they are called in cjm's own folder."""
    from cjm.outputs.templates import templates_folder  # noqa: PLC0415 - few replace a template

    ours, rooms = templates_folder(), ("html", "svg") if form == "html" else ("svg",)
    files = (file for room in rooms for file in (ours / room).rglob("*") if file.suffix in _RESTYLED)
    return tuple(sorted(file.relative_to(ours).as_posix() for file in files))


def _meant(folder: Path, names: Sequence[str]) -> Message:
    """Where a template of a known name belongs; else how they are called."""
    there = {file.name for file in folder.iterdir()}
    meant = next((Path(name) for name in names if Path(name).name in there), None)
    if meant:
        return msg("`{file}` belongs in its folder `{folder}`", file=meant.name, folder=meant.parent.as_posix())
    return msg("they are called {names}", names=tuple(names))
