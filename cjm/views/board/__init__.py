"""The board: opportunities by how much they would help and how much they would cost."""

from cjm.views.board.layout import lay_out

__all__ = ["lay_out"]
