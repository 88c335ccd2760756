"""What is on a page, measured and placed, in no format. Knows journeys and findings; never the disk or an output."""

from cjm.views.flow import flow
from cjm.views.shapes import FlowView

__all__ = ["FlowView", "flow"]
