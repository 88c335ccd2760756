"""What happened to a journey as a picture: both curves over one another, and every card that changed marked."""

from cjm.views.changed.layout import lay_out

__all__ = ["lay_out"]
