"""Pictures as PDF, from their SVG: vectors, and text that can be selected in every script. Needs the extra `pdf`."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from cjm.diagnostics import Message, msg
from cjm.outputs import svg
from cjm.outputs.escape import clean
from cjm.outputs.fonts import font_files, missing_remarks, texts_of
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.paper import MARGIN, Sheet, pages, poster
from cjm.outputs.runs import parted
from cjm.outputs.templates import templates_folder
from cjm.outputs.troubles import OutputError
from cjm.views.metrics import graphemes, is_exact, text_width
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView

_SIZE = 8.0
_NUMBERS = 60.0
"""Points kept for the number of a page beside the title."""
_SETTING = f"""#set document(title: sys.inputs.title, date: none)
#set text(font: "Arimo", size: {_SIZE}pt, fill: rgb("#525c69"))
#let shown(number, width, height, said) = image(bytes(sys.inputs.at("piece" + str(number))), format: "svg",
  width: width, height: height, alt: sys.inputs.at(said))
"""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def render(view: Picture | FlowView, look: Look = PLAIN) -> bytes:
    """A poster as large as the picture, or pages of A3 or A4. Raises OutputError, also where typst is missing."""
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise OutputError(
            msg("PDF needs an extra that is not installed"), msg('install it with `pip install "cjm-toolkit[pdf]"`')
        ) from error
    font_files(look)
    picture = parted(svg.traced(view, look))
    sheets = _sheets(picture, look)
    with TemporaryDirectory(prefix="cjm-") as folder:
        try:
            made: bytes = typst.compile(  # type: ignore[misc]  # its stubs leave the kind of source open
                _document(sheets, picture).encode(),
                root=folder,
                font_paths=[str(templates_folder() / "fonts"), *_gathered(look.fonts, Path(folder))],
                ignore_system_fonts=is_exact(texts_of(picture) + picture.title),
                sys_inputs=_texts(picture, sheets, look),
                timestamp=0,
            )
        except typst.TypstError as error:
            raise OutputError(
                msg("the picture could not be set as PDF: {reason}", reason=str(error)),
                msg("does it draw without `--templates` and `--theme`?"),
            ) from error
    return made


def remarks(view: Picture | FlowView, look: Look = PLAIN) -> tuple[Message, ...]:
    """Letters that no font has, and how large the paper is."""
    picture = svg.traced(view, look)
    sheets = _sheets(picture, look)
    if look.page == "poster":
        size = msg("the poster is {width} × {height} cm", width=_cm(sheets[0].width), height=_cm(sheets[0].height))
        return (*missing_remarks(view, look), size)
    if len(sheets) > 1:
        many = msg("{count} pages, so that it can be read; `--page poster` is one", count=len(sheets))
        return (*missing_remarks(view, look), many)
    return missing_remarks(view, look)


def _sheets(picture: Picture, look: Look) -> tuple[Sheet, ...]:
    return poster(picture) if look.page == "poster" else pages(picture, look.page)


def _cm(points: float) -> int:
    return round(points / 72 * 2.54)


def _gathered(fonts: Sequence[Path], folder: Path) -> list[str]:
    """The user's fonts in a folder of their own: typst takes whole folders, and theirs may hold hundreds."""
    for number, font in enumerate(fonts):
        shutil.copyfile(font, folder / f"{number}{font.suffix}")
    return [str(folder)] if fonts else []


def _texts(picture: Picture, sheets: Sequence[Sheet], look: Look) -> dict[str, str]:
    """Everything that is somebody's text, as data beside the document."""
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    drawn = {
        f"piece{number}": svg.window(picture, each.box, look, headed=each.headed) for number, each in enumerate(pieces)
    }
    title = clean(picture.title)
    room = sheets[0].width - 2 * MARGIN - _NUMBERS
    return {**drawn, "title": title, "head": _shortened(title, room), "description": clean(picture.description)}


def _shortened(title: str, room: float) -> str:
    """The title on one line, at the head of pages that show it whole below."""
    if text_width(title, _SIZE) <= room:
        return title
    kept = ""
    for letter in graphemes(title):
        if text_width(f"{kept}{letter}…", _SIZE) > room:
            break
        kept += letter
    return f"{kept}…"


def _document(sheets: Sequence[Sheet], picture: Picture) -> str:
    """Typst's own language; every text of the journey comes in beside it."""
    language = _LANGUAGE.match(picture.language.lower())
    lines, number = [_SETTING], 0
    if language:
        lines.append(f'#set text(lang: "{language[0]}")')
    for place, sheet in enumerate(sheets, 1):
        lines.append(f"#page(width: {sheet.width:.2f}pt, height: {sheet.height:.2f}pt, margin: 0pt)[")
        if len(sheets) > 1:
            lines.append(_page_head(place, len(sheets), mirrored=picture.mirrored))
        for piece in sheet.pieces:
            size = f"{piece.box.width * sheet.scale:.2f}pt, {piece.box.height * sheet.scale:.2f}pt"
            said = "title" if number else "description"
            lines.append(f'#place(left, dx: {piece.x:.2f}pt, dy: {piece.y:.2f}pt, shown({number}, {size}, "{said}"))')
            number += 1
        lines.append("]")
    return "\n".join(lines)


def _page_head(place: int, count: int, *, mirrored: bool) -> str:
    """The title where reading begins, the page's number at the other end."""
    begins, ends = ("right", "left") if mirrored else ("left", "right")
    dx = {"left": MARGIN, "right": -MARGIN}
    head = f"#place({begins}, dx: {dx[begins]}pt, dy: {MARGIN - 6}pt)[#sys.inputs.head]"
    return f"{head}#place({ends}, dx: {dx[ends]}pt, dy: {MARGIN - 6}pt)[{place} / {count}]"
