"""Colons: one too many in a sentence, one that lacks its space, one that is not there."""

import re

from cjm.diagnostics import Diagnostic, Message, msg
from cjm.source.findings import error
from cjm.source.slips.scene import KEY, Scene, indent, key_of, value_of

_GLUED = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[^\s:#\"'\[{][^:#\"'\[{]*):(?P<value>(?!//)[^\s:].*)$")
_WORD = re.compile(r"[^\W\d][\w-]*$")
_LONGEST_KEY = 1024
_EXPECTED = "could not find expected ':'"
_NOT_ALLOWED = "mapping values are not allowed"


def colon_slip(scene: Scene) -> Diagnostic | None:
    """A colon within a text, or without the space after it."""
    if _NOT_ALLOWED in scene.problem:
        return _long_key(scene, scene.column) or _second_colon(scene) or _above(scene)
    if "found unexpected ':'" in scene.problem:
        return _needs_space(scene, scene.line, scene.column, scene.here)
    return None


def missing_colon_slip(scene: Scene) -> Diagnostic | None:
    """`persona laura` among keys."""
    if _EXPECTED not in scene.problem:
        return _cut_by_comment(scene, scene.line) if scene.at_first and not key_of(scene.here) else None
    said = scene.lines[scene.since_line]
    too_long = _long_key(scene, len(said) - scene.since_column)
    return too_long or _cut_by_comment(scene, scene.since_line) or _no_colon(scene, scene.since_line)


def _long_key(scene: Scene, length: int) -> Diagnostic | None:
    line = scene.since_line
    if length <= _LONGEST_KEY or not re.search(r":(?:\s|$)", scene.lines[line]):
        return None
    start = indent(scene.lines[line]) + 1
    return error(
        "invalid-yaml",
        scene.point(line, start),
        msg("a key is longer than {limit} characters", limit=_LONGEST_KEY),
        msg("write a short key, and the long text after the colon; a text with a colon needs quotes"),
    )


def _second_colon(scene: Scene) -> Diagnostic | None:
    """`title: Compra: online`, also when the sentence began on a line above."""
    before = scene.here[: scene.column - 1]
    key = KEY.match(before)
    above = scene.before(scene.line)
    if key is not None:
        text = scene.here[key.end() :].strip()
        return _in_sentence(
            scene, msg('put the text in quotes: `{key}: "{text}"`', key=key["key"], text=text.replace('"', "'"))
        )
    goes_on = above and value_of(scene.lines[above]) and indent(scene.here) > indent(scene.lines[above])
    if goes_on and not _WORD.match(before.strip()) and not before.strip().startswith("-"):
        return _in_sentence(scene, msg("put the whole text in quotes, from its first word to its last"))
    return None


def _in_sentence(scene: Scene, hint: Message) -> Diagnostic:
    return error(
        "invalid-yaml",
        scene.point(scene.line, scene.column),
        msg("a colon followed by a space stands inside a text"),
        hint,
    )


def _above(scene: Scene) -> Diagnostic | None:
    """The line above is no key, so libyaml took this one for the rest of it."""
    above = scene.before(scene.line)
    if above and scene.here.lstrip().startswith("- ") and indent(scene.here) > indent(scene.lines[above]):
        return _list_below(scene, above)
    if not above or key_of(scene.lines[above]) or not scene.here[: scene.column - 1].strip():
        return None
    said = scene.lines[above]
    if _GLUED.match(said):
        return _no_colon(scene, above)
    return _no_colon(scene, above)


def _list_below(scene: Scene, above: int) -> Diagnostic | None:
    """`stages: a` with a list under it."""
    key, value = key_of(scene.lines[above]), value_of(scene.lines[above])
    if not value or scene.lines[above].lstrip().startswith("- "):
        return None
    return error(
        "invalid-yaml",
        scene.point(scene.line, indent(scene.here) + 1),
        msg("a list stands under `{key}`, which has a value already: `{value}`", key=key, value=value),
        msg("delete `{value}`, or give the list a key of its own", value=value),
    )


def _no_colon(scene: Scene, line: int) -> Diagnostic | None:
    said = scene.lines[line]
    found = _GLUED.match(said)
    if found:
        return _needs_space(scene, line, found.end("key") + 1, said)
    text = said.strip()
    dash = re.match(r"(?:-[ ]+)*", text)
    item = text[dash.end() :] if dash else text
    start = len(said) - len(said.lstrip()) + len(text) - len(item) + 1
    first, _, rest = item.partition(" ")
    sign = next((mark for mark in ("=", "\uff1a") if mark in item), "")
    if item.startswith(("//", "/*", "<!--", "--")):
        hint = msg("begin the comment with `#`")
        return error(
            "invalid-yaml",
            scene.point(line, start, len(item)),
            msg("this line has no colon, and is no comment either"),
            hint,
        )
    if sign:
        at = said.index(sign) + 1
        hint = msg("write `{key}: {value}`", key=item.partition(sign)[0].strip(), value=item.partition(sign)[2].strip())
        return error(
            "invalid-yaml", scene.point(line, at), msg("`{sign}` stands where a colon should", sign=sign), hint
        )
    if rest:
        hint = msg(
            "write `{key}: {value}`; if the line goes on with the text above, indent it further", key=first, value=rest
        )
    else:
        hint = msg("write `{key}: …`", key=first)
    return error(
        "invalid-yaml",
        scene.point(line, start, len(item)),
        msg("this line has no colon between a key and its value"),
        hint,
    )


def _needs_space(scene: Scene, line: int, column: int, said: str) -> Diagnostic:
    found = _GLUED.match(said)
    hint = (
        msg("write `{key}: {value}`", key=found["key"], value=found["value"].strip())
        if found
        else msg("write a space after it")
    )
    return error("invalid-yaml", scene.point(line, column), msg("a colon needs a space after it"), hint)


def _cut_by_comment(scene: Scene, line: int) -> Diagnostic | None:
    """A sentence over two lines, of which the first holds a `#`."""
    above = scene.before(line)
    at = scene.lines[above].find(" #") if above else -1
    if at < 0 or not value_of(scene.lines[above]) or indent(scene.lines[line]) <= indent(scene.lines[above]):
        return None
    return error(
        "invalid-yaml",
        scene.point(above, at + 2),
        msg("`#` begins a comment, so the text ends before it"),
        msg("put the whole text in quotes"),
    )
