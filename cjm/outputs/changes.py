"""What happened between two versions as a picture, or as one HTML file: nothing is fetched, and no script runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from cjm.diagnostics import Diagnostic, Message, Severity, Translate, counted, msg, say
from cjm.diff.account import Account, spoken, tallies
from cjm.model.changes import Change, Kind
from cjm.outputs import svg
from cjm.outputs.escape import clean
from cjm.outputs.html import SCHEMES, policy
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.templates import fill, read
from cjm.views.changed import lay_out

SHEETS = ("ground", "summary", "tables", "changes")
MATTER = 3
"""How many changes stand above the list of all."""
_WORDS: dict[Kind, Message] = {
    "added": msg("Added"),
    "removed": msg("Gone"),
    "renamed": msg("Renamed"),
    "moved": msg("Moved"),
    "reordered": msg("Another order"),
    "split": msg("Split"),
    "merged": msg("Merged"),
    "rose": msg("Higher"),
    "fell": msg("Lower"),
    "changed": msg("Changed"),
    "shipped": msg("Shipped"),
}
_SEVERITIES = {Severity.ERROR: msg("Error"), Severity.WARNING: msg("Warning"), Severity.INFO: msg("Remark")}


class Entry(NamedTuple):
    """A line of a list: what sort it is, by name and in a word, and what it says."""

    sort: str
    word: str
    said: Markup


class Section(NamedTuple):
    """A journey on the page."""

    anchor: str
    title: str
    language: str
    picture: Markup | None
    matter: tuple[Entry, ...]
    worse: tuple[Markup, ...]
    changes: tuple[Entry, ...]
    added: tuple[Entry, ...]
    mended: tuple[Entry, ...]


def picture(account: Account, look: Look = PLAIN) -> str:
    """Both curves over one another as SVG. The journey must be there in both versions."""
    if account.old is None or account.new is None:
        raise ValueError("there are no two versions to draw")
    return svg.render(lay_out(account.old, account.new, account.changes), look)


def page(accounts: Sequence[Account], translate: Translate, language: str, look: Look = PLAIN) -> str:
    """The page about all journeys of which there is something to tell; `language` is that of its messages."""
    told = [each for each in accounts if not each.is_quiet]
    style = _style(look)
    count = sum(len(each.changes) for each in told)
    return fill(
        "html/changes.html",
        look.templates,
        language=language,
        title=_title(told, translate),
        count=say(counted("{count} change", "{count} changes", count), translate),
        quiet=say(msg("Nothing of meaning has changed."), translate),
        verdict=say(msg("Worse for the customer"), translate) if any(each.worse for each in told) else "",
        tallies=[say(each, translate) for each in tallies(told)],
        sections=[_section(number, each, translate, look) for number, each in enumerate(told, 1)],
        words={name: say(message, translate) for name, message in _LABELS.items()},
        style=Markup(style),  # noqa: S704 - our own files, made unable to end the element
        policy=policy(style, ""),
        scheme=SCHEMES.get(look.theme, "light dark"),
    )


_LABELS = {
    "skip": msg("Skip to the changes"),
    "eyebrow": msg("What happened to the customer"),
    "matter": msg("What matters most"),
    "worse": msg("Worse for the customer"),
    "picture": msg("Before and now"),
    "changes": msg("All changes"),
    "added": msg("What the rules find now"),
    "mended": msg("What the rules no longer find"),
    "scrolls": msg("A wide picture scrolls sideways."),
}


def _title(told: Sequence[Account], translate: Translate) -> str:
    if len(told) == 1:
        return told[0].journey.title
    return say(counted("{count} journey", "{count} journeys", len(told)), translate)


def _style(look: Look) -> str:
    sheets = "".join(read(f"html/{name}.css", look.templates) for name in SHEETS) + read("svg/light.css", look.templates)
    dark = read("html/dark.css", look.templates) + read("svg/dark.css", look.templates)
    screen = f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    return (sheets + screen + look.css).replace("</", "<\\/").replace("<!--", "<\\!--")


def _section(number: int, account: Account, translate: Translate, look: Look) -> Section:
    entries = tuple(_entry(each, translate) for each in account.changes)
    return Section(
        f"j{number}",
        account.journey.title,
        (account.journey.language or "").replace("_", "-"),
        _drawn(account, look),
        entries[:MATTER] if len(entries) > MATTER else (),
        tuple(_markup(each, translate) for each in account.worse),
        entries,
        tuple(_finding(each, translate) for each in account.added),
        tuple(_finding(each, translate) for each in account.mended),
    )


def _drawn(account: Account, look: Look) -> Markup | None:
    if account.old is None or account.new is None:
        return None
    view = lay_out(account.old, account.new, account.changes, headed=False)
    return Markup(svg.render(view, look, inline=True))  # noqa: S704 - escaped by its own template


def _entry(change: Change, translate: Translate) -> Entry:
    return Entry(change.kind, say(_WORDS[change.kind], translate), _markup(change.text, translate))


def _finding(finding: Diagnostic, translate: Translate) -> Entry:
    said = _markup(finding.message, translate, ("*", "*")) + Markup(" <code>{}</code>").format(finding.rule)
    return Entry(finding.severity.word, say(_SEVERITIES[finding.severity], translate), said)


def _markup(message: Message, translate: Translate, strong: tuple[str, str] = ("<strong>", "</strong>")) -> Markup:
    text = spoken(message, translate, lambda piece: str(escape(clean(piece))), strong, ("<code>", "</code>"))
    return Markup(text)  # noqa: S704 - escaped piece by piece
