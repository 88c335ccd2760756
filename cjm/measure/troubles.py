"""What cannot be measured, in words for whoever asked."""

from __future__ import annotations

from cjm.diagnostics import Message, say


class MeasureError(Exception):
    """A source, a column or an option that cannot be used: what is wrong, and what to do about it."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(say(message))
        self.message = message
        self.hint = hint
