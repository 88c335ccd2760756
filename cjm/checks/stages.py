"""Rules of the group stages."""

from cjm.checks.registry import Rule

RULES: tuple[Rule, ...] = ()
