"""What is remembered counts for the same content only, and a cache that is damaged or cannot be kept is none."""

from __future__ import annotations

import marshal
import os
import shutil
from pathlib import Path

import pytest

from cjm.project import Cache, digest
from cjm.project.cache import folder

SOME = digest(b"some content")
OTHER = digest(b"other content")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home" / "cjm"


def remember(value: object, fingerprint: bytes = b"f") -> None:
    cache = Cache(fingerprint)
    cache.put("a.yaml", SOME, value)
    cache.save()


def shard(home: Path) -> Path:
    (file,) = home.glob("*.shard")
    return file


def test_what_was_put_is_found_again() -> None:
    remember(("a", 1, (2.5, None)))
    assert Cache(b"f").get("a.yaml", SOME) == ("a", 1, (2.5, None))


def test_another_content_another_file_or_another_fingerprint_knows_nothing() -> None:
    remember(1)
    assert Cache(b"f").get("a.yaml", OTHER) is None
    assert Cache(b"f").get("b.yaml", SOME) is None
    assert Cache(b"another catalogue").get("a.yaml", SOME) is None


def test_another_working_folder_has_a_shard_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(1)
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert Cache(b"f").get("a.yaml", SOME) is None


def test_files_are_added_to_what_is_known() -> None:
    remember(1)
    cache = Cache(b"f")
    cache.put("b.yaml", OTHER, 2)
    cache.save()
    assert [Cache(b"f").get("a.yaml", SOME), Cache(b"f").get("b.yaml", OTHER)] == [1, 2]


def test_nothing_is_written_where_nothing_is_new(home: Path) -> None:
    Cache(b"f").save()
    assert not home.exists()


def damaged(data: bytes) -> dict[str, bytes]:
    unlike = marshal.dumps(["not", "entries"])
    return {
        "nothing": b"",
        "half": data[: len(data) // 2],
        "a bit": data[:-1] + bytes([data[-1] ^ 1]),
        "only the hash": data[:16],
        "something else": b"x" * 100,
        "another shape": digest(unlike) + unlike,
        "no marshal": digest(b"\xff\xff") + b"\xff\xff",
    }


@pytest.mark.parametrize("how", damaged(b"0" * 40))
def test_a_damaged_shard_is_as_good_as_none_and_is_written_anew(how: str, home: Path) -> None:
    remember(1)
    shard(home).write_bytes(damaged(shard(home).read_bytes())[how])
    assert Cache(b"f").get("a.yaml", SOME) is None
    remember(2)
    assert Cache(b"f").get("a.yaml", SOME) == 2


def test_a_home_that_is_a_file_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    remember(1)
    assert Cache(b"f").get("a.yaml", SOME) is None


def test_a_shard_that_is_a_folder_keeps_nothing_and_leaves_nothing(home: Path) -> None:
    remember(1)
    place = shard(home)
    place.unlink()
    (place / "inside").mkdir(parents=True)
    remember(2)
    assert Cache(b"f").get("a.yaml", SOME) is None
    assert [each.name for each in home.iterdir()] == [place.name]


def test_a_value_that_cannot_be_kept_is_not(home: Path) -> None:
    remember(object())
    assert Cache(b"f").get("a.yaml", SOME) is None
    assert not list(home.glob("*"))


def test_without_a_working_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    shutil.rmtree(gone)
    remember(1)
    monkeypatch.chdir(tmp_path)


def test_a_home_that_is_not_absolute_is_not_the_standards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder() == tmp_path / ".cache" / "cjm"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert folder() == tmp_path / ".cache" / "cjm"


def test_old_shards_are_forgotten(home: Path) -> None:
    for number in range(40):
        remember(number, str(number).encode())
        newest = max(home.glob("*.shard"), key=lambda file: file.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    remember(1)
    assert len(list(home.glob("*.shard"))) <= 33
    assert Cache(b"0").get("a.yaml", SOME) is None
    assert Cache(b"39").get("a.yaml", SOME) == 39
