"""Keeps a draft from drowning its author: what one rule says over and over is said once, with all its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from cjm.diagnostics import Diagnostic, Fix, Related, Severity, counted

MOST_ALIKE = 5
"""As many findings of one rule are a list to work through; more are one thing to know."""

APART = frozenset({"quote-with-personal-data"})
"""Each of these is about somebody else, and has to go by itself."""


def gathered(found: Sequence[Diagnostic], apart: Collection[str]) -> Iterator[Diagnostic]:
    """The findings, file by file as they came, gathered in each file but those to be told `apart`."""
    for file, those in groupby(found, lambda each: each.file):
        every = tuple(those)
        yield from every if file in apart else _gathered_in_one(every)


def _gathered_in_one(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, of which more than MOST_ALIKE of one rule and severity stand at the first; errors stay apart."""
    counts = Counter((each.rule, each.severity) for each in found)
    many = {alike for alike, count in counts.items() if _is_one_thing(*alike, count)}
    told: set[tuple[str, Severity]] = set()
    for each in found:
        alike = (each.rule, each.severity)
        if alike not in many:
            yield each
        elif alike not in told:
            told.add(alike)
            yield _with_others(each, [other for other in found if (other.rule, other.severity) == alike][1:])


def _is_one_thing(rule: str, severity: Severity, count: int) -> bool:
    return count > MOST_ALIKE and severity is not Severity.ERROR and rule not in APART


def _with_others(first: Diagnostic, others: Sequence[Diagnostic]) -> Diagnostic:
    message = counted(
        "{said}, and {count} more is like it", "{said}, and {count} more are like it", len(others), said=first.message
    )
    places = tuple(Related(other.message, other.span) for other in others)
    return replace(first, message=message, related=(*first.related, *places), fix=_together((first, *others)))


def _together(found: Sequence[Diagnostic]) -> Fix | None:
    fixes = [each.fix for each in found if each.fix]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    return Fix(edits, keeps=all(fix.keeps for fix in fixes)) if edits else None
