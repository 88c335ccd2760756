"""What a file holds: values, places, keys given twice, tags, aliases, encodings, suppressions."""

import pytest

from cjm.diagnostics import Span, say
from cjm.source import Mapping, Node, Scalar, Sequence, core, is_nothing, read, span


def root_of(text: str) -> Node:
    document = read(text.encode(), "journey.yaml")
    assert not document.diagnostics
    assert document.root is not None
    return document.root


def place(text: str, *path: str | int) -> Span:
    node: Node = root_of(text)
    for step in path:
        if isinstance(node, Sequence):
            node = node.items[int(step)]
        else:
            assert isinstance(node, Mapping)
            node = next(value for key, value in node.entries if key.text == step)
    return span(node)


def test_the_core_schema_of_yaml_1_2_decides_what_a_word_is() -> None:
    text = "[no, on, 010, 0o10, 0x1F, 0b1, 1_000, 1e3, .5, 1., +1, ~, null, true, '1', .inf, 2026-01-01, 1:30]"
    expected = ["no", "on", 10, 8, 31, "0b1", "1_000", 1000.0, 0.5, 1.0, 1, None, None, True, "1", float("inf")]
    assert core(root_of(text)) == [*expected, "2026-01-01", "1:30"]


def test_a_number_of_five_thousand_digits_is_no_accident() -> None:
    assert core(root_of("a: " + "9" * 5000)) == {"a": float("inf")}


def test_a_block_ends_with_its_last_value() -> None:
    assert place("a:\n  b: cd\n\n# end\n", "a") == Span(2, 3, 2, 8)
    assert place("a:\n- b\n- cd\n\n\n", "a") == Span(2, 1, 3, 5)


def test_a_text_in_a_block_ends_with_its_last_character() -> None:
    assert place("a: |\n  text\n  more\n\n# c\nb: x\n", "a") == Span(1, 4, 3, 7)
    assert place("a: >-\r\n  text\r\n\r\nb: x\r\n", "a") == Span(1, 4, 2, 7)


@pytest.mark.parametrize("text", ["a:\nb: c", "a: \nb: c", "{a:\n}", "{a: , b: c}", "{ a:  }", "a:\n# x\nb: c"])
def test_nothing_stands_right_behind_its_colon(text: str) -> None:
    node = root_of(text)
    assert isinstance(node, Mapping)
    key, value = node.entries[0]
    assert isinstance(value, Scalar)
    assert is_nothing(value)
    assert span(value) == Span(1, key.end_column + 1, 1, key.end_column + 1)


def test_a_value_begins_after_its_anchor_and_tag() -> None:
    assert place("a: &x  !!str  b\n", "a") == Span(1, 15, 1, 16)
    assert place("a: &x\n  b: c\n", "a") == Span(2, 3, 2, 7)
    assert place("a: &x [b]\n", "a") == Span(1, 7, 1, 10)


def test_an_alias_stands_where_it_is_written() -> None:
    text = "a: &x {b: c}\nd: *x\n"
    assert place(text, "d") == Span(2, 4, 2, 6)
    assert place(text, "d", "b") == Span(1, 11, 1, 12)


def test_a_key_given_twice_is_shown_at_both_places_and_the_first_counts() -> None:
    document = read(b"a: 1\nb: 2\n'a': 3\nc: 4\na: 5\n", "journey.yaml")
    assert [(found.rule, found.span.line) for found in document.diagnostics] == [
        ("duplicate-key", 3),
        ("duplicate-key", 5),
    ]
    assert [found.related[0].span for found in document.diagnostics] == [Span(1, 1, 1, 2)] * 2
    assert document.root is not None
    assert core(document.root) == {"a": 1, "b": 2, "c": 4}


def test_a_tag_of_python_is_refused_and_the_rest_is_read() -> None:
    document = read(b"a: !!python/object/apply:os.system [x]\nb: !include y\nc: !!str 1\nd: ! 2\n", "journey.yaml")
    assert [(found.rule, found.span.line, found.span.column) for found in document.diagnostics] == [
        ("unsafe-tag", 1, 4),
        ("unsafe-tag", 2, 4),
    ]
    assert document.root is not None
    assert core(document.root)["c"] == "1"
    assert core(document.root)["d"] == "2"


