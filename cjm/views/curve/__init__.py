"""The emotion curve alone, large enough for a slide: of one persona or of several, of a journey or of two."""

from cjm.views.curve.layout import lay_out

__all__ = ["lay_out"]
