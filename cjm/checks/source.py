"""Rules of the group source."""

from cjm.checks.registry import Rule

RULES: tuple[Rule, ...] = ()
