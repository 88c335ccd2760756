"""`# cjm: ignore[rule] reason until 2027-01-31` in comments, which only the place tells from such words in a text."""

import re
from collections.abc import Iterator

from cjm.diagnostics import Span
from cjm.source.values import Mapping, Node, Scalar, Suppression

_COMMENT = re.compile(r"#[ \t]*cjm:[ \t]*ignore(?![\w-])[ \t]*(?:\[(?P<rules>[^\]\r\n]*)\][ \t]*)?(?P<reason>[^\r\n]*)")
_RULE = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)*")
_MONTH = r"(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic)[^\W\d_]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|º|°)?"
_UNTIL = re.compile(
    r"\b(?:until|hasta|até|jusqu['’]?(?:au|à)?)[ \t]*:?[ \t]*(?:(?:the|el|le|o|ao)[ \t]+)?"
    rf"(?P<day>\d+[-/.]\d+(?:[-/.]\d+)*|{_DAY}[ \t]+(?:of[ \t]+|de[ \t]+)?{_MONTH}(?:[ \t]+(?:de[ \t]+|del[ \t]+)?\d+)?"
    rf"|{_MONTH}[ \t]+(?:de[ \t]+|del[ \t]+)?{_DAY}(?:,?[ \t]+\d+)?|\d{{4}})(?![\w])",
    re.IGNORECASE,
)
"""What was meant as a day, well written or not; `until launch` and `until 3 have answered` are words."""


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
    return Suppression(
        _next(lines, number) if alone else number, rules, found["reason"].strip(), place, _until(found, number)
    )


def _until(found: re.Match[str], line: int) -> tuple[str, Span] | None:
    """The last day that a reason gives; a comment may speak of others before it."""
    given = [*_UNTIL.finditer(found["reason"])]
    if not given:
        return None
    at = found.start("reason") + given[-1].start("day") + 1
    day = given[-1]["day"]
    return day, Span(line, at, line, at + len(day))


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
