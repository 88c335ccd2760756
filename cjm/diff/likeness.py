"""How much two things of a kind are alike, apart from their ids: what stands in them, and what they are called."""

from __future__ import annotations

import json
from difflib import SequenceMatcher

from cjm.diff.records import Record, label_of, own_values, slots
from cjm.model import Identified, Part
from cjm.model.plain import plain, plain_value

ENOUGH, ENOUGH_OF_WRITTEN = 0.6, 0.8
"""From here on two things are taken for one that was renamed; ids that somebody wrote are rarely changed by chance."""
TELLING = 3
"""Items of content that tell a thing by themselves, whatever it is called."""
_MOST_WEIGHED = 6
_LONGEST = 200
_PASSING = frozenset({"id", "was", "ref"})

Content = frozenset[tuple[str, str]]


def content(part: Part) -> Content:
    """What it says beside its id and name, item by item."""
    label = part.label if isinstance(part, Identified) else ""
    found: set[tuple[str, str]] = set()
    for key, kind, value in own_values(part):
        if key in _PASSING or key == label or value == part.defaults.get(key):
            continue
        said = plain_value(kind, value)
        items = said if isinstance(said, list) else [said]
        found |= {(key, json.dumps(item, sort_keys=True)) for item in items}
    for slot in slots(type(part)):
        value = getattr(part, slot.spec.attribute)
        for each in value if slot.many else [value] if value else []:
            said = label_of(each) if isinstance(each, Identified) else json.dumps(plain(each), sort_keys=True)
            found.add((slot.spec.key, said))
    return frozenset(found)


def likeness(one: Record, other: Record, ours: Content, theirs: Content) -> float:
    """From 0 to 1. The more stands in them, the less their names say; two names alone must be more alike."""
    called = _alike(one.label, other.label)
    either = ours | theirs
    if not either:
        return called - 0.1
    told = min(len(either), _MOST_WEIGHED)
    weight = told / (told + 2)
    return (1 - weight) * called + weight * len(ours & theirs) / len(either)


def _alike(one: str, other: str) -> float:
    ours, theirs = one.casefold()[:_LONGEST], other.casefold()[:_LONGEST]
    if ours == theirs:
        return 1.0
    first, second = sorted((ours, theirs))  # the ratio is another one the other way round
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
