"""Every view of every journey in a real browser: texts keep to their places, whatever font the system has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cjm.model import Journey
from cjm.outputs import PICTURES, svg
from cjm.outputs.draw import laid_out
from cjm.outputs.look import PLAIN

pytestmark = pytest.mark.browser

STRAYED = """boxes => {
  const found = [], letters = [];
  document.querySelectorAll('.cjm-group').forEach((group, number) => {
    const [left, top, right, bottom] = boxes[number];
    for (const line of group.querySelectorAll('tspan')) {
      const count = line.getNumberOfChars();
      if (!line.textContent.trim() || !count) continue;
      const [first, last] = [line.getExtentOfChar(0), line.getExtentOfChar(count - 1)];
      const box = {text: line.textContent, left: Math.min(first.x, last.x),
        right: Math.max(first.x + first.width, last.x + last.width),
        top: first.y + first.height * .25, bottom: first.y + first.height * .8};
      if (box.left < left - 1.5 || box.right > right + 1.5 || box.top < top - 3 || box.bottom > bottom + 3)
        found.push(['outside', box.text, box.left - left, right - box.right, box.top - top, bottom - box.bottom]);
      letters.push(box);
    }
  });
  letters.sort((a, b) => a.left - b.left);
  letters.forEach((box, number) => {
    for (let next = number + 1; next < letters.length && letters[next].left < box.right - 1; next++)
      if (letters[next].top < box.bottom && letters[next].bottom > box.top)
        found.push(['over one another', box.text, letters[next].text]);
  });
  return found;
}"""
"""Lines that stand outside the group they belong to, or on one another."""


@pytest.mark.parametrize("view", PICTURES)
def test_texts_keep_to_their_places(chromium: Any, tmp_path: Path, journey: Journey, view: str) -> None:
    picture = svg.traced(laid_out(journey, view), PLAIN)
    boxes = [[box.x, box.y, box.right, box.bottom] for box in (group.box for group in picture.groups)]
    drawn, file = svg.render(picture), tmp_path / "picture.svg"
    page = chromium.new_page()
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(message.text))
    page.on("request", lambda request: noticed.append(request.url))
    try:
        for font in ("Arimo", "DejaVu Sans"):
            file.write_text(drawn.replace('font-family="Arimo, ', f'font-family="{font}, '), "utf-8")
            page.goto(file.as_uri())
            assert page.evaluate(STRAYED, boxes) == [], font
        assert set(noticed) == {file.as_uri()}, "the page asks for nothing but itself"
    finally:
        page.close()
