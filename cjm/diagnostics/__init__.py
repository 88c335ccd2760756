"""What can be said about a file: places, severities, messages and findings. Imports nothing of cjm."""

from cjm.diagnostics.diagnostic import Diagnostic, Related
from cjm.diagnostics.fix import Edit, Fix
from cjm.diagnostics.message import Argument, Message, Translate, counted, msg, recounted, say, untranslated, visible
from cjm.diagnostics.severity import Severity
from cjm.diagnostics.span import Span

__all__ = [
    "Argument",
    "Diagnostic",
    "Edit",
    "Fix",
    "Message",
    "Related",
    "Severity",
    "Span",
    "Translate",
    "counted",
    "msg",
    "recounted",
    "say",
    "untranslated",
    "visible",
]
