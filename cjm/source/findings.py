"""The findings of this room: always errors, always at a place."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from cjm.diagnostics import Diagnostic, Message, Related, Severity, Span

Report: TypeAlias = Callable[[Diagnostic], None]


class Mark(Protocol):
    """A place as libyaml counts it: from 0."""

    index: int
    line: int
    column: int


class Refused(Exception):  # noqa: N818 - it carries a finding and never leaves the room
    """The text cannot be read any further."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def error(
    rule: str, place: Span, message: Message, hint: Message | None = None, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """An error; the file's name is put in by `read`."""
    return Diagnostic(rule, Severity.ERROR, message, "", place, hint=hint, related=related)


def between(first: Mark, last: Mark) -> Span:
    """The place between two marks."""
    return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)
