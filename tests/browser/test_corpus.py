"""What people leave after a first afternoon, drawn and reported on in a real browser: nothing spills, covers or is cut.

Many drafts share a page and a test, for the sake of time; a failure names its draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cjm.checks.validate import check
from cjm.model import Journey
from cjm.outputs import PICTURES, svg
from cjm.outputs.draw import draw, laid_out
from cjm.outputs.look import PLAIN
from cjm.project.load import load

pytestmark = pytest.mark.browser
TODAY = date(2026, 11, 22)
CORPUS = Path(__file__).parents[1] / "corpus"
UNREAD = {"es-seis-lineas-claves-en-espanol"}
"""Nothing can be drawn of a draft before `cjm validate --fix` has put its keys into English."""
DRAFTS = [file for file in sorted(CORPUS.glob("*.journey.yaml")) if file.name.partition(".")[0] not in UNREAD]
FONTS = ("Arimo", "DejaVu Sans")
WIDTHS = (360, 1280)

STRAYED, OUTSIDE = ((Path(__file__).parent / name).read_text("utf-8") for name in ("strayed.js", "outside.js"))
EACH_STRAYED = f"""pictures => {{
  const strayed = {STRAYED};
  return pictures.flatMap(([name, drawn, boxes]) => {{
    document.body.innerHTML = drawn;
    if (!document.querySelector('.cjm-group')) return [[name, 'nothing is drawn']];
    return strayed(boxes).map((found) => [name, ...found]);
  }});
}}"""
OPENED = "for (const each of document.querySelectorAll('details')) each.open = true"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def page(chromium: Any) -> Iterator[Any]:
    """One page for all drafts, which says nothing and asks for nothing but itself."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened, heard = context.new_page(), []
    opened.on("console", lambda message: heard.append(message.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.on("request", lambda asked: heard.append(asked.url) if not asked.url.endswith("report.html") else None)
    yield opened
    assert heard == []
    context.close()


@pytest.fixture(scope="module")
def drafts() -> dict[str, Journey]:
    return {file.name.partition(".")[0]: load(file) for file in DRAFTS}


@pytest.mark.parametrize("view", PICTURES)
def test_texts_of_every_drafts_picture_keep_to_their_places(page: Any, drafts: dict[str, Journey], view: str) -> None:
    pictures: list[tuple[str, str, list[list[float]]]] = []
    for name, journey in drafts.items():
        picture = svg.traced(laid_out(journey, view), PLAIN)
        boxes = [[box.x, box.y, box.right, box.bottom] for box in (group.box for group in picture.groups)]
        pictures.append((name, svg.render(picture), boxes))
    page.set_content("<!doctype html><title>drafts</title><body></body>")
    for font in FONTS:
        family = f'font-family="{font}, '
        drawn = [[name, text.replace('font-family="Arimo, ', family), boxes] for name, text, boxes in pictures]
        assert all(family in text for _, text, _ in drawn)
        assert page.evaluate(EACH_STRAYED, drawn) == [], font


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_every_drafts_report_fits_a_telephone_and_a_desk(page: Any, tmp_path: Path, language: str) -> None:
    made = tmp_path / "report.html"
    for file in DRAFTS:
        if file.name.startswith(language):
            made.write_bytes(draw(load(file), "html", findings=check(file, today=TODAY), today=TODAY))
            page.goto(made.as_uri())
            page.evaluate(OPENED)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate(WIDE) <= 0, (file.name, width)
                assert page.evaluate(OUTSIDE) == [], (file.name, width)
