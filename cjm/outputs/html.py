"""The report as one HTML file: nothing is fetched, and a policy in its head lets its own script run and no other."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from cjm.outputs import svg
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.templates import fill, read
from cjm.views.pages.shapes import Exhibit, ReportView
from cjm.views.picture import Picture

SHEETS = ("ground", "summary", "stages", "tables", "measured", "tools", "slides")
SCRIPTS = ("start", "pictures", "filters", "tables", "panel", "slides", "copy", "finish")
SCHEMES = {"light": "light", "dark": "dark", "print": "light"}
"""The colours of each theme; any other follows the reader's."""


class Shown(NamedTuple):
    """A picture, in the parts that stand side by side: the first column stays where it is when the rest scrolls."""

    anchor: str
    name: str
    parts: tuple[tuple[svg.Part, Markup], ...]
    mirrored: bool


def render(view: ReportView, look: Look = PLAIN) -> str:
    """The page. Raises EngineError where Graphviz does not draw its flow."""
    style, script = style_of(view, look), script_of(look)
    return fill(
        "html/report.html",
        look.templates,
        view=view,
        style=Markup(style),  # noqa: S704 - our own files and the user's, made unable to end the element
        script=Markup(script),  # noqa: S704 - as above
        policy=policy(style, script),
        scheme=SCHEMES.get(look.theme, "light dark"),
        pictures=[_shown(each, view, look) for each in view.body.pictures],
        drawings=dict(_drawings(view, look)),
    )


def policy(style: str, script: str) -> str:
    """What a browser may do with the page: show it, with this style sheet and this script alone."""
    parts = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def style_of(view: ReportView, look: Look) -> str:
    """The page's style sheet: its rooms, the theme, the pictures and their sizes, and the user's own last."""
    return _contained("".join((*_sheets(look), *map(_sizes, view.body.pictures), look.css)))


def script_of(look: Look) -> str:
    """The page's script: all of it in one closed room."""
    inside = "".join(read(f"html/scripts/{name}.js", look.templates) for name in SCRIPTS)
    return _contained(f'"use strict";\n(() => {{\n{inside}}})();\n')


def _sheets(look: Look) -> Iterator[str]:
    def sheet(name: str) -> str:
        return read(f"{name}.css", look.templates)

    yield from (sheet(f"html/{name}") for name in SHEETS)
    yield sheet("svg/light")
    dark = sheet("html/dark") + sheet("svg/dark")
    if look.theme == "dark":
        yield f"@media screen {{\n{dark}}}\n"
    elif look.theme not in SCHEMES:
        yield f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    paper = sheet("html/print")
    yield f"{paper}{sheet('svg/print')}" if look.theme == "print" else f"@media print {{\n{paper}}}\n"


def _sizes(exhibit: Exhibit) -> str:
    view = exhibit.view
    fixed = view.fixed if isinstance(view, Picture) else 0.0
    return f"#{exhibit.anchor} {{ --whole: {view.width:g}; --high: {view.height:g}; --fixed: {fixed:g}; }}\n"


def _shown(exhibit: Exhibit, view: ReportView, look: Look) -> Shown:
    picture = exhibit.view
    kinds: tuple[svg.Part, ...] = ("fixed", "rest") if isinstance(picture, Picture) and picture.fixed else ("whole",)
    parts = ((kind, svg.render(picture, look, inline=True, links=view.links, part=kind)) for kind in kinds)
    return Shown(
        exhibit.anchor,
        exhibit.name,
        tuple((kind, Markup(text)) for kind, text in parts),  # noqa: S704 - escaped by its own template
        isinstance(picture, Picture) and picture.mirrored,
    )


def _drawings(view: ReportView, look: Look) -> Iterator[tuple[str, Markup]]:
    """The small pictures of the measured chapter, by the anchors of its parts."""
    for part in (part for chapter in view.body.measured for part in chapter.parts):
        if part.picture:
            text = svg.render(part.picture, look, inline=True, links=view.links)
            yield part.anchor, Markup(text)  # noqa: S704 - escaped by its own template


def _contained(text: str) -> str:
    """A text that cannot end its element: a backslash there changes neither CSS nor JavaScript's strings."""
    return text.replace("</", "<\\/").replace("<!--", "<\\!--")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
