"""A measurement as its file: what other commands and programs read."""

from __future__ import annotations

from cjm.diagnostics import Translate
from cjm.model import Journey
from cjm.model.measurement import Measurement
from cjm.model.measurement_file import write


def render(journey: Journey, measurement: Measurement, translate: Translate) -> str:
    """The measurement file; its words are no sentences, and in no language."""
    del journey, translate
    return write(measurement)
