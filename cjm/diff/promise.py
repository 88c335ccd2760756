"""A future journey against the one it replaces: what it promises, what must be built, whom it answers and forgets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.diff.account import Account
from cjm.diff.compare import changes_of
from cjm.diff.comparing import Pair, side_by_side
from cjm.diff.naming import place_name, reference
from cjm.diff.nouns import field_noun
from cjm.diff.records import Record
from cjm.diff.shared import with_shared
from cjm.diff.worse import worse
from cjm.model import Journey, Opportunity, PainPoint
from cjm.model.changes import CHANNELS, Change, items

_PROMISES = (
    "emotion.score",
    "emotion.by.",
    "emotion.feeling",
    "lasts",
    "time_limit",
    "at_least",
    "at_most",
    "severity",
)
_WORK = (*CHANNELS, "frontstage", "backstage", "support", "systems")
"""Keys of a touchpoint that cost work when something is added to them."""
_NEW = frozenset(
    {(kind, of) for kind in ("added", "split", "merged") for of in ("stage", "touchpoint")} | {("added", "channel")}
)
_HELPFUL = (*_WORK, "actions")


class Answer(NamedTuple):
    """A pain point of today, and how the future answers it, or why it is forgotten."""

    pain: PainPoint
    path: str
    place: str
    how: Message


@dataclass(frozen=True, slots=True)
class Promise:
    """All of it, each part with what matters most first; `given_up` is what customers have today and then no longer."""

    account: Account
    promised: tuple[Message, ...]
    build: tuple[Message, ...]
    given_up: tuple[Message, ...]
    answered: tuple[Answer, ...]
    forgotten: tuple[Answer, ...]

    @property
    def current(self) -> Journey:
        """The journey as it is."""
        return self.account.old or self.account.journey

    @property
    def future(self) -> Journey:
        """The journey as it should be."""
        return self.account.journey


def promise(current: Journey, future: Journey, current_name: str, future_name: str) -> Promise:
    """What a future journey means for who lives through the current one, and for who builds it."""
    pair = side_by_side(with_shared(current), with_shared(future))
    changes = changes_of(pair)
    told = [_answer(record, pair, changes.each) for record in pair.old.values() if isinstance(record.part, PainPoint)]
    told.sort(key=lambda each: -(each[0].pain.severity or 0))
    return Promise(
        Account(current, future, current_name, future_name, changes, worse(pair, founded=False)),
        tuple(each.text for each in changes if _is_promise(each)),
        (*_built(pair, changes.each), *_open(pair)),
        tuple(each.text for each in changes if _is_given_up(each)),
        tuple(each for each, is_answered in told if is_answered),
        tuple(each for each, is_answered in told if not is_answered),
    )


def _is_promise(change: Change) -> bool:
    if change.of in ("target", "expectation") and change.kind == "added":
        return True
    if change.new is None:
        return False
    return (
        change.kind in ("rose", "fell", "changed") and change.field.startswith(_PROMISES) and not _is_given_up(change)
    )


def _is_given_up(change: Change) -> bool:
    if change.field.startswith("emotion.") and change.kind == "fell":
        return True
    if change.of == "touchpoint" and change.field in CHANNELS:
        return any(each not in items(change.new) for each in items(change.old))
    return change.of in ("touchpoint", "stage", "channel") and change.kind == "removed"


def _built(pair: Pair, changes: tuple[Change, ...]) -> Iterator[Message]:
    """Touchpoints and channels that are not there yet, and what people and systems must do that they don't."""
    yield from (change.text for change in changes if (change.kind, change.of) in _NEW)
    for change in changes:
        if change.of == "touchpoint" and change.field in _WORK and _gains(change):
            yield from _gained(change, pair)


def _gains(change: Change) -> bool:
    return any(each not in items(change.old) for each in items(change.new))


def _gained(change: Change, pair: Pair) -> Iterator[Message]:
    record = next(each for each in pair.new.values() if each.path == change.path)
    for each in items(change.new):
        if each in items(change.old):
            continue
        if change.field in CHANNELS:
            channel = reference("channel", str(each), pair.new_journey)
            yield msg("*{name}* in the channel {channel}", name=record.label, channel=channel)
        else:
            field = field_noun(change.field)
            yield msg("at *{name}*, {field}: {text}", name=record.label, field=field, text=str(each))


