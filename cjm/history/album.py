"""Snapshots of many versions: each content read once, by several processes where there is enough to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cjm.diff.git import Blobs
from cjm.history.snapshot import Snapshot, take
from cjm.history.versions import Version
from cjm.project import processors

WORTH_A_PROCESS = 600_000
"""Bytes of journeys from which on a second process earns what it costs."""

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
    work = [_job(each, contents) for each in jobs.values()]
    taken = dict(zip(jobs, _run(work), strict=True))
    return [Shot(each, taken.get(_key(each))) for each in every]


def _key(version: Version) -> tuple[str, str, date]:
    return version.blob, version.project, version.commit.day


def _job(version: Version, contents: Blobs) -> Job:
    project = contents.read(version.project) if version.project else None
    return contents.read(version.blob), project, version.commit.day


def _run(work: Sequence[Job]) -> Iterator[Snapshot | None]:
    count = min(processors(), len(work) // _CHUNK + 1)
    if count < 2 or sum(len(content) for content, _, _ in work) < WORTH_A_PROCESS:  # noqa: PLR2004 - one is this one
        yield from map(_taken, work)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than a short history takes

    with ProcessPoolExecutor(count) as pool:
        yield from pool.map(_taken, work, chunksize=_CHUNK)


def _taken(job: Job) -> Snapshot | None:
    return take(*job)
