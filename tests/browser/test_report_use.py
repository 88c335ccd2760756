"""What people do with a report in the room: pick out, look closer, walk the stages, take a picture with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cjm.checks.validate import check
from cjm.outputs.draw import draw
from cjm.outputs.look import Look
from cjm.project.load import load

pytestmark = pytest.mark.browser
Open = Callable[..., AbstractContextManager[Any]]
SAMPLE = Path(__file__).parents[2] / "samples" / "tienda-online.journey.yaml"
TODAY = date(2026, 11, 22)
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
CARD = "#map a[data-part='t-crear-cuenta']"
FOCUSED = "selector => document.activeElement.matches(selector)"

CUT = """() => {
  const slide = document.querySelector('#slide'), room = slide.getBoundingClientRect();
  const found = [slide.scrollWidth - slide.clientWidth].filter(more => more > 0);
  for (const each of slide.querySelectorAll('h2, h3, li, p, b, bdi'))
    for (const box of each.getClientRects())
      if (box.width > 2 && (box.left < room.left - 1 || box.right > room.right + 1)) found.push(each.textContent);
  return found;
}"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("shop") / "report.html"
    made.write_bytes(draw(load(SAMPLE), "html", findings=check(SAMPLE, today=TODAY), today=TODAY))
    return made


def violations(page: Any) -> list[tuple[str, str]]:
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found]


def names(page: Any, selector: str) -> list[str]:
    return [each.strip() for each in page.locator(selector).all_inner_texts()]


def choose(page: Any, name: str, option: str) -> None:
    if not page.locator("#filters").is_visible():
        page.click("#filter")
    page.select_option(f"#filters select[name={name}]", option)


