"""`cjm validate --fix`: mends files, or shows what that would change."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace

from cjm.checks.validate import Validated
from cjm.cli.changing import Change, print_diff, print_text, tell, write_changes
from cjm.cli.journeys import Excerpt, text_of
from cjm.cli.judging import Judging
from cjm.cli.leaving import FINDINGS, USAGE
from cjm.diagnostics import Diagnostic, Message, Severity, Translate, counted, msg, say
from cjm.edit.mending import Build, Mended, mend
from cjm.model.build import build_journey, build_project
from cjm.project import STDIN_LABEL, Gathered, JourneyFile, bytes_of, project_files, with_data

_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Rounds:
    """The files that change, and what is `left` in the new texts. `piped` is the new text of standard input, if any."""

    changes: tuple[Change, ...]
    count: int
    left: Validated
    piped: bytes | None = None


def mend_files(judged: Judging, gathered: Gathered, show: Severity) -> Rounds:
    """Mend what is found from a severity on, again and again, until nothing that is left can be mended."""
    old, count = (*project_files(gathered), *gathered.files), 0
    now = {file.label: file for file in old}
    left = judged(gathered)
    for _ in range(_MOST_ROUNDS):
        done = _mended(now, left.diagnostics, show)
        if not done:
            break
        count += sum(len(mended.findings) for mended in done.values())
        now |= {name: replace(now[name], data=mended.data) for name, mended in done.items()}
        left = judged(with_data(gathered, now))
    changes = (Change(each, bytes_of(each), data) for each in old if (data := now[each.label].data) is not None)
    return Rounds(tuple(changes), count, left, bytes_of(now[STDIN_LABEL]) if STDIN_LABEL in now else None)


def _mended(now: Mapping[str, JourneyFile], found: Iterable[Diagnostic], show: Severity) -> dict[str, Mended]:
    """The files in which something is mended, by their names."""
    by_file: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for each in found:
        if each.fix and each.severity >= show and each.file in now:
            by_file[each.file].append(each)
    done = {name: mend(bytes_of(now[name]), those, _builder(now[name])) for name, those in by_file.items()}
    return {name: mended for name, mended in done.items() if mended.findings}


def _builder(file: JourneyFile) -> Build:
    return build_project if file.label == file.project.file else build_journey


def show_diff(rounds: Rounds, translate: Translate, *, quiet: bool) -> int:
    """Print what would change, and give the exit code: 1 where something would."""
    print_diff(rounds.changes)
    if not quiet:
        would = counted(
            "{count} finding would be mended {where}",
            "{count} findings would be mended {where}",
            rounds.count,
            where=_where(rounds),
        )
        tell(say(would, translate))
    if rounds.left.configuration_failed:
        return USAGE
    return FINDINGS if rounds.changes else 0


@contextmanager
def write_mended(rounds: Rounds, translate: Translate, *, quiet: bool) -> Iterator[Excerpt]:
    """Write what has changed, say how much that is, and give the texts that are left to report on.

    The text of standard input goes to standard output, and for as long as this lasts everything else does not.
    """
    write_changes(rounds.changes, translate)
    if not quiet:
        done = counted(
            "{count} finding mended {where}", "{count} findings mended {where}", rounds.count, where=_where(rounds)
        )
        tell(say(done if rounds.count else msg("nothing that is listed has only one right answer"), translate))
    piped = rounds.piped
    if piped is None:
        yield text_of
        return
    print_text(piped)
    with redirect_stdout(sys.stderr):
        yield lambda file: piped.decode("utf-8-sig", "replace") if file == STDIN_LABEL else text_of(file)


def _where(rounds: Rounds) -> Message:
    return counted("in {count} file", "in {count} files", len(rounds.changes))
