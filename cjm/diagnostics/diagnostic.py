"""What is wrong, where, and what to do about it."""

from dataclasses import dataclass
from typing import NamedTuple

from cjm.diagnostics.fix import Fix
from cjm.diagnostics.message import Message
from cjm.diagnostics.severity import Severity
from cjm.diagnostics.span import Span


class Related(NamedTuple):
    """A second place that a finding speaks of; `file` is empty when it is the finding's own."""

    message: Message
    span: Span
    file: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `path` is the way to the value in the file: `stages[2].touchpoints[0].emotion`.

    `way` is the same by ids and names, where it is known: `stages[buying].touchpoints[cart].emotion`.
    `fix` mends it, where one answer alone is right.
    """

    rule: str
    severity: Severity
    message: Message
    file: str
    span: Span
    path: str = ""
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    way: str = ""
    fix: Fix | None = None

    @property
    def place(self) -> tuple[str, Span, str]:
        """What findings are ordered by: file, place, rule."""
        return (self.file, self.span, self.rule)
