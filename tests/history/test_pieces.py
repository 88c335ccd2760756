"""Versions read piece by piece say what they say when they are read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.history.pieces import Pieces
from cjm.model.build import build_journey
from cjm.source import read
from cjm.source.values import Document

ROOT = Path(__file__).parents[2]
SHOP = (ROOT / "samples" / "tienda-online.journey.yaml").read_text("utf-8")
LINES = SHOP.splitlines(keepends=True)
BREAKING = [
    '"open\n',
    "- x\n",
    "  - y: 1\n",
    "key: [\n",
    "a: |\n",
    "a: >-\n\n  b\n",
    "  # a remark\n",
    "\tz\n",
    "---\n",
    "\n",
]
ODD = {
    "an anchor and its alias": "cjm: 1\ntitle: &t A\ndescription: *t\nstages: [B]\n",
    "a list in the first column": "cjm: 1\ntitle: A\nstages:\n- B\n- name: C\n",
    "a quoted text over lines": 'cjm: 1\ntitle: "A\n\n  B"\nstages:\n  - "C\n    - D"\n',
    "a text block that looks like keys": "cjm: 1\ntitle: A\ndescription: |\n  stages:\n    - B\nstages:\n  - C\n",
    "a key twice": "cjm: 1\ntitle: A\ntitle: B\n",
    "a plain text over lines": "cjm: 1\ntitle: A\n  b: c\nstages: [B]\n",
    "a mark of order": "\ufeffcjm: 1\ntitle: A\n",
    "breaks of Windows": "cjm: 1\r\ntitle: A\r\nstages:\r\n  - B\r\n",
    "two documents": "cjm: 1\ntitle: A\n---\ncjm: 1\n",
    "quoted keys": 'cjm: 1\n"title": A\n? stages\n: [B]\n',
    "nothing": "",
}


def same(pieces: Pieces, text: str) -> bool:
    content = text.encode()
    return build_journey(pieces.read(content)).part == build_journey(read(content, "")).part


@pytest.mark.parametrize("case", ODD)
def test_whatever_is_odd_is_read_alike(case: str) -> None:
    pieces = Pieces()
    assert same(pieces, "cjm: 1\ntitle: A\nstages:\n  - B\n")
    assert same(pieces, ODD[case])
    assert same(pieces, ODD[case])


def test_a_version_with_one_line_more_or_less_is_read_alike_though_the_rest_is_known() -> None:
    pieces = Pieces()
    assert same(pieces, SHOP)
    for number, place in enumerate(range(7, len(LINES), 29)):
        more = BREAKING[number % len(BREAKING)]
        assert same(pieces, "".join((*LINES[:place], more, *LINES[place:])))
        assert same(pieces, "".join((*LINES[:place], *LINES[place + 1 :])))


def test_what_an_earlier_version_said_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = Pieces()
    pieces.read(SHOP.encode())
    asked: list[bytes] = []

    def heard(data: bytes, file: str) -> Document:
        asked.append(data)
        return read(data, file)

    monkeypatch.setattr("cjm.history.pieces.read", heard)
    pieces.read(SHOP.replace("emotion: {score: -2", "emotion: {score: -1").encode())
    assert len(asked) == 1
    assert len(asked[0]) < len(SHOP) / 4
