"""What `cjm diff` does: find both versions, compare, write, and say whether the change is to fail."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cjm.cli.leaving import refuse
from cjm.cli.options import write_report
from cjm.diagnostics import Message, Translate, msg
from cjm.diff.account import Account, spoken


class Wanted(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    old: str | None
    new: str | None
    future: bool
    form: str
    out: Path | None
    fail_on: str
    today: date
    quiet: bool
    language: str

    @property
    def needs_findings(self) -> bool:
        """Whether anybody will read what the rules say."""
        return self.form in ("text", "md", "html") or self.fail_on not in ("never", "worse", "any")


NEVER, WORSE, ANY = "never", "worse", "any"
MEASURED = ".measurement.json"


def tell(wanted: Wanted, translate: Translate) -> bool:
    """Write what happened; whether the command is to leave with 1."""
    if wanted.future:
        from cjm.cli.futures import tell_futures  # noqa: PLC0415 - few ask for it

        return tell_futures(wanted, translate)
    _check(wanted, translate)
    if wanted.old is None and any(name.endswith(MEASURED) for name in wanted.paths):
        return _tell_measurements(wanted, translate)
    from cjm.cli.sides import both_sides  # noqa: PLC0415 - a mistaken call needs none of it

    found = both_sides(wanted, translate)
    if found.accounts or not found.failed:
        _write(found.accounts, wanted, translate)
    return fails(found.accounts, wanted, translate) or found.failed


def _tell_measurements(wanted: Wanted, translate: Translate) -> bool:
    from cjm.cli.measured import both_measured  # noqa: PLC0415 - few measure

    accounts = (both_measured(wanted, translate),)
    _write(accounts, wanted, translate)
    return fails(accounts, wanted, translate)


def _check(wanted: Wanted, translate: Translate) -> None:
    if wanted.new is not None and wanted.old is None:
        raise refuse(msg("`--to` needs `--from`"), msg("name the revision to begin with: `--from main`"), translate)
    if wanted.fail_on not in (NEVER, WORSE, ANY):
        _check_rule(wanted.fail_on, translate)
    if wanted.old is None and len(wanted.paths) != 2:  # noqa: PLR2004 - an old side and a new one
        raise refuse(
            msg("`cjm diff` takes two files or folders, and got {count}", count=len(wanted.paths)),
            msg("name the old one, then the new one; or a revision of git: `cjm diff --from main`"),
            translate,
        )


def _check_rule(name: str, translate: Translate) -> None:
    from cjm.checks import RULES  # noqa: PLC0415 - few name one
    from cjm.checks.policy import nearest  # noqa: PLC0415 - as above

    if name not in RULES:
        near = {"worse": WORSE, "any": ANY, "never": NEVER}.get(name.lower()) or nearest(name)
        raise refuse(
            msg("`--fail-on {name}` is neither `never`, `worse`, `any` nor a rule", name=name),
            msg("did you mean `{meant}`?", meant=near) if near else msg("`cjm rules` lists them all"),
            translate,
        )


def _write(accounts: Sequence[Account], wanted: Wanted, translate: Translate) -> None:
    if wanted.form in ("html", "svg"):
        from cjm.cli.showing import shown  # noqa: PLC0415 - few draw

        text = shown(accounts, wanted.form, wanted.language, translate)
    else:
        from cjm.reports.changes import renderer  # noqa: PLC0415 - pictures need none of it

        text = renderer(wanted.form)(accounts, translate)
    write_report(text, wanted.out, translate)


def fails(accounts: Sequence[Account], wanted: Wanted, translate: Translate) -> bool:
    """Whether `--fail-on` has met what it names; why is said on standard error."""
    reasons = [] if wanted.fail_on == NEVER else list(_reasons(accounts, wanted.fail_on))
    if not wanted.quiet:
        for each in reasons:
            print(f"cjm: {spoken(each, translate)}", file=sys.stderr)
    return bool(reasons)


def _reasons(accounts: Sequence[Account], fail_on: str) -> Sequence[Message]:
    if fail_on == WORSE:
        return [reason for each in accounts for reason in each.worse]
    if fail_on == ANY:
        changed = any(_is_sure(change.kind, each) for each in accounts for change in each.changes)
        return [msg("something has changed (`--fail-on any`)")] if changed else []
    found = [each for account in accounts for each in account.added if each.rule == fail_on]
    return [msg("the rule `{rule}` finds something new: {said}", rule=fail_on, said=each.message) for each in found]


def _is_sure(kind: str, account: Account) -> bool:
    """Of a measurement, only what moved beyond its interval."""
    return not account.subject or kind != "changed"
