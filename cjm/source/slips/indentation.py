"""Lines that begin in the wrong column, and dashes that stick to their word."""

import re
from collections.abc import Iterator

from cjm.diagnostics import Diagnostic, msg
from cjm.source.findings import error
from cjm.source.slips.scene import KEY, Scene, indent, key_of

_GLUED_DASH = re.compile(r"[ ]*(?:-[ ]+)*(?P<dash>-)(?P<item>[^\W\d][^:]*:(?:\s|$).*|[^\W\d].*)")
_BLOCK_TEXT = re.compile(r".*(?:[:-]|^)[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")
_DASHES = re.compile(r"[ ]*((?:-[ ]+|-$)*)")
_FURTHEST = 2000


def dash_slip(scene: Scene) -> Diagnostic | None:
    """`-name: a` among list items, and a list that begins behind its key."""
    for line in dict.fromkeys((scene.line, scene.since_line, scene.before(scene.line))):
        found = _GLUED_DASH.match(scene.lines[line])
        if found and "flow" not in scene.context:
            return error(
                "invalid-yaml",
                scene.point(line, found.start("dash") + 1),
                msg("a list item needs a space after the dash"),
                msg("write `- {item}`", item=found["item"].strip()),
            )
    if "block sequence entries are not allowed" in scene.problem and not scene.at_first:
        return error(
            "invalid-yaml",
            scene.point(scene.line, scene.column),
            msg("a list cannot begin on the line of its key"),
            msg("begin the list on the next line; a text that begins with a dash needs quotes"),
        )
    return None


def block_text_slip(scene: Scene) -> Diagnostic | None:
    """A line of a text after `|` or `>` that is indented less than the text's first line."""
    line = scene.since_line if "simple key" in scene.context else scene.line
    column = indent(scene.lines[line])
    first = 0
    for above in range(line - 1, max(0, line - _FURTHEST), -1):
        said = scene.lines[above]
        if not said.strip():
            continue
        if _BLOCK_TEXT.match(said):
            if not first and column <= indent(said):
                first = above
            break
        if indent(said) <= column:
            return None
        first = above
    else:
        return None
    if not first or (KEY.match(scene.lines[line]) and column <= indent(scene.lines[above])):
        return None
    wanted = indent(scene.lines[first]) if first != above else indent(scene.lines[above]) + 2
    return error(
        "invalid-yaml",
        scene.point(line, column + 1),
        msg("this line of the text is indented less than the text's first line"),
        msg("indent it by {wanted} spaces", wanted=wanted),
    )


def indentation_slip(scene: Scene) -> Diagnostic | None:
    """A key or list item that is not in line with its neighbours."""
    if "flow" in scene.context or "<document start>" in scene.problem:
        return None
    said, own = scene.here, indent(scene.here)
    item = said.lstrip().startswith("- ") or said.strip() == "-"
    levels = list(_levels(scene, scene.line))
    if any(level[:2] == (own, not item) for level in levels) and not any(level[:2] == (own, item) for level in levels):
        return _mixed(scene, own, item=item)
    levels = [level for level in levels if level[1] == item and level[0] != own]
    if not levels or not (item or key_of(said)):
        return None
    wanted, _, sample = min(levels, key=lambda level: abs(level[0] - own))
    line = scene.line
    odd_one_out = _followers(scene, own, item=item) > 1 or (wanted % 2 == 1 and own % 2 == 0)
    if odd_one_out and _alone(scene, wanted, sample, item=item):
        line, own, wanted = sample, wanted, own
    neighbour = scene.lines[sample if line != sample else scene.line].strip()
    return error(
        "invalid-yaml",
        scene.point(line, own + 1),
        msg("this line begins in column {own}, and its neighbours in column {wanted}", own=own + 1, wanted=wanted + 1),
        msg("begin it in column {column}, in line with `{neighbour}`", column=wanted + 1, neighbour=neighbour),
    )


def _mixed(scene: Scene, own: int, *, item: bool) -> Diagnostic | None:
    """Keys and list items in one column."""
    if "expected" not in scene.problem or not (item or key_of(scene.here)):
        return None
    place = scene.point(scene.line, own + 1)
    if item:
        hint = msg("indent it, if it belongs to the key above; keys and list items cannot stand in one column")
        return error("invalid-yaml", place, msg("a list item stands among keys"), hint)
    hint = msg("begin it in column {column}, if it belongs to the list item above", column=own + 3)
    return error("invalid-yaml", place, msg("a key stands among list items"), hint)


def _levels(scene: Scene, line: int) -> Iterator[tuple[int, bool, int]]:
    """The columns in which keys and list items above stand that are still open: column, is it an item, line."""
    lowest = 1 << 30
    for above in range(line - 1, max(0, line - _FURTHEST), -1):
        said = scene.lines[above]
        if not said.strip() or said.lstrip().startswith("#"):
            continue
        columns = _columns(said)
        yield from ((column, item, above) for column, item in columns if column < lowest)
        lowest = min([lowest, *(column for column, _ in columns)])
        if not lowest:
            return


def _columns(said: str) -> list[tuple[int, bool]]:
    """Where a line's dashes and its key begin."""
    dashes = _DASHES.match(said)
    end = dashes.end() if dashes else 0
    found = [(at, True) for at in range(end) if said[at] == "-"]
    return [(end, False), *reversed(found)] if KEY.match(said) else found[::-1]


def _followers(scene: Scene, own: int, *, item: bool) -> int:
    """How many lines from here on begin in the same column, until one begins before it."""
    count = 0
    for said in scene.lines[scene.line : scene.line + _FURTHEST]:
        if not said.strip():
            continue
        if indent(said) < own:
            break
        count += indent(said) == own and said.lstrip().startswith("-") == item
    return count


def _alone(scene: Scene, column: int, line: int, *, item: bool) -> bool:
    """True when the line above is the only one of its kind in its column, after a line that is further out."""
    for above in range(line - 1, 0, -1):
        said = scene.lines[above]
        if not said.strip():
            continue
        if indent(said) < column:
            return True
        if (column, item) in _columns(said):
            return False
    return True
