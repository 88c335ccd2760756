"""Lists in `[ ]` and mappings in `{ }`: not closed, closed twice, a comma or a space too few, a comment inside."""

import re

from cjm.diagnostics import Diagnostic, msg
from cjm.source.findings import error
from cjm.source.slips.scene import KEY, Scene, indent

_ITEM = re.compile(r"[ ]*-(?:[ ]|$)")
_WORD = re.compile(r"[^\W\d][\w-]*")
_COMMENT = re.compile(r"[ \t]#")
_CLOSES = {"[": "]", "{": "}"}
_OUT_OF_PLACE = {
    ":": (
        msg("a colon stands inside a text"),
        msg("put a comma before the key that it ends, or put the text that holds it in quotes"),
    ),
    ",": (msg("nothing stands before this comma"), msg("delete the comma")),
}


def bracket_slip(scene: Scene) -> Diagnostic | None:
    """Whatever goes wrong inside of brackets."""
    opened = scene.tokens[1]
    if not opened and "flow" not in scene.context:
        return _closes_nothing(scene) or _goes_on(scene)
    line, column = opened[-1] if opened else (scene.since_line, scene.since_column)
    bracket = scene.lines[line][column - 1 : column]
    if bracket not in _CLOSES:
        return None
    cut = _comment(scene, line, column)
    if cut is not None:
        return cut
    if _ends_before(scene, line):
        return _unclosed(scene, line, column, bracket)
    return _comma_above(scene, line) or _inside(scene, bracket, line, column)


def _closes_nothing(scene: Scene) -> Diagnostic | None:
    if scene.char not in {"]", "}", ","} or not scene.char:
        return None
    before = scene.here[: scene.column - 1].rstrip()
    if scene.char == "," or before.endswith((":", "-")):
        return None
    return error(
        "invalid-yaml",
        scene.point(scene.line, scene.column),
        msg("`{bracket}` closes nothing here", bracket=scene.char),
        msg("delete it, or open the bracket before"),
    )


def _goes_on(scene: Scene) -> Diagnostic | None:
    """`title: [sic] hola`."""
    before = scene.here[: scene.column - 1].rstrip()
    if "expected key" not in scene.problem or not before.endswith(("]", "}")):
        return None
    rest = scene.here[scene.column - 1 :].strip()
    return error(
        "invalid-yaml",
        scene.point(scene.line, scene.column, max(1, len(rest))),
        msg("the text goes on after `{bracket}`: `{rest}`", bracket=before[-1], rest=rest),
        msg("a text that begins with `[` or `{` needs quotes"),
    )


def _ends_before(scene: Scene, line: int) -> bool:
    """True when the file, or a line that plainly belongs to the outside, comes before the bracket is closed."""
    if not scene.text[scene.index :].strip():
        return True
    outside = indent(scene.lines[line])
    return any(
        indent(said) <= outside and (KEY.match(said) or _ITEM.match(said))
        for said in scene.lines[line + 1 : scene.line + 1]
    )


def _unclosed(scene: Scene, line: int, column: int, bracket: str) -> Diagnostic:
    return error(
        "invalid-yaml",
        scene.point(line, column),
        msg("the `{bracket}` that opens here is never closed", bracket=bracket),
        msg("write `{bracket}` where it ends", bracket=_CLOSES[bracket]),
    )


def _comment(scene: Scene, line: int, column: int) -> Diagnostic | None:
    """A `#` that makes a comment of the rest of the line, closing bracket and all."""
    for number in range(line, scene.line + 1):
        said = scene.lines[number]
        found = _COMMENT.search(said, column if number == line else 0)
        if (
            found
            and not _within_quotes(scene, number, found.start() + 1)
            and any(mark in said[found.end() :] for mark in "]},")
        ):
            return error(
                "invalid-yaml",
                scene.point(number, found.start() + 2),
                msg("`#` begins a comment, so the rest of this line is not read"),
                msg("put the text that holds `#` in quotes"),
            )
    return None


def _within_quotes(scene: Scene, line: int, column: int) -> bool:
    return any((q.line, q.column) <= (line, column) < (q.end_line, q.end_column) for q in scene.tokens[0])


def _comma_above(scene: Scene, line: int) -> Diagnostic | None:
    """A line within brackets that ends without a comma, before a line with the next key."""
    above = scene.before(scene.line)
    if scene.char != ":" or above < line:
        return None
    said = scene.lines[above].rstrip()
    key = scene.here[: scene.column - 1].strip()
    if said.endswith((",", "[", "{")) or not _WORD.fullmatch(key):
        return None
    return error(
        "invalid-yaml",
        scene.point(above, len(said) + 1),
        msg("a comma is missing before `{text}`", text=key),
        msg("end the line with a comma"),
    )


def _inside(scene: Scene, bracket: str, line: int, column: int) -> Diagnostic | None:
    rest = scene.here[scene.column - 1 :].strip()
    place = scene.point(scene.line, scene.column)
    if scene.char in {"]", "}"} and scene.char != _CLOSES[bracket]:
        if scene.line > line:
            return _unclosed(scene, line, column, bracket)
        return error(
            "invalid-yaml",
            place,
            msg("`{bracket}` is closed by `{other}`", bracket=bracket, other=scene.char),
            msg("write `{bracket}` here", bracket=_CLOSES[bracket]),
        )
    if scene.char in _OUT_OF_PLACE:
        message, hint = _OUT_OF_PLACE[scene.char]
        return error("invalid-yaml", place, message, hint)
    if scene.char == "-" and _ITEM.match(rest):
        return error(
            "invalid-yaml",
            place,
            msg("a dash makes no list item within `{bracket}`", bracket=bracket),
            msg("separate the items by commas, without dashes"),
        )
    if "expected ',' or" not in scene.problem or not rest:
        return None
    return error(
        "invalid-yaml",
        place,
        msg("a comma is missing before `{text}`", text=rest),
        msg("separate what stands in brackets by commas"),
    )
