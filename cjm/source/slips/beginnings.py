"""Signs that mean something to YAML at the beginning of a text, so that the text needs quotes."""

import re

from cjm.diagnostics import Diagnostic, msg
from cjm.source.findings import error
from cjm.source.slips.scene import Scene

_SIGNS = "@`%*&!|>,]}?"
_BULLET = re.compile(r"(?P<before>[ ]*)[*•·‣▪◦○●–—][ ]+(?P<item>[^\s:]+:(?:[ ].*)?)$")
_PROBLEMS = (
    "cannot start any token",
    "alphabetic or numeric character",
    "expected node content",
    "mapping keys are not allowed",
    "expected comment or line break",
    "indentation indicator",
    "tag",
)


def bullet_slip(scene: Scene) -> Diagnostic | None:
    """`• name: Pay` and `* name: Pay`, on the line where libyaml gave up or on the one above."""
    for line in (scene.line, scene.before(scene.line)):
        found = _BULLET.match(scene.lines[line]) if line else None
        if found:
            return error(
                "invalid-yaml",
                scene.point(line, found.end("before") + 1),
                msg("a list is written with dashes"),
                msg("write `{example}`", example=f"- {found['item'].strip()}"),
            )
    return None


def beginning_slip(scene: Scene) -> Diagnostic | None:
    """`owner: @ana`, `title: *importante*`, `note: > 3 días`."""
    if not any(part in scene.problem or part in scene.context for part in _PROBLEMS) or "directive" in scene.context:
        return None
    line, column = _start(scene)
    sign = scene.lines[line][column - 1 : column]
    if not sign or sign not in _SIGNS:
        return None
    text = scene.lines[line][column - 1 :].strip()
    if text.startswith("```"):
        return error(
            "invalid-yaml",
            scene.point(line, column, 3),
            msg("a Markdown fence stands here"),
            msg("delete the lines with ```"),
        )
    if sign == "&" and re.match(r"&\w", text):
        return error(
            "invalid-yaml",
            scene.point(line, column, len(text.split()[0])),
            msg("the name of an anchor (`&`) holds only letters without accents, digits, `-` and `_`"),
            msg("give it another name, or put the text in quotes if it is no anchor"),
        )
    if sign == "`":
        message, hint = msg("a text cannot begin with a backtick"), msg("put it in quotes")
    else:
        message = msg("a text cannot begin with `{sign}`", sign=sign)
        hint = msg('put it in quotes: `"{text}"`', text=text.replace('"', "'"))
    return error("invalid-yaml", scene.point(line, column), message, hint)


def directive_slip(scene: Scene) -> Diagnostic | None:
    """A `%` at the beginning of a line."""
    if "directive" not in scene.context and "directive" not in scene.problem and "incompatible" not in scene.problem:
        return None
    line = scene.line if scene.lines[scene.line].startswith("%") else scene.since_line
    if "duplicate" in scene.problem:
        message = msg("this line is given twice: `{line}`", line=scene.lines[line])
    else:
        message = msg("a line that begins with `%` is an instruction to YAML, and this one is unknown")
    return error(
        "invalid-yaml",
        scene.point(line, 1, len(scene.lines[line])),
        message,
        msg("delete the line, or put it in quotes"),
    )


def _start(scene: Scene) -> tuple[int, int]:
    """Where the text begins: what libyaml was reading, or where it stopped."""
    if "scanning" in scene.context and "next token" not in scene.context:
        return scene.since_line, scene.since_column
    if "tag" in scene.problem:
        return scene.since_line, scene.since_column
    return scene.line, scene.column
