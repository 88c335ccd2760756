"""The measured lane of a map: how many customers come to each place, how many come no further, how long they wait."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import msg
from cjm.model import Journey, Stage, Touchpoint
from cjm.model.measurement import Figures, Measurement
from cjm.views.map.lanes import Item, Place
from cjm.views.measured.figures import said, share_said, size_said, value_of
from cjm.views.teller import Teller


def title(teller: Teller) -> str:
    """What the lane is called."""
    return teller.say(msg("Measured"))


def told_of(place: Place, measurement: Measurement, teller: Teller) -> list[Item]:
    """What was measured of a place."""
    if isinstance(place, Stage):
        return list(_of_stage(measurement.stage(place.id), measurement, teller))
    return list(_of_touchpoint(place, measurement, teller)) if isinstance(place, Touchpoint) else []


def reached(place: Journey | Stage | Touchpoint, measurement: Measurement) -> float | None:
    """The share of customers who come to a place; None where nobody counted."""
    if isinstance(place, Touchpoint):
        return value_of(measurement.touchpoint(place.id), "reach")
    if isinstance(place, Journey):
        return None
    entered = value_of(measurement.stage(place.id), "entered")
    cases = value_of(measurement.whole.journey, "cases")
    return min(1.0, entered / cases) if entered is not None and cases else None


def _of_stage(figures: Figures, measurement: Measurement, teller: Teller) -> Iterator[Item]:
    entered, cases = value_of(figures, "entered"), value_of(measurement.whole.journey, "cases")
    lost = said("drop_off", figures.get("drop_off"), teller)
    if entered is not None and cases:
        share = min(1.0, entered / cases)
        count = f"n = {teller.number(entered)}"
        yield Item("figure", teller.say(msg("Come here")), count, share_said(share, teller), share=share, lost=lost)
    elif lost:
        yield Item("figure", teller.metric("drop_off"), "", lost)


def _of_touchpoint(place: Touchpoint, measurement: Measurement, teller: Teller) -> Iterator[Item]:
    figures = measurement.touchpoint(place.id)
    reach = figures.get("reach")
    if place.id in measurement.silent:
        yield Item("figure", teller.metric("reach"), teller.say(msg("no event")), share_said(0.0, teller), share=0.0)
    elif reach is not None and (text := said("reach", reach, teller)):
        lost = said("exits", figures.get("exits"), teller) if reach.value is not None else ""
        yield Item("figure", teller.metric("reach"), size_said(reach, teller), text, share=reach.value, lost=lost)
    if text := said("wait.median", figures.get("wait.median"), teller):
        yield Item("figure", teller.metric("wait.median"), "", text)
