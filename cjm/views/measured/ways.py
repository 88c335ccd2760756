"""The ways between touchpoints as customers went them: those that the paths draw, and those that they do not."""

from __future__ import annotations

from dataclasses import replace

from cjm.model import Hop, hops
from cjm.model.measurement import Measurement, Passage
from cjm.views.measured.figures import length_said, share_said
from cjm.views.teller import Teller

MOST = 8
"""Strays that are drawn, or as many as the paths have hops: more of them, and nobody sees the paths."""


def measured_hops(teller: Teller, measurement: Measurement) -> tuple[tuple[Hop, ...], int]:
    """The hops of the paths with what was measured of them, then the strays; and how many more of these there are."""
    drawn = hops(teller.journey)
    found = {(each.source, each.target): each for each in measurement.passages}
    known = {each.id for each in teller.journey.touchpoints}
    pairs = {(hop.source, hop.target) for hop in drawn}
    strays = [
        each
        for each in sorted(measurement.off_path, key=lambda each: -(each.cases or 0))
        if (each.source, each.target) not in pairs
        and {each.source, each.target} <= known
        and each.source != each.target
    ]
    most = max(MOST, len(drawn) // 2)
    shown = [Hop(each.source, each.target, share=_part(each), told=_told(each, teller), strays=True) for each in strays]
    return (*(_measured(hop, found, teller) for hop in drawn), *shown[:most]), len(shown[most:])


def _measured(hop: Hop, found: dict[tuple[str, str], Passage], teller: Teller) -> Hop:
    """A way that nobody took is as thin as can be, one that is withheld as it would be without a measurement."""
    passage = found.get((hop.source, hop.target))
    if passage is None:
        return replace(hop, share=0.0, told=share_said(0.0, teller))
    return replace(hop, share=_part(passage), told=_told(passage, teller) or "–")


def _part(passage: Passage) -> float | None:
    return passage.cases if passage.cases is not None else passage.share


def _told(passage: Passage, teller: Teller) -> str:
    share = share_said(passage.share, teller) if passage.share is not None else ""
    wait = length_said(passage.wait_median, teller) if passage.wait_median is not None else ""
    return " · ".join(each for each in (share, wait) if each)
