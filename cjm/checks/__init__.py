"""The rules of a good journey map, and the runner that applies them.

Every theme is a module; a rule's place in `THEMES` is its place in every list.
"""

from cjm.checks import (
    action,
    emotion,
    evidence,
    measurement,
    paths,
    references,
    scope,
    source,
    stages,
    structure,
    suppressions,
    time,
    touchpoints,
)
from cjm.checks.registry import Finding, Rule, Setting

THEMES = (
    source,
    structure,
    references,
    scope,
    stages,
    touchpoints,
    emotion,
    evidence,
    action,
    paths,
    time,
    measurement,
    suppressions,
)
RULES: dict[str, Rule] = {rule.id: rule for theme in THEMES for rule in theme.RULES}
GROUPS: tuple[str, ...] = tuple(theme.__name__.rpartition(".")[2] for theme in THEMES)

__all__ = ["GROUPS", "RULES", "THEMES", "Finding", "Rule", "Setting"]
