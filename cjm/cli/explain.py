"""`cjm explain`: a rule's page."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from cjm.cli.leaving import refuse
from cjm.cli.options import Lang, language, write_report
from cjm.diagnostics import msg

ABOUT = "What is wrong, whom it hurts, a bad and a good example, and where the rule comes from."
EXAMPLE = "cjm explain missing-objective"


class Form(StrEnum):
    """How the page is written."""

    text = "text"
    json = "json"


def run(
    rule: Annotated[str, typer.Argument(help="The rule's name, as findings show it.")],
    *,
    form: Annotated[Form, typer.Option("--format", help="How the page is written.")] = Form.text,
    lang: Lang = None,
) -> None:
    from cjm.checks import RULES  # noqa: PLC0415 - `--help` needs none of it
    from cjm.checks.policy import nearest  # noqa: PLC0415 - as above
    from cjm.reports.rules import data, text  # noqa: PLC0415 - as above

    translate = language(lang)
    if rule == "score" and form is Form.text:
        from cjm.reports.score.definition import definition  # noqa: PLC0415 - it is no rule, and rarely asked for

        write_report(definition(translate), None, translate)
        return
    if rule not in RULES:
        near = nearest(rule)
        hint = msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all")
        raise refuse(msg("there is no rule `{name}`", name=rule), hint, translate)
    render = data.render_page if form is Form.json else text.render_page
    write_report(render(RULES[rule], translate), None, translate)
