"""Quotes: never closed, closed too early, and what a backslash may stand before."""

import re

from cjm.diagnostics import Diagnostic, msg
from cjm.source.findings import error
from cjm.source.slips.scene import KEY, Quoted, Scene

_ITEM = re.compile(r"[ ]*-[ ]")
_ESCAPE = ("escape character", "hexdecimal", "Unicode character escape")


def escape_slip(scene: Scene) -> Diagnostic | None:
    """A Windows path, mostly: a backslash in double quotes is no plain backslash."""
    if not any(part in scene.problem for part in _ESCAPE):
        return None
    at = scene.text.rfind("\\", 0, scene.index + 1)
    column = scene.column - (scene.index - at)
    escape = scene.text[at : at + 2]
    if escape in {"\\u", "\\U"} and "Unicode character escape" in scene.problem:
        escape = scene.text[at : at + (6 if escape == "\\u" else 10)]
    return error(
        "invalid-yaml",
        scene.point(scene.line, max(1, column), len(escape)),
        msg("`{escape}` means nothing within double quotes", escape=escape),
        msg("use single quotes, where a backslash is only itself, or write it twice: `\\\\`"),
    )


def quote_slip(scene: Scene) -> Diagnostic | None:
    """A quote that was meant to close, or to be part of the text."""
    quoted, _ = scene.tokens
    for text in quoted:
        if _swallows(scene, text):
            return _never_closed(scene, text.line, text.column)
    if "quoted scalar" in scene.context:
        return _never_closed(scene, scene.since_line, scene.since_column)
    last = quoted[-1] if quoted else None
    if last and (last.end_line, last.end_column) <= (scene.line, scene.column) and last.end_line == scene.line:
        between = scene.here[last.end_column - 1 : scene.column - 1].strip()
        if not between and scene.char not in {"", ":", "]", "}", "\n", "\r"}:
            return _goes_on(scene, last)
    return None


def _swallows(scene: Scene, text: Quoted) -> bool:
    """True when a text in quotes runs over lines that look like keys or list items."""
    inside = scene.lines[text.line + 1 : text.end_line + 1]
    return any(KEY.match(line) or _ITEM.match(line) for line in inside)


def _never_closed(scene: Scene, line: int, column: int) -> Diagnostic:
    quote = scene.lines[line][column - 1]
    if quote == "'":
        hint = msg("write `'` at the end of the text; an apostrophe inside it is written twice: `''`")
    else:
        hint = msg('write `"` at the end of the text')
    return error("invalid-yaml", scene.point(line, column), msg("the quote that opens here is never closed"), hint)


def _goes_on(scene: Scene, last: Quoted) -> Diagnostic | None:
    quote = scene.here[last.end_column - 2]
    rest = scene.here[scene.column - 1 :].strip()
    if "flow" in scene.context and scene.char in {"'", '"'} and scene.column > last.end_column:
        return error(
            "invalid-yaml",
            scene.point(scene.line, scene.column),
            msg("a comma is missing before `{text}`", text=rest),
            msg("put a comma between the two texts"),
        )
    if quote == "'":
        hint = msg("put the whole text in quotes, and write an apostrophe inside it twice: `''`")
    else:
        hint = msg('put the whole text in quotes, and write a quote inside it as `\\"`')
    return error(
        "invalid-yaml",
        scene.point(scene.line, scene.column, max(1, len(rest))),
        msg("the text goes on after its closing quote: `{rest}`", rest=rest),
        hint,
    )
