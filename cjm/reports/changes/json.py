"""What happened as JSON, for other programs. Of several journeys, each change names its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cjm.diagnostics import Translate
from cjm.diff.account import Account, spoken
from cjm.model.changes import VERSION, Change
from cjm.reports.cells import safe


def render(accounts: Sequence[Account], translate: Translate) -> str:
    """`{"version": 1, "changes": […]}`, the most important first, journey by journey."""
    several = len(accounts) > 1
    changes = [
        {**({"journey": each.id} if several else {}), **_change(change, translate)}
        for each in accounts
        for change in each.changes
    ]
    text = json.dumps({"version": VERSION, "changes": changes}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode().replace("\x7f", "\\u007f") + "\n"


def _change(change: Change, translate: Translate) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "of": change.of,
        "id": change.id,
        "path": change.path,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "weight": change.weight,
        "text": safe(spoken(change.text, translate)),
    }
