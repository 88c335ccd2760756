"""The flow: stages as columns, touchpoints down each of them, paths as edges between them."""

from cjm.views.flow.layout import flow

__all__ = ["flow"]
