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
from cjm.outputs.look import Look
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
    SVG = frozenset({"path", "rect", "circle", "use", "polygon", "polyline", "stop"})

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


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_this_style_sheet_this_script_and_nothing_else(page: Page) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    policy = next(each["content"] for each in page.all("meta") if "http-equiv" in each)
    assert policy.startswith("default-src 'none';")
    assert f"style-src {hash_of(style)};" in policy
    assert f"script-src {hash_of(script)};" in policy
    assert "unsafe" not in policy


def test_the_page_runs_one_script_of_ours_and_no_element_has_a_style_or_a_handler(page: Page) -> None:
    assert page.all("script") == [{}]
    assert page.values("style") == []
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)


def test_controls_wait_for_their_script(page: Page) -> None:
    """Without it nothing is shown that would do nothing."""
    for tag in re.findall(r"<(?:p|div) class=\"tools\"[^>]*>", page.text):
        assert tag.endswith("data-script hidden>")
    assert {each["id"] for each in page.all("dialog")} == {"panel", "show"}
    assert not any("open" in each for each in page.all("dialog"))


def test_nothing_is_fetched(page: Page) -> None:
    assert page.values("src") == []
    assert page.all("link") == []
    text = re.sub(r"<script>.*?</script>", "", page.text, flags=re.DOTALL)
    assert not re.search(r"url\((?!#)|@import|//[a-z]", re.sub(r'href="https?://[^"]*"', "", text))


def test_the_script_speaks_to_nobody(page: Page) -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL)
    for word in (
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "import(",
        "eval(",
        "innerHTML",
        "localStorage",
    ):
        assert word not in script
    assert set(re.findall(r"https?://[^\"'`\s]+", script)) == {"http://www.w3.org/2000/svg"}


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


def test_pictures_scroll_in_a_box_that_the_keyboard_reaches(page: Page) -> None:
    boxes = [each for each in page.all("div") if each.get("class") == "paper"]
    assert len(boxes) == 2
    for box in boxes:
        assert box["tabindex"] == "0"
        assert box["role"] == "region"
        assert box["aria-label"]
    shown = [each["class"].split()[-1] for each in page.all("svg") if "cjm-picture" in each.get("class", "")]
    assert shown == ["cjm-map", "cjm-map", "cjm-flow"]


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
    assert {"summary", "map", "flow", "findings"} <= set(made.values("id"))


def test_every_card_of_a_picture_leads_to_its_touchpoint(page: Page) -> None:
    touches = {each["id"] for each in page.all("article") if "touch" in each["class"]}
    parts = Counter(each["data-part"] for each in page.all("a") if "data-part" in each)
    assert touches
    assert all(parts[anchor] >= 2 for anchor in touches), "on the map and in the flow"


def test_each_part_says_which_filters_keep_it(samples: Path) -> None:
    made = Page(draw(load(samples / "tienda-online.journey.yaml"), "html").decode())
    options = {each["name"]: 0 for each in made.all("select")}
    assert set(options) == {"persona", "channel", "owner", "severity", "status"}
    cards = {each["data-of"]: each for each in made.all("li") if each.get("data-kind") == "touch"}
    assert cards["t-carrito"]["data-channel"] != cards["t-whatsapp"]["data-channel"]
    assert "data-status" not in cards["t-carrito"]


def test_the_pages_pictures_are_those_asked_for_and_always_the_flow(samples: Path) -> None:
    for view, sections in {"map": ["map", "flow"], "flow": ["flow"]}.items():
        made = Page(draw(load(samples / "bank-account.journey.yaml"), "html", view).decode())
        assert [each["id"] for each in made.all("section") if each.get("class") == "picture"] == sections


def test_a_template_or_a_script_of_the_users_stands_in_for_ours(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "html" / "scripts").mkdir(parents=True)
    (tmp_path / "html" / "findings.html").write_text('<section id="findings"><h2>Ours</h2></section>', "utf-8")
    (tmp_path / "html" / "scripts" / "copy.js").write_text('const ending = "</script><!--";\n', "utf-8")
    made = Page(draw(load(samples / "bank-account.journey.yaml"), "html", look=Look(templates=tmp_path)).decode())
    assert "<h2>Ours</h2>" in made.text
    assert made.all("script") == [{}]
    assert "<\\/script><\\!--" in made.text
    assert made.open == []
