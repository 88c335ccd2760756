"""Characters that do not belong: control codes, tabs and odd spaces where spaces indent, a merge conflict's marks."""

import re

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.findings import error
from cjm.source.slips.scene import Scene

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile(r"[ ]*(?:-[ ]*)*\t")
_ODD_SPACE = re.compile(r"[ ]*(?:-[ ]*)*(?P<space>[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
_ODD_AFTER = re.compile(r"[^:#]*:(?P<space>[\u00a0\u2000-\u200b\u202f\u205f\u3000])")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_FURTHEST = 200


def unreadable_character(text: str) -> Diagnostic:
    """The first character that no YAML file may hold."""
    found = _UNREADABLE.search(text)
    at = found.start() if found else 0
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return error(
        "invalid-yaml",
        Span(line, column, line, column + 1),
        msg("a control character stands here ({code})", code=f"U+{ord(found[0]):04X}" if found else "?"),
        msg("delete it: it cannot be seen, and often comes from copying out of another program"),
    )


def conflict_slip(scene: Scene) -> Diagnostic | None:
    """`<<<<<<< HEAD`."""
    for line in _around(scene):
        if _CONFLICT.match(scene.lines[line]):
            return error(
                "invalid-yaml",
                scene.point(line, 1, 7),
                msg("git left a merge conflict here"),
                msg("keep one of the two sides, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`"),
            )
    return None


def space_slip(scene: Scene) -> Diagnostic | None:
    """A tab, or a space from another program, where only spaces indent."""
    for line in _around(scene):
        said = scene.lines[line]
        found = _TAB.match(said)
        if found and (said.strip() or line == scene.line):
            return error(
                "invalid-yaml",
                scene.point(line, found.end()),
                msg("a tab stands here, and YAML indents with spaces only"),
                msg("replace the tab by spaces, two for each level"),
            )
        odd = _ODD_SPACE.match(said) or _ODD_AFTER.match(said)
        if odd:
            return error(
                "invalid-yaml",
                scene.point(line, odd.start("space") + 1),
                msg(
                    "a special space ({code}) stands here, and YAML knows only the common one",
                    code=f"U+{ord(odd['space']):04X}",
                ),
                msg("replace it by a common space; it often comes from copying out of a web page or a document"),
            )
    return None


def _around(scene: Scene) -> range:
    first = max(1, scene.before(scene.line))
    if not scene.context.endswith(("block mapping", "block collection")):  # those began far above
        first = min(first, scene.since_line)
    return range(max(first, scene.line - _FURTHEST), scene.line + 1)
