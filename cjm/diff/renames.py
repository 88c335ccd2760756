"""Which files of one revision are files of another under a new name: by content, by the journey's id, by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, TypeAlias

from cjm.model import Journey

ALIKE = 0.5
"""The share of lines in common from which on two texts are taken for versions of one, as git has it."""
VERY_ALIKE = 0.75
"""The same for journeys whose ids say that they are two."""
_MOST_COMPARED = 10_000


class Candidate(NamedTuple):
    """A file that is only on one side."""

    name: str
    text: str
    journey: Journey | None


_Key: TypeAlias = Callable[[Candidate], tuple[str, ...]]


def renamed(gone: Sequence[Candidate], come: Sequence[Candidate]) -> dict[str, str]:
    """New names by old ones; each file is taken once, the surest pairs first."""
    found: dict[str, str] = {}
    for before, after in ((_text, _text), (_id, _id), (_id, _former)):
        _pair_up(found, gone, come, before, after)
    old, new = _left(gone, found), _left(come, found.values())
    if len(old) * len(new) <= _MOST_COMPARED:
        _pair_alike(found, old, new)
    return found


def _text(each: Candidate) -> tuple[str, ...]:
    return (each.text,) if each.text.strip() else ()


def _id(each: Candidate) -> tuple[str, ...]:
    return (each.journey.id,) if each.journey else ()


def _former(each: Candidate) -> tuple[str, ...]:
    return each.journey.was if each.journey else ()


def _left(candidates: Sequence[Candidate], taken: Collection[str]) -> list[Candidate]:
    return [each for each in candidates if each.name not in taken]


def _pair_up(found: dict[str, str], gone: Sequence[Candidate], come: Sequence[Candidate], *keys: _Key) -> None:
    """Pair those of which both say the same, in the order of their names."""
    before, after = keys
    waiting: dict[str, list[str]] = {}
    for each in _left(gone, found):
        for said in before(each):
            waiting.setdefault(said, []).append(each.name)
    for each in _left(come, found.values()):
        names = (name for said in after(each) for name in waiting.get(said, ()) if name not in found)
        if (name := next(names, None)) is not None:
            found[name] = each.name


def _pair_alike(found: dict[str, str], old: Sequence[Candidate], new: Sequence[Candidate]) -> None:
    lines = {each.name: _lines(each.text) for each in old}
    others = {each.name: _lines(each.text) for each in new}
    scored = sorted(
        (-likeness, before.name, after.name)
        for before in old
        for after in new
        for likeness in (_likeness(lines[before.name], others[after.name]),)
        if likeness >= (VERY_ALIKE if _told_apart(before, after) else ALIKE)
    )
    taken: set[str] = set()
    for _, before_name, after_name in scored:
        if before_name not in found and after_name not in taken:
            found[before_name] = after_name
            taken.add(after_name)


def _told_apart(one: Candidate, other: Candidate) -> bool:
    return not any(each.journey is None or each.journey.generated for each in (one, other))


def _lines(text: str) -> Counter[str]:
    return Counter(said for line in text.splitlines() if (said := line.strip()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
