"""What a future journey promises as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cjm.diagnostics import Message, Translate
from cjm.diff.account import spoken
from cjm.diff.promise import Answer, Promise
from cjm.reports.cells import safe

VERSION = 1


def render(promises: Sequence[Promise], translate: Translate) -> str:
    """`{"version": 1, "futures": [{"current", "future", "promised", "build", …}]}`, as `Promise` has it."""
    whole = {"version": VERSION, "futures": [_future(each, translate) for each in promises]}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode().replace("\x7f", "\\u007f") + "\n"


def _future(told: Promise, translate: Translate) -> dict[str, Any]:
    def said(messages: Sequence[Message]) -> list[str]:
        return [safe(spoken(each, translate)) for each in messages]

    return {
        "current": told.current.id,
        "future": told.future.id,
        "promised": said(told.promised),
        "build": said(told.build),
        "given_up": said(told.given_up),
        "answered": [_answer(each, translate) for each in told.answered],
        "forgotten": [_answer(each, translate) for each in told.forgotten],
    }


def _answer(answer: Answer, translate: Translate) -> dict[str, Any]:
    return {
        "id": answer.pain.id,
        "text": answer.pain.text,
        "severity": answer.pain.severity,
        "path": answer.path,
        "how": safe(spoken(answer.how, translate)),
    }
