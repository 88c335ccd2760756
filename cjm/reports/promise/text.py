"""What a future journey promises as plain text, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Translate, msg, say
from cjm.diff.account import spoken
from cjm.diff.promise import Promise, blocks
from cjm.reports.cells import safe


def render(promises: Sequence[Promise], translate: Translate) -> str:
    """Journey by journey: a heading for each part that has something to say."""
    return "\n\n".join("\n".join(_journey(each, translate)) for each in promises) + "\n"


def _journey(told: Promise, translate: Translate) -> Iterator[str]:
    yield safe(say(msg("{future}, against {current}", future=told.future.title, current=told.current.title), translate))
    found = blocks(told)
    for _, heading, sentences in found:
        yield ""
        yield f"{say(heading, translate)} ({len(sentences)})"
        for each in sentences:
            yield f"  - {safe(spoken(each, translate))}"
    if not found:
        yield say(msg("nothing is promised, and there are no pain points to answer"), translate)
