"""A text to the value of its one document: libyaml run within limits, and run again on what YAML 1.2 allows."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import StreamEndEvent

from cjm.diagnostics import Diagnostic, Span, msg
from cjm.source.composer import compose
from cjm.source.findings import Refused, between, error
from cjm.source.limits import Limits
from cjm.source.oddities import Oddities
from cjm.source.values import Node

Parsed: TypeAlias = tuple[Node | None, list[Diagnostic]]

_GLUED_DASH = re.compile(r"\n *-[^\W\d_]")
_KEY_SIGN = re.compile(r"\?(?<=[\s,\[{]\?)(?=[^\s,\[\]{}])")  # in a flow mapping YAML 1.1 drops it
_ATTEMPTS = 50
_RETRIED = 2_000_000  # characters that are read again, all attempts together
_MOST_HANDLES = 100


def parse(text: str, limits: Limits) -> Parsed:
    """The value of the first document, None when the text cannot be read, and all that is wrong with it."""
    if "%TAG" in text and text.count("%TAG") > _MOST_HANDLES:
        message = msg("the file declares more than {limit} tag handles", limit=_MOST_HANDLES)
        return None, [error("too-large", Span(), message, msg("leave the `%TAG` lines out"))]
    if text.endswith((" ", "\t")):
        text += "\n"  # libyaml forgets the last, blank line of a text block
    if _misread(text):
        return _parse_disguised(text, limits, None)
    try:
        return _read(text, CParser(text).get_event, limits)
    except YAMLError as slip:
        return _parse_disguised(text, limits, slip)


def _misread(text: str) -> bool:
    """Tell whether libyaml would take something for what it is no longer in YAML 1.2."""
    old_break = not text.isascii() and ("\x85" in text or "\u2028" in text or "\u2029" in text)
    return old_break or ("?" in text and _KEY_SIGN.search(text) is not None)


def _parse_disguised(text: str, limits: Limits, slip: YAMLError | None) -> Parsed:
    """Try with stand-ins for what libyaml misreads, and say in plain words what remains wrong."""
    from cjm.source.standins import relaxed, shelter  # noqa: PLC0415 - for few files

    disguise = shelter(text)
    for _ in range(min(_ATTEMPTS, 2 + _RETRIED // (len(text) + 1))):
        if slip is not None:
            changed = relaxed(disguise, slip)
            if changed is None:
                break
            disguise = changed
        try:
            return _read(text, disguise.undo(CParser(disguise.text).get_event), limits)
        except YAMLError as later:
            slip = later
    assert slip is not None  # noqa: S101
    from cjm.source.slips import explain  # noqa: PLC0415 - only when something is wrong

    return None, [explain(text, disguise.text, slip)]


def _read(text: str, get: Callable[[], Any], limits: Limits) -> Parsed:
    odd = Oddities(text, limits)
    root: Node | None = None
    try:
        if len(text) > limits.values:
            get = _counted(get, limits.values)
        get()
        if get().__class__ is StreamEndEvent:
            return None, [_empty()]
        root = compose(get, odd, limits.depth, decorated="&" in text or "!" in text)
        if odd.keys_without_colon or "\xa0" in text or _GLUED_DASH.search(text):
            from cjm.source.keys import report_slips  # noqa: PLC0415 - for few files

            report_slips(root, odd.report)
        _end(text, get)
    except Refused as refused:
        odd.findings.append(refused.finding)
    return root, odd.findings


def _end(text: str, get: Callable[[], Any]) -> None:
    """Refuse a second document."""
    try:
        event = get()
    except YAMLError as slip:
        mark = getattr(slip, "problem_mark", None)
        if (
            mark is None
            or "<document start>" not in str(getattr(slip, "problem", ""))
            or "\n..." not in text[: mark.index]
        ):
            raise
    else:
        mark = event.start_mark
        if event.__class__ is StreamEndEvent:
            return
    message = msg("a second document begins here, and a file holds one")
    hint = msg("put it into a file of its own, or remove this line if it is the same journey")
    raise Refused(error("several-documents", between(mark, mark), message, hint))


def _empty() -> Diagnostic:
    hint = msg("begin with `cjm: 1`, and on the next line `title: …`")
    return error("invalid-yaml", Span(), msg("the file is empty"), hint)


def _counted(get: Callable[[], Any], limit: int) -> Callable[[], Any]:
    """Events of a long text, refused when there are too many."""
    left = limit

    def counted() -> Any:  # noqa: ANN401 - libyaml's events
        nonlocal left
        left -= 1
        event = get()
        if left < 0:
            message = msg("the file holds more than {limit} values", limit=limit)
            raise Refused(
                error(
                    "too-large", between(event.start_mark, event.end_mark), message, msg("split it into several files")
                )
            )
        return event

    return counted
