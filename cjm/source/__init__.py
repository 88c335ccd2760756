"""YAML text to values with places, safe against hostile files. Knows nothing of journeys."""

from cjm.source.limits import Limits
from cjm.source.reader import read
from cjm.source.scalars import core, is_nothing
from cjm.source.values import Document, Mapping, Node, Scalar, Sequence, Step, Suppression, span

__all__ = [
    "Document",
    "Limits",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Step",
    "Suppression",
    "core",
    "is_nothing",
    "read",
    "span",
]