def _open(pair: Pair) -> Iterator[Message]:
    """Opportunities of the future journey that have not shipped."""
    for record in pair.new.values():
        part = record.part
        if isinstance(part, Opportunity) and part.status not in ("done", "rejected"):
            if part.owner:
                owner = reference("team", part.owner, pair.new_journey)
                yield msg("the opportunity *{name}*, by {owner}", name=part.text, owner=owner)
            else:
                yield msg("the opportunity *{name}*, which nobody has taken on", name=part.text)


def _answer(record: Record, pair: Pair, changes: tuple[Change, ...]) -> tuple[Answer, bool]:
    """A pain point of today with how it is answered, and whether it is."""
    pain = record.part
    if not isinstance(pain, PainPoint):
        raise TypeError("only pain points are answered")
    after = pair.after(record)
    how = _stays(pain, after, pair) if after is not None else _vanishes(record, pain, pair, changes)
    is_answered = how is not None
    if how is None:
        how = msg("it is still there, and nothing answers it") if after else msg("nothing changes where it hurts")
    return Answer(pain, record.path, place_name(record, pair.old), how), is_answered


def _stays(pain: PainPoint, after: Record, pair: Pair) -> Message | None:
    now = after.part
    if isinstance(now, PainPoint) and (now.severity or 0) < (pain.severity or 0):
        return msg("it hurts less: {new} instead of {old}", new=now.severity or 0, old=pain.severity or 0)
    return _by_opportunity(after.id, pair.new_journey)


def _vanishes(record: Record, pain: PainPoint, pair: Pair, changes: tuple[Change, ...]) -> Message | None:
    """How a pain point is answered that the future lacks: with its place, by an opportunity, by a change there."""
    holder = pair.old[record.parent] if record.parent is not None else None
    after = pair.after(holder) if holder is not None else None
    if holder is not None and after is None:
        return msg("*{place}* is no longer there", place=holder.label)
    found = _by_opportunity(pain.id, pair.old_journey) or _by_opportunity(pain.id, pair.new_journey)
    if found is not None or after is None or holder is None:
        return found
    if isinstance(after.part, Journey):
        return None
    ours = (each for each in changes if each.kind != "removed" and each.path.startswith(after.path) and _helps(each))
    first = next(ours, None)
    return first.text if first is not None else None


def _helps(change: Change) -> bool:
    """Whether a change where it hurts may be the answer: another feeling or time, another way, something new."""
    if change.kind in ("renamed", "reordered", "moved"):
        return False
    return not _is_given_up(change) and (_is_promise(change) or change.field in _HELPFUL or change.kind == "added")


def _by_opportunity(pain: str, journey: Journey) -> Message | None:
    found = next(
        (each for each in journey.every_opportunity if pain in each.addresses and each.status != "rejected"), None
    )
    return msg("*{name}* answers it", name=found.text) if found else None


def blocks(told: Promise) -> tuple[tuple[str, Message, tuple[Message, ...]], ...]:
    """The parts of a promise for people: a name, a heading and sentences; those that have something to say."""
    found = (
        ("answered", msg("Pain points that it answers"), tuple(map(_said, told.answered))),
        ("forgotten", msg("Pain points that it forgets"), tuple(map(_said, told.forgotten))),
        ("promised", msg("What is promised"), told.promised),
        ("build", msg("What must be built"), told.build),
        ("given_up", msg("What customers will no longer have"), told.given_up),
    )
    return tuple(each for each in found if each[2])


def _said(answer: Answer) -> Message:
    if answer.pain.severity is None:
        return msg("“{text}” at *{place}*: {how}", text=answer.pain.text, place=answer.place, how=answer.how)
    return msg(
        "“{text}” at *{place}*, severity {severity}: {how}",
        text=answer.pain.text,
        place=answer.place,
        severity=answer.pain.severity,
        how=answer.how,
    )
