"""What a browser makes of the report: nothing overflows, nothing is fetched, all of it works without scripts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from cjm.model import Journey
from cjm.outputs import palette, svg
from cjm.views.flow import flow

pytestmark = pytest.mark.browser
Open = Callable[..., AbstractContextManager[Any]]

OUTSIDE = """() => {
  const boxes = '.box, .touch, .card, .band, .tile, .finding, .aim, .groups > *, .fact, td, tbody th, caption, nav li,'
    + 'main > section';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || parent.closest('svg, .unseen, style, thead, .skip')) continue;
    const box = parent.closest(boxes) || document.body;
    const edge = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects())
      if (rect.width > 0 && (rect.left < edge.left - 1 || rect.right > edge.right + 1 ||
          rect.top < edge.top - 6 || rect.bottom > edge.bottom + 6))
        found.push([box.className || box.tagName, text.data.trim().slice(0, 60), rect.left, rect.right, edge.right]);
  }
  return found;
}"""
"""Every run of text that stands outside the smallest box it belongs to. Line boxes may be lower than their letters."""

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SPILT = """() => {
  const found = [];
  const check = (group, shape) => {
    const edge = shape.getBBox();
    for (const text of group.querySelectorAll(':scope > text')) {
      const box = text.getBBox();
      if (box.x < edge.x - 1 || box.y < edge.y - 1 || box.x + box.width > edge.x + edge.width + 1
          || box.y + box.height > edge.y + edge.height + 1)
        found.push([text.textContent, box.x + box.width - edge.x - edge.width]);
    }
  };
  for (const group of document.querySelectorAll('.cjm-cards > g')) check(group, group.querySelector('.cjm-card'));
  for (const group of document.querySelectorAll('.cjm-panels > g')) check(group, group.querySelector('.cjm-panel'));
  return found;
}"""


def test_nothing_stands_outside_its_box_and_the_page_never_scrolls_sideways(opened: Open, report: Path) -> None:
    with opened(report) as page:
        for width in (360, 1280, 2560):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(WIDE) <= 0, width
            assert page.evaluate(OUTSIDE) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_light_or_dark_as_its_reader_likes(opened: Open, report: Path, scheme: str) -> None:
    with opened(report, color_scheme=scheme) as page:
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        channels = [int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(",")]
        assert (sum(channels) > 600) is (scheme == "light")


def test_everything_is_there_without_scripts(opened: Open, report: Path) -> None:
    with opened(report, java_script_enabled=False) as page:
        assert page.locator("h1").is_visible()
        assert page.locator(".cjm-flow").is_visible()
        for section in page.locator("main > section").all():
            assert section.is_visible()


def test_the_first_tab_skips_to_the_content(opened: Open, report: Path) -> None:
    with opened(report) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


def test_paper_has_no_contents_and_the_whole_flow(opened: Open, report: Path) -> None:
    with opened(report) as page:
        page.emulate_media(media="print")
        assert not page.locator(".contents").is_visible()
        assert page.evaluate(WIDE) <= 0
        assert page.evaluate(
            "document.querySelector('.cjm-flow').getBoundingClientRect().width <= document.body.clientWidth"
        )


@pytest.mark.parametrize("font", ["Arimo, 'Liberation Sans'", "DejaVu Sans"])
def test_texts_of_the_flow_stay_in_their_cards_in_a_wider_font(
    opened: Open, journey: Journey, tmp_path: Path, font: str
) -> None:
    picture = svg.render(flow(journey), inline=True)
    assert palette.FONTS.split(",")[0] in picture
    styled = f"<!doctype html><meta charset=utf-8><style>svg {{ font-family: {font} }}</style>{picture}"
    file = tmp_path / "flow.html"
    file.write_text(styled, "utf-8")
    with opened(file) as page:
        assert page.evaluate(SPILT) == []


def test_every_anchor_is_on_the_page(opened: Open, report: Path) -> None:
    with opened(report) as page:
        lost = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.hash.slice(1)))"
            ".filter(id => !document.getElementById(id))"
        )
        assert lost == []


def test_a_link_is_shown_and_going_there_marks_the_place(opened: Open, report: Path) -> None:
    with opened(report) as page:
        link = page.locator("#pains tbody a[href^='#p-']").first
        if link.count():
            link.click()
            assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") >= 0


def test_the_page_passes_axe(opened: Open, report: Path) -> None:
    """Where npm has installed it: `npm install --prefix tests/browser axe-core`."""
    axe = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed in tests/browser")
    with opened(report) as page:
        page.evaluate(axe.read_text("utf-8"))
        violations = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
