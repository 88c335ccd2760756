"""Taking rules out of the comments that silence them."""

from __future__ import annotations

from cjm.diagnostics import Edit, Fix, Span
from cjm.source.lines import Lines
from cjm.source.values import Suppression


def without_rule(text: str, comment: Suppression, name: Span) -> Fix:
    """The comment without one of its rules; where that is its only one, the line without the comment."""
    places = [place for _, place in comment.rules]
    if len(places) > 1:
        return Fix((Edit(_with_comma(places, places.index(name)), ""),), keeps=True)
    lines = Lines(text)
    start = lines.offset(comment.span.line, comment.span.column)
    begin = lines.offset(comment.span.line, 1)
    before = text[begin:start]
    if before.strip():
        column = len(before.rstrip(" \t")) + 1
        return Fix((Edit(comment.span._replace(column=column), ""),), keeps=True)
    end = lines.offset(*comment.span[2:])
    last = end >= len(text.rstrip("\r\n"))
    until = comment.span[2:] if last else (comment.span.line + 1, 1)
    return Fix((Edit(Span(comment.span.line, 1, *until), ""),), keeps=True)


def _with_comma(places: list[Span], number: int) -> Span:
    """A name in a list, with the comma that parted it from the next, or from the one before."""
    if number + 1 < len(places):
        following = places[number + 1]
        return Span(*places[number][:2], *following[:2])
    return Span(*places[number - 1][2:], *places[number][2:])
