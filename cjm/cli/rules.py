"""`cjm rules`: what a good journey map is, as a list."""

from __future__ import annotations

from enum import StrEnum
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
    from cjm.reports.rules import data, text  # noqa: PLC0415 - as above

    translate = language(lang)
    render = data.render_list if form is Form.json else text.render_list
    write_report(render(tuple(RULES.values()), translate), None, translate)
