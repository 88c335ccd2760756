"""Pictures as PDF, from their SVG: vectors, and text that can be selected in every script. Needs the extra `pdf`."""

from __future__ import annotations

from pathlib import Path

from cjm.diagnostics import Message, msg
from cjm.outputs import svg
from cjm.outputs.escape import clean
from cjm.outputs.fonts import font_files, missing_remarks
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.paper import MARGIN, Sheet, pages, poster
from cjm.outputs.templates import templates_folder
from cjm.outputs.troubles import OutputError
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView

_SETTING = """#set document(title: sys.inputs.title, date: none)
#set text(font: "Arimo", size: 8pt, fill: rgb("#525c69"))
#let shown(number, width, height) = image(bytes(sys.inputs.at("piece" + str(number))), format: "svg", width: width,
  height: height, alt: sys.inputs.title)
"""


def render(view: Picture | FlowView, look: Look = PLAIN) -> bytes:
    """A poster as large as the picture, or pages of A3 or A4. Raises OutputError, also where typst is missing."""
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise OutputError(
            msg("PDF needs an extra that is not installed"), msg('install it with `pip install "cjm-toolkit[pdf]"`')
        ) from error
    fonts = font_files(look)
    picture = svg.traced(view, look)
    sheets = poster(picture) if look.page == "poster" else pages(picture, look.page)
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    drawn = [svg.window(picture, each.box, look, headed=each.headed) for each in pieces]
    made: bytes = typst.compile(  # type: ignore[misc]  # its stubs leave the kind of source open
        _document(sheets).encode(),
        root=str(templates_folder() / "fonts"),
        font_paths=sorted({str(Path(font).parent) for font in fonts}),
        sys_inputs={"title": clean(picture.title), **{f"piece{number}": text for number, text in enumerate(drawn)}},
        timestamp=0,
    )
    return made


def remarks(view: Picture | FlowView, look: Look = PLAIN) -> tuple[Message, ...]:
    """Letters that no font has, and how large the paper is."""
    picture = svg.traced(view, look)
    sheets = poster(picture) if look.page == "poster" else pages(picture, look.page)
    if look.page == "poster":
        size = msg("the poster is {width} × {height} cm", width=_cm(sheets[0].width), height=_cm(sheets[0].height))
        return (*missing_remarks(view, look), size)
    if len(sheets) > 1:
        many = msg("{count} pages, so that it can be read; `--page poster` is one", count=len(sheets))
        return (*missing_remarks(view, look), many)
    return missing_remarks(view, look)


def _cm(points: float) -> int:
    return round(points / 72 * 2.54)


def _document(sheets: tuple[Sheet, ...]) -> str:
    """Typst's own language; every text of the journey comes in beside it, as data."""
    lines, number = [_SETTING], 0
    for place, sheet in enumerate(sheets, 1):
        lines.append(f"#page(width: {sheet.width:.2f}pt, height: {sheet.height:.2f}pt, margin: 0pt)[")
        if len(sheets) > 1:
            lines.append(f"#place(dx: {MARGIN}pt, dy: {MARGIN - 6}pt)[#sys.inputs.title · {place} / {len(sheets)}]")
        for piece in sheet.pieces:
            size = f"{piece.box.width * sheet.scale:.2f}pt, {piece.box.height * sheet.scale:.2f}pt"
            lines.append(f"#place(dx: {piece.x:.2f}pt, dy: {piece.y:.2f}pt, shown({number}, {size}))")
            number += 1
        lines.append("]")
    return "\n".join(lines)
