"""A progress bar for what takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TypeVar

Item = TypeVar("Item")
PATIENCE = 1.0


def tracked(items: Iterable[Item], total: int, *, quiet: bool = False) -> Iterator[Item]:
    """The items, with a bar on standard error once a second has passed."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    start = time.monotonic()
    iterator = iter(items)
    for done, item in enumerate(iterator, 1):
        yield item
        if time.monotonic() - start > PATIENCE and done < total:
            yield from _with_bar(iterator, done, total)
            return


def _with_bar(items: Iterator[Item], done: int, total: int) -> Iterator[Item]:
    from rich.console import Console  # noqa: PLC0415 - only long runs on a terminal need it
    from rich.progress import Progress  # noqa: PLC0415 - as above

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, completed=done)
        for item in items:
            yield item
            progress.advance(task)


@contextmanager
def stages(*, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Gives what to tell of the stage that a long run is in; after a second a bar on standard error shows it."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = BarColumn(pulse_style="cyan"), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("", total=None)
    late = Timer(PATIENCE, progress.start)
    late.daemon = True
    late.start()
    try:
        yield lambda what: progress.update(task, description=what)
    finally:
        late.cancel()
        late.join()
        if progress.live.is_started:
            progress.stop()
