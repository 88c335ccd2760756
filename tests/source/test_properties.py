"""Whatever the file: never an exception, places that point at what they name, and values that come back."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.source import Mapping, Node, Scalar, core, read

YAML_SIGNS = st.text(alphabet="ab1é: \n-[]{},#\"'&*!|>?%@`\t\\\r~<.\u2028😀=", max_size=60)
_PARTS = r"""a:_|b|/|__|-_|-_a:_b/|[|]|{|}|,_|"|'|#_x|>/|&x_|*x|<<:_*x/|?_|:_"""
_MORE = r"""!!str_|!y_|---/|.../|%YAML_1.2/|-a:_b/|c:d/|¿q?|\U"""
PIECES = st.lists(
    st.sampled_from([*f"{_PARTS}|{_MORE}".replace("_", " ").replace("/", "\n").split("|"), "|\n", "\t"]), max_size=25
).map("".join)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [scalar for entry in node.entries for part in entry for scalar in scalars(part)]
    return [scalar for item in node.items for scalar in scalars(item)]


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    document = read(data, "journey.yaml")
    assert document.root is not None or document.diagnostics


@settings(max_examples=600)
@given(YAML_SIGNS | PIECES)
def test_any_text_is_read_or_refused_at_a_place_within_it(text: str) -> None:
    document = read(text.encode(), "journey.yaml")
    assert document.root is not None or document.diagnostics
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in document.diagnostics:
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
        assert finding.span[:2] <= finding.span[2:]


@settings(max_examples=600)
@given(YAML_SIGNS | PIECES)
def test_a_place_points_at_the_text_it_names(text: str) -> None:
    document = read(text.encode(), "journey.yaml")
    lines = document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for scalar in scalars(document.root) if document.root is not None else ():
        written = lines[scalar.line - 1][scalar.column - 1 : scalar.end_column - 1]
        if scalar.plain and scalar.line == scalar.end_line and not written.startswith(("*", "'", '"', "|", ">")):
            assert written == scalar.text


@given(PLAIN, st.booleans(), st.booleans())
def test_what_yaml_writes_is_read_back(data: object, allow_unicode: bool, flow: bool) -> None:  # noqa: FBT001
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=allow_unicode, default_flow_style=flow, width=10_000)
    document = read(text.encode(), "journey.yaml")
    assert not document.diagnostics
    assert document.root is not None
    assert core(document.root) == data


class _Dumper(yaml.SafeDumper):
    """Quotes what YAML 1.1 and 1.2 read otherwise, and writes no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
