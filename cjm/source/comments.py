"""`# cjm: ignore[rule] reason` in comments, which only the place tells from the same words in a text."""

import re
from collections.abc import Iterator

from cjm.diagnostics import Span
from cjm.source.values import Mapping, Node, Scalar, Suppression

_COMMENT = re.compile(r"#[ \t]*cjm:[ \t]*ignore(?![\w-])[ \t]*(?:\[(?P<rules>[^\]\r\n]*)\][ \t]*)?(?P<reason>[^\r\n]*)")
_RULE = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)*")


def suppressions(text: str, root: Node) -> tuple[Suppression, ...]:
    """Those of the file, in its order; without brackets or with empty ones, `rules` is empty."""
    if not _COMMENT.search(text):
        return ()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    scalars = _by_line(root)
    return tuple(
        _suppression(lines, number, found)
        for number, line in enumerate(lines, 1)
        for found in _COMMENT.finditer(line)
        if not line[: found.start()].rstrip(" \t") == line[: found.start()] != ""
        and not any(_covers(scalar, number, found.start() + 1) for scalar in scalars.get(number, ()))
    )


def _suppression(lines: list[str], number: int, found: re.Match[str]) -> Suppression:
    alone = not lines[number - 1][: found.start()].strip()
    rules = tuple(
        (rule[0], Span(number, at + 1, number, at + 1 + len(rule[0])))
        for rule in _RULE.finditer(found["rules"] or "")
        for at in (found.start("rules") + rule.start(),)
    )
    end = found.start() + len(found[0].rstrip())
    place = Span(number, found.start() + 1, number, end + 1)
    return Suppression(_next(lines, number) if alone else number, rules, found["reason"].strip(), place)


def _next(lines: list[str], number: int) -> int:
    """The first line after `number` that says something, else `number`."""
    for later, line in enumerate(lines[number:], number + 1):
        said = line.strip()
        if said and not said.startswith("#"):
            return later
    return number


def _by_line(root: Node) -> dict[int, list[Scalar]]:
    """The scalars that a `#` may be part of, by each line that they touch."""
    found: dict[int, list[Scalar]] = {}
    for scalar in _scalars(root):
        if "#" in scalar.text:
            for line in range(scalar.line, scalar.end_line + 1):
                found.setdefault(line, []).append(scalar)
    return found


def _scalars(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Mapping):
            for entry in node.entries:
                waiting += entry
        else:
            waiting += node.items


def _covers(scalar: Scalar, line: int, column: int) -> bool:
    return (scalar.line, scalar.column) <= (line, column) < (scalar.end_line, scalar.end_column)
