"""What no other look has an explanation for: libyaml's own problem, without its jargon."""

from cjm.diagnostics import Diagnostic, msg
from cjm.source.findings import error
from cjm.source.slips.scene import Scene, indent

_HINT = msg("compare the line with its neighbours: spaces at its beginning, colons, quotes, brackets")


def in_other_words(scene: Scene) -> Diagnostic:
    """A finding at the place where reading stopped."""
    line, column = scene.line, scene.column
    while line > 1 and not scene.lines[line].strip():
        line, column = line - 1, len(scene.lines[line - 1]) + 1
    place = scene.point(line, column)
    rest = scene.lines[line][column - 1 :].strip()
    if "<document start>" in scene.problem:
        return _outside(scene)
    if "expected key" in scene.problem:
        return error("invalid-yaml", place, msg("a key with a colon is expected here, not `{text}`", text=rest), _HINT)
    if "'-' indicator" in scene.problem:
        return error(
            "invalid-yaml", place, msg("a list item with a dash is expected here, not `{text}`", text=rest), _HINT
        )
    if "mapping values" in scene.problem:
        return error(
            "invalid-yaml", place, msg("a colon cannot stand here"), msg("put the text that holds it in quotes")
        )
    if "block sequence entries" in scene.problem:
        return error("invalid-yaml", place, msg("a list item cannot stand here"), _HINT)
    return error("invalid-yaml", place, msg("this cannot be read: `{text}`", text=rest), _HINT)


def _outside(scene: Scene) -> Diagnostic:
    """The file seems to be over, mostly because its first lines are indented and this one is not."""
    lines = scene.lines
    first = next((n for n, said in enumerate(lines) if said.strip() and not said.lstrip().startswith(("#", "---"))), 0)
    own, wanted = indent(lines[first]), indent(scene.here)
    line, neighbour = first, scene.line
    if own <= wanted or not first < scene.line:
        rest = scene.here[scene.column - 1 :].strip()
        message = msg("the text above is complete, and `{text}` does not belong to it", text=rest)
        return error("invalid-yaml", scene.point(scene.line, scene.column), message, _HINT)
    if _count(lines[first : scene.line], own) > _count(lines[scene.line :], wanted):
        line, neighbour, own, wanted = scene.line, first, wanted, own
    return error(
        "invalid-yaml",
        scene.point(line, own + 1),
        msg("this line begins in column {own}, and its neighbours in column {wanted}", own=own + 1, wanted=wanted + 1),
        msg(
            "begin it in column {column}, in line with `{neighbour}`",
            column=wanted + 1,
            neighbour=lines[neighbour].strip(),
        ),
    )


def _count(lines: list[str], column: int) -> int:
    return sum(indent(said) == column for said in lines if said.strip())
