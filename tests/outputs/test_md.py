"""The document in Markdown, read as GitHub reads it: tables, struck words and addresses that become links."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from cjm.model import Journey
from cjm.outputs import md
from cjm.outputs.escape import clean
from cjm.outputs.look import Look
from cjm.views.tables import tables

SHOP = """
language: en
description: "- A shop"
persona: Laura
objective: More people buy
status: agreed
stages:
  - name: Look
    touchpoints:
      - {name: Advert, channel: Web, emotion: {score: -2, feeling: angry}, moment_of_truth: true,
         pain_points: [{text: Too loud, severity: 2}, {text: Too long, severity: 4}]}
  - {name: Buy, skipped: Done elsewhere}
opportunities: [{text: Later, priority: 3}, {text: First, priority: 1, due: 2026-12-15}]
"""
VARYING = {"br", "span"}
"""How many there are follows from the text itself: its lines and its dollar signs."""


class Page(HTMLParser):
    """What a reader sees of a document."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.shown: list[str] = []
        self.texts: list[list[str]] = []
        self.addresses: list[str] = []
        self.feed(MarkdownIt("gfm-like", {"html": True, "linkify": True}).render(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.shown += ["\n"] if tag == "br" else []
        self.shown += [value or "" for name, value in attrs if name == "alt"]
        if tag in {"td", "th"}:
            self.texts.append([])

    def handle_data(self, data: str) -> None:
        self.shown.append(data)
        if self.texts:
            self.texts[-1].append(data)

    @property
    def steady(self) -> dict[str, int]:
        return {tag: number for tag, number in self.tags.items() if tag not in VARYING}

    @property
    def words(self) -> str:
        return " ".join("".join(self.shown).replace("\u2060", "").split())


def document(journey: Journey) -> str:
    return md.render(tables(journey))


@pytest.fixture
def shop(journey_of: Callable[[str], Journey]) -> str:
    return document(journey_of(SHOP))


def test_it_begins_with_what_the_journey_is_about(shop: str) -> None:
    assert shop.startswith("# Test\n\n\\- A shop\n\n**Persona:** Laura<br>\n**Objective:** More people buy<br>\n")


def test_the_picture_beside_it_is_linked() -> None:
    made = document(Journey(id="número-1", title="A [b](c)"))
    assert "![A \\[b\\](c)](n%C3%BAmero-1.svg)" in made
    assert Page(made).addresses == ["n%C3%BAmero-1.svg"]
    named = md.render(tables(Journey(id="a", title="A")), Look(name="a flow"))
    assert Page(named).addresses == ["a%20flow.svg"]


def test_each_stage_has_a_table_and_an_empty_one_says_why(shop: str) -> None:
    assert "## 1. Look\n\n| Touchpoint | Channels | Emotion | Pain points |" in shop
    assert "| ★ Advert | Web | 😣 −2 angry | • Too loud<br>• Too long |" in shop
    assert "## 2. Buy\n\n*Done elsewhere*" in shop
    assert "\n★ Moment of truth\n" in shop


def test_the_severest_pain_points_and_the_next_opportunities_come_first(shop: str) -> None:
    assert shop.index("| Too long | Advert | 4 |") < shop.index("| Too loud | Advert | 2 |")
    assert re.search(r"\| First \| All along the journey \| 1 \| Idea \| 15\sDec\s2026 \|\n\| Later ", shop)


def test_nothing_but_a_title_is_a_document_too(journey_of: Callable[[str], Journey]) -> None:
    assert "# Test\n" in document(journey_of(""))
    assert "|" not in document(journey_of(""))


def test_every_payload_is_shown_as_text(saying: Callable[[str], Journey], payloads: dict[str, str]) -> None:
    plain = Page(document(saying("x")))
    assert plain.tags["td"] > 50
    for name, text in payloads.items():
        page = Page(document(saying(text)))
        assert page.steady == plain.steady, name
        assert page.words.count(" ".join(clean(text).split())) >= plain.tags["tr"] // 2, name
        assert page.addresses == plain.addresses, name
        assert "\x1b" not in page.words, name


@pytest.mark.parametrize(
    "text",
    ["https://example.org", "www.example.org", "ann@example.org", "~~gone~~", "[^1]", "&#60;b&#62;", "# x",
     "a | b \\| c", "`a|b`", "1. one", "- [ ] do", "***", "a\\", "![x](y)", "http://x.org/?a=1&b=2|c", "<!-- x",
     "$x$ and $y$", "ftp://x"],
)  # fmt: skip
def test_what_markdown_would_read_otherwise_is_shown_as_it_is(saying: Callable[[str], Journey], text: str) -> None:
    page, plain = Page(document(saying(text))), Page(document(saying("x")))
    assert page.steady == plain.steady
    assert page.words.count(text) >= plain.tags["tr"] // 2


def test_nobody_is_notified_and_no_word_becomes_an_emoji(journey_of: Callable[[str], Journey]) -> None:
    """GitHub looks for these in the page that it has made, where entities are letters again."""
    made = document(journey_of("stages: [{name: 'Ask @team at 12:30', touchpoints: ['A :smile: of ann@x.org']}]"))
    seen = html.unescape(MarkdownIt("gfm-like").render(made))
    assert not re.search(r"@\w|:\w+:", seen)
    assert "12:30" in seen


def test_a_price_is_no_formula(journey_of: Callable[[str], Journey]) -> None:
    assert "From <span>$</span>5 to <span>$</span>9" in document(journey_of("stages: [{name: From $5 to $9}]"))


def test_lines_of_a_text_stay_in_its_cell(journey_of: Callable[[str], Journey]) -> None:
    made = document(journey_of('stages: [{name: A, touchpoints: ["one\\ntwo\\u2028three"]}]'))
    assert "| one<br>two<br>three |" in made