def test_an_unknown_alias_names_its_neighbour() -> None:
    (finding,) = read(b"a: &laura x\nb: *lara\n", "journey.yaml").diagnostics
    assert finding.span == Span(2, 4, 2, 9)
    assert finding.hint is not None
    assert say(finding.hint) == "did you mean `*laura`?"


def test_a_merge_of_no_mapping_is_told_apart() -> None:
    (finding,) = read(b"a: &x 1\nb:\n  <<: *x\n", "journey.yaml").diagnostics
    assert (finding.rule, finding.span.line) == ("invalid-yaml", 3)


def test_a_byte_order_mark_moves_nothing() -> None:
    document = read("\ufefftítulo: x\n".encode(), "journey.yaml")
    assert document.root is not None
    assert document.text == "título: x\n"
    assert span(document.root) == Span(1, 1, 1, 10)


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("título: x".encode("utf-16"), 1, 1, "UTF-16"),
        ("titulo: x".encode("utf-16-le"), 1, 1, "UTF-16"),
        ("título: x".encode("utf-32"), 1, 1, "UTF-32"),
        ("a: b\ntítulo: “x”".encode("cp1252"), 2, 2, "0xED"),
        (b"\x1f\x8b\x08\x00\xff", 1, 1, "gzip"),
        (b"PK\x03\x04\xff\xff", 1, 1, "ZIP"),
    ],
)
def test_what_is_not_utf_8_is_named(data: bytes, line: int, column: int, words: str) -> None:
    document = read(data, "journey.yaml")
    (finding,) = document.diagnostics
    assert finding.rule == "not-utf8"
    assert (finding.span.line, finding.span.column) == (line, column)
    assert words in say(finding.message)
    assert document.root is None


def test_utf_16_without_a_mark_is_named_where_it_decodes_as_utf_8() -> None:
    (finding,) = read("titulo: x\n".encode("utf-16-le"), "journey.yaml").diagnostics
    assert finding.rule == "not-utf8"


def test_a_comment_silences_its_line_or_the_next_that_says_something() -> None:
    text = "cjm: 1\na: b  # cjm: ignore[flat-curve, no-owner] agreed\n# cjm: ignore[x]\n\n# more\nc: d\n"
    first, second = read(text.encode(), "journey.yaml").suppressions
    assert first.line == 2
    assert first.rules == (("flat-curve", Span(2, 21, 2, 31)), ("no-owner", Span(2, 33, 2, 41)))
    assert first.reason == "agreed"
    assert first.span == Span(2, 7, 2, 49)
    assert (second.line, second.rules[0][0], second.reason) == (6, "x", "")


def test_a_comment_without_rules_silences_nothing_and_is_kept_to_be_told() -> None:
    found = read(b"cjm: 1 # cjm: ignore\na: b # cjm: ignore[]\n", "journey.yaml").suppressions
    assert [(one.line, one.rules) for one in found] == [(1, ()), (2, ())]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x # cjm: ignore[y]'\n",
        'a: "x\n  # cjm: ignore[y]"\n',
        "a: |\n  # cjm: ignore[y]\n  b\n",
        "a: x#cjm: ignore[y]\n",
        "a: b # cjm: ignored\n",
    ],
)
def test_the_same_words_within_a_text_are_no_comment(text: str) -> None:
    assert read(text.encode(), "journey.yaml").suppressions == ()


def test_a_comment_after_a_text_in_a_block_is_one() -> None:
    (found,) = read(b"a: |\n  # x\n# cjm: ignore[y]\nb: c\n", "journey.yaml").suppressions
    assert found.line == 4


def test_the_first_of_several_documents_is_given() -> None:
    document = read(b"a: 1\n---\nb: 2\n", "journey.yaml")
    (finding,) = document.diagnostics
    assert (finding.rule, finding.span.line) == ("several-documents", 2)
    assert document.root is not None
    assert core(document.root) == {"a": 1}
    assert not isinstance(document.root, Sequence)
