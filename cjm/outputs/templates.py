"""Where the templates and fonts are, and how templates are filled: sandboxed, escaped, and strict about names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from traceback import extract_tb
from unicodedata import bidirectional

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

import cjm
from cjm.diagnostics import Message, msg
from cjm.outputs.compiled import kept
from cjm.outputs.escape import clean
from cjm.outputs.troubles import OutputError
from cjm.views.shapes import Point

MARKER = "cjm-templates.txt"
_MEND = msg("mend it, or leave out `--templates`")
_LEFT, _RIGHT, _END = "\u2066", "\u2067", "\u2069"


@cache
def templates_folder() -> Path:
    """The folder with the marker file: in an installed package, else beside it in a checkout."""
    package = Path(cjm.__file__).parent
    candidates = (package / "templates", package.parent / "templates")
    found = next((folder for folder in candidates if (folder / MARKER).is_file()), None)
    if found is None:
        places = " or ".join(str(folder) for folder in candidates)
        message = f"cjm's templates are missing from {places}: the installation is incomplete"
        raise FileNotFoundError(message)
    return found


def fill(template: str, folder: Path | None = None, **values: object) -> str:
    """A template filled with values; everything that is text is escaped. Raises OutputError for one of `folder`."""
    if folder is None:
        return _environment(None).get_template(template).render(**values)
    try:
        return _environment(folder).get_template(template).render(**values)
    except Exception as error:  # whatever somebody's own template does
        raise OutputError(_told(error, template), _MEND) from error


def _told(error: Exception, template: str) -> Message:
    """Where a template of the user's is wrong: its name and line, not its folder."""
    name, line = getattr(error, "name", None), getattr(error, "lineno", None)
    if line is None:
        steps = [step for step in extract_tb(error.__traceback__) if not step.filename.endswith((".py", ">"))]
        name, line = (Path(steps[-1].filename).name, steps[-1].lineno) if steps else (name, line)
    place = f"{name or template}:{line}" if line else str(name or template)
    return msg("the template `{place}` does not work: {reason}", place=place, reason=_reason(error))


def _reason(error: Exception) -> str:
    """What it says of itself, without where it looked."""
    return str(error).partition(" not found in search path")[0] or type(error).__name__


def read(name: str, folder: Path | None = None) -> str:
    """A file as it is: the one in `folder` where it has one, else ours."""
    if folder is None or not (folder / name).is_file():
        return (templates_folder() / name).read_text(encoding="utf-8")
    try:
        return _contained(folder / name, folder).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise OutputError(_told(error, name), _MEND) from error


def _contained(file: Path, folder: Path) -> Path:
    """The file, unless it is a link that leads out of the folder: a gift of templates shows nothing else of a disk."""
    if not file.resolve().is_relative_to(folder.resolve()):
        raise OSError("it is a link to another folder")
    return file


class _Loader(FileSystemLoader):
    """Ours, and before them those of somebody's folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        super().__init__([*([folder] if folder else ()), templates_folder()])

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still that."""
        found = super().get_source(environment, template)
        if self._folder and Path(found[1]) == self._folder / template:
            _contained(self._folder / template, self._folder)
        return found


def _sandbox() -> type[Environment]:
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 - few replace a template

    return SandboxedEnvironment


@cache
def _environment(folder: Path | None) -> Environment:
    """Ours alone need no sandbox, which takes half of the time; with somebody's folder everything runs in one."""
    make = Environment if folder is None else _sandbox()
    environment = make(
        loader=_Loader(folder),
        bytecode_cache=kept() if folder is None else None,
        autoescape=select_autoescape(("html", "svg"), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters |= {"number": number, "roles": roles, "bidi": bidi, "points": points, "chain": chain}
    return environment


def roles(role: str) -> str:
    """A mark's roles as classes."""
    return " ".join(f"cjm-{each}" for each in role.split())


def bidi(text: str, mirrored: bool) -> str:  # noqa: FBT001 - a filter of templates
    """A line of a picture that is written right to left, set apart so that stops, brackets and signs stand right."""
    if not mirrored:
        return text
    runs_right = any(bidirectional(char) in {"R", "AL"} for char in text)
    return f"{_RIGHT if runs_right else _LEFT}{text}{_END}"


def points(path: Sequence[Point]) -> Markup:
    """Points as SVG has them."""
    return Markup(" ").join(f"{number(x)},{number(y)}" for x, y in path)


def chain(path: Sequence[Point]) -> Markup:
    """A chain of cubic Béziers as the data of a path."""
    return Markup("M{}C{}").format(points(path[:1]), points(path[1:]))


def number(value: float) -> Markup:
    """At most two decimals, and no zeros for nothing."""
    rounded = round(value, 2)
    whole = rounded == round(rounded)
    return Markup(str(round(rounded)) if whole else f"{rounded:.2f}".rstrip("0"))  # noqa: S704 - digits
