"""What happened between two versions as a picture, or as one HTML file: nothing is fetched, and no script runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from cjm.diagnostics import Diagnostic, Message, Severity, Translate, counted, msg, say
from cjm.diff.account import Account, spoken, tallies
from cjm.diff.promise import Promise, blocks
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


class Block(NamedTuple):
    """A part of a journey: its role, its heading, and its lines; `numbered` says whether they are counted."""

    role: str
    heading: str
    entries: tuple[Entry, ...]
    numbered: bool = True


class Section(NamedTuple):
    """A journey on the page: what stands before its picture, and what after it."""

    anchor: str
    title: str
    picture: Markup | None
    before: tuple[Block, ...]
    after: tuple[Block, ...]


def picture(account: Account, look: Look = PLAIN) -> str:
    """Both curves over one another as SVG. The journey must be there in both versions."""
    if account.old is None or account.new is None:
        raise ValueError("there are no two versions to draw")
    return svg.render(lay_out(account.old, account.new, account.changes), look)


def page(accounts: Sequence[Account], translate: Translate, language: str, look: Look = PLAIN) -> str:
    """The page about all journeys of which there is something to tell; `language` is that of its messages."""
    told = [each for each in accounts if not each.is_quiet]
    count = counted("{count} change", "{count} changes", sum(len(each.changes) for each in told))
    head = Head(
        _title(told, translate),
        msg("What happened to the customer"),
        (count, *tallies(told)),
        msg("Worse for the customer") if any(each.worse for each in told) else None,
    )
    sections = [_section(f"j{number}", each, translate, look) for number, each in enumerate(told, 1)]
    return _filled(head, sections, translate, language, look)


def promises(told: Sequence[Promise], translate: Translate, language: str, look: Look = PLAIN) -> str:
    """The page about future journeys, each against the one it replaces."""
    counts = (
        counted(
            "{count} pain point answered", "{count} pain points answered", sum(len(each.answered) for each in told)
        ),
        counted("{count} forgotten", "{count} forgotten", sum(len(each.forgotten) for each in told)),
        counted("{count} thing to build", "{count} things to build", sum(len(each.build) for each in told)),
    )
    head = Head(_title([each.account for each in told], translate), msg("What the future promises"), counts)
    sections = [_of_promise(f"j{number}", each, translate, look) for number, each in enumerate(told, 1)]
    return _filled(head, sections, translate, language, look)


class Head(NamedTuple):
    """What stands at the top of the page."""

    title: str
    eyebrow: Message
    counts: tuple[Message, ...]
    verdict: Message | None = None


def _filled(head: Head, sections: Sequence[Section], translate: Translate, language: str, look: Look) -> str:
    style = _style(look)
    return fill(
        "html/changes.html",
        look.templates,
        language=language,
        title=head.title,
        eyebrow=say(head.eyebrow, translate),
        quiet=say(msg("Nothing of meaning has changed."), translate),
        verdict=say(head.verdict, translate) if head.verdict else "",
        counts=[say(each, translate) for each in head.counts],
        sections=sections,
        words={name: say(message, translate) for name, message in _LABELS.items()},
        style=Markup(style),  # noqa: S704 - our own files, made unable to end the element
        policy=policy(style, ""),
        scheme=SCHEMES.get(look.theme, "light dark"),
    )


_LABELS = {
    "skip": msg("Skip to the changes"),
    "picture": msg("Before and now"),
    "scrolls": msg("A wide picture scrolls sideways."),
}


def _title(told: Sequence[Account], translate: Translate) -> str:
    if len(told) == 1:
        return told[0].title
    return say(counted("{count} journey", "{count} journeys", len(told)), translate)


def _style(look: Look) -> str:
    sheets = "".join(read(f"html/{name}.css", look.templates) for name in SHEETS) + read(
        "svg/light.css", look.templates
    )
    dark = read("html/dark.css", look.templates) + read("svg/dark.css", look.templates)
    screen = f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    return (sheets + screen + look.css).replace("</", "<\\/").replace("<!--", "<\\!--")


def _section(anchor: str, account: Account, translate: Translate, look: Look) -> Section:
    entries = tuple(_entry(each, translate) for each in account.changes)
    worse = tuple(Entry("plain", "", _markup(each, translate)) for each in account.worse)
    before = (
        Block("worse", say(msg("Worse for the customer"), translate), worse, numbered=False),
        Block(
            "matter",
            say(msg("What matters most"), translate),
            entries[:MATTER] if len(entries) > MATTER else (),
            numbered=False,
        ),
    )
    added, mended = (tuple(_finding(each, translate) for each in side) for side in (account.added, account.mended))
    after = (
        Block("all", say(msg("All changes"), translate), entries),
        Block("added", say(msg("What the rules find now"), translate), added),
        Block("mended", say(msg("What the rules no longer find"), translate), mended),
    )
    return Section(anchor, account.title, _drawn(account, look), _spoken_of(before), _spoken_of(after))


def _spoken_of(found: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(each for each in found if each.entries)


def _of_promise(anchor: str, told: Promise, translate: Translate, look: Look) -> Section:
    parts = tuple(
        Block(name, say(heading, translate), tuple(Entry("plain", "", _markup(each, translate)) for each in sentences))
        for name, heading, sentences in blocks(told)
    )
    return Section(anchor, told.future.title, _drawn(told.account, look), parts[:2], parts[2:])


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
