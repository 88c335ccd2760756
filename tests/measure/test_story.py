"""The sample shop's story: the same bytes anywhere, and all three planted problems found."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

STORY = Path(__file__).parents[2] / "samples" / "story"
MAP = STORY / "tienda-del-taller.journey.yaml"


@pytest.fixture(scope="module")
def shop() -> Iterator[ModuleType]:
    spec = spec_from_file_location("make_shop_log", STORY / "make_shop_log.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def made(shop: ModuleType, customers: int, seed: int) -> tuple[str, str]:
    events, answers = io.StringIO(newline=""), io.StringIO(newline="")
    shop.write(customers, seed, events, answers)
    return events.getvalue(), answers.getvalue()


def test_the_files_in_the_samples_are_what_the_program_makes(shop: ModuleType) -> None:
    events, answers = made(shop, 1500, 7)
    assert gzip.decompress((STORY / "events.csv.gz").read_bytes()).decode() == events
    assert (STORY / "answers.csv").read_bytes().decode() == answers
    assert (STORY / "events.csv.gz").stat().st_size < 200_000


def test_another_size_or_seed_is_another_shop_and_always_the_same(shop: ModuleType) -> None:
    digest = hashlib.sha256("".join(made(shop, 40, 3)).encode()).hexdigest()
    assert digest == "46d4150fcf7e84249f8533bb6983a17e79b26182cb712203f96d8c4d76091e03"
    assert made(shop, 40, 4) != made(shop, 40, 3)


def test_the_program_writes_both_files_to_a_folder(tmp_path: Path) -> None:
    program = [sys.executable, str(STORY / "make_shop_log.py"), "--customers", "20", "--out", str(tmp_path / "new")]
    subprocess.run(program, check=True)
    assert sorted(file.name for file in (tmp_path / "new").iterdir()) == ["answers.csv", "events.csv.gz"]


@pytest.fixture(scope="module")
def measurement() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "cjm", "measure", str(MAP), "--format", "json", "--by", "region"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def touchpoint(levels: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in levels["touchpoints"] if each["id"] == name)


def test_the_wall_is_found(measurement: dict[str, Any]) -> None:
    assert touchpoint(measurement, "crear-cuenta")["exits"] > 0.3
    assert touchpoint(measurement, "crear-cuenta")["csat"] < 2.5
    missed = {(each["id"], each["metric"]) for each in measurement["targets"] if each["outcome"] == "missed"}
    assert ("crear-cuenta", "exits") in missed


def test_the_slow_region_is_found_without_being_asked_as_a_personas(measurement: dict[str, Any]) -> None:
    waits = {
        (each["column"], each["value"]): touchpoint(each, "entrega-domicilio")["wait"]["p90"]
        for each in measurement["segments"]
    }
    assert waits["region", "canarias"] > 1.7 * waits["region", "madrid"]
    csat = {each["value"]: touchpoint(each, "entrega-domicilio")["csat"] for each in measurement["segments"]}
    assert csat["canarias"] < 3 < csat["madrid"]
    assert csat["carmen"] == csat["canarias"]


def test_the_touchpoint_that_nobody_mapped_is_found(measurement: dict[str, Any]) -> None:
    assert measurement["drift"]["new"][0]["activity"] == "phone_where_is_my_parcel"
