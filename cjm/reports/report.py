"""What a report says, before it has a form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cjm.diagnostics import Diagnostic, Severity, Translate, untranslated


def no_text(_file: str) -> str | None:
    """Shows no excerpts."""
    return None


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of files and lines. `shown` are those to list; `hidden` counts the others by severity.

    `excerpt` gives a file's text for the lines around a finding, None when it cannot be read. Without `summary` the
    text speaks of nothing but the findings. `names` are the files that were looked at, and `known` counts the findings
    that a baseline left out.
    """

    shown: tuple[Diagnostic, ...]
    files: int
    error: int = 0
    warning: int = 0
    info: int = 0
    hidden: int = 0
    translate: Translate = untranslated
    excerpt: Callable[[str], str | None] = no_text
    summary: bool = True
    names: tuple[str, ...] = ()
    known: int = 0

    @property
    def worst(self) -> Severity | None:
        """The highest severity among all findings, shown or not."""
        counts = ((Severity.ERROR, self.error), (Severity.WARNING, self.warning), (Severity.INFO, self.info))
        return next((severity for severity, count in counts if count), None)


def compose(  # noqa: PLR0913 - a report has these parts
    found: Iterable[Diagnostic],
    files: int,
    show: Severity,
    translate: Translate = untranslated,
    excerpt: Callable[[str], str | None] = no_text,
    *,
    summary: bool = True,
    names: tuple[str, ...] = (),
    known: int = 0,
) -> Report:
    """A report of findings, of which those below `show` are only counted."""
    every = tuple(found)
    counts = Counter(each.severity for each in every)
    shown = tuple(each for each in every if each.severity >= show)
    return Report(
        shown,
        files,
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.INFO],
        len(every) - len(shown),
        translate,
        excerpt,
        summary,
        names,
        known,
    )
