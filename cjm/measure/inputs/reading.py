"""What every kind of source offers: its columns, and how SQL reads some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from cjm.diagnostics import Message
from cjm.model.measurement import SetAside


class Selection(NamedTuple):
    """`values` and `types` for the wanted columns, `origin` as FROM has it.

    `order` gives a row's place where the source knows it; else rows come out in the order of the source.
    """

    values: tuple[str, ...]
    types: tuple[str, ...]
    origin: str
    order: str | None = None


class Source(Protocol):
    """Files of one kind, opened; `label` is what the first of them is called."""

    label: str

    @property
    def columns(self) -> tuple[str, ...]:
        """What it has, in its order."""

    def select(self, wanted: Sequence[str]) -> Selection:
        """How to read some columns; null stands for those that it does not have."""

    def look_further(self) -> None:
        """Look for columns in the whole source, where only its beginning has been looked at."""

    def left_out(self) -> tuple[SetAside, ...]:
        """Rows that could not be read at all, known once the selection has been run."""

    def notes(self) -> tuple[Message, ...]:
        """What to say of how it was read."""
