"""What happened as a comment on a pull request: a line that sums up, the three changes that matter, the rest folded.

Read as GitHub and GitLab read Markdown. The first line is a mark, by which a bot finds its comment again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Diagnostic, Message, Severity, Translate, counted, msg, say
from cjm.diff.account import Account, spoken, tallies
from cjm.model.changes import Change
from cjm.reports.changes.signs import SIGNS
from cjm.reports.md import LONGEST, text

MARK = "<!-- cjm-diff -->"
MOST = 3
"""How many changes are read without unfolding the table."""
MOST_FINDINGS = 10
WORSE = "⚠️"
_SEVERITIES = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


def render(accounts: Sequence[Account], translate: Translate) -> str:
    """The whole comment, within the length that a forge takes."""
    told = [each for each in accounts if not each.is_quiet]
    blocks = [MARK, *_head(told, translate)]
    if told:
        first = _gravest(told)
        blocks += [*_listed(first, len(told) > 1, translate), *_worse(told, first, translate)]
        blocks += _folded(told, translate, LONGEST - sum(len(each) + 2 for each in blocks) - 8000)
        blocks += _rules(told, translate)
    return "\n\n".join(blocks) + "\n"


def _head(told: Sequence[Account], translate: Translate) -> Iterator[str]:
    if not told:
        yield f"### 🟰 {say(msg('The customer journey: nothing of meaning has changed'), translate)}"
        return
    name = text(told[0].title) if len(told) == 1 else _said(_journeys(len(told)), translate)
    count = _said(counted("{count} change", "{count} changes", sum(len(each.changes) for each in told)), translate)
    sign = WORSE if any(each.worse for each in told) else "🧭"
    yield f"### {sign} {name}: {count}"
    said = [_said(each, translate) for each in tallies(told)]
    verdict = msg("Worse for the customer") if any(each.worse for each in told) else None
    parts = [f"**{_said(verdict, translate)}**"] if verdict else []
    if said or parts:
        yield " · ".join((*parts, *said))


def _journeys(count: int) -> Message:
    return counted("{count} journey", "{count} journeys", count)


Told = tuple[Change, Account]


def _gravest(told: Sequence[Account]) -> list[Told]:
    """The changes that matter most, each about another thing where there are as many."""
    every = sorted(((change, each) for each in told for change in each.changes), key=lambda pair: -pair[0].weight)
    seen: set[tuple[int, str]] = set()
    first: list[Told] = []
    more: list[Told] = []
    for change, each in every:
        thing = id(each), change.path
        (more if thing in seen else first).append((change, each))
        seen.add(thing)
    chosen = [*first, *more][:MOST]
    return [pair for pair in every if pair in chosen]


def _listed(first: Sequence[Told], several: bool, translate: Translate) -> Iterator[str]:  # noqa: FBT001 - one of two forms
    if first:
        yield "\n".join(f"1. {_sign(*pair)}{_what(pair[0], translate)}{_whose(pair[1], several)}" for pair in first)


def _sign(change: Change, account: Account) -> str:
    return f"{WORSE} " if any(reason.is_told_by(change) for reason in account.reasons) else ""


def _whose(account: Account, several: bool) -> str:  # noqa: FBT001 - one of two forms
    return f" <sub>{text(account.title)}</sub>" if several else ""


def _worse(told: Sequence[Account], first: Sequence[Told], translate: Translate) -> Iterator[str]:
    """Why it is worse, beside what has been said above."""
    reasons = [
        reason.said
        for each in told
        for reason in each.reasons
        if not any(account is each and reason.is_told_by(change) for change, account in first)
    ]
    if reasons:
        is_all = len(reasons) == sum(len(each.reasons) for each in told)
        head = _said(msg("Worse for the customer:") if is_all else msg("Also worse for the customer:"), translate)
        lines = [f"- {WORSE} {sentence(each, translate)}" for each in reasons[:MOST_FINDINGS]]
        if left := len(reasons) - len(lines):
            lines.append(f"- {_said(counted('and {count} more', 'and {count} more', left), translate)}")
        yield "\n".join((f"**{head}**", "", *lines))


def _folded(told: Sequence[Account], translate: Translate, room: int) -> Iterator[str]:
    count = sum(len(each.changes) for each in told)
    if count <= MOST:
        return
    head = _said(counted("All {count} change", "All {count} changes", count), translate)
    what = _said(msg("What happened"), translate)
    several = len(told) > 1
    columns = ["", *([_said(msg("Journey"), translate)] if several else []), what]
    lines = [f"<details><summary>{head}</summary>", "", f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    rows = [_row(change, each, several, translate) for each in told for change in each.changes]
    for place, row in enumerate(rows):
        room -= len(row) + 1
        if room < 0:
            left = counted("and {count} more", "and {count} more", len(rows) - place)
            lines.append(f"| |{' |' * several} {_said(left, translate)} |")
            break
        lines.append(row)
    yield "\n".join((*lines, "", "</details>"))


def _row(change: Change, account: Account, several: bool, translate: Translate) -> str:  # noqa: FBT001 - as above
    cells = [SIGNS[change.kind], *([text(account.title)] if several else []), _what(change, translate)]
    return f"| {' | '.join(cells)} |"


def _rules(told: Sequence[Account], translate: Translate) -> Iterator[str]:
    added = [finding for each in told for finding in each.added]
    mended = [finding for each in told for finding in each.mended]
    yield from _findings(
        counted("{count} new finding of the rules", "{count} new findings of the rules", len(added)), added, translate
    )
    yield from _findings(counted("{count} finding mended", "{count} findings mended", len(mended)), mended, translate)


def _findings(head: Message, found: Sequence[Diagnostic], translate: Translate) -> Iterator[str]:
    if not found:
        return
    lines = [
        f"- {_SEVERITIES[each.severity]} {_found(each, translate)} <code>{text(each.rule)}</code>" for each in found
    ]
    if left := max(0, len(found) - MOST_FINDINGS):
        lines = [*lines[:MOST_FINDINGS], f"- {_said(counted('and {count} more', 'and {count} more', left), translate)}"]
    yield "\n".join((f"**{_said(head, translate)}**", "", *lines))


def _found(finding: Diagnostic, translate: Translate) -> str:
    """What a rule says, where asterisks are no emphasis."""
    return spoken(finding.message, translate, _kept, ("\\*", "\\*"), ("<code>", "</code>"))


def _what(change: Change, translate: Translate) -> str:
    return sentence(change.text, translate)


def sentence(message: Message, translate: Translate) -> str:
    """A sentence with its names emphasised and all else escaped; it begins with a capital, unless with a name."""
    said = spoken(message, translate, _kept, ("*", "*"), ("<code>", "</code>"))
    return said[:1].upper() + said[1:] if _begins_with_our_words(message, translate) else said


def _begins_with_our_words(message: Message, translate: Translate) -> bool:
    template = translate(message.template, message.plural, message.number)
    if not template.startswith("{"):
        return template[:1].isalpha()
    first = dict(message.arguments).get(template[1 : template.index("}")])
    return isinstance(first, Message) and _begins_with_our_words(first, translate)


def _kept(said: str) -> str:
    """A piece of a sentence, with the spaces at its ends."""
    inner = text(said)
    return f"{' ' * said.startswith(' ')}{inner}{' ' * said.endswith(' ')}" if inner else said


def _said(message: Message, translate: Translate) -> str:
    return text(say(message, translate))
