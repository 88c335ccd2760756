"""A sign for each kind of change; the sentence beside it says the same in words."""

from cjm.model.changes import Kind

SIGNS: dict[Kind, str] = {
    "added": "+",
    "removed": "−",
    "renamed": "=",
    "moved": "→",
    "reordered": "↕",
    "split": "÷",
    "merged": "∪",
    "rose": "↑",
    "fell": "↓",
    "changed": "~",
    "shipped": "✓",
}
