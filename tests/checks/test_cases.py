r"""The files under `cases/` are the suite: a comment beside a line says which rule speaks there.

    channel: webb  # expect: unknown-channel error ~ did you mean `web`?
    # expect-above: split-sentence

The severity and, after `~`, a part of the message or hint may be left out; `;` parts several. Of the file's group
(the folder) and of every rule that it names, exactly these findings must come. `# file: NAME` begins another file,
`# there: PATH` says that a path exists, `# limits: bytes=400` sets the reader's limits, `# measured: {…}` is a piece of
the measurement file that is laid over the journey of its file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm.checks import RULES
from cjm.diagnostics import Diagnostic, say
from cjm.source import Limits

Judge = Callable[..., tuple[Diagnostic, ...]]
CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*.yaml"))
EXPECT = re.compile(r"# expect(-above)?: (.+?)\s*$")
ONE = re.compile(r"(?P<rule>[a-z0-9-]+)(?: (?P<severity>error|warning|info))?(?: ~ (?P<text>.+))?")


class Expected(NamedTuple):
    """What a comment says."""

    file: str
    line: int
    rule: str
    severity: str | None
    text: str


def expectations(text: str) -> Iterator[Expected]:
    file, start = "it.journey.yaml", 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("# file: "):
            file, start = line.removeprefix("# file: ").strip(), number
        found = EXPECT.search(line)
        for each in found[2].split("; ") if found else ():
            one = ONE.fullmatch(each)
            assert one, f"line {number}: `{each}` is no expectation"
            assert one["rule"] in RULES, f"line {number}: there is no rule `{one['rule']}`"
            above = 1 if found and found[1] else 0
            yield Expected(file, number - start - above, one["rule"], one["severity"], one["text"] or "")


def directives(text: str, name: str) -> list[str]:
    return re.findall(rf"^# {name}: (.+?)\s*$", text, re.MULTILINE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case(path: Path, judge: Judge) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    limits = Limits(**{name: int(value) for name, value in (each.split("=") for each in directives(text, "limits"))})
    expected = list(expectations(text))
    theme = {rule.id for rule in RULES.values() if rule.group == path.parent.name} | {each.rule for each in expected}
    said = [each for each in judge(data, there=directives(text, "there"), limits=limits) if each.rule in theme]
    places = Counter((each.file, each.span.line, each.rule) for each in said)
    assert places == Counter((each.file, each.line, each.rule) for each in expected)
    for each in expected:
        assert any(answers(finding, each) for finding in said), each


def answers(finding: Diagnostic, expected: Expected) -> bool:
    words = f"{say(finding.message)} | {say(finding.hint) if finding.hint else ''}"
    return (
        (finding.file, finding.span.line, finding.rule) == expected[:3]
        and expected.severity in (None, finding.severity.word)
        and expected.text in words
    )


def test_every_rule_has_a_case_where_it_speaks() -> None:
    shown = {each.rule for path in FILES for each in expectations(path.read_bytes().decode("utf-8", "replace"))}
    assert set(RULES) - shown == set()


def test_every_case_stands_in_the_folder_of_a_group() -> None:
    assert {path.parent.name for path in FILES} <= {rule.group for rule in RULES.values()}
