"""The journey as tables: touchpoints, pain points and opportunities."""

from cjm.views.tables.layout import tables
from cjm.views.tables.shapes import Column, Table, TablesView, Value

__all__ = ["Column", "Table", "TablesView", "Value", "tables"]
