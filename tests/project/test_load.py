"""One journey by its name, with what its project shares; or the first thing that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.project import find_project, load, load_project

Write = Callable[..., Path]


def test_a_journey_comes_with_the_catalogue_and_the_language_of_its_project(write: Write) -> None:
    write("cjm.yaml", text="cjm_project: 1\nlanguage: es\ncatalogue: {personas: [{id: l1, name: Laura}]}\n")
    journey = load(write("a.journey.yaml", text="cjm: 1\ntitle: T\npersona: Laura\n"))
    assert (journey.persona, journey.language) == ("l1", "es")
    assert load(write("b.journey.yaml", text="cjm: 1\ntitle: T\nlanguage: fr\n")).language == "fr"


def test_a_journey_that_has_an_error_is_refused_with_its_place(write: Write) -> None:
    write("a.journey.yaml", text="cjm: 1\ntitle: T\nfoo: 1\n")
    with pytest.raises(ValueError, match=r"^a\.journey\.yaml:3:1: `foo` is not a key of a journey$"):
        load("a.journey.yaml")
    write("b.journey.yaml", text="[")
    with pytest.raises(ValueError, match=r"^b\.journey\.yaml:1:"):
        load("b.journey.yaml")


def test_a_journey_with_remarks_is_loaded(write: Write) -> None:
    assert load(write("a.journey.yaml", text="cjm: 1\ntitle: T\ndescription: TODO\n")).description == "TODO"


def test_a_name_that_means_none_or_several_is_refused(write: Write) -> None:
    write("a.journey.yaml", "b.journey.yaml")
    with pytest.raises(FileNotFoundError, match="there is no file `c`"):
        load("c")
    with pytest.raises(FileNotFoundError, match="more than one journey"):
        load(".")


def test_the_nearest_project_file_counts(write: Write, tmp_path: Path) -> None:
    outer, inner = write("cjm.yaml", text=""), write("a/b/cjm.yaml", text="")
    (tmp_path / "a" / "b" / "c").mkdir()
    assert find_project(tmp_path / "a" / "b" / "c") == inner
    assert find_project(tmp_path / "a") == outer


def test_a_folder_without_a_project_file_has_the_defaults(tmp_path: Path) -> None:
    project = load_project(None, tmp_path)
    assert (project.root, project.file, project.problems) == (tmp_path, "", ())
    assert project.settings.rules.select == ("all",)


@pytest.mark.parametrize("text", ["", "[", "- a", "cjm_project: 2\n", "foo: bar\n", "cjm: 1\ntitle: T\n"])
def test_a_project_file_that_is_none_has_problems_and_the_defaults(text: str, write: Write, tmp_path: Path) -> None:
    project = load_project(write("cjm.yaml", text=text), tmp_path)
    assert len(project.problems) == 1
    assert project.problems[0].file == "cjm.yaml"
    assert project.settings.include == ("**/*.journey.yaml", "**/journey.yaml")
