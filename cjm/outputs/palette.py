"""The colours of pictures. Blue to red is told apart by the colour-blind; faces and signs say the same."""

from __future__ import annotations

INK = "#1f2733"
QUIET = "#525c69"
RULE = "#c3cad3"
MAIN = "#1d3f66"
OTHER = "#6b7684"
STAR = "#b87503"
PAPER = "#ffffff"

HUES = ("#eaf0f8", "#e6f3f0", "#fcf3e2", "#f0ecf8", "#eaf4e6", "#f9ecec")
"""Pale fills of the stages, in turn."""

EDGES = ("#cfdbea", "#c6e0da", "#efdcb6", "#d8cfec", "#cbe2c3", "#ecd0d0")
"""The lines round them."""

MOODS = {-2: "#b2182b", -1: "#ef8a62", 0: "#6f7885", 1: "#67a9cf", 2: "#2166ac", None: "#d5dae0"}
"""The strip and face of a score."""

FEATURES = {-2: PAPER, -1: INK, 0: PAPER, 1: INK, 2: PAPER}
"""Eyes and mouth on it."""

MOUTHS = {
    -2: "M-4.4,5.6Q0,-.6 4.4,5.6",
    -1: "M-3.9,4.8Q0,1.8 3.9,4.8",
    0: "M-3.8,3.6H3.8",
    1: "M-3.9,2.6Q0,6 3.9,2.6",
    2: "M-4.6,1.4Q0,9.4 4.6,1.4Z",
}
"""The mouth of a face of radius 10 round the origin: it says what the colour says."""

FONTS = "Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
