"""The sections of a report that hold something, in order."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.diagnostics import msg
from cjm.views.pages.labels import WORDS
from cjm.views.pages.shapes import Chapter, Heading
from cjm.views.pages.teller import Teller

ALWAYS = ("summary", "flow", "findings")


def contents(counts: dict[str, int], chapters: Sequence[Chapter], teller: Teller) -> tuple[Heading, ...]:
    """`counts` says how much each section holds, in the order of the page."""
    return tuple(
        Heading(
            anchor,
            teller.say(WORDS[anchor]),
            "" if anchor in {"summary", "flow"} else teller.number(count),
            tuple(Heading(each.anchor, each.name, each.number) for each in chapters) if anchor == "stages" else (),
        )
        for anchor, count in counts.items()
        if count or anchor in ALWAYS
    )


def clean(teller: Teller) -> str:
    """What stands where there are no findings."""
    return teller.say(msg("The rules found nothing to say about this journey."))
