"""All that is to be told of one journey between two versions: what happened, what is worse, what the rules say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle

from cjm.diagnostics import Diagnostic, Message, Translate, counted, msg, visible
from cjm.diff.compare import changes_of
from cjm.diff.comparing import Pair, side_by_side
from cjm.diff.records import Key, Record
from cjm.diff.shared import with_shared
from cjm.diff.worse import Reason, worse
from cjm.model import Journey
from cjm.model.changes import CHANNELS, Change, Changes, items
from cjm.model.plain import plain

LONGEST = 160
"""Of a text that a sentence quotes."""
_MARKED = re.compile("([\0\1])")


@dataclass(frozen=True, slots=True)
class Account:
    """One journey before and after; None where it was not there.

    `reasons` say why it is worse; `added` and `mended` are findings of the rules.
    """

    old: Journey | None
    new: Journey | None
    old_name: str
    new_name: str
    changes: Changes
    reasons: tuple[Reason, ...] = ()
    added: tuple[Diagnostic, ...] = ()
    mended: tuple[Diagnostic, ...] = ()
    subject: str = ""
    """What it is about, where that is no journey but a measurement of one."""

    @property
    def worse(self) -> tuple[Message, ...]:
        """Why it is worse for the customer; nothing where it is not."""
        return tuple(each.said for each in self.reasons)

    @property
    def title(self) -> str:
        """What people call it."""
        return self.subject or self.journey.title

    @property
    def id(self) -> str:
        """The id of the journey."""
        return self.subject or self.journey.id

    @property
    def journey(self) -> Journey:
        """The new journey, or the old one where it is gone."""
        journey = self.new or self.old
        if journey is None:
            raise ValueError("neither version is there")
        return journey

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.changes or self.added or self.mended)


Findings = Sequence[Diagnostic]


def account(  # noqa: PLR0913 - two versions, each with its file and its findings
    old: Journey | None,
    new: Journey | None,
    old_name: str,
    new_name: str,
    old_findings: Findings = (),
    new_findings: Findings = (),
) -> Account:
    """What is to be told of a journey; at least one version must be there."""
    if old is None or new is None:
        return Account(old, new, old_name, new_name, _of_one(old, new))
    pair = side_by_side(with_shared(old), with_shared(new))
    added, mended = _told_apart(pair, old_findings, new_findings)
    return Account(old, new, old_name, new_name, changes_of(pair), worse(pair), added, mended)


def _of_one(old: Journey | None, new: Journey | None) -> Changes:
    """A journey that came or went as a whole."""
    if new is not None:
        said = msg("a new journey: *{title}*", title=new.title)
        return Changes((Change("added", "journey", new.id, "", "", None, plain(new), 70, said),))
    if old is not None:
        said = msg("the journey *{title}* is gone", title=old.title)
        return Changes((Change("removed", "journey", old.id, "", "", plain(old), None, 74, said),))
    return Changes()


def _told_apart(pair: Pair, old: Findings, new: Findings) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Findings that only one side has: by their rule and by what they speak of, wherever that stands."""
    places = {record.path: record for record in pair.old.values()}
    ours = [(each.rule, _about(each, places, pair.matching.pairs)) for each in old]
    places = {record.path: record for record in pair.new.values()}
    theirs = [(each.rule, _about(each, places, {})) for each in new]
    return _beyond(new, theirs, ours), _beyond(old, ours, theirs)


def _about(finding: Diagnostic, places: dict[str, Record], known: dict[Key, Key]) -> tuple[object, ...]:
    """The thing that a finding speaks of, by its key in the new journey where it has one, and the key below it."""
    path, rest = finding.path, ""
    while path and path not in places:
        cut = max(path.rfind("."), path.rfind("["))
        path, rest = path[: max(cut, 0)], path[max(cut, 0) :] + rest
    key = places[path].key
    plainly = "".join(char for char in rest if not char.isdigit())
    return known.get(key, key), plainly


def _beyond(found: Findings, keys: Sequence[object], others: Sequence[object]) -> tuple[Diagnostic, ...]:
    left = Counter(others)
    kept = []
    for each, key in zip(found, keys, strict=True):
        if left[key] > 0:
            left[key] -= 1
        else:
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: -each.severity))


def plainly(text: str) -> str:
    """A text as it is."""
    return text


def spoken(
    message: Message,
    translate: Translate,
    escape: Callable[[str], str] = plainly,
    strong: tuple[str, str] = ("*", "*"),
    code: tuple[str, str] = ("`", "`"),
) -> str:
    """A sentence with its names, which stand between asterisks in its template, between `strong`; likewise `code`.

    `escape` is for all its texts, piece by piece.
    """
    signs = {"\0": cycle(strong), "\1": cycle(code)}
    pieces = _MARKED.split(_filled(message, translate))
    return "".join(next(signs[each]) if each in signs else escape(each) for each in pieces if each)


def _filled(message: Message, translate: Translate) -> str:
    """The sentence with its texts, and a control character for each sign of its template, which no text can hold."""
    template = translate(message.template, message.plural, message.number)
    marked = template.replace("*", "\0").replace("`", "\1")
    if not message.arguments:
        return marked
    return marked.format(**{name: _said(value, translate) for name, value in message.arguments})


def _said(value: object, translate: Translate) -> str:
    if isinstance(value, Message):
        return _filled(value, translate)
    if isinstance(value, tuple):
        return ", ".join(f"\1{visible(str(each), LONGEST)}\1" for each in value)
    return visible(str(value), LONGEST)


def tallies(accounts: Sequence[Account]) -> tuple[Message, ...]:
    """What all of it does to the customer, counted: feelings first."""
    every = [change for each in accounts for change in each.changes]
    felt = [each.kind for each in every if each.field == "emotion.score"]
    worse, better = felt.count("fell"), felt.count("rose")
    lost = sum(map(_channels_lost, every))
    pains, gone = _count(every, "added", "pain_point"), _count(every, "removed", "pain_point")
    steps, fewer = _count(every, "added", "touchpoint"), _count(every, "removed", "touchpoint")
    shipped = _count(every, "shipped", "opportunity")
    proofs, stages = _count(every, "removed", "evidence"), _count(every, "removed", "stage")
    counts = (
        (counted("{count} moment feels worse", "{count} moments feel worse", worse), worse),
        (counted("{count} moment feels better", "{count} moments feel better", better), better),
        (counted("{count} channel lost", "{count} channels lost", lost), lost),
        (counted("{count} new pain point", "{count} new pain points", pains), pains),
        (counted("{count} pain point gone", "{count} pain points gone", gone), gone),
        (counted("{count} stage gone", "{count} stages gone", stages), stages),
        (counted("{count} new touchpoint", "{count} new touchpoints", steps), steps),
        (counted("{count} touchpoint gone", "{count} touchpoints gone", fewer), fewer),
        (counted("{count} piece of evidence removed", "{count} pieces of evidence removed", proofs), proofs),
        (counted("{count} opportunity shipped", "{count} opportunities shipped", shipped), shipped),
    )
    return tuple(said for said, count in counts if count)


def _channels_lost(change: Change) -> int:
    """At touchpoints that are still there."""
    if change.of != "touchpoint" or change.field not in CHANNELS:
        return 0
    return sum(each not in items(change.new) for each in items(change.old))


def _count(every: Sequence[Change], kind: str, of: str) -> int:
    return sum(each.kind == kind and each.of == of for each in every)
