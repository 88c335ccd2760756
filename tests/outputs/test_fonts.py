from __future__ import annotations

from pathlib import Path

import pytest

from cjm.outputs.fonts import font_files, missing_letters
from cjm.outputs.look import Look
from cjm.outputs.troubles import OutputError
from cjm.views.metrics import advances

OURS = font_files(Look())


def test_no_letter_of_arimo_is_called_missing() -> None:
    assert missing_letters("".join(advances(bold=False)), OURS) == ()


def test_missing_letters_are_told_from_their_neighbours() -> None:
    """Each is drawn under the one before: one that leaves a trace says nothing of the next."""
    heart = "\u2665"
    mixed = f"Año \ue123{heart}\ue124\U000f0000"
    found = missing_letters(mixed, OURS)
    assert [each for each in found if each != heart] == ["\ue123", "\ue124", "\U000f0000"]


def test_what_cannot_be_seen_is_never_missing() -> None:
    assert missing_letters("a\u200db\u2067c\u00ad\ufe0f\u3000", OURS) == ()


def test_thousands_of_letters_are_not_all_tried() -> None:
    private = "".join(map(chr, range(0xE000, 0xE000 + 3000)))
    assert 100 < len(missing_letters(private, OURS)) < 1000


def test_a_font_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    """What reads fonts would pass over it in silence."""
    half = tmp_path / "half.ttf"
    half.write_bytes(Path(OURS[0]).read_bytes()[:60_000])
    with pytest.raises(OutputError, match=r"half\.ttf` is no font"):
        font_files(Look(fonts=(half,)))


def test_a_folder_is_no_font(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be read|is no font") as caught:
        font_files(Look(fonts=(tmp_path,)))
    assert caught.value.hint
