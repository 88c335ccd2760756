"""Findings as plain tuples and back: what is cached, and what processes send each other."""

from __future__ import annotations

from typing import Any

from cjm.checks.run import Examined, Silencer
from cjm.diagnostics import Diagnostic, Edit, Fix, Message, Related, Severity, Span
from cjm.model.outline import Mention, Outline, Path, Said

Packed = tuple[Any, ...]


def pack(examined: Examined) -> Packed:
    """Everything but the file's name, which unpacking gives again."""
    return (
        tuple(_diagnostic(each) for each in examined.diagnostics),
        _outline(examined.outline) if examined.outline else None,
        tuple((each.line, each.rule, tuple(each.span), _fix(each.fix)) for each in examined.silencers),
    )


def unpack(packed: Packed, file: str) -> Examined:
    """What was packed, of the file of that name."""
    diagnostics, outline, silencers = packed
    return Examined(
        file,
        tuple(_as_diagnostic(each, file) for each in diagnostics),
        _as_outline(outline, file) if outline else None,
        tuple(Silencer(line, rule, Span(*span), _as_fix(fix)) for line, rule, span, fix in silencers),
    )


def _diagnostic(each: Diagnostic) -> Packed:
    related = tuple((_message(other.message), tuple(other.span), other.file) for other in each.related)
    hint = _message(each.hint) if each.hint else None
    message, span = _message(each.message), tuple(each.span)
    return (each.rule, int(each.severity), message, span, each.path, hint, related, each.way, _fix(each.fix))


def _as_diagnostic(packed: Packed, file: str) -> Diagnostic:
    rule, severity, message, span, path, hint, related, way, fix = packed
    return Diagnostic(
        rule,
        _SEVERITIES[severity],
        _as_message(message),
        file,
        Span(*span),
        path,
        _as_message(hint) if hint else None,
        tuple(Related(_as_message(said), Span(*place), other) for said, place, other in related),
        way,
        _as_fix(fix),
    )


def _fix(fix: Fix | None) -> Packed | None:
    return (fix.keeps, tuple((tuple(edit.span), edit.text) for edit in fix.edits)) if fix else None


def _as_fix(packed: Packed | None) -> Fix | None:
    return Fix(tuple(Edit(Span(*span), text) for span, text in packed[1]), packed[0]) if packed else None


_SEVERITIES = {int(severity): severity for severity in Severity}


def _message(message: Message) -> Packed:
    arguments = tuple(
        (name, ("message", _message(value)) if isinstance(value, Message) else value)
        for name, value in message.arguments
    )
    return (message.template, arguments, message.plural, message.number)


def _as_message(packed: Packed) -> Message:
    template, arguments, plural, number = packed
    return Message(template, tuple((name, _argument(value)) for name, value in arguments), plural, number)


def _argument(value: Any) -> Any:  # noqa: ANN401 - any argument
    nested = isinstance(value, tuple) and len(value) == 2 and value[0] == "message" and isinstance(value[1], tuple)  # noqa: PLR2004 - a pair
    return _as_message(value[1]) if nested else value


def _outline(outline: Outline) -> Packed:
    return (
        outline.id,
        outline.title,
        outline.status,
        tuple(outline.id_span),
        tuple(
            tuple((each.path, each.target, tuple(each.span)) for each in mentions)
            for mentions in (outline.details, outline.compares_to, outline.files)
        ),
        outline.personas,
        tuple(tuple(_said(each) for each in said) for said in (outline.pains, outline.contacts)),
    )


def _as_outline(packed: Packed, file: str) -> Outline:
    identifier, title, status, span, mentions, personas, sayings = packed
    details, compares_to, files = (
        tuple(Mention(path, target, Span(*place)) for path, target, place in each) for each in mentions
    )
    pains, contacts = (tuple(_as_said(*said) for said in each) for each in sayings)
    return Outline(file, identifier, title, status, Span(*span), details, compares_to, files, personas, pains, contacts)


def _said(said: Said) -> Packed:
    return (said.path, said.text, said.gist, tuple(said.span), said.mark)


def _as_said(path: Path, text: str, gist: str, place: tuple[int, int, int, int], mark: str) -> Said:
    return Said(path, text, gist, Span(*place), mark)
