"""How much a finding matters."""

from enum import IntEnum


class Severity(IntEnum):
    """Ordered, so that `severity >= Severity.WARNING` asks for warnings and errors."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name used on the command line and in files: `info`, `warning`, `error`."""
        return self.name.lower()
