"""The emotion curve, small: a dot for each touchpoint that has a score, and a smooth line that never passes one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from cjm.views.metrics import is_exact, text_width
from cjm.views.pages.shapes import Band, Dot, Strip
from cjm.views.pages.teller import Teller
from cjm.views.smooth import smooth
from cjm.views.wording import HUES, MOODS, mood_of

LEAST_STEP = 64.0
LEAST_WIDTH = 1024.0
HEIGHT = 186.0
ZERO = 106.0
REACH = 29.0
"""From one score to the next."""
LEAST = 2
MANY = 18
NAME_SIZE = 13.0


def strip(teller: Teller) -> Strip | None:
    """None where fewer than two touchpoints have a score."""
    columns = [max(1, len(stage.touchpoints)) for stage in teller.journey.stages]
    step = max(LEAST_STEP, LEAST_WIDTH / max(1, sum(columns)))
    widths = [round(step * count, 2) for count in columns]
    dots = tuple(_dots(teller, step))
    if len(dots) < LEAST:
        return None
    edges = list(pairwise(accumulate(widths, initial=0.0)))
    bands = [
        Band(number % HUES, _band_text(f"{number + 1}", stage.name, end - start), start, end)
        for number, (stage, (start, end)) in enumerate(zip(teller.journey.stages, edges, strict=True))
    ]
    return Strip(
        width=sum(widths),
        height=HEIGHT,
        zero=ZERO,
        bands=tuple(bands),
        curve=tuple(smooth([(dot.x, dot.y) for dot in dots])),
        dots=dots,
        title=", ".join(dot.title for dot in dots),
        many=sum(columns) > MANY,
    )


def _band_text(number: str, name: str, width: float) -> str:
    """The number of a stage, with its name where that fits."""
    whole = f"{number} {name}"
    return whole if is_exact(whole) and text_width(whole, NAME_SIZE, bold=True) < width - NAME_SIZE else number


def _dots(teller: Teller, step: float) -> Iterator[Dot]:
    x = step / 2
    for stage in teller.journey.stages:
        for touchpoint in stage.touchpoints:
            face = mood_of(touchpoint.score)
            if touchpoint.score is not None and face is not None:
                feels = f"{teller.say(MOODS[face])} ({teller.score(touchpoint.score)})"
                title = teller.labelled(touchpoint.name, feels)
                yield Dot(round(x, 2), round(ZERO - touchpoint.score * REACH, 2), face, title)
            x += step
        x += 0 if stage.touchpoints else step
