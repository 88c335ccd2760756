from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from cjm.model import Journey
from cjm.outputs.draw import draw, laid_out
from cjm.outputs.look import Look
from cjm.outputs.paper import LEAST, POINT, _solid, pages
from cjm.outputs.troubles import OutputError
from cjm.project.load import load
from cjm.views.picture import Picture

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.journey.yaml"))
WORDS = """
stages: [{name: Año, touchpoints: [{name: Señal <b>, emotion: 1}, {name: 中文测试, emotion: -1}, {name: "😀"}]}]
"""


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


@pytest.mark.parametrize("view", ["map", "flow"])
def test_a_poster_is_as_large_as_its_picture(view: str) -> None:
    journey = load(SAMPLES[0])
    (page,) = read(draw(journey, "pdf", view)).pages
    picture = laid_out(journey, view)
    assert abs(float(page.mediabox.width) - picture.width * POINT) < 1
    assert abs(float(page.mediabox.height) - picture.height * POINT) < 1


def test_text_can_be_selected_in_every_script(journey_of: Callable[[str], Journey]) -> None:
    text = read(draw(journey_of(WORDS), "pdf")).pages[0].extract_text()
    for said in ("Año", "Señal <b>", "中文测试"):
        assert said in text


def test_the_title_is_the_journeys_and_no_markup(journey_of: Callable[[str], Journey]) -> None:
    journey = journey_of("stages: []")
    odd = type(journey)(**{**{name: getattr(journey, name) for name in journey.names}, "title": '#panic("x") *b* $x$'})
    made = read(draw(odd, "pdf", look=Look(page="a4")))
    assert made.metadata is not None
    assert made.metadata.title == odd.title


def test_the_language_is_the_journeys(journey_of: Callable[[str], Journey]) -> None:
    for language, said in (("es-MX", "es"), ("zh-Hans", "zh"), ("'*evil*\"] #x'", "en")):
        root = read(draw(journey_of(f"language: {language}\nstages: []"), "pdf")).root_object
        assert str(root["/Lang"]) == said


def test_a_title_too_long_for_the_head_of_a_page_leaves_the_number_whole(journey_of: Callable[[str], Journey]) -> None:
    stages = ", ".join(f"{{name: S{number}, touchpoints: [A{number}, B{number}, C{number}]}}" for number in range(9))
    journey = journey_of(f"stages: [{stages}]")
    long = type(journey)(**{**{name: getattr(journey, name) for name in journey.names}, "title": "Abc def " * 40})
    made = read(draw(long, "pdf", "flow", look=Look(page="a4")))
    assert len(made.pages) > 1
    for number, page in enumerate(made.pages, 1):
        assert f"{number} / {len(made.pages)}" in page.extract_text()
    assert made.metadata is not None
    assert made.metadata.title == long.title


def test_a_font_beside_others_is_the_only_one_used(journey_of: Callable[[str], Journey], tmp_path: Path) -> None:
    """Whoever names a font in a folder of downloads has not asked for the rest of it."""
    for name in ("Arimo-Regular.ttf", "Arimo-Bold.ttf"):
        (tmp_path / name).write_bytes((ROOT / "templates" / "fonts" / name).read_bytes())
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    journey = journey_of("stages: [{name: Año, touchpoints: [Señal]}]")
    made = draw(journey, "pdf", look=Look(fonts=(tmp_path / "Arimo-Regular.ttf",)))
    assert "Señal" in read(made).pages[0].extract_text()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_template_that_draws_no_picture_is_named(journey_of: Callable[[str], Journey], tmp_path: Path) -> None:
    (tmp_path / "svg").mkdir()
    (tmp_path / "svg" / "picture.svg").write_text("<svg")
    for form in ("pdf", "png"):
        with pytest.raises(OutputError, match="could not be set") as caught:
            draw(journey_of("stages: []"), form, look=Look(templates=tmp_path))
        assert caught.value.hint


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name.partition(".")[0])
@pytest.mark.parametrize("paper", ["a3", "a4"])
def test_a_page_is_never_cut_through_a_text_or_a_card(sample: Path, paper: str) -> None:
    picture = laid_out(load(sample), "map")
    assert isinstance(picture, Picture)
    sheets = pages(picture, paper)
    assert all(sheet.scale >= LEAST * POINT * 0.99 for sheet in sheets)
    solid = list(_solid(picture.groups))
    for piece in (piece for sheet in sheets for piece in sheet.pieces if not piece.headed):
        for box in solid:
            for edge in (piece.box.x, piece.box.right):
                assert not box.x + 0.5 < edge < box.right - 0.5, (box, edge)
            for edge in (piece.box.y, piece.box.bottom):
                assert not box.y + 0.5 < edge < box.bottom - 0.5, (box, edge)


def test_pages_hold_all_of_the_map_and_say_which_they_are() -> None:
    sample = next(file for file in SAMPLES if "tienda-online" in file.name)
    made = read(draw(load(sample), "pdf", look=Look(page="a4")))
    assert len(made.pages) > 1
    text = " ".join(" ".join(page.extract_text() for page in made.pages).split())
    for name in ("Anuncio en", "Crear cuenta", "Requisitos legales", f"1 / {len(made.pages)}"):
        assert name in text
    sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in made.pages}
    assert sizes == {(842, 595)}


def test_a_map_of_a_right_to_left_language_begins_on_its_right(journey_of: Callable[[str], Journey]) -> None:
    stages = ", ".join(f"{{name: S{number}, touchpoints: [A{number}, B{number}, C{number}]}}" for number in range(9))
    picture = laid_out(journey_of(f"language: ar\nstages: [{stages}]"), "map")
    sheets = pages(picture, "a4")
    assert len(sheets) > 1
    column, first = sheets[0].pieces[1].box, sheets[0].pieces[0].box
    assert column.right == picture.width
    assert abs(first.right - column.x) < 1


def test_the_same_bytes_come_out_anywhere(tmp_path: Path) -> None:
    code = (
        "import sys; from cjm.project.load import load; from cjm.outputs.draw import draw\n"
        f"sys.stdout.buffer.write(draw(load({str(SAMPLES[0])!r}), 'pdf'))"
    )
    made = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env=environment, cwd=folder
        )
        made.add(done.stdout)
        assert not list(folder.iterdir())
    assert len(made) == 1


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('not installed')\n")
    command = [sys.executable, "-m", "cjm", "render", str(SAMPLES[0]), "-f", "pdf"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "CJM_LANG": "en"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 2
    assert "cjm-toolkit[pdf]" in done.stderr
    assert not (tmp_path / "cjm-out").exists()
