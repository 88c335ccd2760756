"""Hostile text in every field that a journey can have comes out of every format as text: never as an element."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from itertools import cycle
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.model import Journey
from cjm.model.measurement import Measurement
from cjm.model.values import is_link
from cjm.outputs import OUTPUTS
from cjm.outputs.csv import is_formula
from cjm.outputs.draw import make
from cjm.outputs.engine import draw as draw_dot
from cjm.outputs.escape import clean
from cjm.views.choice import ALL, Choice

MAP = ("mermaid", "map")
Files = dict[str, bytes]
Make = Callable[..., Journey]
WAYS = [(form, view) for form, output in OUTPUTS.items() for view in output.views or ("",)]
SLOW = {"png", "pdf"}
"""Formats that are tried with all payloads side by side alone."""
VARYING = {"tspan", "polyline", "a", "code", "bdi", "br"}
"""How many there are follows from the text itself: its lines, the rules broken where it stands, links, backticks."""
DRAWN = {"svg", "title", "desc", "style", "rect", "g", "path", "polygon", "polyline", "text", "tspan", "circle",
         "linearGradient", "stop"}  # fmt: skip
MARKDOWN = {
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "strong",
    "em",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "span",
}
ESCAPES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
MERMAID_TEXT = re.compile(r'(?<=")[^"#;]*(?=")|(?:title|section|accTitle:) [^#;:]*$|^    [^#;:"]*: \d: [^#;:]*$')
ELSEWHERE = re.compile(r"(?i)^\s*(?:[a-z][a-z0-9+.-]*:|//)")


def findings(texts: Iterator[str]) -> list[Diagnostic]:
    said = msg("`{said}` is wrong", said=next(texts))
    return [Diagnostic("rule", Severity.WARNING, said, "x.yaml", Span(), "stages[0].touchpoints[0]", said)]


def files_of(journey: Journey, form: str, view: str, text: str = "x", choice: Choice = ALL) -> Files:
    found = findings(iter([text]))
    return make(journey, form, view or None, choice=choice, findings=found, today=date(2026, 11, 22)).files


def is_followed(text: str) -> bool:
    """Whether an address may become a link."""
    return is_link(text) and bool(re.match(r"(?i)https?:|mailto:", text))


def instead(number: int = 0, *, followed: bool) -> str:
    """A harmless text that is treated alike."""
    return f"https://x{number}.example/" if followed else f"x{number}"


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.scripts: list[dict[str, str | None]] = []
        self.shown: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    @property
    def steady(self) -> dict[str, int]:
        return {tag: number for tag, number in self.tags.items() if tag not in VARYING}


def assert_harmless(page: Page) -> None:
    """No handler, no style of its own, no address but the page's own anchors and the journey's honest links."""
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in {"style", "src", "srcdoc", "action", "formaction", "xlink:href", "ping"}, (tag, name)
        if name == "href" and not value.startswith("#"):
            assert (tag, is_followed(value)) == ("a", True), value
            assert ("a", "rel", "noopener noreferrer") in page.attributes
        if name in {"fill", "stroke", "clip-path", "mask", "filter", "transform"}:
            assert "url(" not in value or value.startswith("url(#"), (tag, name, value)
    equiv = [value for _, name, value in page.attributes if name == "http-equiv"]
    assert equiv == ["Content-Security-Policy"]
    assert not {"iframe", "object", "embed", "base", "form", "link", "img", "image"} & set(page.tags)
    assert all(each.get("type") in {None, "application/json"} for each in page.scripts)
    assert len([each for each in page.scripts if each.get("type") is None]) <= 1


@lru_cache(maxsize=2)
def page_of(data: bytes) -> Page:
    return Page(data.decode())


def html_shape(files: Files) -> object:
    page = page_of(files["html"])
    assert_harmless(page)
    policy = next(value for _, name, value in page.attributes if name == "content" and "default-src" in value)
    assert "unsafe" not in policy
    return page.steady


def svg_shape(files: Files) -> object:
    page = ET.fromstring(files["svg"])
    for each in page.iter():
        tag = each.tag.split("}")[-1]
        assert tag in DRAWN, tag
        for name, value in each.attrib.items():
            assert not name.lower().startswith("on"), name
            assert "href" not in name, name
            assert "url(" not in value or value.startswith("url(#"), value
    tags = (each.tag.split("}")[-1] for each in page.iter())
    return Counter(tag for tag in tags if tag not in VARYING)


def md_shape(files: Files) -> object:
    document = MarkdownIt("gfm-like", {"html": True}).render(files["md"].decode())
    page = Page(document)
    links = [value for _, name, value in page.attributes if name in {"href", "src"}]
    assert not [value for value in links if ELSEWHERE.match(value) and not is_followed(value)]
    assert not {*page.tags} - MARKDOWN - VARYING
    return {tag: number for tag, number in page.steady.items() if tag != "span"}, svg_shape(files)


def mermaid_shape(files: Files) -> object:
    """Its lines without their texts; what means something to Mermaid stands in a text as an entity."""
    lines = [line for line in files["mmd"].decode().splitlines() if not line.startswith("  classDef")]
    return [MERMAID_TEXT.sub("…", re.sub(r"#\d+;", "", line)) for line in lines]


def dot_shape(files: Files) -> object:
    return Counter(re.findall(r'<g id="[^"]*" class="(node|edge|cluster)">', draw_dot(files["dot"].decode())))


def csv_shape(files: Files) -> object:
    rows = {name: list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))) for name, data in files.items()}
    cells = (cell for table in rows.values() for row in table for cell in row)
    assert not [cell for cell in cells if is_formula(cell) and not re.fullmatch(r"[-+]?\d+(?:\.\d+)?", cell)]
    return {name: [len(row) for row in table] for name, table in rows.items()}


def xlsx_shape(files: Files) -> object:
    book = zipfile.ZipFile(BytesIO(files["xlsx"]))
    parts = {name: book.read(name) for name in book.namelist()}
    assert not [name for name, data in parts.items() if name.endswith(".rels") and b"External" in data]
    sheets = [ET.fromstring(data) for name, data in parts.items() if "worksheets/" in name]
    tags = Counter(each.tag.split("}")[-1] for sheet in sheets for each in sheet.iter())
    assert not {"f", "hyperlink"} & set(tags)
    return sorted(parts), tags["row"], tags["c"]


def json_shape(files: Files) -> object:
    """How many things there are, and of what kind; a text has more lines when it is longer."""

    def shape(value: object, name: str = "") -> object:
        if isinstance(value, dict):
            return {key: shape(each, key) for key, each in value.items()}
        if isinstance(value, list) and name not in {"lines", "points", "curve", "box"}:
            return [shape(each) for each in value if not (isinstance(each, dict) and each.get("mark") == "line")]
        return None

    return shape(json.loads(files["json"]))


def pdf_shape(files: Files) -> object:
    from pypdf import PdfReader  # noqa: PLC0415 - loads slowly

    made = PdfReader(BytesIO(files["pdf"]))
    root: dict[str, Any] = made.trailer["/Root"].get_object()  # type: ignore[assignment]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}))
    assert not [each for page in made.pages for each in page.annotations or ()]
    return len(made.pages)


def png_shape(files: Files) -> object:
    return files["png"][:8]


SHAPES: dict[str, Callable[[Files], object]] = {
    "svg": svg_shape, "png": png_shape, "pdf": pdf_shape, "html": html_shape, "md": md_shape, "mermaid": mermaid_shape,
    "dot": dot_shape, "csv": csv_shape, "xlsx": xlsx_shape, "json": json_shape,
}  # fmt: skip


def assert_like(shape: object, form: str, hostile: Files, name: str) -> None:
    """The files are made of the same things as harmless ones, and hold no byte that a terminal obeys."""
    assert SHAPES[form](hostile) == shape, name
    for ending, data in hostile.items():
        if ending not in {"png", "pdf", "xlsx"}:
            found = ESCAPES.search(data)
            assert not found, (name, ending, data[max(0, found.start() - 40) : found.start() + 10])


@pytest.mark.parametrize("form", [form for form in OUTPUTS if form not in SLOW])
def test_each_payload_in_every_field(form: str, payloads: dict[str, str], everything: Make) -> None:
    view = (OUTPUTS[form].views or ("",))[0]
    plain = {
        followed: SHAPES[form](files_of(everything(cycle([instead(followed=followed)])), form, view))
        for followed in (True, False)
    }
    for name, text in payloads.items():
        made = files_of(everything(cycle([text])), form, view, text)
        assert_like(plain[is_followed(text)], form, made, name)
        assert form != "html" or is_shown(text, made["html"]), name


def is_shown(text: str, page: bytes) -> bool:
    return " ".join(clean(text).split()) in " ".join("".join(page_of(page).shown).split())


def test_each_payload_as_a_name_that_others_refer_to(payloads: dict[str, str], saying: Make) -> None:
    plain = svg_shape(files_of(saying("x", referring=True), "svg", "map"))
    for name, text in payloads.items():
        assert_like(plain, "svg", files_of(saying(text, referring=True), "svg", "map"), name)


def ordered(payloads: dict[str, str], turn: int) -> tuple[list[str], list[str]]:
    """All payloads, beginning somewhere, and harmless texts in their stead."""
    texts = list(dict.fromkeys(payloads.values()))
    texts = texts[turn * 31 :] + texts[: turn * 31]
    return texts, [instead(number, followed=is_followed(text)) for number, text in enumerate(texts)]


@pytest.mark.parametrize(("form", "view"), WAYS)
def test_all_payloads_side_by_side(form: str, view: str, payloads: dict[str, str], everything: Make) -> None:
    """One text cannot open what the next one closes."""
    for turn in (0,) if form in SLOW else range(4):
        texts, harmless = ordered(payloads, turn)
        made, plain = (files_of(everything(cycle(each)), form, view) for each in (texts, harmless))
        assert_like(SHAPES[form](plain), form, made, f"turn {turn}")


@pytest.mark.parametrize(("form", "view"), [way for way in WAYS if way[0] not in SLOW])
def test_payloads_as_names_that_others_refer_to(form: str, view: str, payloads: dict[str, str], saying: Make) -> None:
    made, plain = (files_of(saying(*texts, referring=True), form, view) for texts in ordered(payloads, 2))
    assert_like(SHAPES[form](plain), form, made, "names")


@pytest.mark.parametrize(("form", "view"), WAYS)
def test_payloads_as_ids(form: str, view: str, payloads: dict[str, str], everything: Make) -> None:
    """No journey that is read has such ids; a program may make one."""
    texts, _ = ordered(payloads, 0)
    made, plain = (
        files_of(everything(cycle("x"), (f"{number}{each}" for number, each in enumerate(cycle(ids)))), form, view)
        for ids in (texts, ["x"])
    )
    assert_like(SHAPES[form](plain), form, made, "ids")


@pytest.mark.parametrize(("form", "view"), [way for way in WAYS if way[1] in {"map", "curve"} and way[0] != "mermaid"])
def test_payloads_in_a_journey_that_is_compared_with(
    form: str, view: str, payloads: dict[str, str], everything: Make
) -> None:
    texts, harmless = ordered(payloads, 1)
    journey = everything(cycle("x"))
    made, plain = (
        files_of(journey, form, view, choice=Choice(compared=everything(cycle(each)))) for each in (texts, harmless)
    )
    assert_like(SHAPES[form](plain), form, made, "compared")


@pytest.mark.parametrize(
    ("form", "view"),
    [
        ("mermaid", "flow"),
        ("dot", "flow"),
        *(way for way in WAYS if way[0] not in SLOW and way[1] in {"", "map"} and way != MAP),
    ],
)
def test_payloads_in_a_measurement(
    form: str, view: str, payloads: dict[str, str], everything: Make, measured: Callable[..., Measurement]
) -> None:
    """Names of activities, segments, channels and sources come from whoever fills the log."""
    journey, (texts, harmless) = everything(cycle("x")), ordered(payloads, 3)
    plain = files_of(journey, form, view, choice=Choice(measured=measured(journey, harmless[0])))
    for text in texts[:: 4 if form in {"html", "md"} else 9]:
        made = files_of(journey, form, view, choice=Choice(measured=measured(journey, text)))
        assert_like(SHAPES[form](plain), form, made, text)