def test_a_card_opens_what_is_known_about_it_and_closing_goes_back_to_the_card(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        page.click(CARD)
        panel = page.locator("#panel")
        assert panel.is_visible()
        assert panel.locator("h2").inner_text().strip() == "Crear cuenta"
        for said in ("Cuenta obligatoria antes de pagar", "Compra como invitado", "frustración", "Laura"):
            assert said in panel.inner_text()
        assert page.evaluate("location.hash") == "#t-crear-cuenta"
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        page.wait_for_function(FOCUSED, arg="[data-part='t-crear-cuenta']")
        assert page.evaluate("location.hash") == ""


def test_the_keyboard_alone_goes_from_card_to_card_and_opens_them(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        page.locator("#flow .paper").focus()
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.dataset.part")
        page.keyboard.press("End")
        last = page.evaluate("document.activeElement.dataset.part")
        page.keyboard.press("ArrowLeft")
        assert len({first, last, page.evaluate("document.activeElement.dataset.part")}) == 3
        page.keyboard.press("Home")
        assert page.evaluate("document.activeElement.dataset.part") == first
        page.locator("#flow a[data-part='t-carrito']").focus()
        page.keyboard.press("Enter")
        assert page.locator("#panel h2").inner_text().strip() == "Carrito"
        page.wait_for_function(FOCUSED, arg="#panel h2")
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        page.locator("#panel .after").press("Enter")
        assert page.locator("#panel h2").inner_text().strip() != "Carrito"
        page.locator("#panel .close").press("Enter")
        page.wait_for_function(FOCUSED, arg="[data-part='t-carrito']")


def test_a_link_to_a_touchpoint_opens_it_and_its_last_link_goes_to_its_chapter(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        page.goto(f"{shop.as_uri()}#t-pago")
        page.reload()
        assert page.locator("#panel h2").inner_text().strip() == "Pago"
        page.click("#panel .away a")
        assert not page.locator("#panel").is_visible()
        page.wait_for_function("document.querySelector('#t-pago').getBoundingClientRect().top < 200")


def test_a_pain_point_of_the_table_is_marked_in_the_panel_of_its_touchpoint(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        page.locator("#pains tbody th a").first.click()
        marked = page.locator("#panel .marked")
        assert marked.is_visible()
        assert page.locator("#pains tbody th a").first.inner_text() in marked.inner_text()


def test_filters_say_how_much_they_hide_and_keep_it_in_the_address(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        choose(page, "channel", "whatsapp")
        assert page.locator("#tally").inner_text().startswith("1 de 15 puntos de contacto, 1 de 6 puntos de dolor")
        assert names(page, "#stages article:visible h4 bdi") == ["Pregunta por WhatsApp"]
        assert page.locator("#map a.faded[data-part='t-carrito']").count()
        assert not page.locator("#map a.faded[data-part='t-whatsapp']").count()
        address = page.evaluate("location.href")
        assert address.endswith("?channel=whatsapp")
        page.goto("about:blank")
        page.goto(address)
        assert names(page, "#stages article:visible h4 bdi") == ["Pregunta por WhatsApp"]
        page.click("#everything")
        assert len(names(page, "#stages article:visible h4 bdi")) == 15
        assert not page.locator("#tally").is_visible()
        assert "channel" not in page.evaluate("location.href")


def test_filters_join_and_a_link_to_a_hidden_place_takes_them_off(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        choose(page, "severity", "4")
        assert names(page, "#pains tbody th:visible") == ["Cuenta obligatoria antes de pagar"]
        assert names(page, "#chances tbody th:visible a")[0] == "Compra como invitado"
        choose(page, "persona", "pedro")
        assert names(page, "#pains tbody th:visible") == []
        assert "0 de 6 puntos de dolor" in page.locator("#tally").inner_text()
        choose(page, "severity", "")
        choose(page, "channel", "whatsapp")
        page.click(CARD)
        page.click("#panel .away a")
        page.wait_for_function("!document.querySelector('#t-crear-cuenta').closest('li').hidden")
        assert "filtro" in page.locator("#said").inner_text()


def test_a_filter_by_status_and_owner_keeps_their_opportunities(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        everything = len(names(page, "#chances tbody tr:visible"))
        choose(page, "status", "in_progress")
        assert 0 < len(names(page, "#chances tbody tr:visible")) < everything
        assert set(names(page, "#chances tbody tr:visible .status")) == {"En curso"}


def test_opportunities_are_sorted_by_a_column_and_back(opened: Open, shop: Path) -> None:
    with opened(shop) as page:
        ranked = names(page, "#chances tbody th > a")
        button = page.locator("#chances th[data-sort='impact'] button")
        figures = "[...document.querySelectorAll('#chances .of-impact')].map(each => Number(each.dataset.order || 0))"
        button.click()
        assert page.evaluate(figures) == sorted(page.evaluate(figures), reverse=True)
        assert page.locator("#chances th[data-sort='impact']").get_attribute("aria-sort") == "descending"
        button.press("Enter")
        assert page.locator("#chances th[data-sort='impact']").get_attribute("aria-sort") == "ascending"
        button.press("Enter")
        assert names(page, "#chances tbody th > a") == ranked


@pytest.mark.parametrize("size", [(1280, 720), (360, 740)])
def test_the_presentation_walks_the_stages_by_keyboard_and_cuts_nothing(
    opened: Open, report: Path, size: tuple[int, int]
) -> None:
    with opened(report, size[0]) as page:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        if not page.locator("#present").count():
            return
        page.keyboard.press("F8")
        slides = int(page.locator("#progress").inner_text().split("/")[1])
        assert slides >= 2 + page.locator(".stage").count()
        for number in range(1, slides + 1):
            assert page.locator("#progress").inner_text() == f"{number} / {slides}"
            assert page.evaluate(CUT) == []
            page.keyboard.press("PageDown")
        page.keyboard.press("Home")
        assert page.locator("#progress").inner_text() == f"1 / {slides}"
        page.keyboard.press("Escape")
        assert not page.locator("#show").is_visible()
        page.wait_for_function(FOCUSED, arg="#present")


def test_a_slide_shows_its_stage_in_large_letters(opened: Open, shop: Path) -> None:
    with opened(shop, 1920) as page:
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.click("#present")
        for _ in range(4):
            page.click("#show .after")
        assert page.locator("#slide h2").inner_text() == "Compra"
        for said in ("Crear cuenta", "Cuenta obligatoria antes de pagar", "Compra como invitado"):
            assert page.locator("#slide .columns-of").get_by_text(said).first.is_visible()
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#slide .step')).fontSize)") >= 24
        assert page.evaluate(
            "document.querySelector('#slide').scrollHeight <= document.querySelector('#slide').clientHeight"
        )
        assert page.locator("#slide .strip rect.here").count() == 1


COLORS = """async () => {
  const [item] = await navigator.clipboard.read();
  const image = await createImageBitmap(await item.getType('image/png'));
  const canvas = new OffscreenCanvas(image.width, image.height), paint = canvas.getContext('2d');
  paint.drawImage(image, 0, 0);
  const seen = new Set(new Uint32Array(paint.getImageData(0, 0, image.width, image.height).data.buffer));
  return [image.width, image.height, seen.size];
}"""


def test_a_picture_is_copied_as_an_image(opened: Open, shop: Path) -> None:
    with opened(shop, permissions=["clipboard-read", "clipboard-write"]) as page:
        wanted = page.evaluate("document.querySelector('#flow .part svg').viewBox.baseVal.width")
        page.click("#flow .copying")
        page.locator("#said").get_by_text("portapapeles").wait_for()
        width, height, colors = page.evaluate(COLORS)
        assert abs(width - 2 * wanted) <= 1
        assert height > 200
        assert colors > 50, "the picture is not empty"


def test_where_the_clipboard_is_closed_the_picture_is_saved_and_the_page_says_so(opened: Open, shop: Path) -> None:
    with opened(shop, permissions=[]) as page:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        with page.expect_download() as download:
            page.locator("#map .copying").press("Enter")
        assert download.value.suggested_filename.endswith("map.png")
        assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
        assert page.locator("#said").inner_text()


def test_a_wide_map_scrolls_under_its_first_column_and_fits_when_asked(opened: Open, shop: Path) -> None:
    with opened(shop, 800) as page:
        left = "document.querySelector('#map .fixed').getBoundingClientRect().left"
        before = page.evaluate(left)
        page.evaluate("document.querySelector('#map .paper').scrollLeft = 400")
        assert page.evaluate(left) == before
        page.click("#map .fitting")
        over = "(paper => paper.scrollWidth - paper.clientWidth)(document.querySelector('#map .paper'))"
        assert page.evaluate(over) <= 1
        assert page.locator("#map .fitting").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("theme", ["auto", "dark", "print"])  # `auto` is `light` where nobody asks for dark
def test_axe_finds_nothing_in_any_state_of_any_theme(opened: Open, tmp_path: Path, theme: str) -> None:
    """Where npm has installed it: `npm install --prefix tests/browser axe-core`."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed in tests/browser")
    file = tmp_path / "report.html"
    file.write_bytes(draw(load(SAMPLE), "html", findings=check(SAMPLE, today=TODAY), look=Look(theme=theme)))
    with opened(file, color_scheme="dark" if theme == "auto" else "light") as page:
        page.evaluate(AXE.read_text("utf-8"))
        assert violations(page) == []
        if theme == "print":
            assert not page.locator(".tools button:visible").count()
            return
        choose(page, "severity", "3")
        assert violations(page) == []
        page.click(CARD)
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.click("#present")
        page.keyboard.press("End")
        assert violations(page) == []
        page.keyboard.press("PageUp")
        assert violations(page) == []


@pytest.mark.parametrize(("theme", "dark"), [("light", False), ("dark", True), ("print", False)])
def test_a_theme_overrules_what_the_reader_likes(opened: Open, tmp_path: Path, theme: str, *, dark: bool) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(draw(load(SAMPLE), "html", look=Look(theme=theme)))
    with opened(file, color_scheme="light" if dark else "dark") as page:
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, color[4:-1].split(","))) < 300) is dark


def test_a_style_sheet_of_the_users_has_the_last_word(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(draw(load(SAMPLE), "html", look=Look(css="h1 { color: rgb(1, 2, 3) } /* </style><script>x */")))
    with opened(file) as page:
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
        assert page.locator("#present").is_visible()


def test_scripts_are_done_soon_after_the_document(opened: Open, report: Path) -> None:
    """The limit is 100 ms; a busy machine is given four times as much."""
    with opened(report) as page:
        taken = page.evaluate("performance.measure('all', 'cjm-begin', 'cjm-end').duration")
        assert taken < 400
