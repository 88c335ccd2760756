"""What happened as a picture or a page, for `cjm diff --format svg` and `html`."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.cli.leaving import refuse
from cjm.diagnostics import Translate, msg
from cjm.diff.account import Account
from cjm.outputs.changes import page, picture


def shown(accounts: Sequence[Account], form: str, language: str, translate: Translate) -> str:
    """The picture of one journey, or the page of all. Refuses a picture of several, and of one without two versions."""
    if form == "html":
        return page(accounts, translate, language)
    told = [each for each in accounts if not each.is_quiet] or list(accounts)
    both = [each for each in told if each.old is not None and each.new is not None]
    told = both if len(both) == 1 else told
    if len(told) != 1:
        raise refuse(
            msg("{count} journeys do not go into one picture", count=len(told)),
            msg("name one of them, or write a page: `--format html`"),
            translate,
        )
    if told[0].old is None or told[0].new is None:
        raise refuse(
            msg("“{title}” is there in one version only: there are no two curves", title=told[0].title),
            msg("write a page: `--format html`"),
            translate,
        )
    return picture(told[0])
