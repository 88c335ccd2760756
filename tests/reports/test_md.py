"""What a reviewer reads in a pull request, as GitHub's Markdown makes it."""

import html
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.locale import translator
from cjm.reports import Report, compose
from cjm.reports.md import LONGEST, render


class Page(HTMLParser):
    """What stands in the page: its elements, its words, its addresses."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.shown: list[str] = []
        self.addresses: list[str] = []
        self.feed(MarkdownIt("gfm-like", {"html": True, "linkify": True}).render(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += tag != "span"
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.shown += [" "] if tag == "br" else []

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.shown).replace("\u2060", "").split())


def test_it_begins_with_the_count_and_the_gravest(report: Report) -> None:
    warned = [each for each in report.shown if each.severity < Severity.ERROR]
    lines = render(compose((*warned, *report.shown[:2]), 2, Severity.INFO)).splitlines()
    assert lines[0] == "### ❌ cjm: 2 errors, 1 warning, 1 remark in 2 files"
    assert [line[:3] for line in lines[2:5]] == ["- ❌", "- ❌", "- ⚠"]


def test_the_rest_is_folded_away_in_a_table(report: Report) -> None:
    page = Page(render(report))
    assert page.tags["li"] == 3
    assert (page.tags["details"], page.tags["table"], page.tags["tr"]) == (1, 1, 1 + len(report.shown))
    assert "12 findings" in page.words


def test_few_findings_need_no_table(report: Report) -> None:
    page = Page(render(compose(report.shown[:3], 1, Severity.INFO)))
    assert (page.tags["li"], page.tags["table"]) == (3, 0)


def test_each_place_is_a_link_to_its_line(report: Report) -> None:
    assert Page(render(report)).addresses[:2] == ["shop.yaml#L5", "shop.yaml#L7"]


def test_all_is_well_in_one_line() -> None:
    assert render(compose((), 3, Severity.WARNING)) == "### ✅ cjm: all is well in 3 files\n"
    assert render(compose((), 3, Severity.WARNING, known=2)) == (
        "### ✅ cjm: nothing new in 3 files; 2 known findings left out\n"
    )


def test_it_is_said_in_the_language_that_is_asked_for(report: Report) -> None:
    assert "10 errores" in render(compose(report.shown, 2, Severity.INFO, translator("es")))


def test_a_long_report_stays_short_enough_for_a_comment() -> None:
    found = [
        Diagnostic("flat-curve", Severity.ERROR, msg("x" * 90), "a.yaml", Span(n, 1, n, 2)) for n in range(1, 2000)
    ]
    made = render(compose(found, 1, Severity.INFO))
    assert LONGEST - 500 < len(made) < 65_536
    left = re.search(r"and (\d+) more", made)
    assert left
    assert Page(made).tags["tr"] - 2 + int(left[1]) == len(found)


def test_every_payload_is_shown_as_text(saying: Callable[[str], Report], payloads: dict[str, str]) -> None:
    plain = Page(render(saying("x")))
    for name, text in payloads.items():
        page = Page(render(saying(text)))
        assert page.tags == plain.tags, name
        assert all(re.fullmatch(r"[\w.~%/-]+#L[1-5]", each) for each in page.addresses), name
        if text.isprintable() and len(text) < 80:
            assert page.words.count(f"it is {' '.join(text.split())}") == 8, name


def test_hostile_findings_are_shown_as_text(hostile_report: Report) -> None:
    page = Page(render(hostile_report))
    assert page.tags["tr"] == 1 + len(hostile_report.shown)
    assert not {"script", "img", "em", "strike"} & set(page.tags)


@pytest.mark.parametrize(
    "text", ["Ask @team at 12:30", "a :smile: face", "closes #35", "ann@x.org", "www.evil.example"]
)
def test_nobody_is_notified_and_nothing_is_linked(saying: Callable[[str], Report], text: str) -> None:
    """GitHub looks for these in the page that it has made, where entities are letters again."""
    seen = html.unescape(MarkdownIt("gfm-like").render(render(saying(text))))
    assert not re.search(r"@\w|:[a-z]+:|(?<!L)#\d|www\.\w", re.sub(r'href="[^"]*"', "", seen))
    assert text in Page(render(saying(text))).words


@pytest.mark.parametrize("name", ["size", "`", "a` <b>`", "``` x", "\0", "</code>|"])
def test_what_a_sentence_quotes_is_one_piece_of_code(name: str) -> None:
    finding = Diagnostic(
        "unknown-key", Severity.ERROR, msg("`{name}` is not a key", name=name), "a.yaml", Span(1, 1, 1, 2)
    )
    page = Page(render(compose([finding], 1, Severity.INFO)))
    assert (page.tags["code"], page.tags["b"]) == (2, 0)
    assert "is not a key" in page.words
