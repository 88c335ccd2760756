"""The figures that can be measured, by the names that targets use, and what each counts."""

from __future__ import annotations

from typing import Literal

from cjm.diagnostics import msg
from cjm.model.values import SECONDS, Amount

Unit = Literal["count", "share", "duration", "number"]

FIGURES: dict[str, Unit] = {
    "cases": "count",
    "open": "count",
    "completed": "share",
    "duration.median": "duration",
    "duration.p90": "duration",
    "fit.order": "share",
    "fit.paths": "share",
    "value.sum": "number",
    "value.mean": "number",
    "entered": "count",
    "conversion": "share",
    "drop_off": "share",
    "present": "count",
    "dwell.median": "duration",
    "dwell.p90": "duration",
    "reach": "share",
    "visits_per_case": "number",
    "repeats": "share",
    "exits": "share",
    "wait.median": "duration",
    "wait.p90": "duration",
    "csat": "number",
    "nps": "number",
    "ces": "number",
    "gap": "number",
}

UNITS = {
    "count": msg("a count"),
    "share": msg("a share"),
    "duration": msg("a duration"),
    "number": msg("a number"),
}

HINTS = {
    "count": msg("write a whole number, such as `400`"),
    "share": msg("write a share, such as `40%` or `0.4`"),
    "duration": msg("write a duration, such as `20m` or `2d`"),
    "number": msg("write a number, such as `4.2`"),
}


def unit_of(metric: str) -> Unit | None:
    """What a figure counts; None for one that is not ours."""
    return FIGURES.get(metric)


def fits(amount: Amount, unit: Unit) -> bool:
    """Whether an amount can be compared with a figure of that unit; a share may be written 40% or 0.4."""
    if unit == "share":
        return amount.unit in ("share", "number") and 0 <= amount.value <= 1
    if unit == "count":
        return amount.unit == "number" and amount.value >= 0 and amount.value == int(amount.value)
    return amount.unit == unit


def shown(value: float, unit: Unit) -> str:
    """A figure as a journey file writes it: `62%`, `2.5d`, `4.2`."""
    if unit == "share":
        return f"{value * 100:.3g}%"
    if unit == "count":
        return f"{value:.0f}"
    if unit == "number":
        return f"{value:.3g}" if abs(value) < _LARGE else f"{value:.0f}"
    name = next((name for name in ("d", "h", "m") if value >= SECONDS[name]), "s")
    return f"{value / SECONDS[name]:.3g}{name}" if name != "d" else f"{round(value / SECONDS[name], 1):g}d"


_LARGE = 1000
