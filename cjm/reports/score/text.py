"""Scores as plain text, for a pipe or a file: a block a journey, no colours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Translate, say
from cjm.model.score import Score
from cjm.reports.cells import width
from cjm.reports.score.wording import HEADING, first, heading, raises_most, together, why


def render(scores: Sequence[Score], translate: Translate) -> str:
    """Each side with its score, why it has no more, and what raises it most; then what to do first."""
    blocks = ["\n".join(_block(each, translate)) for each in scores]
    if len(scores) > 1:
        blocks.append(together([each.overall for each in scores], translate))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(score: Score, translate: Translate) -> Iterator[str]:
    yield heading(score, translate)
    yield ""
    names = [say(side.name, translate) for side in score.dimensions]
    widest = max(map(width, names))
    for name, side in zip(names, score.dimensions, strict=True):
        yield f"  {name}{' ' * (widest - width(name))}  {side.score:>3}  {why(side, translate)}"
        if advice := raises_most(side, translate):
            yield f"  {' ' * widest}       {advice}"
    if score.first:
        yield ""
        yield f"  {say(HEADING, translate)}:"
        yield from (f"  {advice}" for advice in first(score, translate))
