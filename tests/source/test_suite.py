"""The official YAML test suite: a case reads to the value it gives, or is refused; the rest is listed with reasons."""

import json
from pathlib import Path

import pytest

from cjm.diagnostics import Severity
from cjm.source import core, read

SUITE = Path(__file__).parents[3] / "shared" / "data" / "yaml-test-suite"

SEVERAL = "several documents, and a journey file holds one"
TAG = "a tag that is not one of YAML's plain types"
KEY = "a list or mapping as a key, which no journey has"
NO_KEY = "a key that is empty, which libyaml takes only after `?`"
EMPTY = "no document, and an empty journey file is a slip"
ANCHOR = "an anchor's name with signs that libyaml does not allow"
APART = "key and colon in braces on two lines, which libyaml takes for a missing comma"
TAB = "a tab as separation, which libyaml refuses and which a beginner should hear of"
COLON = "a colon in braces without a space, where a beginner means another thing"
ZERO = "a text block that is not indented at all, which libyaml takes for a second document"


def because(reason: str, cases: str) -> dict[str, str]:
    return dict.fromkeys(cases.split(), reason)


REFUSED_THOUGH_VALID = {
    **because(SEVERAL, "35KP 5TYM 6WLZ 6XDY 6ZKB 7Z25 9DXL 9KAX 9WXW JHB9 KSS4 L383 M7A3 PUW8 RZT7 U9NS UT92 W4TN"),
    **because(TAG, "2XXW 565N 6CK3 7FWL C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4"),
    **because(KEY, "4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/01 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D"),
    **because(NO_KEY, "2JQS 6M2F CFD4 FRK4 M2N8/00 NHX8 NKF9 S3PD SM9W/01 UKK6/00"),
    **because(EMPTY, "8G76 98YD AVM7 HWV9 QT73"),
    **because(ANCHOR, "2SXE 8XYN W5VH Y2GN"),
    **because(APART, "4MUZ/00 4MUZ/01 4MUZ/02 5MUD 9SA2 K3WX NJ66 VJP3/01"),
    **because(TAB, "6BCT 6CA3 A2M4 DK95/00 Q5MG Y79Y/010 R4YG"),
    **because(COLON, "4ABK 5T43"),
    **because(ZERO, "DK3J FP8R"),
}
COMMENT = "a `#` right behind a bracket, a quote, a comma or `>`: libyaml takes it for a comment, and so did the writer"
OUTDENTED = "the later lines of a text or list within quotes or brackets are not indented: no other reading is possible"
DASH = "a lone dash in brackets, which libyaml reads as the text `-`"
VERSION = "a `#` right behind the version in `%YAML 1.1#`"
BLANKS = "blank lines longer than the indentation before an empty text block"
READ_THOUGH_INVALID = {
    **because(COMMENT, "9JBA CVW2 SU5Z X4QW"),
    **because(OUTDENTED, "9C9N DK95/01 QB6E Y79Y/003"),
    **because(DASH, "G5U8 YJV2"),
    **because(VERSION, "MUS6/00"),
    **because(BLANKS, "S98Z"),
}
CASES = sorted(str(path.parent.relative_to(SUITE)) for path in SUITE.rglob("in.yaml"))

pytestmark = pytest.mark.skipif(not CASES, reason="../shared/data/yaml-test-suite is not there")


def test_all_cases_of_the_suite_are_there() -> None:
    assert len(CASES) == 402
    assert set(CASES) >= REFUSED_THOUGH_VALID.keys() | READ_THOUGH_INVALID.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_case_reads_to_the_value_of_the_suite_or_is_refused(name: str) -> None:
    case = SUITE / name
    document = read((case / "in.yaml").read_bytes(), name)
    must_fail = (case / "error").exists()
    assert all(found.severity is Severity.ERROR and found.file == name for found in document.diagnostics)
    refused = bool(document.diagnostics)
    assert refused == ((must_fail and name not in READ_THOUGH_INVALID) or name in REFUSED_THOUGH_VALID)
    expected = case / "in.json"
    if not refused and not must_fail and expected.exists():
        assert document.root is not None
        assert _exactly(core(document.root)) == _exactly(json.loads(expected.read_text()))


def _exactly(value: object) -> str:
    """Tell `1` from `true` and `"1"`, but not the order of keys."""
    return json.dumps(value, sort_keys=True)
