"""What a browser makes of the report: nothing overflows, nothing is fetched, all of it works without scripts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from cjm.model import Journey
from cjm.outputs.draw import draw
from cjm.outputs.look import Look

pytestmark = pytest.mark.browser
Open = Callable[..., AbstractContextManager[Any]]

OUTSIDE = (Path(__file__).parent / "outside.js").read_text("utf-8")

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SPILT = """() => {
  const found = [];
  for (const group of document.querySelectorAll('.part .cjm-card')) {
    const plate = group.querySelector('.cjm-plate');
    if (!plate) continue;
    const edge = plate.getBBox();
    for (const text of group.querySelectorAll('text')) {
      const box = text.getBBox();
      if (box.x < edge.x - 1 || box.y < edge.y - 1 || box.x + box.width > edge.x + edge.width + 1
          || box.y + box.height > edge.y + edge.height + 1)
        found.push([text.textContent, box.x + box.width - edge.x - edge.width]);
    }
  }
  return found;
}"""
"""Texts of cards that leave them."""

OVER = """() => {
  const found = [];
  for (const picture of document.querySelectorAll('.part > svg')) {
    const frame = picture.viewBox.baseVal;
    const texts = [...picture.querySelectorAll('tspan')].filter(each => each.textContent.trim());
    const boxes = texts.map(each => {
      const [first, last] = [each.getExtentOfChar(0), each.getExtentOfChar(each.getNumberOfChars() - 1)];
      const left = Math.min(first.x, last.x), right = Math.max(first.x + first.width, last.x + last.width);
      const [top, bottom] = [first.y + first.height * .25, first.y + first.height * .8];
      return {text: each.textContent, left, right, top, bottom};
    });
    for (const box of boxes)
      if (box.left < frame.x - 1 || box.right > frame.x + frame.width + 1 || box.bottom > frame.y + frame.height)
        found.push([box.text, 'outside the picture']);
    boxes.sort((a, b) => a.left - b.left);
    boxes.forEach((box, number) => {
      for (let next = number + 1; next < boxes.length && boxes[next].left < box.right - 1; next++)
        if (boxes[next].top < box.bottom && boxes[next].bottom > box.top) found.push([box.text, boxes[next].text]);
    });
  }
  return found;
}"""
"""Lines of pictures that stand outside them or on one another."""


def test_nothing_stands_outside_its_box_and_the_page_never_scrolls_sideways(opened: Open, report: Path) -> None:
    with opened(report) as page:
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
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
        for picture in page.locator("section.picture").all():
            assert picture.locator(".cjm-picture, .notice").first.is_visible()
        for section in page.locator("main > section").all():
            assert section.is_visible()
        for control in page.locator("button, select, dialog").all():
            assert not control.is_visible()


def test_the_first_tab_skips_to_the_content(opened: Open, report: Path) -> None:
    with opened(report) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


def test_paper_has_no_contents_and_whole_pictures(opened: Open, report: Path) -> None:
    with opened(report) as page:
        page.emulate_media(media="print")
        assert not page.locator(".contents").is_visible()
        assert page.evaluate(WIDE) <= 0
        for wide in page.locator(".sheet").evaluate_all("all => all.map(each => each.getBoundingClientRect().width)"):
            assert wide <= page.evaluate("document.body.clientWidth")


def test_texts_of_pictures_keep_to_their_places_in_a_wider_font(opened: Open, journey: Journey, tmp_path: Path) -> None:
    font, file = "DejaVu Sans", tmp_path / "report.html"
    file.write_bytes(draw(journey, "html", look=Look(css=f".part svg {{ font-family: {font} }}")))
    with opened(file) as page:
        used = page.locator(".part svg").evaluate_all("all => all.map(each => getComputedStyle(each).fontFamily)")
        assert all(each.strip('"') == font for each in used)
        assert page.evaluate(SPILT) == []
        assert page.evaluate(OVER) == []


def test_every_anchor_is_on_the_page(opened: Open, report: Path) -> None:
    with opened(report) as page:
        lost = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')]"
            ".map(a => decodeURIComponent(a.getAttribute('href').slice(1)))"
            ".filter(id => !document.getElementById(id))"
        )
        assert lost == []


def test_without_scripts_a_link_goes_to_its_place_and_marks_it(opened: Open, report: Path) -> None:
    with opened(report, java_script_enabled=False) as page:
        link = page.locator("#pains tbody a[href^='#p-']").first
        if link.count():
            link.click()
            assert page.locator(":target").first.is_visible()


def test_the_page_passes_axe(opened: Open, report: Path) -> None:
    """Where npm has installed it: `npm install --prefix tests/browser axe-core`."""
    axe = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("axe-core is not installed in tests/browser")
    with opened(report) as page:
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        page.evaluate(axe.read_text("utf-8"))
        violations = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []


def test_a_samples_report_can_be_mailed(report: Path, journey: Journey) -> None:
    if journey.id != "absurd":
        assert report.stat().st_size <= 400_000
