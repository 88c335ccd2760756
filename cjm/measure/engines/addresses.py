"""Which engine somebody's words name, and how the words are shown: without what opens its door."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from cjm.diagnostics import msg
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from cjm.measure.engines.remote import Remote

_POSTGRES = re.compile(r"postgres(ql)?(\+\w+)?://", re.IGNORECASE)
_SPARK = re.compile(r"(spark:(?!//))?(spark://|sc://|k8s://|yarn$|local(-cluster)?(\[[^\]]*\])?$)", re.IGNORECASE)
_SECRET = re.compile(r"(?<=://)[^/\s]*@|[?;]\S*")
EXAMPLES = ("postgresql://user@host/database", "spark://host:7077", "local[2]", "sc://host")


def engine(address: str) -> Remote:
    """The engine of an address, connected. Raises MeasureError where there is none, or it does not answer."""
    return _opener(address.strip())(address.strip())


def _opener(address: str) -> Callable[[str], Remote]:
    if _POSTGRES.match(address):
        from cjm.measure.engines.postgres import postgres  # noqa: PLC0415 - one engine is asked for

        return postgres
    if _SPARK.match(address):
        from cjm.measure.engines.spark import spark  # noqa: PLC0415 - one engine is asked for

        return spark
    raise MeasureError(
        msg("`{address}` is no engine that cjm knows", address=shown(address)),
        msg("write one like {examples}; without `--engine`, files are measured here", examples=EXAMPLES),
    )


def shown(text: str) -> str:
    """A text without names and passwords of addresses in it, and what they ask for."""
    return _SECRET.sub("", text)


def secrets(address: str) -> tuple[str, ...]:
    """What of an address must be said nowhere: its password or token, as written and as meant."""
    try:
        password = urlsplit(address).password or ""
    except ValueError:
        password = ""
    asked = re.split(r"[?;&]", address)[1:]
    found = [password, *(each.partition("=")[2] for each in asked)]
    return tuple(sorted({form for each in found if each for form in (each, unquote(each))}, key=len, reverse=True))


def without(text: str, hidden: tuple[str, ...]) -> str:
    """A text in which these stand no more."""
    for each in hidden:
        text = text.replace(each, "…")
    return text
