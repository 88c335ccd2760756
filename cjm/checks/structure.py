"""Rules of the group structure."""

from cjm.checks.registry import Rule

RULES: tuple[Rule, ...] = ()
