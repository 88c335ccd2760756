"""Many files at once: what is cached is not judged again, and processes share the rest when there is enough of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm import __version__
from cjm.checks.packing import Packed, pack, unpack
from cjm.checks.policy import Policy
from cjm.checks.run import Examined, Timed, examine, untimed
from cjm.model import Catalogue
from cjm.model.build import build_journey
from cjm.project import Cache, JourneyFile, bytes_of, digest
from cjm.source import read

WORTH_A_PROCESS = 600_000
"""Bytes of journeys from which on a second process earns what it costs."""

_CHUNK = 24


@dataclass(frozen=True, slots=True)
class Job:
    """One file to examine: its name, bytes and project."""

    label: str
    data: bytes
    catalogue: Catalogue
    language: str | None
    policy: Policy


Watch = Callable[[Iterable[Packed], int], Iterable[Packed]]
"""Lets somebody see how the work goes: passes on what it is given, and knows how much will come."""


def unwatched(work: Iterable[Packed], _total: int) -> Iterable[Packed]:
    """Passes the work on."""
    return work


def examine_files(  # noqa: PLR0913 - a run has these parts
    files: Sequence[JourneyFile],
    policies: Mapping[str, Policy],
    *,
    cached: bool,
    jobs: int,
    watch: Watch = unwatched,
    timed: Timed = untimed,
) -> tuple[Examined, ...]:
    """Examine every file under the policy of its project (by the project file's name), in the order given."""
    work = [_job(file, policies) for file in files]
    cache = Cache(_fingerprint(work, policies)) if cached and work else None
    contents = [digest(job.data) for job in work]
    found: dict[int, Packed] = {}
    if cache:
        for number, job in enumerate(work):
            known = cache.get(job.label, contents[number])
            if known is not None:
                found[number] = known
    fresh = [number for number in range(len(work)) if number not in found]
    results = watch(_run([work[number] for number in fresh], jobs, timed), len(fresh))
    for number, packed in zip(fresh, results, strict=True):
        found[number] = packed
        if cache:
            cache.put(work[number].label, contents[number], packed)
    if cache:
        cache.save()
    return tuple(unpack(found[number], job.label) for number, job in enumerate(work))


def _job(file: JourneyFile, policies: Mapping[str, Policy]) -> Job:
    data = bytes_of(file)
    settings = file.project.settings
    return Job(file.label, data, settings.catalogue, settings.language, policies[file.project.file])


def examine_job(job: Job, timed: Timed = untimed) -> Packed:
    """Read, build and judge one file."""
    document = timed("read", lambda: read(job.data, job.label))
    built = timed("build", lambda: build_journey(document, job.catalogue, job.language))
    return pack(timed("rules", lambda: examine(document, built, job.policy, timed)))


def _run(work: list[Job], jobs: int, timed: Timed) -> Iterator[Packed]:
    if timed is not untimed:  # other processes would keep what they measure
        return (examine_job(job, timed) for job in work)
    jobs = min(jobs, len(work) // _CHUNK + 1)
    if jobs < 2 or sum(len(job.data) for job in work) < WORTH_A_PROCESS:  # noqa: PLR2004 - one process is this one
        return map(examine_job, work)
    return _in_processes(work, jobs)


def _in_processes(work: list[Job], jobs: int) -> Iterator[Packed]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than a small run takes

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(examine_job, work, chunksize=_CHUNK)


def _fingerprint(work: list[Job], policies: Mapping[str, Policy]) -> bytes:
    said = [f"{name}\n{_described(policy)}" for name, policy in sorted(policies.items())]
    catalogues = {id(job.catalogue): repr((job.language, job.catalogue)) for job in work}
    return digest(*(each.encode("utf-8", "surrogatepass") for each in (*said, *sorted(catalogues.values()))), _code())


def _described(policy: Policy) -> str:
    return repr(
        (
            sorted(policy.active),
            policy.today,
            sorted(policy.severities.items()),
            sorted(policy.options.items()),
            policy.strict,
            sorted(policy.measurements.items()) if policy.measurements else (),
        )
    )


def _code() -> bytes:
    """Which version judges, and when its code was last changed: a cache outlives neither."""
    package = Path(__file__).parents[1]
    times = [
        entry.stat().st_mtime_ns
        for room in ("diagnostics", "source", "source/slips", "model", "edit", "checks")
        for entry in os.scandir(package / room)
        if entry.name.endswith(".py")
    ]
    return f"{__version__} {len(times)} {max(times)}".encode()
