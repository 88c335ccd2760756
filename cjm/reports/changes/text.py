"""What happened as plain text, for a pipe or a terminal: a line for each change, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Diagnostic, Message, Translate, counted, msg, say
from cjm.diff.account import Account, spoken, tallies
from cjm.reports.cells import safe
from cjm.reports.changes.signs import SIGNS
from cjm.reports.layout import WORDS

MOST_FINDINGS = 10
"""Of the rules, on each side of a journey."""


def render(accounts: Sequence[Account], translate: Translate) -> str:
    """Journey by journey, those of which there is something to tell; a count as the last line."""
    told = [each for each in accounts if not each.is_quiet]
    if not told:
        return f"{say(msg('nothing of meaning has changed'), translate)}\n"
    blocks = ["\n".join(_journey(each, len(accounts) > 1, translate)) for each in told]
    return "\n\n".join((*blocks, _summary(told, translate))) + "\n"


def _journey(account: Account, several: bool, translate: Translate) -> Iterator[str]:  # noqa: FBT001 - one of two forms
    if several:
        yield safe(account.title)
    for change in account.changes:
        yield f"{SIGNS[change.kind]} {safe(spoken(change.text, translate))}"
    yield from _findings(msg("what the rules find now:"), account.added, translate)
    yield from _findings(msg("what the rules no longer find:"), account.mended, translate)


def _findings(head: Message, found: Sequence[Diagnostic], translate: Translate) -> Iterator[str]:
    if not found:
        return
    yield f"  {say(head, translate)}"
    for each in found[:MOST_FINDINGS]:
        severity = say(WORDS[each.severity], translate)
        yield f"    {severity}: {safe(say(each.message, translate))} [{safe(each.rule)}]"
    if (left := len(found) - MOST_FINDINGS) > 0:
        yield f"    {say(counted('and {count} more', 'and {count} more', left), translate)}"


def _summary(accounts: Sequence[Account], translate: Translate) -> str:
    count = sum(len(each.changes) for each in accounts)
    head = say(counted("{count} change", "{count} changes", count), translate)
    said = ", ".join(say(each, translate) for each in tallies(accounts))
    return f"{head}: {said}" if said else head
