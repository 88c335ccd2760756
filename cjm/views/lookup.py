"""Which persona, path or channel of a journey somebody means who writes an id or a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cjm.diagnostics import Message, msg, say
from cjm.model import Journey, uses


class PickError(Exception):
    """The journey has no such persona, path or channel; `hint` says which one was meant, or those that it has."""

    def __init__(self, message: Message, known: tuple[str, ...] = (), hint: Message | None = None) -> None:
        super().__init__(say(message))
        self.message = message
        self.known = known
        self.hint = hint


def persona_called(wanted: str, journey: Journey) -> str:
    """Her id, or what the journey calls her where it defines none. Raises PickError, as the others do."""
    said = sorted({use.said for use in uses.personas(journey)} | {journey.main_persona or ""} - {""})
    names = _by_name((each.id, each.name) for each in journey.known_personas)
    known = {**{name: name for name in said}, **names}
    return _found(known, wanted, msg("no persona is called `{name}`", name=wanted))


def path_called(wanted: str, journey: Journey) -> str:
    """The id of a path."""
    names = _by_name((each.id, each.name or each.id) for each in journey.paths)
    return _found(names, wanted, msg("no path is called `{name}`", name=wanted))


def channel_called(wanted: str, journey: Journey) -> str:
    """The id of a channel that some touchpoint has, or what they call it where none is defined."""
    used = dict.fromkeys(channel for each in journey.touchpoints for channel in each.met_in)
    names = {each.id: each.name for each in journey.known_channels}
    known = _by_name((each, names.get(each, each)) for each in used)
    return _found(known, wanted, msg("no touchpoint has the channel `{name}`", name=wanted))


def _by_name(parts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Ids by ids and names; what is an id is never taken for the name of another part."""
    pairs = list(parts)
    ids = {identifier: identifier for identifier, _ in pairs}
    return {**ids, **{name: identifier for identifier, name in reversed(pairs) if name not in ids}}


def _found(known: Mapping[str, str], wanted: str, missing: Message) -> str:
    """The id of what is called so; letters may be large or small where that leaves no doubt."""
    alike = {each for name, each in known.items() if name.casefold() == wanted.casefold()}
    if wanted in known or len(alike) == 1:
        return known.get(wanted) or alike.pop()
    ids = tuple(dict.fromkeys(known.values()))
    raise PickError(missing, ids, _hint(known, ids, wanted))


def _hint(known: Mapping[str, str], ids: tuple[str, ...], wanted: str) -> Message:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    alike = {name.casefold(): name for name in known}
    near = get_close_matches(wanted.casefold(), alike, 1)
    if near:
        return msg("did you mean `{name}`?", name=alike[near[0]])
    return msg("there are {names}", names=ids) if ids else msg("the journey names none")
