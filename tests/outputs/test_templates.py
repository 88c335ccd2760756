"""Templates of somebody's own: one is replaced, the others stay; none does more than write the file."""

from __future__ import annotations

from math import inf, nan
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cjm.model import Journey
from cjm.outputs.draw import draw
from cjm.outputs.look import Look
from cjm.outputs.templates import fill, number, templates_folder
from cjm.outputs.troubles import OutputError

SAID = "{{ picture.title }}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "svg").mkdir()
    (tmp_path / "html").mkdir()
    return tmp_path


def drawn(journey: Journey, folder: Path, form: str = "svg") -> str:
    return draw(journey, form, look=Look(templates=folder)).decode()


def test_a_template_of_that_name_stands_in_for_ours(skips: Journey, folder: Path) -> None:
    (folder / "svg" / "picture.svg").write_text(f"<svg>{SAID}</svg>")
    assert drawn(skips, folder) == "<svg>Test</svg>"


def test_a_template_may_use_ours(skips: Journey, folder: Path) -> None:
    (folder / "svg" / "picture.svg").write_text('{% from "svg/signs.svg" import signs %}<svg>{{ signs.star }}</svg>')
    assert drawn(skips, folder).startswith("<svg>M0,-7.2")


def test_a_style_sheet_of_that_name_stands_in_for_ours(skips: Journey, folder: Path) -> None:
    (folder / "svg" / "light.css").write_text(".cjm-paper { fill: pink }")
    page = ET.fromstring(drawn(skips, folder))
    assert page.findtext("{http://www.w3.org/2000/svg}style") == ".cjm-paper { fill: pink }"


def test_a_part_of_the_report_can_be_replaced(skips: Journey, folder: Path) -> None:
    (folder / "html" / "summary.html").write_text("")
    (folder / "html" / "report.html").write_text("<title>{{ view.head.title }}</title>")
    assert drawn(skips, folder, "html") == "<title>Test</title>"


def test_what_ours_draw_is_the_same_inside_the_sandbox(skips: Journey, folder: Path) -> None:
    (folder / "svg" / "dark.css").write_text("")
    for form in ("svg", "html"):
        plain = draw(skips, form, look=Look(theme="light")).decode()
        assert draw(skips, form, look=Look(theme="light", templates=folder)).decode() == plain


def test_text_is_escaped_also_by_a_template_of_another_ending(skips: Journey, folder: Path) -> None:
    (folder / "svg" / "more.txt").write_text("{{ '<b>' }}")
    (folder / "svg" / "picture.svg").write_text('<svg>{% include "svg/more.txt" %}{{ "<i>&" }}</svg>')
    assert drawn(skips, folder) == "<svg>&lt;b&gt;&lt;i&gt;&amp;</svg>"


ESCAPES = {
    "classes": "{{ ''.__class__.__mro__ }}",
    "subclasses": "{{ picture.title.__class__.__base__.__subclasses__() }}",
    "globals": "{{ cycler.__init__.__globals__ }}",
    "format": "{{ '{0.__class__}'.format(picture) }}",
    "attr": "{{ picture|attr('__class__')|string|upper }}{{ (picture|attr('__class__')).__mro__ }}",
    "map": "{{ [picture]|map(attribute='__class__')|map(attribute='__name__')|list|first|upper }}",
    "import": "{% import 'os' as os %}",
    "absolute": '{% include "/etc/passwd" %}',
    "above": '{% include "../secret" %}',
    "endless range": "{% for n in range(10 ** 9) %}x{% endfor %}",
    "endless macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "itself": '{% include "svg/picture.svg" %}',
    "misspelt": "{{ picture.titel }}",
    "unknown": "{{ journey }}",
    "no filter": "{{ picture.title|shout }}",
    "unclosed": "{% for mark in picture.groups %}",
    "raises": "{{ 1 // 0 }}",
}


@pytest.mark.parametrize("source", ESCAPES.values(), ids=ESCAPES.keys())
def test_a_template_that_does_not_work_or_reaches_further_is_refused(skips: Journey, folder: Path, source: str) -> None:
    (folder.parent / "secret").write_text("secret")
    (folder / "svg" / "picture.svg").write_text(f"<svg>\n{source}\n</svg>")
    with pytest.raises(OutputError, match="does not work") as caught:
        drawn(skips, folder)
    said = str(caught.value)
    assert "picture.svg" in said or "`os`" in said or "passwd" in said or "secret" in said
    assert str(folder) not in said
    assert caught.value.hint is not None


def test_the_line_of_a_mistake_is_named(skips: Journey, folder: Path) -> None:
    for source in ("{{ picture.titel }}", "{% endfor %}"):
        (folder / "svg" / "picture.svg").write_text(f"<svg>\n\n{source}\n</svg>")
        with pytest.raises(OutputError, match=r"picture\.svg:3"):
            drawn(skips, folder)


@pytest.mark.parametrize("name", ["svg/picture.svg", "svg/light.css"])
def test_a_file_that_is_no_text_is_refused(skips: Journey, folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"<svg>\xff\xfe</svg>")
    with pytest.raises(OutputError, match=r"svg/(picture\.svg|light\.css)"):
        drawn(skips, folder)


@pytest.mark.parametrize("name", ["svg/picture.svg", "svg/light.css", "svg/more.svg"])
def test_a_link_that_leads_out_of_the_folder_is_refused(
    skips: Journey, folder: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text("hunter2")
    (folder / "svg" / "picture.svg").write_text('<svg>{{ style }}{% include ["svg/more.svg", "svg/signs.svg"] %}</svg>')
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret)
    with pytest.raises(OutputError, match="link to another folder"):
        drawn(skips, folder)


def test_a_link_inside_the_folder_is_followed(skips: Journey, folder: Path) -> None:
    (folder / "mine.svg").write_text(SAID)
    (folder / "svg" / "picture.svg").symlink_to(folder / "mine.svg")
    assert drawn(skips, folder) == "Test"


def test_a_folder_may_itself_be_a_link(skips: Journey, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (folder / "svg" / "picture.svg").write_text(SAID)
    link = tmp_path_factory.mktemp("links") / "mine"
    link.symlink_to(folder)
    assert drawn(skips, link) == "Test"


def test_a_mistake_in_our_own_templates_is_a_bug_and_not_the_users() -> None:
    with pytest.raises(Exception, match="undefined") as caught:
        fill("svg/picture.svg")
    assert not isinstance(caught.value, OutputError)


def test_ours_are_where_the_package_says() -> None:
    assert (templates_folder() / "svg" / "picture.svg").is_file()


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (1.999, "2"), (12.30, "12.3"), (1e-9, "0"), (-3.456, "-3.46"),
     (100.0, "100"), (1e15, "1000000000000000")],
)  # fmt: skip
def test_numbers_have_two_decimals_at_most_and_no_exponent(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_no_number_is_never_written(value: float) -> None:
    with pytest.raises((ValueError, OverflowError)):
        number(value)
