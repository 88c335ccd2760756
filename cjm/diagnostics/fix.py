"""What would mend a finding: a text put in the place of another, where only one answer is right."""

from typing import NamedTuple

from cjm.diagnostics.span import Span


class Edit(NamedTuple):
    """`text` in the place of a span, which may be empty. Its line breaks become those of the file."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all are made or none. `keeps` promises that the journey stays what it was."""

    edits: tuple[Edit, ...]
    keeps: bool = False
