from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from cjm.checks import RULES

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_profile_names_each_step_and_each_rule_and_changes_no_finding(cjm: Run, journey: Path) -> None:
    plain, profiled = (cjm("validate", journey.name, "--show", "info", *more) for more in ((), ("--profile",)))
    assert profiled.stdout == plain.stdout
    assert profiled.returncode == plain.returncode
    assert not plain.stderr
    for step in ("reading YAML", "building journeys", "judging each by the rules"):
        assert step in profiled.stderr
    timed = {line.split()[0] for line in profiled.stderr.splitlines() if line}
    assert {rule.id for rule in RULES.values() if rule.when in ("journey", "across")} <= timed


def test_a_profile_of_what_was_cached_measures_it_again(cjm: Run, journey: Path) -> None:
    cjm("validate", journey.name)
    assert "missing-objective" in cjm("validate", journey.name, "--profile").stderr
