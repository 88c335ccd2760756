"""How long a run takes, step by step and rule by rule: the one place where a run is held against a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

from cjm.diagnostics import Translate, msg, say
from cjm.reports.cells import width

Found = TypeVar("Found")
STEPS = {
    "read": msg("reading YAML"),
    "build": msg("building journeys"),
    "rules": msg("judging each by the rules"),
}
"""Steps by the names that they are measured under; everything else is a rule."""


class Profile:
    """Sums up how long each step and each rule took, in one process."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}

    def timed(self, name: str, work: Callable[[], Found], /) -> Found:
        """Do the work and remember how long it took."""
        start = perf_counter()
        found = work()
        self._spent[name] = self._spent.get(name, 0.0) + perf_counter() - start
        return found

    def print(self, files: int, translate: Translate) -> None:
        """Write the table to standard error: the steps in their order, then the rules, the longest first."""
        steps = [(say(named, translate), self._spent.get(step, 0.0)) for step, named in STEPS.items()]
        rules = [(name, spent) for name, spent in self._spent.items() if name not in STEPS]
        rules.sort(key=lambda rule: -rule[1])
        widest = max(width(name) for name, _ in (*steps, *rules))
        whole = sum(spent for _, spent in steps) or 1.0
        for table in (steps, rules):
            for name, spent in table:
                each = spent * 1_000_000 / max(files, 1)
                padded = name + " " * (widest - width(name))
                print(f"{padded}  {spent * 1000:>9.2f} ms  {each:>8.1f} µs  {spent / whole:>6.1%}", file=sys.stderr)
            print(file=sys.stderr)
        print(say(msg("each line: in all, for each file, part of the steps together"), translate), file=sys.stderr)
