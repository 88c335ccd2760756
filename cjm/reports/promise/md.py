"""What a future journey promises in Markdown, as GitHub and GitLab read it: for a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Translate, msg, say
from cjm.diff.promise import Promise, blocks
from cjm.reports.changes.md import MARK, sentence
from cjm.reports.md import text


def render(promises: Sequence[Promise], translate: Translate) -> str:
    """The parts of each journey as lists."""
    return "\n\n".join((MARK, *(block for each in promises for block in _journey(each, translate)))) + "\n"


def _journey(told: Promise, translate: Translate) -> Iterator[str]:
    head = msg("{future}, against {current}", future=told.future.title, current=told.current.title)
    yield f"### {text(say(head, translate))}"
    found = blocks(told)
    for _, heading, sentences in found:
        yield f"**{text(say(heading, translate))}** ({len(sentences)})"
        yield "\n".join(f"- {sentence(each, translate)}" for each in sentences)
    if not found:
        yield text(say(msg("nothing is promised, and there are no pain points to answer"), translate))
