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

STRAYED = (Path(__file__).parent / "strayed.js").read_text("utf-8")


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
