"""What is worked out from a whole, kept for as long as the same whole is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

Found = TypeVar("Found")


class Kept(Generic[Found]):
    """What was found in the whole that was last looked at: many rules ask for the same, one after the other."""

    __slots__ = ("_find", "_found", "_whole")

    def __init__(self, find: Callable[[Any], Iterable[Found]]) -> None:
        self._find = find
        self._whole: object = None
        self._found: tuple[Found, ...] = ()

    def __call__(self, whole: object) -> tuple[Found, ...]:
        """What is found in the whole."""
        if whole is not self._whole:
            self._whole, self._found = whole, tuple(self._find(whole))
        return self._found
