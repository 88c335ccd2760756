"""The map: stages as columns, lanes as rows, and the emotion curve between them."""

from cjm.views.map.layout import lay_out

__all__ = ["lay_out"]
