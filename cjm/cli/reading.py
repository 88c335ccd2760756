"""The journeys that a command looks at as a whole: what holds an error is left out and named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from cjm.cli.journeys import gathered_or_refused, text_of
from cjm.cli.leaving import refuse
from cjm.cli.progress import tracked
from cjm.diagnostics import Diagnostic, Severity, Translate, msg
from cjm.model import Journey
from cjm.project import Gathered, load_file, refusal
from cjm.reports import compose, renderer


class Sound(NamedTuple):
    """Journeys without errors of source or structure, each with its file; `failed` when others were left out."""

    journeys: tuple[tuple[str, Journey], ...]
    gathered: Gathered
    failed: bool


def sound_journeys(paths: Sequence[str], translate: Translate, *, quiet: bool) -> Sound:
    """Read what the paths mean; errors go to standard error."""
    gathered = gathered_or_refused(paths, translate)
    journeys: list[tuple[str, Journey]] = []
    errors: list[Diagnostic] = []
    for file in tracked(gathered.files, len(gathered.files), quiet=quiet):
        try:
            document, built = load_file(file)
        except OSError as error:
            reason = refusal(error)
            raise refuse(
                msg("`{file}` cannot be read: {reason}", file=file.label, reason=reason), None, translate
            ) from error
        found = [each for each in (*document.diagnostics, *built.problems) if each.severity is Severity.ERROR]
        errors += found
        if built.part and not found:
            journeys.append((file.label, built.part))
    if errors:
        report = compose(errors, len(gathered.files), Severity.ERROR, translate, text_of, summary=not quiet)
        sys.stderr.write(renderer("text")(report))
    return Sound(tuple(journeys), gathered, bool(errors))
