"""Rules as plain values, for programs: `id`, `group` and `severity` are the same in every language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cjm.checks import Rule
from cjm.checks.page import page
from cjm.diagnostics import Translate


def render_page(rule: Rule, translate: Translate) -> str:
    """One rule as an object."""
    return _spelled(_data(rule, translate))


def render_list(rules: Sequence[Rule], translate: Translate) -> str:
    """Rules as a list of objects."""
    return _spelled([_data(rule, translate) for rule in rules])


def _data(rule: Rule, translate: Translate) -> dict[str, Any]:
    found = page(rule, translate)
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": rule.severity.word,
        "agreed": rule.agreed.word,
        "can_be_ignored": rule.can_be_ignored,
        "summary": found.summary,
        "why": found.why,
        "bad": found.bad,
        "good": found.good,
        "source": found.source,
        "options": [{"name": name, "default": rule.options.get(name), "about": about} for name, about in found.options],
    }


def _spelled(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
