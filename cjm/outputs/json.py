"""A computed view as JSON, for other programs: every text, place and curve."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

from cjm.views import FlowView

VERSION = 1
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def render(view: FlowView) -> str:
    """The view with its name and the version of this form."""
    text = json.dumps({"cjm_view": VERSION, "view": "flow", **asdict(view)}, ensure_ascii=False, indent=2)
    return _ODD.sub(lambda char: f"\\u{ord(char[0]):04x}", text) + "\n"
