"""Snapshots of many versions: each content read once, by several processes where there is enough to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from cjm.diff.git import Blobs
from cjm.history.pieces import Pieces
from cjm.history.snapshot import Snapshot, take
from cjm.history.versions import Version
from cjm.project import processors

WORTH_A_PROCESS = 600_000
"""Bytes of journeys from which on a second process earns what it costs."""
TOO_MUCH_AT_ONCE = 100_000_000

_CHUNK = 24

Job = tuple[bytes, bytes | None, date]


class Shot(NamedTuple):
    """A version with its snapshot, None where it could not be read or was gone."""

    version: Version
    snapshot: Snapshot | None

    @property
    def is_unread(self) -> bool:
        """Whether there was a file, and no journey could be made out in it."""
        return bool(self.version.blob) and self.snapshot is None


def album(versions: Iterable[Version], contents: Blobs) -> list[Shot]:
    """The snapshot of each version, in their order."""
    every = list(versions)
    jobs = {_key(each): each for each in every if each.blob}
    size = len(contents.read(next(iter(jobs.values())).blob)) * len(jobs) if jobs else 0
    taken = dict(zip(jobs, _run([*jobs.values()], size, contents), strict=True))
    return [Shot(each, taken.get(_key(each))) for each in every]


def _key(version: Version) -> tuple[str, str, date]:
    return version.blob, version.project, version.commit.day


def _job(version: Version, contents: Blobs) -> Job:
    project = contents.read(version.project) if version.project else None
    return contents.read(version.blob), project, version.commit.day


def _run(versions: Sequence[Version], size: int, contents: Blobs) -> Iterator[Snapshot | None]:
    """The snapshots; `size` is about how many bytes all are, which processes are handed at once."""
    work = (_job(each, contents) for each in versions)
    count = min(processors(), len(versions) // _CHUNK + 1)
    if count < 2 or not WORTH_A_PROCESS <= size <= TOO_MUCH_AT_ONCE:  # noqa: PLR2004 - one process is this one
        pieces = Pieces()
        yield from (take(*each, pieces) for each in work)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than a short history takes

    with ProcessPoolExecutor(count) as pool:
        yield from chain.from_iterable(pool.map(_taken, _chunks(work)))


def _chunks(work: Iterator[Job]) -> Iterator[list[Job]]:
    """Neighbours together: one tells most of the next."""
    while chunk := [*islice(work, _CHUNK)]:
        yield chunk


def _taken(jobs: Sequence[Job]) -> list[Snapshot | None]:
    pieces = Pieces()
    return [take(*each, pieces) for each in jobs]
