"""Tags: those of YAML's plain types are checked, all others refused, for a tag may ask a program to run code."""

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.findings import Report, error
from cjm.source.scalars import resolve
from cjm.source.values import Mapping, Scalar, Sequence

_CORE = "tag:yaml.org,2002:"
_KINDS: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
}


def tagged_scalar(tag: str, place: Span, node: Scalar, report: Report) -> Scalar:
    """The scalar as its tag wants it: `!!str 12` is text, `!!int "12"` a number."""
    name = tag.removeprefix(_CORE)
    if tag == "!" or name == "str" != tag:
        return node._replace(plain=False)
    kinds = _KINDS.get(name) if name != tag else None
    if kinds is None:
        report(_unsafe(tag, place))
        return node
    value = resolve(node.text)
    if isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool)):
        return node._replace(plain=True)
    report(
        error(
            "invalid-yaml",
            place,
            msg("`{text}` is not what its tag `{tag}` says", text=node.text, tag=_shown(tag)),
            msg("leave the tag out"),
        )
    )
    return node


def check_collection(tag: str, place: Span, node: Mapping | Sequence, report: Report) -> None:
    """Report a tag that is not the list's or the mapping's own."""
    own = "map" if isinstance(node, Mapping) else "seq"
    if tag not in {"!", _CORE + own}:
        report(_unsafe(tag, place))


def _unsafe(tag: str, place: Span) -> Diagnostic:
    return error(
        "unsafe-tag",
        place,
        msg("the tag `{tag}` is not allowed here", tag=_shown(tag)),
        msg("leave the tag out; a text that begins with `!` needs quotes"),
    )


def _shown(tag: str) -> str:
    tag = tag[:200]
    return "!!" + tag.removeprefix(_CORE) if tag.startswith(_CORE) else tag
