"""What a score is made of, as a page for whoever wants to know where a figure comes from."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.checks.score import SIDES
from cjm.diagnostics import Translate, msg, say

INTRODUCTION = (
    msg("A score says how complete and how well founded a journey is, on seven sides of it."),
    msg("Each side is a list of questions with points that sum up to 100, and weighs its part of the whole."),
    msg("What holds for four of six parts earns four sixths of its points; what the map does not have earns none."),
    msg("Nothing that is added to a part lowers a score. Whether the map is true, no score can say."),
)


def definition(translate: Translate) -> str:
    """The sides with their weights, and the questions with their points."""
    return "\n".join(_lines(translate)) + "\n"


def _lines(translate: Translate) -> Iterator[str]:
    for sentence in INTRODUCTION:
        yield say(sentence, translate)
    for side in SIDES:
        yield ""
        yield f"{say(side.name, translate)} ({side.weight} %): {say(side.about, translate)}"
        for question in side.questions:
            yield f"  {question.points:>3}  {say(question.label, translate)}"
