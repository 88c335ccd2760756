"""Where the templates and fonts are, and how templates are filled: sandboxed, escaped, and strict about names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.sandbox import SandboxedEnvironment

import cjm
from cjm.outputs.escape import clean

MARKER = "cjm-templates.txt"


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


def fill(template: str, **values: object) -> str:
    """A template filled with values; everything that is text is escaped."""
    return _environment().get_template(template).render(**values)


def read(name: str) -> str:
    """A file of the folder as it is."""
    return (templates_folder() / name).read_text(encoding="utf-8")


@cache
def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=select_autoescape(("html", "svg"), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters["number"] = number
    return environment


def number(value: float) -> str:
    """At most two decimals, and no zeros for nothing."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
