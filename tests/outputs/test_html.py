from __future__ import annotations

import itertools
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.model import Journey
from cjm.outputs.draw import draw
from cjm.project.load import load

TODAY = date(2026, 11, 22)
NAMES = ["tienda-online", "bank-account", "cita-hospital", "software-onboarding", "tienda-y-web"]
FINDING = Diagnostic(
    "missing-goal",
    Severity.WARNING,
    msg("`{key}` is missing", key="goal"),
    "x.yaml",
    Span(12),
    "stages[1].touchpoints[0].actions",
    msg("write one"),
)


class Page(HTMLParser):
    """The elements of a page, each with its attributes, and whether all are closed."""

    VOID = frozenset({"meta"})
    SVG = frozenset({"path", "rect", "circle", "use", "polygon"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.SVG, f"<{tag}/> is open in HTML"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module", params=NAMES)
def page(request: pytest.FixtureRequest, samples: Path) -> Page:
    journey = load(samples / f"{request.param}.journey.yaml")
    return Page(draw(journey, "html", findings=[FINDING], today=TODAY).decode())


def test_every_element_is_closed_where_it_should_be(page: Page) -> None:
    assert page.open == []
    assert page.text.startswith("<!doctype html>")


def test_every_id_is_used_once_and_every_anchor_leads_to_one(page: Page) -> None:
    twice = [name for name, count in Counter(page.values("id")).items() if count > 1]
    assert twice == []
    inside = {value.removeprefix("#") for value in page.values("href") if value.startswith("#")}
    named = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert inside | named <= set(page.values("id"))


def test_the_policy_allows_this_style_sheet_and_nothing_else(page: Page) -> None:
    style = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    assert len(style) == 1
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    policy = next(each["content"] for each in page.all("meta") if "http-equiv" in each)
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "script-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_holds_no_script_and_no_style_of_an_element(page: Page) -> None:
    assert page.all("script") == []
    assert page.values("style") == []
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_nothing_is_fetched(page: Page) -> None:
    assert page.values("src") == []
    assert page.all("link") == []
    assert not re.search(r"url\((?!#)|@import|//[a-z]", re.sub(r'href="https?://[^"]*"', "", page.text))


def test_headings_go_down_one_step_at_a_time_from_a_single_title(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_landmarks_are_there_and_tables_have_captions(page: Page) -> None:
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert page.all(landmark)
    assert len(page.all("caption")) == len(page.all("table")) == len(page.all("thead"))
    assert page.elements[[tag for tag, _ in page.elements].index("a")][1]["href"] == "#content"


def test_the_flow_scrolls_in_a_box_that_the_keyboard_reaches(page: Page) -> None:
    box = next(each for each in page.all("div") if each.get("class") == "paper")
    assert box["tabindex"] == "0"
    assert box["role"] == "region"
    assert box["aria-label"]
    assert any(each.get("class") == "cjm-flow" for each in page.all("svg"))


def test_a_finding_is_linked_to_its_touchpoint_and_the_touchpoint_to_it(page: Page) -> None:
    section = page.text.split('id="findings"')[1].split("</section>")[0]
    anchor = re.search(r'href="#(t-[^"]+)"', section)
    assert anchor
    assert "missing-goal" in section
    assert "write one" in section
    touch = page.text.split(f'id="{anchor[1]}"')[1].split("</article>")[0]
    assert 'href="#findings"' in touch


def test_the_same_journey_makes_the_same_page(samples: Path) -> None:
    first, second = (draw(load(samples / "bank-account.journey.yaml"), "html", today=TODAY) for _ in range(2))
    assert first == second


def test_the_page_says_its_language_and_that_of_texts_in_another(journey_of: Callable[[str], Journey]) -> None:
    spanish = draw(journey_of("language: es\nstages: [{name: Mirar}]"), "html").decode()
    assert '<html lang="es">' in spanish
    assert 'dir="auto">Mirar' in spanish
    arabic = draw(journey_of("language: ar\nstages: [{name: البحث}]"), "html").decode()
    assert '<html lang="en">' in arabic
    assert 'dir="auto" lang="ar">البحث' in arabic


def test_a_journey_with_nothing_in_it_has_a_page(journey_of: Callable[[str], Journey]) -> None:
    made = Page(draw(journey_of(""), "html").decode())
    assert made.open == []
    assert {"summary", "flow", "findings"} <= set(made.values("id"))
