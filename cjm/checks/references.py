"""Rules of the group references."""

from cjm.checks.registry import Rule

RULES: tuple[Rule, ...] = ()
