"""One journey file drawn, in this process or in one beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cjm.cli.wanted import Wanted
from cjm.diagnostics import Diagnostic, Message, Severity, msg
from cjm.model import Journey
from cjm.outputs.draw import make
from cjm.outputs.troubles import OutputError
from cjm.project import JourneyFile, load_file, refusal
from cjm.views.picking import PickError, by_id

WORTH_A_PROCESS = 12
"""Journeys from which on a second process earns what it costs."""
_CHUNK = 4


@dataclass(frozen=True, slots=True)
class Job:
    """A file to draw, the findings that its report shows, and what was asked for."""

    file: JourneyFile
    findings: tuple[Diagnostic, ...]
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of it: `errors` of the file, a `refusal` with its hint, or `files` by their endings."""

    label: str
    id: str = ""
    stem: str = ""
    lanes: tuple[str, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    refusal: tuple[Message, Message | None] | None = None
    remarks: tuple[Message, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


def draw_each(work: Sequence[Job], jobs: int) -> Iterator[Drawn]:
    """All of them, in order. The first is drawn here, so that processes begin with everything loaded."""
    yield from map(draw_job, work[:1])
    rest = work[1:]
    jobs = min(jobs, len(work) // WORTH_A_PROCESS + 1)
    yield from map(draw_job, rest) if jobs < 2 else _in_processes(rest, jobs)  # noqa: PLR2004 - one process is this one


def _in_processes(work: Sequence[Job], jobs: int) -> Iterable[Drawn]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - costs more than a few pictures take

    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(draw_job, work, chunksize=_CHUNK)


def draw_job(job: Job) -> Drawn:
    """Load a file and draw its journey."""
    label = job.file.label
    try:
        document, built = load_file(job.file)
    except OSError as error:
        unreadable = msg("`{file}` cannot be used: {reason}", file=Path(label), reason=refusal(error))
        return Drawn(label, refusal=(unreadable, None))
    wrong = [each for each in (*document.diagnostics, *built.problems) if each.severity is Severity.ERROR]
    if built.part is None or wrong:
        return Drawn(label, errors=tuple(wrong))
    try:
        return _drawn(built.part, job)
    except OutputError as error:
        return Drawn(label, refusal=(error.message, error.hint))
    except PickError as error:
        return Drawn(label, refusal=(msg("{file}: {problem}", file=Path(label), problem=error.message), error.hint))


def _drawn(journey: Journey, job: Job) -> Drawn:
    from cjm.cli.placing import stem_of  # noqa: PLC0415 - it loads what names files alone

    wanted = _for(journey, job.wanted)
    form, view, choice = wanted.form, wanted.view, wanted.choice
    stem = stem_of(journey.id, form, view, by_id(journey, choice))
    look = replace(wanted.look, name=wanted.look.name or stem)
    made = make(journey, form, view, choice=choice, look=look, findings=job.findings, today=wanted.today)
    return Drawn(
        label=job.file.label,
        id=journey.id,
        stem=stem,
        lanes=_lanes(journey) if choice.lanes else (),
        remarks=made.remarks,
        files=tuple(made.files.items()),
    )


def _for(journey: Journey, wanted: Wanted) -> Wanted:
    """What is wanted, with the measurement of this journey."""
    found = next((each for each in wanted.measurements if each.journey_id == journey.id), None)
    return replace(wanted, choice=replace(wanted.choice, measured=found)) if found else wanted


def _lanes(journey: Journey) -> tuple[str, ...]:
    from cjm.views.map.lanes import known_lanes  # noqa: PLC0415 - few choose lanes

    return known_lanes(journey)
