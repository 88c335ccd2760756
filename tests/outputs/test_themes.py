"""Themes and style sheets: what a picture looks like is CSS, and CSS fetches nothing."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.outputs import OUTPUTS, palette
from cjm.outputs.draw import draw
from cjm.outputs.look import THEMES, Look
from cjm.outputs.sheets import reaches_out, sheet
from cjm.outputs.templates import read

SVG = "{http://www.w3.org/2000/svg}"
FETCHING = [
    '@import "http://127.0.0.1/x.css";',
    "@import url(x.css);",
    "@IMPORT 'x.css';",
    r"@\69mport 'x.css';",
    r"@\000069 mport 'x.css';",
    "a { background: url(http://127.0.0.1/) }",
    "a { background: url( 'http://127.0.0.1/' ) }",
    "a { background: URL(//127.0.0.1/) }",
    "a { background: url(x.png) }",
    r"a { background: \75rl(http://127.0.0.1/) }",
    r"a { background: u\72 l(http://127.0.0.1/) }",
    r"a { background: \u\r\l(http://127.0.0.1/) }",
    r"a { background: url(\68ttp://127.0.0.1/) }",
    "a { background: image-set('http://127.0.0.1/' 1x) }",
    "a { background: -webkit-image-set('x.png' 1x) }",
    "a { background: image('x.png') }",
    "@font-face { font-family: x; src: url(x.woff2) }",
    "a { background: src('http://127.0.0.1/') }",
    'a { content: "/*"; background: url(http://127.0.0.1/); b: "*/" }',
    "a { background: url(data:,/*), url(http://127.0.0.1/), url(data:,*/) }",
    "/* */ a { background: url(/**/http://127.0.0.1/) }",
    "/* a comment that never ends: url(http://127.0.0.1/)",
]
HARMLESS = [
    "",
    "a { fill: red }",
    ".cjm-ink { fill: url(#gradient) }",
    "a { background: url('data:image/png;base64,AAAA') }",
    "a { background: url(  data:image/png;base64,AAAA) }",
    r'a { content: "\201C\"url" }',
    "/* https://example.org, an important image (url) */ a { fill: red }",
    '@media print { .cjm-paper { fill: "#fff" } }',
    r"a::before { content: '\\75rl('; }",
]


@pytest.mark.parametrize("css", FETCHING)
def test_css_that_would_fetch_is_found(css: str) -> None:
    assert reaches_out(css)


@pytest.mark.parametrize("css", HARMLESS)
def test_css_that_fetches_nothing_may_be_used(css: str) -> None:
    assert not reaches_out(css)


@pytest.mark.parametrize("theme", THEMES)
def test_our_own_themes_fetch_nothing(theme: str) -> None:
    assert not reaches_out(sheet(Look(theme=theme)))


@pytest.mark.parametrize("theme", ["dark", "print"])
@pytest.mark.parametrize("view", OUTPUTS["svg"].views)
def test_a_theme_changes_colours_and_nothing_else(theme: str, view: str, skips: Journey) -> None:
    plain, themed = (ET.fromstring(draw(skips, "svg", view, look=Look(theme=each))) for each in ("light", theme))
    styles = [each.find(f"{SVG}style") for each in (plain, themed)]
    assert styles[0] is not None
    assert styles[1] is not None
    assert (styles[1].text or "").startswith(styles[0].text or "-")
    assert styles[1].text != styles[0].text
    styles[0].text = styles[1].text
    assert ET.tostring(plain) == ET.tostring(themed)


def test_a_style_sheet_of_ones_own_comes_last(skips: Journey) -> None:
    css = ".cjm-paper { fill: #ffe }"
    style = ET.fromstring(draw(skips, look=Look(theme="dark", css=css))).findtext(f"{SVG}style") or ""
    assert style.endswith(css)


BREAKING = "</style><script>alert(1)</script>]]><!-- a > b { content: '\"&amp;' } \x1b[31m"


@pytest.mark.parametrize("view", OUTPUTS["svg"].views)
def test_a_style_sheet_cannot_leave_its_element_in_a_picture(view: str, skips: Journey) -> None:
    page = ET.fromstring(draw(skips, "svg", view, look=Look(css=BREAKING)))
    assert not list(page.iter(f"{SVG}script"))
    assert (page.findtext(f"{SVG}style") or "").endswith(BREAKING.replace("\x1b", "\ufffd"))


def test_a_style_sheet_cannot_leave_its_element_in_a_report(skips: Journey) -> None:
    def tags(css: str) -> list[str]:
        found: list[str] = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attrs: found.append(tag)  # type: ignore[method-assign] # noqa: ARG005
        parser.feed(draw(skips, "html", look=Look(css=css)).decode())
        return found

    assert tags(BREAKING) == tags("")


def test_a_style_sheet_is_allowed_by_the_policy_of_a_report(skips: Journey) -> None:
    """The policy names the style by its hash, which covers what the user added."""
    plain, restyled = (
        re.findall(r"style-src '(sha256-[^']+)'", unescape(draw(skips, "html", look=Look(css=css)).decode()))
        for css in ("", ".cjm-paper { fill: pink }")
    )
    assert len(plain) == len(restyled) == 1
    assert plain != restyled


def test_formats_without_a_style_sheet_have_the_colours_of_the_light_one() -> None:
    light = read("svg/light.css")
    for role, color in (("ink", palette.INK), ("quiet", palette.QUIET), ("paper", palette.PAPER)):
        assert f".cjm-{role} {{ fill: {color} }}" in light
    for hue, (fill, edge) in enumerate(zip(palette.HUES, palette.EDGES, strict=True)):
        assert f".cjm-hue{hue} {{ fill: {fill}; stroke: {edge} }}" in light
    for mood in range(-2, 3):
        assert f".cjm-mood{mood} {{ fill: {palette.MOODS[mood]} }}" in light


def test_no_style_sheet_sets_the_width_that_says_how_many_customers_take_an_edge() -> None:
    for theme in ("light", "dark", "print"):
        for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", read(f"svg/{theme}.css")):
            if "stroke-width" in body:
                edges = [each.strip() for each in selectors.split(",") if ".cjm-edge" in each]
                assert all(each.startswith("polyline") for each in edges), selectors
