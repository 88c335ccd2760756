"""`cjm render --theme --templates --font --scale --width --page --graphviz`: how it looks, and what is refused."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def printed(cjm: Run, journey: Path, *arguments: str) -> str:
    done = cjm("render", journey.name, "--out", "-", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_theme_and_a_style_sheet_come_together(cjm: Run, journey: Path, form: str) -> None:
    (journey.parent / "ours.css").write_bytes("\ufeff.cjm-paper { fill: linen } /* ñ */".encode())
    made = printed(cjm, journey, "--format", form, "--theme", "dark", "--theme", "ours.css")
    assert ".cjm-paper { fill: linen } /* ñ */" in made
    assert ".cjm-paper { fill: #12161c }" in made


def test_the_document_has_its_picture_in_the_theme(cjm: Run, journey: Path) -> None:
    cjm("render", journey.name, "--format", "md", "--theme", "dark")
    assert "#12161c" in (journey.parent / "cjm-out" / "buying-shoes.svg").read_text()


def test_one_template_can_be_replaced(cjm: Run, journey: Path) -> None:
    (journey.parent / "mine" / "svg").mkdir(parents=True)
    (journey.parent / "mine" / "svg" / "picture.svg").write_text("<svg>{{ picture.title }}</svg>")
    assert printed(cjm, journey, "--templates", "mine") == "<svg>Buying shoes</svg>"


def test_a_picture_is_as_wide_or_as_fine_as_asked(cjm: Run, journey: Path) -> None:
    def width(*arguments: str) -> int:
        assert cjm("render", journey.name, "--format", "png", "--force", *arguments).returncode == 0
        data = (journey.parent / "cjm-out" / "buying-shoes.png").read_bytes()
        return int(struct.unpack(">I", data[16:20])[0])

    assert width("--width", "300") == 300
    assert width("--scale", "1") * 2 == pytest.approx(width(), abs=2)


FETCHING = "@import url(https://example.org/x.css);"
CASES = {
    "no theme": (("--theme", "darc"), "there is no theme `darc`", "`light`, `dark`, `print`"),
    "two themes": (("--theme", "dark", "--theme", "print"), "there can be one theme", "style sheets"),
    "no style sheet": (("--theme", "none.css"), "`none.css` cannot be read: No such file", ""),
    "a folder": (("--theme", "folder.css"), "`folder.css` cannot be read: Is a directory", ""),
    "fetching": (("--theme", "fetching.css"), "`fetching.css` would fetch something from elsewhere", "`data:`"),
    "hidden": (("--theme", "hidden.css"), "`hidden.css` would fetch something from elsewhere", "`data:`"),
    "latin": (("--theme", "latin.css"), "`latin.css` is not text in UTF-8", "save it as UTF-8"),
    "enormous": (("--theme", "enormous.css"), "`enormous.css` is larger than any style sheet", ""),
    "no templates": (("--templates", "none"), "there is no folder `none`", "after `--templates`"),
    "a file": (("--templates", "latin.css"), "there is no folder `latin.css`", "after `--templates`"),
    "none of ours": (("--templates", "empty"), "`empty` holds no template that cjm would use", "`svg/picture.svg`"),
    "misplaced": (
        ("--templates", "flat"),
        "`flat` holds no template that cjm would use",
        "belongs in its folder `svg`",
    ),
    "of another format": (("--templates", "page"), "`page` holds no template that cjm would use", "`svg/picture.svg`"),
    "mistaken": (("--templates", "mistaken"), "the template `picture.svg:2` does not work", "or leave out"),
    "nosy": (("--templates", "nosy"), "does not work", "or leave out"),
    "font of svg": (("--font", "x.ttf"), "`--font` means nothing for the format `svg`", "`png`, `pdf`"),
    "no font": (("--format", "png", "--font", "none.ttf"), "none.ttf", ""),
    "scale of svg": (("--scale", "2"), "`--scale` means nothing for the format `svg`", "`png`"),
    "width of pdf": (("--format", "pdf", "--width", "200"), "`--width` means nothing for the format `pdf`", "`png`"),
    "two sizes": (("--format", "png", "--width", "200", "--scale", "2"), "both say how large", "leave one out"),
    "page of png": (("--format", "png", "--page", "a4"), "`--page` means nothing for the format `png`", "`pdf`"),
    "engine of map": (("--graphviz", "system"), "`--graphviz` means nothing for the view `map`", "`flow`"),
    "engine of dot": (("--format", "dot", "--graphviz", "system"), "means nothing for the format `dot`", "`svg`"),
    "theme of csv": (("--format", "csv", "--theme", "dark"), "`--theme` means nothing for the format `csv`", "`svg`"),
    "templates of csv": (("--format", "csv", "--templates", "x"), "means nothing for the format `csv`", "`svg`"),
}


@pytest.fixture
def materials(journey: Path) -> Path:
    """A folder with everything that somebody may try."""
    folder = journey.parent
    (folder / "folder.css").mkdir()
    (folder / "fetching.css").write_text(FETCHING)
    (folder / "hidden.css").write_text(r'a { b: "/*"; background: \75rl(https://example.org); c: "*/" }')
    (folder / "latin.css").write_bytes("/* año */".encode("cp1252"))
    (folder / "enormous.css").write_bytes(b" " * 1_000_001)
    for name, file, text in (
        ("empty", "read.me", "x"),
        ("flat", "picture.svg", "x"),
        ("page", "html/report.html", "x"),
        ("mistaken", "svg/picture.svg", "<svg>\n{{ picture.titel }}</svg>"),
        ("nosy", "svg/picture.svg", "{{ ''.__class__.__mro__ }}"),
    ):
        (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / file).write_text(text)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_a_look_that_cannot_be_is_refused_in_a_sentence(cjm: Run, journey: Path, materials: Path, name: str) -> None:
    options, said, hint = CASES[name]
    done = cjm("render", journey.name, *options)
    assert done.returncode == 2, done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) <= 2
    assert said in lines[0]
    assert hint in lines[-1]
    assert not (materials / "cjm-out").exists()


@pytest.mark.parametrize("options", [("--scale", "0"), ("--scale", "nan"), ("--width", "5"), ("--page", "a5")])
def test_a_size_that_no_picture_can_have_is_refused(cjm: Run, journey: Path, options: tuple[str, str]) -> None:
    done = cjm("render", journey.name, "--format", "png", *options)
    assert done.returncode == 2
    assert options[0] in done.stderr
