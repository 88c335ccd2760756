"""Before and after, as files beside this one: `NAME.before.yaml` and `NAME.after.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Change = Callable[[bytes], bytes]
HERE = Path(__file__).parent


def cases(folder: str) -> list[str]:
    found = sorted(file.name.removesuffix(".before.yaml") for file in (HERE / folder).glob("*.before.yaml"))
    assert found
    return found


def pair(folder: str, name: str) -> tuple[bytes, bytes]:
    before, after = (HERE / folder / f"{name}.{side}.yaml" for side in ("before", "after"))
    return before.read_bytes(), after.read_bytes()


@pytest.mark.parametrize("name", cases("fixes"))
def test_what_has_one_right_answer_is_mended_and_all_else_stays(name: str, mended: Change) -> None:
    before, after = pair("fixes", name)
    assert mended(before).decode() == after.decode()


@pytest.mark.parametrize("name", cases("fixes"))
def test_what_was_mended_stays_as_it_is(name: str, mended: Change) -> None:
    after = pair("fixes", name)[1]
    assert mended(after) == after


@pytest.mark.parametrize("name", cases("layouts"))
def test_a_file_is_laid_out_as_all_are(name: str, settled: Change) -> None:
    before, after = pair("layouts", name)
    assert settled(before).decode() == after.decode()


@pytest.mark.parametrize("name", cases("layouts"))
def test_what_was_laid_out_stays_as_it_is(name: str, settled: Change) -> None:
    after = pair("layouts", name)[1]
    assert settled(after) == after
