"""`cjm rules`: what a good journey map is, as a list."""

from __future__ import annotations

import json
from enum import StrEnum
from itertools import groupby
from typing import Annotated

import typer

from cjm.cli.options import Lang, language, write_report

ABOUT = "Each rule is a sentence about a map; `cjm explain RULE` shows its page."
EXAMPLE = "cjm rules --format json"


class Form(StrEnum):
    """How rules are written."""

    text = "text"
    json = "json"


def run(
    *,
    form: Annotated[Form, typer.Option("--format", help="How rules are written.")] = Form.text,
    lang: Lang = None,
) -> None:
    from cjm.checks import RULES  # noqa: PLC0415 - `--help` needs none of it
    from cjm.checks.page import page  # noqa: PLC0415 - as above

    translate = language(lang)
    if form is Form.json:
        from cjm.cli.explain import as_data  # noqa: PLC0415 - only JSON needs it

        everything = [as_data(rule) for rule in RULES.values()]
        write_report(json.dumps(everything, indent=2, ensure_ascii=False) + "\n", None, translate)
        return
    width = max(len(rule) for rule in RULES)
    lines: list[str] = []
    for group, members in groupby(RULES.values(), key=lambda rule: rule.group):
        lines += ["", group, *(f"  {rule.id:<{width}}  {_marks(rule)}  {page(rule).summary}" for rule in members)]
    legend = "E error, W warning, I remark; a second letter holds once the map is agreed"
    write_report("\n".join([*lines[1:], "", legend]) + "\n", None, translate)


def _marks(rule: object) -> str:
    severity, agreed = (getattr(rule, name).name[0] for name in ("severity", "agreed"))
    return f"{severity} " if severity == agreed else severity + agreed
