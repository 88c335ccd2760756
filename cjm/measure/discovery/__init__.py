"""From a log to a first draft of its journey."""

from cjm.measure.discovery.draft import Head, draft
from cjm.measure.discovery.flow import Flow, flow

__all__ = ["Flow", "Head", "draft", "flow"]
