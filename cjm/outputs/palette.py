"""The colours of formats that have no style sheet: those of templates/svg/light.css."""

from __future__ import annotations

INK = "#1f2733"
QUIET = "#525c69"
RULE = "#c3cad3"
MAIN = "#1d3f66"
OTHER = "#6b7684"
STAR = "#b87503"
STRAYS = "#8a6d00"
PAPER = "#ffffff"

HUES = ("#eaf0f8", "#e6f3f0", "#fcf3e2", "#f0ecf8", "#eaf4e6", "#f9ecec")
"""Pale fills of the stages, in turn."""

EDGES = ("#cfdbea", "#c6e0da", "#efdcb6", "#d8cfec", "#cbe2c3", "#ecd0d0")
"""The lines round them."""

MOODS = {-2: "#b2182b", -1: "#ef8a62", 0: "#6f7885", 1: "#67a9cf", 2: "#2166ac", None: "#d5dae0"}
"""The strip and face of a score."""

FEATURES = {-2: PAPER, -1: INK, 0: PAPER, 1: INK, 2: PAPER}
"""Eyes and mouth on it."""

FONTS = "Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
