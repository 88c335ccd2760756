"""Keeps a draft from drowning its author: what one rule says over and over is said once, with all its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from cjm.diagnostics import Diagnostic, Fix, Related, Severity, counted, msg

MOST_ALIKE = 5
"""As many findings of one rule are a list to work through; more are one thing to know."""

APART = frozenset({"quote-with-personal-data"})
"""Each of these is about somebody else, and has to go by itself."""


class Kind(NamedTuple):
    """What findings have in common that can be told as one."""

    rule: str
    severity: Severity
    mendable: bool


def gathered(found: Sequence[Diagnostic], apart: Collection[str]) -> Iterator[Diagnostic]:
    """The findings, file by file as they came, gathered in each file but those to be told `apart`."""
    for file, those in groupby(found, lambda each: each.file):
        every = tuple(those)
        yield from every if file in apart else _gathered_in_one(every)


def _gathered_in_one(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, of which more than MOST_ALIKE of one kind stand at the first; errors that need thought stay apart."""
    counts = Counter(map(_kind, found))
    many = {kind for kind, count in counts.items() if _is_one_thing(kind, count)}
    told: set[Kind] = set()
    for each in found:
        kind = _kind(each)
        if kind not in many:
            yield each
        elif kind not in told:
            told.add(kind)
            yield _with_others(each, [other for other in found if _kind(other) == kind][1:])


def _kind(finding: Diagnostic) -> Kind:
    return Kind(finding.rule, finding.severity, finding.fix is not None)


def _is_one_thing(kind: Kind, count: int) -> bool:
    return count > MOST_ALIKE and (kind.severity is not Severity.ERROR or kind.mendable) and kind.rule not in APART


def _with_others(first: Diagnostic, others: Sequence[Diagnostic]) -> Diagnostic:
    message = counted(
        "{said}, and {count} more is like it", "{said}, and {count} more are like it", len(others), said=first.message
    )
    fix = _together((first, *others))
    places = tuple(Related((other.hint if fix else None) or other.message, other.span) for other in others)
    hint = (
        msg("`cjm validate --fix` mends all of them; here: {hint}", hint=first.hint)
        if fix and first.hint
        else first.hint
    )
    return replace(first, message=message, hint=hint, related=(*first.related, *places), fix=fix)


def _together(found: Sequence[Diagnostic]) -> Fix | None:
    fixes = [each.fix for each in found if each.fix]
    edits = tuple(edit for fix in fixes for edit in fix.edits)
    return Fix(edits, keeps=all(fix.keeps for fix in fixes)) if edits else None
