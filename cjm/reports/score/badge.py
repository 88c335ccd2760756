"""A score as a badge for a README or a wiki: a small SVG with a measured width, readable by eye and by ear."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from cjm.diagnostics import Translate, counted, msg, say, visible
from cjm.model.score import FULL, Score
from cjm.reports.cells import safe
from cjm.reports.score.wording import mean
from cjm.views.metrics import text_width

SIZE, HEIGHT, PAD = 11, 20, 6
LONGEST = 40
GREY = "#444444"
COLOURS = ((70, "#2f6f1f"), (40, "#8a5a00"), (0, "#a3261b"))
"""From which score on a colour is taken; white text stands on each with a contrast of at least 4.5 : 1."""


def render(scores: Sequence[Score], translate: Translate) -> str:
    """The journey's title, or the number of journeys, and the score or their mean. The title says it all once more."""
    points = mean([each.overall for each in scores])
    label = safe(visible(scores[0].title, LONGEST)) if len(scores) == 1 else _several(scores, translate)
    value = f"{points}/{FULL}"
    left, right = (round(text_width(text, SIZE), 1) for text in (label, value))
    first, whole = left + 2 * PAD, left + right + 4 * PAD
    colour = next(colour for least, colour in COLOURS if points >= least)
    said = say(msg("score {points} of {all}", points=points, all=FULL), translate)
    return _SVG.format(
        whole=f"{whole:g}",
        height=HEIGHT,
        said=escape(f"{label}: {said}"),
        first=f"{first:g}",
        rest=f"{whole - first:g}",
        grey=GREY,
        colour=colour,
        pad=PAD,
        left=f"{left:g}",
        label=escape(label),
        place=f"{first + PAD:g}",
        right=f"{right:g}",
        value=value,
        size=SIZE,
    )


def _several(scores: Sequence[Score], translate: Translate) -> str:
    return say(counted("{count} journey", "{count} journeys", len(scores)), translate)


_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}" role="img" aria-labelledby="cjm-score">
  <title id="cjm-score">{said}</title>
  <rect width="{first}" height="{height}" fill="{grey}"/>
  <rect x="{first}" width="{rest}" height="{height}" fill="{colour}"/>
  <g fill="#ffffff" font-family="Arimo, Arial, Helvetica, sans-serif" font-size="{size}" aria-hidden="true">
    <text x="{pad}" y="14" textLength="{left}" lengthAdjust="spacingAndGlyphs">{label}</text>
    <text x="{place}" y="14" textLength="{right}" lengthAdjust="spacingAndGlyphs">{value}</text>
  </g>
</svg>
"""
