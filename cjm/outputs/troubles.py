"""What can keep a file from being made, said so that whoever asked for it can mend it."""

from __future__ import annotations

from cjm.diagnostics import Message, say


class OutputError(Exception):
    """A file cannot be made; `hint` says what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(say(message))
        self.message = message
        self.hint = hint
