"""`cjm explain`: a rule's page."""

from __future__ import annotations

import json
from enum import StrEnum
from textwrap import indent
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cjm.cli.leaving import refuse
from cjm.cli.options import Lang, language, write_report
from cjm.diagnostics import msg

if TYPE_CHECKING:
    from cjm.checks import Rule

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

    translate = language(lang)
    if rule == "score" and form is Form.text:
        from cjm.reports.score.definition import definition  # noqa: PLC0415 - it is no rule, and rarely asked for

        write_report(definition(translate), None, translate)
        return
    if rule not in RULES:
        near = nearest(rule)
        hint = msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all")
        raise refuse(msg("there is no rule `{name}`", name=rule), hint, translate)
    if form is Form.json:
        write_report(json.dumps(as_data(RULES[rule]), indent=2, ensure_ascii=False) + "\n", None, translate)
    else:
        write_report(_as_text(RULES[rule]), None, translate)


def as_data(rule: Rule) -> dict[str, Any]:
    """The rule and its page as plain values."""
    from cjm.checks.page import page  # noqa: PLC0415 - read when it is asked for

    found = page(rule)
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


def _as_text(rule: Rule) -> str:
    data = as_data(rule)
    severity = (
        data["severity"]
        if data["severity"] == data["agreed"]
        else f"{data['severity']}, {data['agreed']} once the map is agreed"
    )
    parts = [
        f"{rule.id}  ({rule.group}: {severity})",
        data["summary"],
        data["why"],
        "Bad:\n" + indent(data["bad"].rstrip(), "    "),
        "Better:\n" + indent(data["good"].rstrip(), "    "),
    ]
    options = [f"    {each['name']} (default {each['default']}): {each['about']}" for each in data["options"]]
    if options:
        parts.append("Options, under `rules: limits:` of cjm.yaml:\n" + "\n".join(options))
    return "\n\n".join([*parts, f"Source: {data['source']}"]) + "\n"
