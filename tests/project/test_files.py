"""Which journeys are meant by nothing, by a file, a folder, a glob, `-`, and by names that are not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.diagnostics import say
from cjm.project import gather, label, load_file
from cjm.project.globs import excluded, included

Write = Callable[..., Path]


def labels(*named: str) -> list[str]:
    found = gather(named)
    assert found.problem is None, say(found.problem)
    return [file.label for file in found.files]


def refusal(*named: str) -> str:
    found = gather(named)
    assert found.problem is not None
    assert not found.files
    return say(found.problem) + (f" | {say(found.hint)}" if found.hint else "")


def test_without_names_the_journeys_of_the_working_folder_are_meant(write: Write) -> None:
    write(
        "b.journey.yaml",
        "a/journey.yaml",
        "a/deep/er/c.journey.yaml",
        "notes.yaml",
        "a/journey.yml",
        ".hidden/d.journey.yaml",
    )
    assert labels() == ["a/deep/er/c.journey.yaml", "a/journey.yaml", "b.journey.yaml"]


def test_the_project_is_found_upwards(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("cjm.yaml", text="cjm_project: 1\nlanguage: es\n")
    write("a.journey.yaml", "sub/deep/b.journey.yaml")
    monkeypatch.chdir(tmp_path / "sub" / "deep")
    assert labels() == ["../../a.journey.yaml", "b.journey.yaml"]
    assert labels("b.journey.yaml") == ["b.journey.yaml"]
    assert gather(["b.journey.yaml"]).files[0].project.settings.language == "es"


def test_a_folder_means_what_its_project_includes_there(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\ninclude: [maps/*.yaml]\n")
    write("maps/a.yaml", "maps/sub/b.yaml", "c.journey.yaml", "maps/d.journey.yaml")
    assert labels() == ["maps/a.yaml", "maps/d.journey.yaml"]
    assert labels("maps") == ["maps/a.yaml", "maps/d.journey.yaml"]
    assert refusal("maps/sub").startswith("there is no journey in `maps/sub` | folders are searched for")


def test_a_file_that_is_named_is_meant_though_its_project_excludes_it(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\nexclude: [archive/**]\n")
    write("archive/a.journey.yaml", "b.journey.yaml", "other.yaml")
    assert labels() == ["b.journey.yaml"]
    assert labels("archive/a.journey.yaml", "other.yaml") == ["archive/a.journey.yaml", "other.yaml"]


def test_a_project_within_a_project_has_its_own_settings(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\nexclude: [shop/old]\nlanguage: es\n")
    write("shop/cjm.yaml", text="cjm_project: 1\nexclude: [drafts/**]\nlanguage: fr\n")
    write("a.journey.yaml", "shop/b.journey.yaml", "shop/drafts/c.journey.yaml", "shop/old/d.journey.yaml")
    assert labels() == ["a.journey.yaml", "shop/b.journey.yaml"]
    assert labels("shop") == ["shop/b.journey.yaml", "shop/old/d.journey.yaml"]
    assert [file.project.settings.language for file in gather(()).files] == ["es", "fr"]


def test_the_project_file_means_its_project(write: Write) -> None:
    write("p/cjm.yaml", text="cjm_project: 1\n")
    write("p/a.journey.yaml", "b.journey.yaml")
    assert labels("p/cjm.yaml") == ["p/a.journey.yaml"]


def test_a_file_is_meant_once_however_often_it_is_named(write: Write, tmp_path: Path) -> None:
    write("a.journey.yaml", "sub/b.journey.yaml")
    (tmp_path / "link.journey.yaml").symlink_to("a.journey.yaml")
    assert labels("a.journey.yaml", "./a.journey.yaml", "sub/../a.journey.yaml", str(tmp_path), "*.yaml") == [
        "a.journey.yaml",
        "sub/b.journey.yaml",
    ]


def test_links_that_lead_in_circles_are_followed_once(write: Write, tmp_path: Path) -> None:
    write("a.journey.yaml", "sub/b.journey.yaml")
    (tmp_path / "sub" / "up").symlink_to("..")
    (tmp_path / "again").symlink_to("sub")
    (tmp_path / "self.journey.yaml").symlink_to("self.journey.yaml")
    assert labels() == ["a.journey.yaml", "sub/b.journey.yaml"]


def test_a_folder_that_is_linked_from_elsewhere_is_searched(write: Write, tmp_path: Path) -> None:
    write("elsewhere/a.journey.yaml", "here/b.journey.yaml")
    (tmp_path / "here" / "more").symlink_to("../elsewhere")
    assert labels("here") == ["here/b.journey.yaml", "here/more/a.journey.yaml"]


@pytest.mark.parametrize("name", ["con espacio", "ñandú 世界 😀", "new\nline", "[a]", "a*b", "-a", "#a", "'"])
def test_a_name_may_hold_anything(name: str, write: Write) -> None:
    write(f"{name}.journey.yaml", f"{name}/x.journey.yaml")
    assert labels() == sorted([f"{name}.journey.yaml", f"{name}/x.journey.yaml"])
    assert labels(f"{name}.journey.yaml") == [f"{name}.journey.yaml"]
    assert labels(name) == [f"{name}/x.journey.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8 are Linux's")
def test_a_name_that_is_not_utf8_is_read_like_any_other(write: Write, tmp_path: Path) -> None:
    write("a.journey.yaml")
    (tmp_path / os.fsdecode(b"b\xff.journey.yaml")).write_text("cjm: 1\ntitle: T\n")
    assert len(labels()) == 2
    assert all(load_file(file)[1].part for file in gather(()).files)


def test_a_glob_means_the_files_it_matches(write: Write) -> None:
    write("a.journey.yaml", "b.yaml", "sub/c.journey.yaml")
    write("cjm.yaml", text="cjm_project: 1\n")
    assert labels("*.yaml") == ["a.journey.yaml", "b.yaml"]
    assert labels("**/*.journey.yaml") == ["a.journey.yaml", "sub/c.journey.yaml"]
    assert refusal("*.yml").startswith("no file is called like `*.yml`")


def test_a_dash_is_standard_input(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\nlanguage: es\n")
    file = gather(["-", "-"]).files
    assert [(each.label, each.path, each.project.settings.language) for each in file] == [("<stdin>", None, "es")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_read_like_a_file(write: Write) -> None:
    write("a.journey.yaml")
    read_end, write_end = os.pipe()
    os.write(write_end, b"cjm: 1\ntitle: Piped\n")
    os.close(write_end)
    (file,) = gather([f"/dev/fd/{read_end}"]).files
    built = load_file(file)[1]
    os.close(read_end)
    assert built.part is not None
    assert built.part.title == "Piped"


NOWHERE = {
    "shoes.jurney.yaml": "there is no file `shoes.jurney.yaml` | did you mean `shoes.journey.yaml`?",
    "sub/shoes.journey.yaml": "there is no file `sub/shoes.journey.yaml` | did you mean `sub/shoe.journey.yaml`?",
    "xyz": "there is no file `xyz` | the working folder is `",
    "nowhere/xyz": "there is no file `nowhere/xyz` | the working folder is `",
    "": "there is no file `` | the working folder is `",
    "a\0b": "there is no file `aU+0000b` | the working folder is `",
    "a\0*": "no file is called like `aU+0000*` | the working folder is `",
    "empty": "there is no journey in `empty` | folders are searched for `*.journey.yaml`",
}


@pytest.mark.parametrize("name", NOWHERE)
def test_a_name_that_is_not_there_is_answered_with_the_nearest(name: str, write: Write) -> None:
    write("shoes.journey.yaml", "sub/shoe.journey.yaml", "empty/readme.md")
    assert refusal(name).startswith(NOWHERE[name])


def test_a_folder_without_journeys_says_how_they_are_called(write: Write) -> None:
    write("readme.md")
    assert refusal().startswith("there is no journey here | name a file, as in")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that cannot be read, even by root, is Linux's")
def test_a_project_file_that_cannot_be_read_is_said_so(write: Write, tmp_path: Path) -> None:
    write("a.journey.yaml")
    (tmp_path / "cjm.yaml").symlink_to("/proc/self/mem")
    assert refusal().startswith("`cjm.yaml` cannot be read")


def test_a_project_file_that_is_a_folder_or_a_circle_is_none(write: Write, tmp_path: Path) -> None:
    write("a.journey.yaml", "cjm.yaml/b.journey.yaml")
    assert labels() == ["a.journey.yaml", "cjm.yaml/b.journey.yaml"]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "cjm.yaml").symlink_to("cjm.yaml")
    assert labels() == ["a.journey.yaml", "cjm.yaml/b.journey.yaml"]


def test_the_problems_of_a_project_file_are_kept_and_its_journeys_found(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\nincluir: ['*.yaml']\n")
    write("a.yaml")
    (project,) = gather(()).projects
    assert [(each.file, each.rule) for each in project.problems] == [("cjm.yaml", "unknown-key")]
    assert labels() == ["a.yaml"]


def test_a_label_is_never_absolute(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("sub/a.journey.yaml")
    assert label(file) == "sub/a.journey.yaml"
    assert labels(str(file)) == ["sub/a.journey.yaml"]
    monkeypatch.chdir("/")
    assert label(file) == str(file).lstrip("/")
    monkeypatch.chdir(tmp_path / "sub")
    assert label(tmp_path) == ".."


INCLUDES = [
    ("**/*.journey.yaml", "a.journey.yaml", True),
    ("**/*.journey.yaml", "a/b/c.journey.yaml", True),
    ("**/*.journey.yaml", "a/b/c.yaml", False),
    ("**/journey.yaml", "journey.yaml", True),
    ("**/journey.yaml", "a/myjourney.yaml", False),
    ("*.yaml", "a/b.yaml", False),
    ("./*.yaml", "b.yaml", True),
    ("maps", "maps/a.journey.yaml", True),
    ("maps/", "maps/b/journey.yaml", True),
    ("maps", "maps/a.yaml", False),
    ("maps/**", "maps/a/b.yaml", True),
    ("maps/**/x.yaml", "maps/x.yaml", True),
    ("m?ps/[ab].yaml", "maps/a.yaml", True),
    ("m?ps/[!ab].yaml", "maps/a.yaml", False),
    ("a[", "a[", True),
    ("[a-", "[a-", True),
    ("a.b", "axb", False),
    ("../x.yaml", "x.yaml", False),
    ("", "a.yaml", False),
]
EXCLUDES = [
    ("archive/**", "archive/a.yaml", True),
    ("archive/**", "archive/a/b.yaml", True),
    ("archive/**", "x/archive/a.yaml", False),
    ("archive", "x/archive/a.yaml", True),
    ("archive/", "archive/a.yaml", True),
    ("**/archive/**", "x/archive/a.yaml", True),
    ("a/archive", "x/a/archive/b.yaml", False),
    ("*.old.journey.yaml", "x/a.old.journey.yaml", True),
    ("a.journey.yaml", "x/a.journey.yaml", True),
    ("x/*.yaml", "x/y/a.yaml", False),
    ("archive", "archived/a.yaml", False),
]


@pytest.mark.parametrize(("pattern", "name", "expected"), INCLUDES)
def test_a_pattern_includes(pattern: str, name: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert included(name, (pattern,)) is expected


@pytest.mark.parametrize(("pattern", "name", "expected"), EXCLUDES)
def test_a_pattern_excludes(pattern: str, name: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert excluded(name, (pattern,)) is expected
